import Testing

@testable import Linking

/// What each effect does to status and amounts.
@Suite struct EffectTests {
  private static let decision =
    "- { id: decision, date: 2020-01-01, kind: decision, measures: [{ kind: fine, amount: 100 EUR }] }\n"

  private func after(_ steps: String) -> History { History(Self.decision + steps) }

  @Test(arguments: ["upheld", "inadmissible"])
  func `an appeal that fails leaves the decision as it was`(effect: String) {
    let history = after(
      """
      - { date: 2020-02-01, kind: appeal-lodged }
      - { date: 2021-01-01, kind: judgment, on: decision, effect: \(effect) }
      """)
    #expect(history.statuses == ["decided", "under-appeal", "decided"])
    #expect(history.inForce == "100 EUR")
  }

  @Test func `a reduction on appeal is in force, and what was first imposed is kept`() {
    let history = after(
      """
      - { date: 2021-01-01, kind: judgment, effect: varied, measures: [{ kind: fine, amount: 40 EUR }] }
      """)
    #expect(history.status == "reduced")
    #expect((history.imposed, history.inForce) == ("100 EUR", "40 EUR"))
    #expect(history.states == ["fine replaced", "fine imposed"])
  }

  @Test func `an increase on appeal is in force`() {
    let history = after(
      """
      - { date: 2021-01-01, kind: judgment, effect: varied, measures: [{ kind: fine, amount: 140 EUR }] }
      """)
    #expect(history.status == "increased")
    #expect((history.imposed, history.inForce) == ("100 EUR", "140 EUR"))
  }

  @Test func `a second variation takes the place of the first`() {
    let history = after(
      """
      - { id: first, date: 2021-01-01, kind: judgment, on: decision, effect: varied, measures: [{ kind: fine, amount: 80 EUR }] }
      - { date: 2022-01-01, kind: judgment, on: decision, effect: varied, measures: [{ kind: fine, amount: 60 EUR }] }
      """)
    #expect((history.imposed, history.inForce) == ("100 EUR", "60 EUR"))
    #expect(history.status == "reduced")
  }

  @Test func `a variation of a ruling takes the place of what that ruling ordered`() {
    let history = after(
      """
      - { id: first, date: 2021-01-01, kind: judgment, on: decision, effect: varied, measures: [{ kind: fine, amount: 80 EUR }] }
      - { date: 2022-01-01, kind: judgment, on: first, effect: varied, measures: [{ kind: fine, amount: 60 EUR }] }
      """)
    #expect((history.imposed, history.inForce) == ("100 EUR", "60 EUR"))
  }

  @Test func `a decision that was varied and then annulled leaves nothing in force`() {
    let history = after(
      """
      - { id: first, date: 2021-01-01, kind: judgment, on: decision, effect: varied, measures: [{ kind: fine, amount: 80 EUR }] }
      - { date: 2022-01-01, kind: judgment, on: decision, effect: annulled }
      """)
    #expect((history.imposed, history.inForce) == ("100 EUR", "0"))
    #expect(history.status == "annulled")
  }

  @Test func `a variation that is undone brings the first fine back`() {
    let history = after(
      """
      - { id: first, date: 2021-01-01, kind: judgment, on: decision, effect: varied, measures: [{ kind: fine, amount: 80 EUR }] }
      - { date: 2022-01-01, kind: judgment, on: first, effect: annulled }
      """)
    #expect((history.imposed, history.inForce) == ("100 EUR", "100 EUR"))
    #expect(history.states == ["fine imposed", "fine annulled"])
    #expect(history.status == "decided")
  }

  @Test func `a variation touches only measures of the kinds it has, and only that company's`() {
    let history = History(
      """
      - id: decision
        date: 2020-01-01
        kind: decision
        measures:
          - { kind: fine, amount: 100 EUR, on: acme-energy }
          - { kind: fine, amount: 50 EUR, on: apex }
          - { kind: disgorgement, amount: 7 EUR, on: acme-energy }
      - { date: 2021-01-01, kind: judgment, effect: varied, measures: [{ kind: fine, amount: 30 EUR, on: acme-energy }] }
      """)
    #expect((history.imposed, history.inForce) == ("157 EUR", "87 EUR"))
    #expect(
      history.states == ["fine replaced", "fine imposed", "disgorgement imposed", "fine imposed"])
  }

  @Test func `a variation may split one fine in two`() {
    let history = after(
      """
      - date: 2021-01-01
        kind: judgment
        effect: varied
        measures: [{ kind: fine, amount: 30 EUR }, { kind: fine, amount: 20 EUR }]
      """)
    #expect((history.imposed, history.inForce) == ("100 EUR", "50 EUR"))
  }

  @Test func `an annulment in part says so, and what is left is told by what replaces it`() {
    let history = after(
      """
      - { date: 2021-01-01, kind: judgment, on: decision, effect: annulled-in-part, measures: [{ kind: fine, amount: 60 EUR, replaces: decision/1 }] }
      """)
    #expect(history.status == "annulled-in-part")
    #expect((history.imposed, history.inForce) == ("100 EUR", "60 EUR"))
    let untold = after("- { date: 2021-01-01, kind: judgment, effect: annulled-in-part }")
    #expect((untold.status, untold.inForce) == ("annulled-in-part", "100 EUR"))
  }

  @Test func `an annulment in part that is undone is none`() {
    let history = after(
      """
      - { id: first, date: 2021-01-01, kind: judgment, on: decision, effect: annulled-in-part }
      - { date: 2022-01-01, kind: judgment, on: first, effect: annulled }
      """)
    #expect(history.statuses == ["decided", "annulled-in-part", "decided"])
  }

  @Test func `one of two decisions annulled is an annulment in part`() {
    let history = History(
      """
      - { id: one, date: 2020-01-01, kind: decision, measures: [{ kind: fine, amount: 100 EUR, on: acme-energy }] }
      - { id: two, date: 2020-01-01, kind: decision, measures: [{ kind: fine, amount: 50 EUR, on: apex }] }
      - { date: 2021-01-01, kind: judgment, on: two, effect: annulled }
      """)
    #expect((history.status, history.inForce) == ("annulled-in-part", "100 EUR"))
  }

  @Test func `what is remitted still stands until it is decided again`() {
    let history = after(
      """
      - { date: 2021-01-01, kind: judgment, on: decision, effect: remitted }
      - { date: 2022-01-01, kind: redecision, measures: [{ kind: fine, amount: 70 EUR }] }
      """)
    #expect(history.statuses == ["decided", "remitted", "reduced"])
    #expect(history.inForceByStep == ["100 EUR", "100 EUR", "70 EUR"])
    #expect(history.imposed == "100 EUR")
  }

  @Test func `what is annulled and remitted is gone until it is decided again`() {
    let history = after(
      """
      - { date: 2021-01-01, kind: judgment, on: decision, effect: annulled-remitted }
      - { id: second, date: 2022-01-01, kind: redecision, measures: [{ kind: fine, amount: 100 EUR }] }
      - { date: 2023-01-01, kind: judgment, on: second, effect: annulled }
      """)
    #expect(history.statuses == ["decided", "remitted", "decided", "annulled"])
    #expect(history.inForceByStep == ["100 EUR", "0", "100 EUR", "0"])
    #expect(history.imposed == "100 EUR")
  }

  @Test func `annulments of annulments are read from the last backwards`() {
    let history = after(
      """
      - { id: a, date: 2021-01-01, kind: judgment, on: decision, effect: annulled }
      - { id: b, date: 2022-01-01, kind: judgment, on: a, effect: annulled }
      - { id: c, date: 2023-01-01, kind: judgment, on: b, effect: annulled }
      - { id: d, date: 2024-01-01, kind: judgment, on: c, effect: annulled }
      """)
    #expect(history.inForceByStep == ["100 EUR", "0", "100 EUR", "0", "100 EUR"])
    #expect(history.statuses == ["decided", "annulled", "decided", "annulled", "decided"])
  }

  @Test func `a ruling that is upheld keeps its effect`() {
    let history = after(
      """
      - { id: a, date: 2021-01-01, kind: judgment, on: decision, effect: annulled }
      - { date: 2021-02-01, kind: appeal-lodged, on: a }
      - { date: 2022-01-01, kind: judgment, on: a, effect: upheld }
      """)
    #expect(history.statuses == ["decided", "annulled", "under-appeal", "annulled"])
    #expect(history.inForce == "0")
  }

  @Test func `what is reinstated stands again`() {
    let history = after(
      """
      - { id: a, date: 2021-01-01, kind: judgment, on: decision, effect: annulled }
      - { date: 2022-01-01, kind: judgment, on: decision, effect: reinstated }
      """)
    #expect(history.statuses == ["decided", "annulled", "decided"])
    #expect(history.inForceByStep == ["100 EUR", "0", "100 EUR"])
  }

  @Test func `a ruling that is reinstated counts again`() {
    let history = after(
      """
      - { id: a, date: 2021-01-01, kind: judgment, on: decision, effect: annulled }
      - { id: b, date: 2022-01-01, kind: judgment, on: a, effect: annulled }
      - { date: 2023-01-01, kind: judgment, on: a, effect: reinstated }
      """)
    #expect(history.statuses == ["decided", "annulled", "decided", "annulled"])
    #expect(history.inForce == "0")
  }

  @Test func `a proposal that is withdrawn and reinstated is still only a proposal`() {
    let history = History(
      """
      - { id: notice, date: 2020-01-01, kind: notice-of-intent, measures: [{ kind: fine, amount: 100 EUR }] }
      - { date: 2020-02-01, kind: withdrawn, on: notice }
      - { date: 2020-03-01, kind: judgment, on: notice, effect: reinstated }
      """)
    #expect((history.imposed, history.inForce) == ("0", "0"))
    #expect(history.proposed == "100 EUR")
  }

  @Test func `a decision that rules on a notice is annulled like any other`() {
    let history = History(
      """
      - { id: notice, date: 2020-01-01, kind: notice-of-intent, measures: [{ kind: fine, amount: 100 EUR }] }
      - { id: decision, date: 2020-02-01, kind: decision, on: notice, effect: varied, measures: [{ kind: fine, amount: 60 EUR }] }
      - { date: 2021-01-01, kind: judgment, on: decision, effect: annulled }
      """)
    #expect(history.statuses == ["proposed", "decided", "annulled"])
    #expect(history.inForceByStep == ["0", "60 EUR", "0"])
    #expect((history.proposed, history.imposed) == ("100 EUR", "60 EUR"))
  }

  @Test func `a court that fines by itself decides, and an upper court can annul that`() {
    let history = History(
      """
      - { id: first, date: 2020-01-01, kind: judgment, measures: [{ kind: fine, amount: 100 EUR }] }
      - { date: 2021-01-01, kind: judgment, on: first, effect: annulled }
      """)
    #expect(history.statuses == ["decided", "annulled"])
    #expect((history.imposed, history.inForce) == ("100 EUR", "0"))
  }

  @Test func `a penalty that was called in can be annulled alone`() {
    let history = after(
      """
      - { id: called, date: 2021-01-01, kind: penalty-called, measures: [{ kind: penalty-called, amount: 9 EUR }] }
      - { date: 2022-01-01, kind: judgment, on: called, effect: annulled }
      """)
    #expect(history.inForceByStep == ["100 EUR", "109 EUR", "100 EUR"])
    #expect(history.status == "annulled-in-part")
    let alone = History(
      """
      - { id: called, date: 2021-01-01, kind: penalty-called, measures: [{ kind: penalty-called, amount: 9 EUR }] }
      - { date: 2022-01-01, kind: judgment, on: called, effect: annulled }
      """)
    #expect((alone.status, alone.inForce) == ("annulled", "0"))
  }
}
