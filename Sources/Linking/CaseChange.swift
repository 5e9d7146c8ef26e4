import Content

/// Something of substance that happened to a case after its write-up was published: a later step
/// of the procedure, or a correction, update or retraction of the write-up.
///
/// A clarification is none: it changes nothing that was said.
package struct CaseChange: Sendable, Hashable {
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
  static func changes(of fields: Case, _ procedure: Procedure) -> [CaseChange] {
    var changes: [CaseChange] = []
    for (position, event) in procedure.events.enumerated() {
      guard let date = event.step.date.value else { continue }
      let moment = Timestamp(date)
      // What happened on the day of the publication or before it was known to the write-up.
      if moment > fields.published {
        changes.append(CaseChange(occasion: .step(position), moment: moment))
      }
    }
    changes += amendments(fields.history, after: fields.published).map { position, moment in
      CaseChange(occasion: .amendment(position), moment: moment)
    }
    guard changes.count > 1 else { return changes }
    return changes.indices.sorted {
      changes[$0].moment == changes[$1].moment
        ? $0 < $1 : changes[$0].moment < changes[$1].moment
    }.map { changes[$0] }
  }

  /// The positions in a history that change something said, with the moments they count from.
  static func amendments(
    _ history: [Amendment], after published: Timestamp
  ) -> [(position: Int, moment: Timestamp)] {
    var amendments: [(position: Int, moment: Timestamp)] = []
    for (position, item) in history.enumerated() where item.kind != .clarification {
      guard let date = item.date.value else { continue }
      var moment = max(Timestamp(date), published.oneSecondLater)
      if let last = amendments.last, history[last.position].date.value == date,
        moment <= last.moment
      {
        moment = last.moment.oneSecondLater
      }
      amendments.append((position, moment))
    }
    return amendments
  }
}

extension Timestamp {
  fileprivate var oneSecondLater: Timestamp {
    Timestamp(seconds: seconds + 1, offsetMinutes: offsetMinutes)
  }
}
