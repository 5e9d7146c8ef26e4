import Content
import Diagnostics

/// What site.yml leads on from addresses that belong to no entry, and where it all ends.
package struct Redirects {
  private let path = "content/site.yml"
  private let moved: [Settings.Moved]
  private let gone: Set<String>
  /// Addresses with something of their own.
  private let own: Set<String>
  /// Where every other address leads.
  private let targets: [String: String]

  /// `own` are the addresses that have something of their own, `earlier` those of entries that are
  /// called otherwise by now, with where they lead.
  package init(of settings: Settings, own: Set<String>, earlier: [String: String]) {
    moved = settings.redirects
    gone = Set(settings.gone.map(\.address.value))
    self.own = own
    var targets = earlier
    for item in settings.redirects where targets[item.from.value] == nil {
      targets[item.from.value] = item.to.value
    }
    self.targets = targets
  }

  /// Those that lead nowhere, in a circle, or round a corner; and those from where something is.
  package var problems: [Diagnostic] {
    var seen: [String: Place] = [:]
    return moved.compactMap { item in
      let (from, to) = (item.from.value, item.to.value)
      let place = item.from.place(in: path)
      if let first = seen[from] { return .redirectedTwice(from, at: place, first: first) }
      seen[from] = place
      if own.contains(from) { return .redirectFromSomething(from, at: place) }
      if gone.contains(from) { return .redirectFromGone(from, at: place) }
      if let target = targets[from], target != to {
        return .redirectOfFormer(from, to: target, at: place)
      }
      return problem(of: item)
    }
  }

  private func problem(of item: Settings.Moved) -> Diagnostic? {
    let (from, to) = (item.from.value, item.to.value)
    let place = item.to.place(in: path)
    var chain = [from, to]
    while let last = chain.last, !own.contains(last) {
      guard let next = targets[last] else {
        return .redirectToNothing(
          last, from: from, nearest: chain.count == 2 ? nearestName(to: to, among: own) : nil,
          at: place)
      }
      if chain.contains(next) {
        return .redirectInCircle(last == from ? chain : chain + [next], at: place)
      }
      chain.append(next)
    }
    guard let end = chain.last else { return nil }
    if chain.count > 2 { return .redirectRoundCorner(chain, at: place) }
    if !from.hasSuffix("/") && end.hasSuffix("/") {
      return .redirectOfFileToPage(from, to: end, at: place)
    }
    return nil
  }
}
