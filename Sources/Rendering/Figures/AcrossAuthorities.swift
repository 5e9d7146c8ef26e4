import Content
import Linking

/// Decisions about one company as dots over time, a line for each authority.
struct AcrossAuthorities {
  private struct Line {
    let authority: Link
    var cases: [LinkedCase]
  }

  private let lines: [Line]
  private let axis: TimeAxis
  private let words: FigureWords

  /// More would be a wall; the list of cases says it better.
  private static let most = 16
  private static let step = 34.0

  /// Nil where fewer than two authorities decided, or all on one day.
  init?(_ cases: [LinkedCase], in publication: Publication, words: FigureWords) {
    var lines: [Line] = []
    var places: [Int32: Int] = [:]
    // From the oldest on, so that lines begin in the order in which authorities came in.
    for linked in cases.sorted(by: { $0.decided.earliest < $1.decided.earliest }) {
      guard let lead = linked.regulators.first else { continue }
      if let place = places[lead.index] {
        lines[place].cases.append(linked)
      } else {
        places[lead.index] = lines.count
        lines.append(Line(authority: publication.regulators[Int(lead.index)], cases: [linked]))
      }
    }
    guard (2...Self.most).contains(lines.count),
      let axis = TimeAxis(
        lines.flatMap(\.cases).map(\.decided.dayNumber), left: 6, right: Drawing.width - 6)
    else { return nil }
    (self.lines, self.axis, self.words) = (lines, axis, words)
  }

  var figure: Figure {
    let decided = lines.flatMap(\.cases).map(\.decided).sorted { $0.earliest < $1.earliest }
    return Figure(
      id: "page-figure-authorities", title: words.acrossAuthorities,
      summary: words.acrossAuthorities(
        cases: decided.count, authorities: lines.count, from: decided[0],
        to: decided[decided.count - 1]),
      drawing: drawing,
      columns: [
        Figure.Column(name: words.authority, isNumber: false), Figure.Column(name: words.cases),
        Figure.Column(name: words.firstDecision, isNumber: false),
        Figure.Column(name: words.lastDecision, isNumber: false),
      ],
      rows: lines.map { line in
        Figure.Row(
          head: Figure.Cell(text: line.authority.name, href: line.authority.href),
          cells: [
            Figure.Cell(text: String(line.cases.count)),
            Figure.Cell(text: words.date(line.cases[0].decided), isNumber: false),
            Figure.Cell(
              text: words.date(line.cases[line.cases.count - 1].decided), isNumber: false),
          ])
      })
  }

  private var drawing: Drawing {
    let foot = Self.step * Double(lines.count) + 6
    var drawing = Drawing(height: foot + 24)
    for (index, line) in lines.enumerated() {
      let height = Self.step * Double(index) + 24
      drawing.text("label", axis.left, height - 10, .start, line.authority.short)
      drawing.line("grid", axis.left, height, axis.right, height)
      for linked in line.cases {
        drawing.dot(
          linked.standing.stands ? "event" : "event-void", axis.place(linked.decided.dayNumber),
          height, radius: 5, title: words.decision(linked))
      }
    }
    drawing.axis(axis, at: foot)
    return drawing
  }
}

extension Standing {
  /// Whether something of what was decided is still in force, or may be.
  fileprivate var stands: Bool { status != .annulled && status != .withdrawn }
}

// What the figure says in words.
extension FigureWords {
  var acrossAuthorities: String { text("across_authorities") }
  var authority: String { text("authority") }
  var firstDecision: String { text("first_decision") }
  var lastDecision: String { text("last_decision") }

  func acrossAuthorities(
    cases: Int, authorities: Int, from first: CalendarDate, to last: CalendarDate
  ) -> String {
    text(
      "across_authorities_text",
      [
        "cases": words.cases(cases), "authorities": words.number(authorities),
        "first": date(first), "last": date(last),
      ])
  }

  func decision(_ linked: LinkedCase) -> String {
    "\(linked.short): \(date(linked.decided)), \(words.status[linked.standing.status])"
  }
}
