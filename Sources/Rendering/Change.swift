import Content
import Linking

/// Something that happened to a case after its decision, or to its write-up after publication.
struct Change: Sendable {
  enum Occasion: Sendable {
    /// The event's position in the procedure.
    case step(Int)
    /// The item's position in the history.
    case amendment(Int)
  }

  let `case`: Ordinal<LinkedCase>
  let date: CalendarDate
  let occasion: Occasion

  /// The last change of each case, latest first, ties in the site's order.
  static func latest(in site: Site) -> [Change] {
    site.cases.indices.compactMap { index in
      latest(of: site.cases[index], Ordinal(index))
    }.sorted {
      $0.date.latest == $1.date.latest
        ? $0.case.index < $1.case.index : $0.date.latest > $1.date.latest
    }
  }

  /// Nil for a case of which nothing is known behind its decision.
  private static func latest(of linked: LinkedCase, _ ordinal: Ordinal<LinkedCase>) -> Change? {
    var latest: Change?
    let events = linked.procedure.events
    let decision = events.firstIndex { $0.kind.isDecision } ?? events.startIndex
    for (position, event) in events.enumerated() where position > decision {
      guard event.kind != .published, let date = event.date else { continue }
      latest = Change(case: ordinal, date: date, occasion: .step(position))
    }
    for (position, item) in linked.fields.history.enumerated() where item.kind != .clarification {
      guard let date = item.date.value, date.latest >= latest?.date.latest ?? 0 else { continue }
      latest = Change(case: ordinal, date: date, occasion: .amendment(position))
    }
    return latest
  }
}
