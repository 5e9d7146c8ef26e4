import Content
import Linking
import Mustache

/// The id of a step on its case's page, which links from elsewhere may use too.
///
/// It is made of the step's own id, or else of its date and kind, so steps may be added around it;
/// a count keeps two alike apart.
struct StepAnchor: Sendable {
  let linked: LinkedCase
  let position: Int
  /// How many steps before it would have the same anchor.
  let precursors: Int

  var event: Procedure.Event { _read { yield linked.procedure.events[position] } }

  /// The anchors of a case's steps, in their order.
  static func anchors(of linked: LinkedCase) -> [StepAnchor] {
    let events = linked.procedure.events
    return events.indices.map { position in
      let precursors = events[..<position].count { $0.isNamed(like: events[position]) }
      return StepAnchor(linked: linked, position: position, precursors: precursors)
    }
  }
}

extension Procedure.Event {
  /// The step's id, where it can be part of an anchor.
  fileprivate var slug: String? {
    guard let id, isSlug(id) else { return nil }
    return id
  }

  fileprivate func isNamed(like other: Procedure.Event) -> Bool {
    if let slug { return slug == other.slug }
    return other.slug == nil && kind == other.kind && date == other.date
  }
}

extension OutputBuffer {
  /// `page-step-decision`, or `page-on-2024-05-16-decision` for a step without an id.
  mutating func append(_ anchor: StepAnchor) {
    append(anchor.linked.procedure.events[anchor.position])
    guard anchor.precursors > 0 else { return }
    append("--")
    append(number: anchor.precursors + 1)
  }

  private mutating func append(_ event: Procedure.Event) {
    if let slug = event.slug {
      append("page-step-")
      append(slug)
    } else {
      append("page-on-")
      if let date = event.date {
        append(iso: date)
        append("-")
      }
      append(event.kind.rawValue)
    }
  }
}
