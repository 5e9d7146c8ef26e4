import Content
import Diagnostics

// What must hold between entries, once each of them can be read.
extension Rule {
  package static let ofLinking: [Rule] =
    [
      .unknownCase, .unknownCompany, .unknownRegulator, .unknownLaw, .unknownTopic, .unknownPage,
      .unknownSource, .unknownStep, .unknownFile, .unknownHeading, .unknownProvision,
      .unknownAddress, .withheldLink, .duplicateAddress, .parentCycle, .relatedToItself,
      .misplacedMeasures, .misplacedEffect, .unclearTarget, .laterTarget, .notRespondent,
      .unreferenced, .undeclaredName,
    ] + ofNewsAndSettings + advice

  private static func unknown(_ kind: EntryKind, bad: String, good: String) -> Rule {
    let folder = "content/\(kind.folder)"
    return Rule(
      "unknown-\(kind.rawValue)", "a \(kind.rawValue) that is named has an entry in \(folder)",
      why: "A link to nothing is a dead address, and the entry would be missing from lists and "
        + "totals.",
      in: kind == .page ? .text : .frontMatter(of: "case"), bad: bad, good: good)
  }

  static let unknownCase = unknown(.case, bad: "related: [apexx]", good: "related: [apex]")
  static let unknownCompany = unknown(
    .company, bad: "companies: [acme-energy, apxe]", good: "companies: [acme-energy, apex]")
  static let unknownRegulator = unknown(
    .regulator, bad: "regulators: [nl-ap, nl-pa]", good: "regulators: [nl-ap]")
  static let unknownLaw = unknown(
    .law, bad: "provisions: [gdpr 33, gdrp 34]", good: "provisions: [gdpr 33, gdpr 34]")
  static let unknownTopic = unknown(
    .topic, bad: "topics: [data-breach, data-breech]", good: "topics: [data-breach]")
  static let unknownPage = unknown(
    .page, bad: "[how we work](page:methodolgy)", good: "[how we work](page:methodology)")
  static let unknownSource = Rule(
    "unknown-source", "a source that a step names is one of the entry's sources",
    why: "The time line shows where each step can be read.",
    bad: """
      steps:
        - { date: 2024-05-16, kind: decision, sources: [decison] }
      """,
    good: """
      steps:
        - { date: 2024-05-16, kind: decision, sources: [decision] }
      """)
  static let unknownStep = Rule(
    "unknown-step", "a step or measure that is named is one of the same case",
    why: "What a ruling does to the amounts follows from the step it acts on.",
    bad: """
      steps:
        - { id: decision, date: 2024-05-16, kind: decision }
        - { date: 2025-01-28, kind: judgment, on: desicion, effect: upheld }
      """,
    good: """
      steps:
        - { id: decision, date: 2024-05-16, kind: decision }
        - { date: 2025-01-28, kind: judgment, on: decision, effect: upheld }
      """)
  static let unknownFile = Rule(
    "unknown-file", "a file that a text links to is there",
    why: "A missing picture or document is a hole in the page.",
    in: .text,
    bad: "[the decision](../files/decison.pdf)", good: "[the decision](../files/decision.pdf)")
  static let unknownHeading = Rule(
    "unknown-heading", "a link to a heading of another entry names one that it has",
    why: "A link to a heading that is gone leads to the top of a long page.",
    in: .text,
    bad: "[](case:apex#waht-happened)",
    good: "[](case:apex#what-happened)")
  static let unknownProvision = Rule(
    "unknown-provision", "a provision that a text links to has a page",
    why: "An article has a page when a case is about it or when its law gives its heading.",
    in: .text,
    bad: "[](law:gdpr/333)",
    good: "[](law:gdpr/33)")
  static let unknownAddress = Rule(
    "unknown-address", "an address on this site that a text links to is served",
    why: "A typed address is not followed when a slug changes; a checked link is.",
    in: .text,
    bad: "[cases](/case/)", good: "[cases](/cases/)")
  static let withheldLink = Rule(
    "withheld-link", "a published text links to published cases and news only",
    why: "The link would be dead, and it would give an embargoed case away.",
    in: .files,
    bad: """
      === content/cases/acme-2024.md
      ---
      title: Late again
      summary: The authority fined Acme Energy a second time.
      published: 2024-12-01
      companies: [acme-energy]
      regulators: [nl-ap]
      steps: [{ date: 2024-11-16, kind: decision }]
      sources: [{ id: decision, title: Decision, publisher: nl-ap }]
      ---

      It had happened [before](case:acme-2023).
      === content/cases/acme-2023.md
      ---
      title: Late the first time
      summary: The authority warned Acme Energy.
      published: 2024-12-02
      draft: true
      companies: [acme-energy]
      regulators: [nl-ap]
      steps: [{ date: 2023-11-16, kind: decision }]
      sources: [{ id: decision, title: Decision, publisher: nl-ap }]
      ---
      """,
    good: """
      === content/cases/acme-2024.md
      ---
      title: Late again
      summary: The authority fined Acme Energy a second time.
      published: 2024-12-01
      companies: [acme-energy]
      regulators: [nl-ap]
      steps: [{ date: 2024-11-16, kind: decision }]
      sources: [{ id: decision, title: Decision, publisher: nl-ap }]
      ---

      It had happened before.
      === content/cases/acme-2023.md
      ---
      title: Late the first time
      summary: The authority warned Acme Energy.
      published: 2024-12-02
      draft: true
      companies: [acme-energy]
      regulators: [nl-ap]
      steps: [{ date: 2023-11-16, kind: decision }]
      sources: [{ id: decision, title: Decision, publisher: nl-ap }]
      ---
      """)
  static let duplicateAddress = Rule(
    "duplicate-address", "an address belongs to one entry, also an earlier one",
    why: "Of two pages with one address, one would be lost.",
    bad: "formerly: [apex]",
    good: "formerly: [acme-2023]")
  static let parentCycle = Rule(
    "parent-cycle", "no company belongs to itself, directly or through others",
    why: "A group's cases are counted from the top down, once each.",
    in: .frontMatter(of: "company"),
    bad: "parents: [{ company: acme-energy }]",
    good: "parents: [{ company: apex }]")
  static let relatedToItself = Rule(
    "related-to-itself", "a case is not related to itself", why: "The link would lead nowhere new.",
    bad: "related: [acme]",
    good: "related: [apex]")
  static let misplacedMeasures = Rule(
    "misplaced-measures", "measures stand in steps that propose, impose, call in or record them",
    why: "A measure of a complaint or an appeal would count neither as proposed nor as imposed.",
    bad: """
      steps:
        - { date: 2024-05-16, kind: decision }
        - { date: 2024-09-01, kind: closed, measures: [{ kind: warning }] }
      """,
    good: """
      steps:
        - { date: 2024-05-16, kind: decision, measures: [{ kind: warning }] }
        - { date: 2024-09-01, kind: closed }
      """)
  static let misplacedEffect = Rule(
    "misplaced-effect", "an effect belongs to a step that rules on another",
    why: "A complaint, a notice or a payment cannot annul anything.",
    bad: """
      steps:
        - { id: decision, date: 2024-05-16, kind: decision }
        - { date: 2025-01-28, kind: became-final, on: decision, effect: annulled }
      """,
    good: """
      steps:
        - { id: decision, date: 2024-05-16, kind: decision }
        - { date: 2025-01-28, kind: judgment, on: decision, effect: annulled }
      """)
  static let unclearTarget = Rule(
    "unclear-target", "a ruling says which step it acts on where there is more than one",
    why: "To annul a decision and to annul the ruling that annulled it are opposites.",
    bad: """
      steps:
        - { id: decision, date: 2020-05-16, kind: decision }
        - { id: first, date: 2022-01-28, kind: judgment, on: decision, effect: annulled }
        - { date: 2024-03-01, kind: judgment, effect: annulled }
      """,
    good: """
      steps:
        - { id: decision, date: 2020-05-16, kind: decision }
        - { id: first, date: 2022-01-28, kind: judgment, on: decision, effect: annulled }
        - { date: 2024-03-01, kind: judgment, on: first, effect: annulled }
      """)
  static let laterTarget = Rule(
    "later-target", "a step acts on an earlier one",
    why: "Steps are replayed in the order of their dates; a ruling cannot come before its subject.",
    bad: """
      steps:
        - { id: decision, date: 2024-05-16, kind: decision }
        - { date: 2023-01-28, kind: judgment, on: decision, effect: upheld }
      """,
    good: """
      steps:
        - { id: decision, date: 2024-05-16, kind: decision }
        - { date: 2025-01-28, kind: judgment, on: decision, effect: upheld }
      """)
  static let notRespondent = Rule(
    "not-respondent", "the company that a measure is on is one of the case's companies",
    why: "Its amount would be missing from the totals of every company.",
    bad: """
      companies: [acme-energy]
      steps:
        - date: 2024-05-16
          kind: decision
          measures: [{ kind: reprimand, on: apex }]
      """,
    good: """
      companies: [acme-energy, apex]
      steps:
        - date: 2024-05-16
          kind: decision
          measures: [{ kind: reprimand, on: apex }]
      """)
  static let unreferenced = Rule(
    "unreferenced", .warning, "every company, regulator, law and topic is referred to",
    why: "A page that nothing leads to is most often a misspelt slug somewhere else.",
    in: .files,
    bad: """
      === content/topics/data-breaches.md
      ---
      name: Breaches of security
      ---
      """,
    good: """
      === content/topics/data-breach.md
      ---
      name: Breaches of security
      ---
      """)
  static let undeclaredName = Rule(
    "undeclared-name", .hint, "a company or regulator that a text names is declared by its entry",
    why: "If it is a party, it is missing from the data; if not, no link is made and all is well.",
    in: .text,
    bad: "Apex took over the data.",
    good: "Another company took over the data.")

  static func unknownEntry(_ kind: EntryKind) -> Rule {
    switch kind {
    case .case: .unknownCase
    case .company: .unknownCompany
    case .regulator: .unknownRegulator
    case .law: .unknownLaw
    case .topic: .unknownTopic
    case .page: .unknownPage
    case .news: .unknownNews
    }
  }
}
