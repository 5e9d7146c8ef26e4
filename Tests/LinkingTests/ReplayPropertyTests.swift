import TestSupport
import Testing

@testable import Content
@testable import Linking

/// What holds for any list of steps, sensible or not.
@Suite struct ReplayPropertyTests {
  @Test(arguments: 0..<8)
  func `any list of steps can be replayed, and no more is in force than was imposed`(seed: UInt64) {
    var random = RandomSteps(seed: seed)
    for _ in 0..<400 {
      let procedure = Procedure(random.steps())
      for count in 0...procedure.events.count {
        let standing = procedure.replayed(upTo: count)
        let measures = procedure.events[..<count].reduce(0) { $0 + $1.step.measures.count }
        #expect(standing.outcomes.count == measures)
        checkAmounts(standing)
        checkOutcomes(standing, procedure)
      }
    }
  }

  @Test func `the steps up to an event decide what stands after it`() {
    var random = RandomSteps(seed: 99)
    for _ in 0..<400 {
      let procedure = Procedure(random.steps())
      for count in 0...procedure.events.count {
        let alone = Procedure(procedure.events[..<count].map(\.step)).replayed()
        let within = procedure.replayed(upTo: count)
        #expect(alone.status == within.status)
        #expect(alone.amounts == within.amounts)
      }
    }
  }

  @Test func `one pass over the steps tells the same as a replay up to each`() {
    var random = RandomSteps(seed: 7)
    for _ in 0..<400 {
      let procedure = Procedure(random.steps())
      let standings = procedure.standings
      #expect(standings.count == procedure.events.count)
      for (position, standing) in standings.enumerated() {
        let alone = procedure.replayed(upTo: position + 1)
        #expect(standing.status == alone.status)
        #expect(standing.isStayed == alone.isStayed)
        #expect(standing.amounts == alone.amounts)
        #expect(standing.outcomes.map(\.state) == alone.outcomes.map(\.state))
        #expect(standing.outcomes.map(\.isReplacement) == alone.outcomes.map(\.isReplacement))
      }
    }
  }

  private func checkAmounts(_ standing: Standing) {
    for amounts in standing.amounts {
      let everything = standing.outcomes.filter { $0.origin == .imposed }
        .compactMap { outcome -> Quantity? in
          guard case .known(_, let high, amounts.currency) = outcome.measure.sum else { return nil }
          return high
        }.reduce(.zero, +)
      #expect(amounts.inForce.high <= everything)
      #expect(amounts.imposed.high <= everything)
      #expect(amounts.inForce.low <= amounts.inForce.high)
      #expect(amounts.proposed.low <= amounts.proposed.high)
    }
  }

  private func checkOutcomes(_ standing: Standing, _ procedure: Procedure) {
    for outcome in standing.outcomes {
      let kind = procedure.events[outcome.event].kind
      switch outcome.state {
      case .proposed: #expect(kind.proposes)
      case .imposed: #expect(kind.imposes)
      case .recorded: #expect(!kind.proposes && !kind.imposes)
      case .replaced, .annulled: #expect(kind.proposes || kind.imposes)
      }
      if outcome.isReplacement { #expect(kind.proposes || kind.imposes) }
    }
    if standing.status == .annulled {
      #expect(!standing.outcomes.contains { $0.state == .imposed && $0.measure.kind != .none })
    }
    if standing.status == .final || standing.status == .closed {
      #expect(procedure.events.contains { $0.kind == .becameFinal || $0.kind == .closed })
    }
  }
}

/// Steps of any kind in any order, with references to anything.
private struct RandomSteps {
  private var generator: SeededGenerator
  private var dates: SeededDates

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    dates = SeededDates(seed: seed ^ 0xD1CE)
  }

  mutating func steps() -> [Step] {
    let count = Int.random(in: 0...9, using: &generator)
    return (0..<count).map { index in
      var step = Step()
      step.id = written("s\(index)")
      step.date = Written(dates.dates(1).first.flatMap { CalendarDate($0) }, start: 0, end: 0)
      step.kind = Written(Step.Kind.allCases.randomElement(using: &generator), start: 0, end: 0)
      if chance(2) { step.target = written("s\(Int.random(in: 0...9, using: &generator))") }
      if chance(2) {
        step.effect = Written(
          Step.Effect.allCases.randomElement(using: &generator), start: 0, end: 0)
      }
      step.measures = (0..<Int.random(in: 0...3, using: &generator)).map { _ in measure() }
      return step
    }
  }

  private mutating func measure() -> Measure {
    var measure = Measure()
    measure.kind =
      chance(2) ? .fine : Measure.Kind.allCases.randomElement(using: &generator) ?? .fine
    let amounts: [String?] = ["100 EUR", "7.5 EUR", "40..60 EUR", "9 GBP", "undisclosed", nil]
    if let typed = amounts.randomElement(using: &generator) ?? nil {
      measure.amount = Written(Amount(typed), start: 0, end: 0)
    }
    measure.isMaximum = chance(8)
    if chance(8) { measure.per = .day }
    if chance(4) {
      let step = Int.random(in: 0...9, using: &generator)
      measure.replaces = written("s\(step)/\(Int.random(in: 0...3, using: &generator))")
    }
    if chance(4) { measure.company = written(chance(2) ? "acme" : "apex") }
    return measure
  }

  private func written(_ text: String) -> Written<String> { Written(text, start: 0, end: 0) }

  /// True once in `odds` times.
  private mutating func chance(_ odds: Int) -> Bool {
    Int.random(in: 0..<odds, using: &generator) == 0
  }
}
