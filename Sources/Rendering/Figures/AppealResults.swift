import Content
import Linking

/// What came of challenges to decisions, and of how many it is not known whether there was one.
struct AppealResults {
  enum Result: Int, CaseIterable {
    case upheld, changed, annulledInPart, annulled, sentBack, pending, none, unknown

    /// Nil for a case in which nothing was decided.
    init?(of linked: LinkedCase) {
      let events = linked.procedure.events
      let isDecided = events.contains { $0.kind.isDecision || $0.kind == .penaltyCalled }
      guard isDecided else { return nil }
      switch linked.standing.status {
      case .underAppeal, .stayed: self = .pending
      case .remitted: self = .sentBack
      case .annulled: self = .annulled
      case .annulledInPart: self = .annulledInPart
      case .reduced, .increased: self = .changed
      case .alleged, .proposed, .decided, .final, .withdrawn, .closed:
        if events.contains(where: \.isChallenge) {
          self = .upheld
        } else {
          self =
            linked.standing.status == .final || linked.standing.status == .closed ? .none : .unknown
        }
      }
    }
  }

  private let counts: [Int]
  private let words: FigureWords

  /// Nil where fewer than five cases were decided, or none was challenged.
  init?(_ set: CaseSet, words: FigureWords) {
    var counts = [Int](repeating: 0, count: Result.allCases.count)
    for linked in set.cases {
      if let result = Result(of: linked) { counts[result.rawValue] += 1 }
    }
    self.counts = counts
    self.words = words
    guard total >= 5, challenged > 0 else { return nil }
  }

  private var total: Int { counts.reduce(0, +) }

  private var challenged: Int {
    total - counts[Result.none.rawValue] - counts[Result.unknown.rawValue]
  }

  var figure: Figure {
    Figure(
      id: "page-figure-appeals", title: words.appealResults,
      summary: words.appealResults(
        total, challenged: challenged, unknown: counts[Result.unknown.rawValue]),
      drawing: drawing,
      columns: [
        Figure.Column(name: words.result, isNumber: false), Figure.Column(name: words.cases),
      ],
      rows: Result.allCases.map { result in
        Figure.Row(
          head: Figure.Cell(text: words.name(of: result)),
          cells: [Figure.Cell(text: String(counts[result.rawValue]))])
      })
  }

  private var drawing: Drawing {
    let shown = Result.allCases.filter { counts[$0.rawValue] > 0 }
    let most = Double(counts.max() ?? 1)
    var drawing = Drawing(height: Double(shown.count) * 34)
    for (row, result) in shown.enumerated() {
      let top = Double(row) * 34
      let count = counts[result.rawValue]
      let name = words.name(of: result)
      let length = Double(count) / most * 350
      drawing.text("label", 0, top + 11, .start, name)
      drawing.bar(
        result == .unknown ? "bar-unknown" : "bar", 0.5, top + 16, width: max(1, length - 0.5),
        height: 12, title: words.bar(name, count))
      drawing.text("tick", length + 6, top + 26, .start, String(count))
    }
    return drawing
  }
}

extension Procedure.Event {
  /// Whether it shows that somebody challenged the decision.
  fileprivate var isChallenge: Bool {
    switch kind {
    case .appealLodged, .permissionRefused, .stay, .referral: true
    case .judgment: target != nil
    default: false
    }
  }
}
