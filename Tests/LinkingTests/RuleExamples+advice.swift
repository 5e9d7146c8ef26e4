import TestSupport

@testable import Linking

private let apex = """
  === content/companies/apex.md
  ---
  name: Apex
  ---
  """

/// A second case against the same company, and the company it may name.
private func other(_ fields: String) -> String {
  secondCase("zeta", "published: 2024-06-02\n" + fields)
}

extension LinkingRuleTests {
  static let adviceExamples = [
    RuleExample(
      .undeclaredParty,
      acme(
        "title: Fine on Acme Energy and ▸Apex",
        and: secondCase("zeta", "published: 2024-06-02\nrelated: [acme]")
          .replacing("companies: [acme-energy]", with: "companies: [apex]") + apex),
      "the title names 'Apex', which is company 'apex', and 'companies' does not",
      not: acme(
        "title: Fine on Acme Energy and Apex", text: "As [Apex](company:apex) had been.",
        and: apex)),
    RuleExample(
      .earlyStep,
      acme(
        """
        checked: 2026-06-30
        steps:
          - { date: 2024-05-16, kind: decision }
          - { date: ▸2024-05-15, kind: appeal-lodged }
        """), "'appeal-lodged' of 2024-05-15 comes before the first decision, of 2024-05-16",
      not: acme(
        """
        checked: 2026-06-30
        steps:
          - { date: 2024-05-16, kind: decision }
          - { date: 2024-05, kind: appeal-lodged }
        """)),
    RuleExample(
      .futureDate, acme("checked: ▸2026-07-03"),
      "'2026-07-03', the date of a look for news, has not come yet",
      not: acme("checked: 2026-07-02")),
    RuleExample(
      .neverChecked,
      acme(
        """
        steps:
          - { date: 2024-05-16, kind: decision }
          - { date: 2024-06-15, kind: ▸appeal-lodged }
        """),
      "the case is left under appeal here, and 'checked' does not say when somebody looked for news",
      not: acme(
        """
        steps:
          - { date: 2024-05-16, kind: decision }
          - { date: 2024-06-15, kind: appeal-lodged }
          - { date: 2024-09-15, kind: withdrawn }
        """)),
    RuleExample(
      .unarchivedSource,
      acme(
        """
        sources:
          - { id: ▸decision, title: Decision, publisher: nl-ap, url: https://a.example }
          - { id: press, title: Press, publisher: nl-ap, url: https://b.example }
        """),
      "source 'decision' lacks an archived copy, should its address die, and one more of the case's "
        + "sources lacks the one or the other",
      not: acme(
        """
        sources:
          - id: decision
            title: Decision
            publisher: nl-ap
            url: https://a.example
            archive: https://c.example
            retrieved: 2024-09-03
          - { id: letter, title: Letter, publisher: nl-ap }
        """)),
    RuleExample(
      .sameDocket,
      acme(
        "references: [{ kind: docket, value: Z2024-17 }]",
        and: other("references: [{ kind: docket, value: ▸z2024 17 }]")
          .replacing("2024-05-17", with: "2021-05-17")),
      "docket 'z2024 17' is that of case 'acme' too, before the same authority",
      not: acme(
        "references: [{ kind: docket, value: Z2024-17 }]",
        and: other("references: [{ kind: docket, value: Z2024-17 }]\nrelated: [acme]")
          .replacing("2024-05-17", with: "2021-05-17"))),
    RuleExample(
      .neighbouringCase,
      acme("", and: other("").replacing("date: 2024-05-17", with: "date: ▸2024-06-15")),
      "case 'acme' has the same company and authority, and was decided on 2024-05-16, within 30 days "
        + "of 2024-06-15",
      not: acme("", and: other("").replacing("2024-05-17", with: "2024-06-16"))),
  ]
}
