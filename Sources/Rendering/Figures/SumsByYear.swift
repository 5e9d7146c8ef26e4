import Content
import Linking

/// What is in force by the year of the decision, in parts by how sure it is.
struct SumsByYear {
  /// How sure it is that what is in force stays so, the surest first.
  enum Part: Int, CaseIterable {
    case final, decided, changed, open

    /// Every status has its part, so that the parts add up to the totals of lists.
    init(_ status: Standing.Status) {
      switch status {
      case .final, .closed: self = .final
      case .decided: self = .decided
      case .reduced, .increased, .annulledInPart, .annulled, .withdrawn: self = .changed
      case .underAppeal, .stayed, .remitted, .alleged, .proposed: self = .open
      }
    }

    var code: StaticString {
      switch self {
      case .final: "part-final"
      case .decided: "part-decided"
      case .changed: "part-changed"
      case .open: "part-open"
      }
    }
  }

  private struct Year {
    let year: Int
    var parts = [Sum](repeating: .zero, count: Part.allCases.count)
    var cases = 0

    var total: Sum { parts.reduce(into: .zero) { $0 += $1 } }
  }

  private let years: [Year]
  private let currency: Currency
  private let words: FigureWords
  private let ranges: Int
  private let undisclosed: Int

  /// Nil where fewer than three years have something in force.
  init?(_ sums: [CaseSum], in currency: Currency, undisclosed: Int, words: FigureWords) {
    guard let first = sums.lazy.map(\.year).min(), let last = sums.lazy.map(\.year).max() else {
      return nil
    }
    var years = (first...last).map { Year(year: $0) }
    for sum in sums {
      years[sum.year - first].parts[Part(sum.linked.standing.status).rawValue] += sum.sum
      years[sum.year - first].cases += 1
    }
    guard years.count(where: { $0.cases > 0 }) >= 3 else { return nil }
    self.years = years
    self.currency = currency
    self.words = words
    self.undisclosed = undisclosed
    ranges = sums.count { $0.sum.low != $0.sum.high }
  }

  var figure: Figure {
    let largest = years.map(\.total.low.drawn).max() ?? 0
    let smallest = years.map(\.total.low.drawn).filter { $0 > 0 }.min() ?? 1
    let linear = Axis(upTo: largest, words: words)
    let unit = words.unit(of: largest)
    return Figure(
      id: "page-figure-years-" + currency.code.lowercased(),
      title: words.sumsByYear(currency),
      summary: summary,
      notes: notes,
      keys: Part.allCases.filter { part in years.contains { !$0.parts[part.rawValue].isZero } }
        .map { Figure.Key(code: "\($0.code)", name: words.name(of: $0)) },
      drawing: drawing(along: linear, heading: words.axis(of: currency, in: unit), isStacked: true),
      logarithmic: largest >= 20 * smallest
        ? drawing(
          along: Axis(decadesFrom: smallest, to: largest, words: words),
          heading: words.logarithmicAxis(of: currency), isStacked: false) : nil,
      columns: columns, rows: rows)
  }

  private var summary: String {
    let total = years.reduce(into: Sum.zero) { $0 += $1.total }
    let peak = years.max { ($0.total.high, $1.year) < ($1.total.high, $0.year) }
    return words.sumsByYear(
      Price(total, currency), cases: years.reduce(0) { $0 + $1.cases },
      from: years[0].year, to: years[years.count - 1].year,
      most: peak.map { ($0.year, Price($0.total, currency)) })
  }

  private var notes: [String] {
    var notes: [String] = []
    if ranges > 0 { notes.append(words.drawnAtLowerEnd(ranges)) }
    if undisclosed > 0 { notes.append(words.undisclosed(undisclosed)) }
    return notes
  }

  private func drawing(along axis: Axis, heading: String, isStacked: Bool) -> Drawing {
    var plot = YearPlot(years: years[0].year...years[years.count - 1].year, axis, heading: heading)
    for year in years where year.cases > 0 {
      guard isStacked else {
        let total = year.total.low.drawn
        plot.dot(year.year, total, title: words.year(year.year, Price(year.total, currency)))
        continue
      }
      var base = 0.0
      for part in Part.allCases {
        let sum = year.parts[part.rawValue]
        guard !sum.isZero else { continue }
        plot.bar(
          part.code, year.year, from: base, to: base + sum.low.drawn,
          title: words.year(year.year, Price(sum, currency), words.name(of: part)))
        base += sum.low.drawn
      }
    }
    return plot.drawing
  }

  private var columns: [Figure.Column] {
    [Figure.Column(name: words.year, isNumber: false)]
      + Part.allCases.map { Figure.Column(name: words.name(of: $0)) }
      + [Figure.Column(name: words.allTogether), Figure.Column(name: words.cases)]
  }

  private var rows: [Figure.Row] {
    years.map { year in
      Figure.Row(
        head: Figure.Cell(text: String(year.year)),
        cells: (year.parts + [year.total]).map {
          Figure.Cell(text: $0.isZero ? words.none : words.exact(Price($0, currency)))
        } + [Figure.Cell(text: String(year.cases))])
    }
  }
}

extension CaseSum {
  /// Of the decision.
  fileprivate var year: Int { Int(linked.decided.year) }
}
