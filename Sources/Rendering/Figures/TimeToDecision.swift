import Content
import Linking

/// How long cases took from the opening of the inquiry to the first decision.
struct TimeToDecision {
  private static let longestList = 60

  private struct Span {
    let linked: LinkedCase
    let opened: CalendarDate
    let decided: CalendarDate
    let days: Int

    /// To the nearest tenth.
    var months: Double { (Double(days) / 30.436_875 * 10).rounded() / 10 }
  }

  private let spans: [Span]
  /// How many of the set's cases have been decided.
  private let decidedCount: Int
  private let set: CaseSet
  private let words: FigureWords

  /// Nil where fewer than five cases have both dates, at least to the month.
  init?(_ set: CaseSet, words: FigureWords) {
    var spans: [Span] = []
    var count = 0
    for linked in set.cases {
      let events = linked.procedure.events
      guard let decision = events.first(where: { $0.kind.isDecision })?.date else {
        continue
      }
      count += 1
      guard let opened = events.first(where: { $0.kind == .opened })?.date,
        let first = opened.middleDay, let last = decision.middleDay, first <= last
      else { continue }
      spans.append(
        Span(linked: linked, opened: opened, decided: decision, days: last - first))
    }
    guard spans.count >= 5 else { return nil }
    self.spans = spans.enumerated().sorted {
      ($0.element.days, $0.offset) < ($1.element.days, $1.offset)
    }.map(\.element)
    decidedCount = count
    self.set = set
    self.words = words
  }

  var figure: Figure {
    let longest = spans[spans.count - 1]
    let middle = (spans[(spans.count - 1) / 2].days + spans[spans.count / 2].days) / 2
    let months = Double(middle) / 30.436_875
    let plot = DotPlot(
      spans.map {
        DotPlot.Dot(value: $0.months, title: words.dot($0.linked.short, months: $0.months))
      },
      along: Axis(monthsUpTo: longest.months), median: months,
      medianName: words.median(months: months))
    let isListed = spans.count <= Self.longestList
    return Figure(
      id: "page-figure-duration", title: words.timeToDecision,
      summary: words.timeToDecision(
        dated: spans.count, of: decidedCount, median: months, least: spans[0].months,
        most: longest.months),
      notes: [words.onlyDated(spans.count, of: decidedCount)],
      drawing: plot.drawing,
      columns: isListed ? listColumns : yearColumns, rows: isListed ? listRows : yearRows)
  }

  private var listColumns: [Figure.Column] {
    [
      Figure.Column(name: words.case, isNumber: false),
      Figure.Column(name: words.opened, isNumber: false),
      Figure.Column(name: words.decided, isNumber: false), Figure.Column(name: words.months),
    ]
  }

  private var listRows: [Figure.Row] {
    spans.reversed().map { span in
      Figure.Row(
        head: Figure.Cell(text: span.linked.short, href: set.href(of: span.linked)),
        cells: [
          Figure.Cell(text: words.date(span.opened), isNumber: false),
          Figure.Cell(text: words.date(span.decided), isNumber: false),
          Figure.Cell(text: words.tenths(span.months)),
        ])
    }
  }

  private var yearColumns: [Figure.Column] {
    [Figure.Column(name: words.months, isNumber: false), Figure.Column(name: words.cases)]
  }

  /// How many took up to a year, up to two, and so on.
  private var yearRows: [Figure.Row] {
    let last = Int(spans[spans.count - 1].months / 12)
    var counts = [Int](repeating: 0, count: last + 1)
    for span in spans { counts[Int(span.months / 12)] += 1 }
    return counts.enumerated().map { year, count in
      Figure.Row(
        head: Figure.Cell(text: words.fromBelow(months: year * 12, (year + 1) * 12)),
        cells: [Figure.Cell(text: String(count))])
    }
  }
}

extension CalendarDate {
  /// The day, or the middle of the month, counted from 1 March of the year 0; nil where only the
  /// year is known.
  fileprivate var middleDay: Int? {
    guard let month else { return nil }
    let isLate = month > 2
    let year = Int(year) - (isLate ? 0 : 1)
    let monthsOn = Int(month) + (isLate ? -3 : 9)
    return year * 365 + year / 4 - year / 100 + year / 400 + (153 * monthsOn + 2) / 5
      + Int(day ?? 15) - 1
  }
}
