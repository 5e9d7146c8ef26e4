import Content
import Linking

extension LinkedCase {
  /// After how many days somebody should look for news of an open procedure again.
  private static let patience: Int64 = 90

  /// Why somebody should look at the case again; empty where nothing is stale.
  ///
  /// An open procedure of which nobody has looked for news in 90 days, and sources that have an address
  /// but no archived copy.
  func stale(at now: Timestamp) -> [String] {
    var reasons: [String] = []
    if standing.status.isOpen {
      let checked = fields.checked.flatMap { $0.latest > lastStep.latest ? $0 : nil }
      let days = (now.seconds - Timestamp(checked ?? lastStep).seconds) / 86_400
      if days > Self.patience {
        reasons.append(
          checked.map { "checked \($0.text), \(days) days ago" }
            ?? "no news since \(lastStep.text), \(days) days ago")
      }
    }
    let unarchived = fields.sources.filter { $0.url != nil && $0.archive == nil }.map(\.id.value)
    if !unarchived.isEmpty {
      reasons.append("no archived copy of " + unarchived.joined(separator: ", "))
    }
    return reasons
  }
}
