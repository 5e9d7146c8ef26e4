import Testing

@testable import Linking

/// Real procedures, which must come out as they did.
@Suite struct WorkedHistoryTests {
  @Test func `Austrian Post: fined, annulled, that annulment annulled, and 16 million in the end`()
  {
    let history = History(
      """
      - { id: decision, date: 2019-10-23, kind: decision, measures: [{ kind: fine, amount: 18000000 EUR }] }
      - { date: 2019-11-20, kind: appeal-lodged }
      - { id: first, date: 2020-11-26, kind: judgment, on: decision, effect: annulled }
      - { date: 2021-01, kind: appeal-lodged, on: first }
      - { id: second, date: 2024-02-01, kind: judgment, on: first, effect: annulled-remitted }
      - { date: 2024-12-27, kind: judgment, on: decision, effect: varied, measures: [{ kind: fine, amount: 16000000 EUR }] }
      """)
    #expect(
      history.statuses == [
        "decided", "under-appeal", "annulled", "under-appeal", "remitted", "reduced",
      ])
    #expect(
      history.inForceByStep == [
        "18000000 EUR", "18000000 EUR", "0", "0", "18000000 EUR", "16000000 EUR",
      ])
    #expect(history.imposed == "18000000 EUR")
    #expect(history.proposed == "0")
    #expect(history.states == ["fine replaced", "fine imposed"])
  }

  @Test func `Clearview v ICO: annulled in 2023, which was set aside and remitted in 2025`() {
    let history = History(
      """
      - { date: 2021-11-29, kind: notice-of-intent, measures: [{ kind: fine, amount: 17000000 GBP }] }
      - id: decision
        date: 2022-05-18
        kind: decision
        measures: [{ kind: fine, amount: 7552800 GBP }, { kind: order-erasure }]
      - { date: 2022-06-15, kind: appeal-lodged, on: decision }
      - { id: ftt, date: 2023-10-17, kind: judgment, on: decision, effect: annulled }
      - { date: 2023-11-17, kind: appeal-lodged, on: ftt }
      - { date: 2025-10-06, kind: judgment, on: ftt, effect: annulled-remitted }
      """)
    #expect(
      history.statuses == [
        "proposed", "decided", "under-appeal", "annulled", "under-appeal", "remitted",
      ])
    #expect(
      history.inForceByStep == [
        "0", "7552800 GBP", "7552800 GBP", "0", "0", "7552800 GBP",
      ])
    #expect(history.proposed == "17000000 GBP")
    #expect(history.imposed == "7552800 GBP")
    #expect(history.states == ["fine proposed", "fine imposed", "order-erasure imposed"])
  }

  @Test func `British Airways: 183.39 million proposed, 20 million imposed`() {
    let history = History(
      """
      - { date: 2019-07-08, kind: notice-of-intent, measures: [{ kind: fine, amount: 183390000 GBP }] }
      - { date: 2020-10-16, kind: decision, measures: [{ kind: fine, amount: 20000000 GBP }] }
      """)
    #expect(history.statuses == ["proposed", "decided"])
    #expect(history.proposed == "183390000 GBP")
    #expect(history.imposed == "20000000 GBP")
    #expect(history.inForce == "20000000 GBP")
  }

  @Test func `a decision that says which proposal it replaces comes out the same`() {
    let history = History(
      """
      - { id: notice, date: 2019-07-08, kind: notice-of-intent, measures: [{ kind: fine, amount: 183390000 GBP }] }
      - { date: 2020-10-16, kind: decision, measures: [{ kind: fine, amount: 20000000 GBP, replaces: notice/1 }] }
      """)
    #expect(history.proposed == "183390000 GBP")
    #expect(history.imposed == "20000000 GBP")
    #expect(history.inForce == "20000000 GBP")
    #expect(history.status == "decided")
  }

  @Test func `Clearview in France: a penalty called in is owed, its rate never was`() {
    let fined = History(
      """
      - id: decision
        date: 2022-10-17
        kind: decision
        measures:
          - { kind: fine, amount: 20000000 EUR }
          - { kind: order-erasure }
          - { kind: periodic-penalty, amount: 100000 EUR, per: day }
      - { date: 2023-04-17, kind: penalty-called, measures: [{ kind: penalty-called, amount: 5200000 EUR }] }
      """)
    #expect(fined.inForceByStep == ["20000000 EUR", "25200000 EUR"])
    #expect(fined.statuses == ["decided", "decided"])
  }

  @Test func `an authority's own objection procedure ends with a second decision`() {
    let history = History(
      """
      - { id: first, date: 2021-12-13, kind: decision, measures: [{ kind: fine, amount: 65000000 NOK }] }
      - { date: 2022-02-14, kind: appeal-lodged, on: first }
      - { date: 2023-09-27, kind: judgment, on: first, effect: upheld }
      - { date: 2023-10-27, kind: appeal-lodged }
      - { date: 2024-07-01, kind: judgment, on: first, effect: upheld }
      - { date: 2024-08-15, kind: appeal-lodged }
      - { date: 2025-10-21, kind: judgment, on: first, effect: upheld }
      - { date: 2025-11, kind: became-final }
      """)
    #expect(
      history.statuses == [
        "decided", "under-appeal", "decided", "under-appeal", "decided", "under-appeal", "decided",
        "final",
      ])
    #expect(history.inForce == "65000000 NOK")
  }
}
