import Diagnostics
import TestSupport
import Testing

@testable import Content

private func written(_ summary: String, draft: Bool = false, text: String = "") -> Fixture {
  Fixture(
    """
    === content/cases/late.md
    ---
    title: Late disclosure
    summary: \(summary)
    published: 2024-06-01
    companies: [acme-energy]
    regulators: [nl-ap]
    steps:
      - { date: 2024-05-16, kind: decision }
    sources:
      - { id: decision, title: Decision, publisher: nl-ap }
    \(draft ? "draft: true\n---" : "---")
    \(text)
    """, over: Publication.small)
}

extension ContentRuleTests {
  static let unfilledExamples = [
    RuleExample(
      .unfilled, written("▸…"), "'summary' is still to be filled in",
      not: written("Late … and wrong.")),
    RuleExample(
      .unfilled, written("Late.", text: "▸…[^decision]\n"), "the text is still to be written here",
      not: written("Late.", text: "…and then it was found.\n> …\n")),
    RuleExample(
      .unfilledDraft, written("▸…", draft: true), "'summary' is still to be filled in",
      not: written("Late.", draft: true)),
  ]

  @Test(arguments: ["…", "…\r", "…[^a]"])
  func `a line of dots at the end of a text is found`(line: String) {
    let found = written("Late.", text: "Text.\n\n" + line).ownFindings.map(\.rule)
    #expect(found.contains(.unfilled))
  }
}
