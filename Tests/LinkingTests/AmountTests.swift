import Testing

@testable import Linking

/// What adds up, and what never does.
@Suite struct AmountTests {
  private func decided(_ measures: String) -> History {
    History("- { id: decision, date: 2020-01-01, kind: decision, measures: [\(measures)] }")
  }

  @Test(arguments: [
    "fine", "penalty-called", "disgorgement", "restitution", "damages", "settlement",
  ])
  func `penalties and what must be given back add up`(kind: String) {
    let history = decided("{ kind: \(kind), amount: 5 EUR }, { kind: fine, amount: 2 EUR }")
    #expect((history.imposed, history.inForce) == ("7 EUR", "7 EUR"))
  }

  @Test(arguments: [
    "{ kind: costs, amount: 5 EUR }", "{ kind: periodic-penalty, amount: 5 EUR }",
    "{ kind: periodic-penalty, amount: 5 EUR, per: day }",
    "{ kind: periodic-penalty, amount: 5 EUR, maximum: true }",
    "{ kind: fine, amount: 5 EUR, per: day }", "{ kind: fine, amount: 5 EUR, maximum: true }",
    "{ kind: warning, amount: 5 EUR }", "{ kind: undertaking, amount: 5 EUR }",
  ])
  func `costs, ceilings and rates never do`(measure: String) {
    let history = decided(measure)
    #expect((history.proposed, history.imposed, history.inForce) == ("0", "0", "0"))
    #expect(history.standing.undisclosed == 0)
    #expect(history.status == "decided")
  }

  @Test func `two currencies are two sums`() {
    let history = decided(
      "{ kind: fine, amount: 5 GBP }, { kind: fine, amount: 7.50 EUR }, { kind: fine, amount: 1 GBP }"
    )
    #expect(history.inForce == "7.5 EUR, 6 GBP")
  }

  @Test func `a range adds up at both its ends`() {
    let history = decided("{ kind: fine, amount: 400..600 EUR }, { kind: fine, amount: 50 EUR }")
    #expect(history.inForce == "450..650 EUR")
  }

  @Test func `an undisclosed amount is counted beside the sum`() {
    let history = decided(
      "{ kind: fine, amount: undisclosed }, { kind: fine, amount: 5 EUR }, { kind: fine }")
    #expect(history.inForce == "5 EUR")
    #expect(history.standing.undisclosed == 2)
  }

  @Test func `an undisclosed amount that is annulled or only proposed is not counted`() {
    let annulled = History(
      """
      - { date: 2019-01-01, kind: notice-of-intent, measures: [{ kind: fine, amount: undisclosed }] }
      - { id: decision, date: 2020-01-01, kind: decision, measures: [{ kind: fine, amount: undisclosed }] }
      - { date: 2021-01-01, kind: judgment, on: decision, effect: annulled }
      """)
    #expect(annulled.standing.undisclosed == 0)
  }

  @Test func `paid and refunded are accounts of their own`() {
    let history = History(
      """
      - { id: decision, date: 2020-01-01, kind: decision, measures: [{ kind: fine, amount: 100 EUR }] }
      - { date: 2020-02-01, kind: paid, measures: [{ kind: fine, amount: 100 EUR }] }
      - { date: 2021-01-01, kind: judgment, on: decision, effect: varied, measures: [{ kind: fine, amount: 70 EUR }] }
      - { date: 2021-02-01, kind: refunded, measures: [{ kind: fine, amount: 30 EUR }] }
      """)
    #expect((history.imposed, history.inForce) == ("100 EUR", "70 EUR"))
    #expect((history.paid, history.refunded) == ("100 EUR", "30 EUR"))
    #expect(history.status == "reduced")
  }

  @Test func `whatever was paid counts as paid, costs and called penalties too`() {
    let history = History(
      """
      - { id: decision, date: 2020-01-01, kind: decision, measures: [{ kind: costs, amount: 3 EUR }] }
      - { date: 2020-02-01, kind: paid, measures: [{ kind: costs, amount: 3 EUR }, { kind: periodic-penalty, amount: 4 EUR }] }
      """)
    #expect((history.inForce, history.paid) == ("0", "7 EUR"))
  }

  @Test func `a periodic penalty counts once it is called in`() {
    let history = History(
      """
      - { id: decision, date: 2020-01-01, kind: decision, measures: [{ kind: periodic-penalty, amount: 5 EUR, per: day }, { kind: periodic-penalty, amount: 500 EUR, maximum: true }] }
      - { date: 2021-01-01, kind: penalty-called, measures: [{ kind: penalty-called, amount: 35 EUR }] }
      - { date: 2021-02-01, kind: penalty-called, measures: [{ kind: penalty-called, amount: 40 EUR }] }
      """)
    #expect(history.inForceByStep == ["0", "35 EUR", "75 EUR"])
    #expect(history.imposed == "75 EUR")
  }

  @Test func `a measure of no consequence costs nothing, and is no fine of an unknown amount`() {
    let history = decided("{ kind: none }, { kind: reprimand }, { kind: order-compliance }")
    #expect((history.inForce, history.standing.undisclosed) == ("0", 0))
  }

  @Test func `the largest amounts there can be add up`() {
    let fines = Array(repeating: "{ kind: fine, amount: 999999999999999.9999 EUR }", count: 50)
    #expect(decided(fines.joined(separator: ", ")).inForce == "49999999999999999.995 EUR")
  }
}
