import Content

/// Something of substance that happened to a case or news item after it was published: a later step
/// of the procedure, or a correction, update or retraction of what was written.
///
/// A clarification is none: it changes nothing that was said.
package struct LaterChange: Sendable, Hashable {
  package enum Occasion: Sendable, Hashable {
    /// The event's position in the procedure.
    case step(Int)
    /// The item's position in the history.
    case amendment(Int)
  }

  package let occasion: Occasion
  /// The first moment of its day, but always behind the publication, and behind an earlier
  /// amendment of the same day: feed readers see no other sign that there is something new.
  package let moment: Timestamp

  /// The changes of a case, the oldest first; a step before an amendment of the same moment.
  static func changes(of fields: Case, _ procedure: Procedure) -> [LaterChange] {
    var changes: [LaterChange] = []
    for (position, event) in procedure.events.enumerated() {
      guard let date = event.step.date.value else { continue }
      let moment = Timestamp(date)
      // What happened on the day of the publication or before it was known to the write-up.
      if moment > fields.published {
        changes.append(LaterChange(occasion: .step(position), moment: moment))
      }
    }
    changes += Self.changes(of: fields.history, after: fields.published)
    guard changes.count > 1 else { return changes }
    return changes.indices.sorted {
      changes[$0].moment == changes[$1].moment
        ? $0 < $1 : changes[$0].moment < changes[$1].moment
    }.map { changes[$0] }
  }

  /// What of a history changes something that was said, in its order.
  static func changes(of history: [Amendment], after published: Timestamp) -> [LaterChange] {
    var changes: [LaterChange] = []
    var last: (date: CalendarDate, moment: Timestamp)?
    for (position, item) in history.enumerated() where item.kind != .clarification {
      guard let date = item.date.value else { continue }
      var moment = max(Timestamp(date), published.oneSecondLater)
      if let last, last.date == date, moment <= last.moment { moment = last.moment.oneSecondLater }
      last = (date, moment)
      changes.append(LaterChange(occasion: .amendment(position), moment: moment))
    }
    return changes
  }
}

extension Timestamp {
  fileprivate var oneSecondLater: Timestamp {
    Timestamp(seconds: seconds + 1, offsetMinutes: offsetMinutes)
  }
}
