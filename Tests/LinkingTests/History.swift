import Content
import Diagnostics
import TestSupport
import Testing

@testable import Linking

/// A case by its steps alone, for asking where it stands.
struct History {
  let procedure: Procedure
  /// What is wrong with the steps.
  let findings: [Finding]

  /// `steps` is a YAML list; anything wrong with it fails the test unless `flaws` are expected.
  init(_ steps: String, flaws: Bool = false, at location: SourceLocation = #_sourceLocation) {
    let fixture = Publication.acme(steps: steps)
    let linked = fixture.linked()
    findings = fixture.findings(
      in: linked.diagnostics.filter { !Rule.advice.contains($0.rule) })
    procedure = linked.value.cases.first?.procedure ?? Procedure([])
    if !flaws, !findings.isEmpty {
      Issue.record("the steps are wrong: \(findings)", sourceLocation: location)
    }
  }

  var standing: Standing { procedure.replayed() }

  var status: String { standing.status.rawValue }

  /// The status after each step.
  var statuses: [String] {
    (1...procedure.events.count).map { procedure.replayed(upTo: $0).status.rawValue }
  }

  var proposed: String { told(\.proposed) }
  var imposed: String { told(\.imposed) }
  var inForce: String { told(\.inForce) }
  var paid: String { told(\.paid) }
  var refunded: String { told(\.refunded) }

  /// What is in force after each step.
  var inForceByStep: [String] {
    (1...procedure.events.count).map { Self.told(procedure.replayed(upTo: $0).amounts, \.inForce) }
  }

  /// `fine imposed`, `fine replaced` …, in the order of the steps.
  var states: [String] {
    standing.outcomes.map { "\($0.measure.kind.rawValue) \($0.state.rawValue)" }
  }

  private func told(_ account: KeyPath<CurrencyAmounts, Sum>) -> String {
    Self.told(standing.amounts, account)
  }

  /// `5 EUR, 400..600 GBP`; `0` where nothing adds up.
  static func told(_ amounts: [CurrencyAmounts], _ account: KeyPath<CurrencyAmounts, Sum>)
    -> String
  {
    let sums = amounts.filter { !$0[keyPath: account].isZero }.map { amounts in
      told(amounts[keyPath: account]) + " " + amounts.currency.code
    }
    return sums.isEmpty ? "0" : sums.joined(separator: ", ")
  }

  static func told(_ sum: Sum) -> String {
    sum.low == sum.high ? sum.low.text : sum.low.text + ".." + sum.high.text
  }
}

extension Publication {
  /// The small publication with another respondent, Apex, and `steps` in its one case.
  static func acme(steps: String) -> Fixture {
    Fixture(
      """
      === content/cases/acme.md
      ---
      title: Late disclosure
      summary: The authority fined Acme Energy.
      published: 2024-06-01
      companies: [acme-energy, apex]
      regulators: [nl-ap]
      provisions: [gdpr 33]
      topics: [data-breach]
      steps:
      \(steps)
      sources:
        - { id: decision, title: Decision, publisher: nl-ap }
      ---
      === content/companies/apex.md
      ---
      name: Apex
      ---
      """, over: small)
  }
}

extension Totals {
  /// `5 EUR in 1 case, 3 GBP in 2 cases of 3`.
  var told: String {
    let sums = amounts.map { amount in
      "\(History.told(amount.inForce)) \(amount.currency.code) in \(amount.cases)"
    }
    return (sums.isEmpty ? "0" : sums.joined(separator: ", ")) + " of \(cases)"
      + (undisclosed > 0 ? ", \(undisclosed) undisclosed" : "")
  }
}

/// Dates of every precision, close together.
struct SeededDates {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func dates(_ count: Int) -> [String] {
    (0..<count).map { _ in
      let year = Int.random(in: 2020...2022, using: &generator)
      let month = Int.random(in: 1...12, using: &generator)
      let day = Int.random(in: 1...28, using: &generator)
      let date =
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: CalendarDate(year: year)
        case 1: CalendarDate(year: year, month: month)
        default: CalendarDate(year: year, month: month, day: day)
        }
      return date?.text ?? "2020"
    }
  }
}
