import Content
import Linking
import Mustache

/// A deadline of a case, as the calendar and the front page tell it.
struct WatchedDate: Sendable {
  let `case`: Ordinal<LinkedCase>
  let deadline: Deadline
  let first: CalendarDate
  let last: CalendarDate
  /// What tells it from others of its case: its own id, or its kind and day.
  let key: String
  /// Whether nothing comes of it any more.
  let isCancelled: Bool

  /// Those of all cases by their first day, ties in the site's order and then the file's.
  static func all(in site: Site) -> [WatchedDate] {
    var dates: [WatchedDate] = []
    for (index, linked) in site.cases.enumerated() where !linked.fields.deadlines.isEmpty {
      dates += of(linked, Ordinal(index))
    }
    return dates.byFirstDay
  }

  /// Those of one case, as its file has them.
  static func of(_ linked: LinkedCase, _ ordinal: Ordinal<LinkedCase>) -> [WatchedDate] {
    var seen: [String: Int] = [:]
    return linked.fields.deadlines.compactMap { deadline in
      guard let first = deadline.date.value, let last = deadline.last else { return nil }
      let name = deadline.id?.value ?? "\(deadline.kind.rawValue)-\(first.text)"
      let count = seen[name, default: 0] + 1
      seen[name] = count
      return WatchedDate(
        case: ordinal, deadline: deadline, first: first, last: last,
        key: count == 1 ? name : "\(name)--\(count)",
        isCancelled: linked.cancels(deadline.kind))
    }
  }
}

extension [WatchedDate] {
  /// Those of one day in the order that they have.
  var byFirstDay: [WatchedDate] {
    enumerated().sorted {
      let (left, right) = ($0.element.first.earliest, $1.element.first.earliest)
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
  }
}

extension LinkedCase {
  /// Whether the case has come to where such a deadline binds nobody; courts sit all the same.
  fileprivate func cancels(_ kind: Deadline.Kind) -> Bool {
    if isRetracted { return true }
    switch standing.status {
    case .annulled, .withdrawn: return kind != .hearing
    default: return false
    }
  }
}

/// A date to watch with its case.
struct WatchedItem: Sendable {
  let date: WatchedDate
  let summary: CaseSummary
}

extension Publication {
  /// What is not over at the moment of the build, the soonest first.
  func upcomingDates(_ count: Int) -> [WatchedItem] {
    let today = site.now.date.earliest
    return deadlines.lazy.filter { !$0.isCancelled && $0.last.latest >= today }.prefix(count).map {
      WatchedItem(date: $0, summary: CaseSummary(self, $0.case))
    }
  }
}

extension Fields where Value == WatchedItem {
  static func watchedDate(_ words: Words) -> Fields<WatchedItem> {
    Fields<WatchedItem>("date to watch") { f in
      f.include(.caseSummary(words)) { $0.summary }
      f.include(.deadline(words)) { $0.date }
    }
  }
}

extension Fields where Value == WatchedDate {
  static func deadline(_ words: Words) -> Fields<WatchedDate> {
    Fields<WatchedDate>("deadline") { f in
      f.html("date", when: { _ in true }) { $1.append(element: $0.first, in: words) }
      f.html("until", when: { $0.last != $0.first }) { $1.append(element: $0.last, in: words) }
      f.text("kind") { words.deadline[$0.deadline.kind] }
      f.text("kind_code") { $0.deadline.kind.rawValue }
      f.optionalText("note") { $0.deadline.note }
      f.flag("is_cancelled") { $0.isCancelled }
    }
  }
}
