import Diagnostics
import TestSupport
import Testing

@testable import Linking

/// What the steps of a case refer to.
@Suite struct StepReferenceTests {
  private func findings(_ steps: String) -> (Fixture, [Finding]) {
    let fixture = Publication.acme(steps: steps)
    return (fixture, fixture.findings())
  }

  @Test(arguments: [
    ("decision", "'decision' is no measure of the case: it has no number"),
    ("decision/", "'decision/' is no measure of the case: it has no number"),
    ("decision/0", "'decision/0' is no measure of the case: it has no number"),
    ("decision/x", "'decision/x' is no measure of the case: it has no number"),
    ("decision/2", "'decision/2' is no measure of the case: step 'decision' has one"),
    (
      "desicion/1",
      "'desicion/1' is no measure of the case: there is no step 'desicion'; did you mean "
        + "'decision/1'?"
    ),
    ("other/1", "'other/1' is no measure of the case: there is no step 'other'"),
    ("later/1", "'later/1' is no measure of the case: step 'later' does not come before this one"),
    ("self/1", "'self/1' is no measure of the case: step 'self' does not come before this one"),
  ])
  func `a measure that is replaced must be there, and earlier`(typed: String, message: String) {
    let (fixture, findings) = findings(
      """
        - { id: decision, date: 2020, kind: decision, measures: [{ kind: fine, amount: 5 EUR }] }
        - { id: self, date: 2021, kind: judgment, on: decision, effect: varied, measures: [{ kind: fine, amount: 4 EUR, replaces: ▸\(typed) }] }
        - { id: later, date: 2022, kind: judgment, on: decision, effect: upheld, measures: [{ kind: none }] }
      """)
    #expect(findings.map(\.description) == fixture.marks.map { "\($0) unknown-step" })
    #expect(findings.map(\.message) == [message])
  }

  @Test func `a step cannot act on itself`() {
    let (fixture, findings) = findings(
      "  - { id: decision, date: 2020, kind: decision, on: ▸decision, effect: upheld }")
    #expect(findings.map(\.description) == fixture.marks.map { "\($0) later-target" })
  }

  @Test(arguments: ["annulled", "annulled-remitted", "reinstated", "varied"])
  func `an effect that could mean two steps needs to say which, and is told their names`(
    effect: String
  ) {
    let fixture = Publication.acme(
      steps: """
          - { id: decision, date: 2020, kind: decision }
          - { date: 2021, kind: judgment, effect: upheld }
          - { id: second, date: 2022, kind: judgment, effect: upheld }
          - { date: 2023, kind: judgment, effect: ▸\(effect) }
        """)
    #expect(fixture.findings().map(\.description) == fixture.marks.map { "\($0) unclear-target" })
    #expect(
      fixture.linked().diagnostics.first?.help == "add 'on: decision' or 'on: second'")
  }

  @Test func `a variation that names what it replaces is clear`() {
    let (_, findings) = findings(
      """
        - { id: decision, date: 2020, kind: decision, measures: [{ kind: fine, amount: 5 EUR }] }
        - { date: 2021, kind: judgment, effect: upheld }
        - { date: 2022, kind: judgment, effect: varied, measures: [{ kind: fine, amount: 4 EUR, replaces: decision/1 }] }
      """)
    #expect(findings.isEmpty)
  }

  @Test(arguments: [
    "opened", "published", "appeal-lodged", "permission-refused", "stay", "referral", "withdrawn",
    "became-final", "compliance-confirmed", "closed",
  ])
  func `a step that orders nothing has no measures`(kind: String) {
    let (fixture, findings) = findings(
      "  - { date: 2020, kind: ▸\(kind), measures: [{ kind: fine, amount: 5 EUR }] }")
    #expect(findings.map(\.description) == fixture.marks.map { "\($0) misplaced-measures" })
  }

  @Test(arguments: [
    "complaint", "opened", "notice-of-intent", "draft-decision", "appeal-lodged", "stay",
    "became-final", "penalty-called", "refunded", "closed", "published", "commitments",
  ])
  func `a step that rules on nothing has no effect`(kind: String) {
    let (fixture, findings) = findings(
      """
        - { id: decision, date: 2020, kind: decision }
        - { date: 2021, kind: \(kind), on: decision, effect: ▸upheld }
      """)
    #expect(findings.map(\.description) == fixture.marks.map { "\($0) misplaced-effect" })
  }

  @Test func `a body without an entry is an unknown regulator`() {
    let (fixture, findings) = findings("  - { date: 2020, kind: decision, body: ▸nl-ab }")
    #expect(findings.map(\.description) == fixture.marks.map { "\($0) unknown-regulator" })
  }

  @Test func `a company that a measure is on, and that has no entry, is unknown and no more`() {
    let (fixture, findings) = findings(
      "  - { date: 2020, kind: decision, measures: [{ kind: fine, on: ▸apxe }] }")
    #expect(findings.map(\.description) == fixture.marks.map { "\($0) unknown-company" })
    #expect(findings.first?.message.hasSuffix("did you mean 'apex'?") == true)
  }

  @Test(arguments: [("nl-pa", true), ("noyb", false), ("de-volkskrant", false), ("GDPRhub", false)])
  func `a publisher is a name unless it is all but a regulator's slug`(typed: String, isSlip: Bool)
  {
    let fixture = acme("sources: [{ id: a, title: A, publisher: ▸\(typed) }]")
    #expect(
      fixture.findings().map(\.description)
        == (isSlip ? fixture.marks.map { "\($0) unknown-regulator" } : []))
  }
}
