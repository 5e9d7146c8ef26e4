import TestSupport

@testable import Linking

/// The small publication's case with `fields` in place of, or beside, its own.
func acme(_ fields: String, text: String = "", and files: String = "") -> Fixture {
  let own: [(key: String, text: String)] = [
    ("title", "title: Late disclosure"),
    ("summary", "summary: The authority fined Acme Energy."),
    ("published", "published: 2024-06-01"),
    ("companies", "companies: [acme-energy]"),
    ("regulators", "regulators: [nl-ap]"),
    ("provisions", "provisions: [gdpr 33]"),
    ("topics", "topics: [data-breach]"),
    ("steps", "steps: [{ id: decision, date: 2024-05-16, kind: decision }]"),
    ("sources", "sources: [{ id: decision, title: Decision, publisher: nl-ap }]"),
  ]
  let keys = Set(
    fields.split(separator: "\n").map { String($0.prefix { $0 != ":" }).replacing("▸", with: "") })
  let rest = own.filter { !keys.contains($0.key) }.map(\.text)
  let front = ([fields] + rest).filter { !$0.isEmpty }.joined(separator: "\n")
  return Fixture(
    "=== content/cases/acme.md\n---\n\(front)\n---\n\(text)\n\(files)", over: Publication.small)
}

/// A second case against the same company.
func secondCase(_ slug: String, _ fields: String = "published: 2024-06-02") -> String {
  """
  === content/cases/\(slug).md
  ---
  title: \(slug)
  summary: Another case.
  companies: [acme-energy]
  regulators: [nl-ap]
  steps: [{ date: 2024-05-17, kind: decision }]
  sources: [{ id: decision, title: Decision, publisher: nl-ap }]
  \(fields)
  ---

  """
}

extension LinkingRuleTests {
  static let referenceExamples = [
    RuleExample(
      .unknownCompany, acme("companies: [acme-energy, ▸acme-enrgy]"),
      "company 'acme-enrgy' has no entry in content/companies; did you mean 'acme-energy'?",
      not: acme("companies: [acme-energy, acme-energy]")),
    RuleExample(
      .unknownRegulator, acme("regulators: [nl-ap, ▸nl-pa]"),
      "regulator 'nl-pa' has no entry in content/regulators; did you mean 'nl-ap'?",
      not: acme("sources: [{ id: decision, title: Decision, publisher: noyb }]")),
    RuleExample(
      .unknownLaw, acme("provisions: [gdpr 33, ▸gdrp 5(1)(a)]"),
      "law 'gdrp' has no entry in content/laws; did you mean 'gdpr'?",
      not: acme("provisions: [gdpr 33, gdpr]")),
    RuleExample(
      .unknownTopic, acme("topics: [data-breach, ▸data-breech]"),
      "topic 'data-breech' has no entry in content/topics; did you mean 'data-breach'?",
      not: acme("")),
    RuleExample(
      .unknownCase, acme("related: [{ case: ▸zeta }]"),
      "case 'zeta' has no entry in content/cases",
      not: acme("related: [zeta]", and: secondCase("zeta"))),
    RuleExample(
      .unknownSource, acme("steps: [{ date: 2024, kind: decision, sources: [▸desicion] }]"),
      "source 'desicion' is not one of the entry's sources; did you mean 'decision'?",
      not: acme("steps: [{ date: 2024, kind: decision, sources: [decision] }]")),
    RuleExample(
      .unknownStep,
      acme(
        """
        steps:
          - { id: decision, date: 2024, kind: decision }
          - { date: 2025, kind: judgment, on: ▸decison, effect: annulled }
        """), "step 'decison' is not one of the case's steps; did you mean 'decision'?",
      not: acme(
        """
        steps:
          - { date: 2025, kind: judgment, on: decision, effect: annulled }
          - { id: decision, date: 2024, kind: decision }
        """)),
    RuleExample(
      .relatedToItself, acme("related: [▸acme]"), "case 'acme' is related to itself",
      not: acme("related: [acme-2]", and: secondCase("acme-2"))),
    RuleExample(
      .unreferenced,
      Fixture("=== content/topics/cookies.md\n▸---\nname: Cookies\n---", over: Publication.small),
      "topic 'cookies' is referred to by nothing",
      not: acme(
        "topics: [data-breach, cookies]",
        and: "=== content/topics/cookies.md\n---\nname: Cookies\n---")),
    RuleExample(
      .notRespondent,
      acme(
        "steps: [{ date: 2024, kind: decision, measures: [{ kind: fine, on: ▸apex }] }]",
        and: apexAsParent), "company 'apex' is not one of the case's companies",
      not: acme(
        "companies: [acme-energy, apex]\n"
          + "steps: [{ date: 2024, kind: decision, measures: [{ kind: fine, on: apex }] }]",
        and: apexAsParent)),
  ]

  private static let apexAsParent = """
    === content/companies/apex.md
    ---
    name: Apex
    ---
    === content/companies/acme-energy.md
    ---
    name: Acme Energy
    parents: [{ company: apex }]
    ---
    """

  static let textExamples = [
    RuleExample(
      .unknownPage, acme("", text: "[How](▸page:abuot)"),
      "page 'abuot' has no entry in content/pages; did you mean 'about'?",
      not: acme("", text: "[How](page:about)")),
    RuleExample(
      .unknownFile, acme("", text: "[It](▸../files/decison.pdf)", and: pdf),
      "'content/files/decison.pdf' is not in content/; did you mean 'content/files/decision.pdf'?",
      not: acme("", text: "[It](../files/decision.pdf)", and: pdf)),
    RuleExample(
      .unknownHeading, acme("", text: "[](▸case:zeta#what-hapened)", and: headed),
      "'#what-hapened' is no heading of 'zeta'; did you mean '#what-happened'?",
      not: acme("", text: "[](case:zeta#what-happened)", and: headed)),
    RuleExample(
      .unknownProvision, acme("", text: "[](▸law:gdpr/34(1))"),
      "provision '34(1)' of 'gdpr' has no page",
      not: acme("", text: "[](law:gdpr/33(1))")),
    RuleExample(
      .unknownAddress, acme("", text: "[All](▸/case/)"),
      "address '/case/' is not one that this site serves; did you mean '/cases/'?",
      not: acme("", text: "[All](/cases/)")),
    RuleExample(
      .withheldLink,
      acme(
        "", text: "[](▸case:zeta)", and: secondCase("zeta", "draft: true\npublished: 2024-06-02")),
      "case 'zeta' is not published yet, so the link would be dead",
      not: acme("", text: "[](case:zeta)", and: secondCase("zeta"))),
    RuleExample(
      .undeclaredName, acme("", text: "It was ▸Apex that knew.", and: apexElsewhere),
      "'Apex' is company 'apex', which the entry does not declare",
      not: acme(
        "companies: [acme-energy, apex]", text: "It was Apex that knew.", and: apexElsewhere)),
  ]

  private static let pdf = "=== content/files/decision.pdf\nPDF"
  private static let headed =
    secondCase("zeta") + "## What happened\n\nIt leaked.\n"
  private static let apexElsewhere =
    "=== content/companies/apex.md\n---\nname: Apex\n---\n"
    + secondCase("zeta", "published: 2024-06-02").replacing("[acme-energy]", with: "[apex]")
}
