import Diagnostics

/// A day that readers of a case should watch for.
package struct Deadline: Sendable {
  package enum Kind: String, Vocabulary {
    /// The last day on which the decision can be challenged.
    case appealPeriod = "appeal-period"
    /// The day by which an order has to be obeyed.
    case compliance
    /// The days for which a periodic penalty runs.
    case periodicPenalty = "periodic-penalty"
    case hearing
  }

  package var id: Written<String>?
  package var kind = Kind.hearing
  package var date = Written(CalendarDate?.none, start: 0, end: 0)
  package var until: Written<CalendarDate?>?
  package var note: String?

  /// The last day it concerns; nil where its date could not be read.
  package var last: CalendarDate? { until?.value ?? date.value }

  package static let schema = Schema<Deadline>(
    "deadline", blank: { Deadline() },
    [
      Field("id", .slug, \.id, "a short name, by which calendars know it when its day moves"),
      Field(
        "kind", .word, \.kind, required: true,
        "appeal-period, compliance, periodic-penalty or hearing"),
      Field("date", .writtenDay, \.date, required: true, "the day, or the first of several"),
      Field("until", .writtenDay, \.until, "the last day, where there are several"),
      Field("note", .text, \.note, "one plain sentence for calendars"),
    ])

  /// What its fields together get wrong.
  func problem(in path: String) -> Diagnostic? {
    guard let first = date.value, let until, let last = until.value, last.latest < first.earliest
    else { return nil }
    return .endsBeforeItBegins(last, first, at: until.place(in: path))
  }
}
