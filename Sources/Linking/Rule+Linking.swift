import Content
import Diagnostics

// What must hold between entries, once each of them can be read.
extension Rule {
  package static let ofLinking: [Rule] = [
    .unknownCase, .unknownCompany, .unknownRegulator, .unknownLaw, .unknownTopic, .unknownPage,
    .unknownNews,
    .unknownSource, .unknownStep, .unknownFile, .unknownHeading, .unknownProvision,
    .unknownAddress, .withheldLink, .duplicateAddress, .parentCycle, .relatedToItself,
    .misplacedMeasures, .misplacedEffect, .unclearTarget, .laterTarget, .notRespondent,
    .unreferenced, .undeclaredName, .goneButServed, .expiredSecurity,
  ]

  private static func unknown(_ kind: EntryKind) -> Rule {
    let folder = "content/\(kind.folder)"
    if kind == .news {
      return Rule(
        "unknown-news", "a news item that is linked to has an entry in \(folder)",
        why: "A link to nothing is a dead address.",
        bad: "[the new law](../news/nwe-law.md)", good: "[the new law](../news/new-law.md)")
    }
    return Rule(
      "unknown-\(kind.rawValue)", "a \(kind.rawValue) that is named has an entry in \(folder)",
      why: "A link to nothing is a dead address, and the entry would be missing from lists and "
        + "totals.",
      bad: kind == .page ? "[how we work](page:methodolgy)" : "\(kind.folder): [acme-enrgy]",
      good: kind == .page ? "[how we work](page:methodology)" : "\(kind.folder): [acme-energy]")
  }

  static let unknownCase = unknown(.case)
  static let unknownCompany = unknown(.company)
  static let unknownRegulator = unknown(.regulator)
  static let unknownLaw = unknown(.law)
  static let unknownTopic = unknown(.topic)
  static let unknownPage = unknown(.page)
  static let unknownNews = unknown(.news)
  static let unknownSource = Rule(
    "unknown-source", "a source that a step names is one of the entry's sources",
    why: "The time line shows where each step can be read.",
    bad: "sources: [ap-decison]", good: "sources: [ap-decision]")
  static let unknownStep = Rule(
    "unknown-step", "a step or measure that is named is one of the same case",
    why: "What a ruling does to the amounts follows from the step it acts on.",
    bad: "on: desicion", good: "on: decision")
  static let unknownFile = Rule(
    "unknown-file", "a file that a text links to is there",
    why: "A missing picture or document is a hole in the page.",
    bad: "[the decision](../files/decison.pdf)", good: "[the decision](../files/decision.pdf)")
  static let unknownHeading = Rule(
    "unknown-heading", "a link to a heading of another entry names one that it has",
    why: "A link to a heading that is gone leads to the top of a long page.",
    bad: "[](case:acme#waht-happened)", good: "[](case:acme#what-happened)")
  static let unknownProvision = Rule(
    "unknown-provision", "a provision that a text links to has a page",
    why: "An article has a page when a case is about it or when its law gives its heading.",
    bad: "[](law:gdpr/500)", good: "[](law:gdpr/5)")
  static let unknownAddress = Rule(
    "unknown-address", "an address on this site that a text links to is served",
    why: "A typed address is not followed when a slug changes; a checked link is.",
    bad: "[cases](/case/)", good: "[cases](/cases/)")
  static let withheldLink = Rule(
    "withheld-link", "a published text links to published cases and news only",
    why: "The link would be dead, and it would give an embargoed case away.",
    bad: "[](case:next-week)", good: "(the sentence without the link, until then)")
  static let duplicateAddress = Rule(
    "duplicate-address", "an address belongs to one entry, also an earlier one",
    why: "Of two pages with one address, one would be lost.",
    bad: "formerly: [acme]   (in another entry than acme.md)", good: "formerly: [acme-2023]")
  static let parentCycle = Rule(
    "parent-cycle", "no company belongs to itself, directly or through others",
    why: "A group's cases are counted from the top down, once each.",
    bad: "a: parents [b]; b: parents [a]", good: "b: parents [a]")
  static let relatedToItself = Rule(
    "related-to-itself", "a case is not related to itself", why: "The link would lead nowhere new.",
    bad: "related: [acme]   (in acme.md)", good: "related: [acme-appeal]")
  static let misplacedMeasures = Rule(
    "misplaced-measures", "measures stand in steps that propose, impose, call in or record them",
    why: "A measure of a complaint or an appeal would count neither as proposed nor as imposed.",
    bad: "{ kind: complaint, measures: [{ kind: fine, amount: 5 EUR }] }",
    good: "{ kind: decision, measures: [{ kind: fine, amount: 5 EUR }] }")
  static let misplacedEffect = Rule(
    "misplaced-effect", "an effect belongs to a step that rules on another",
    why: "A complaint, a notice or a payment cannot annul anything.",
    bad: "{ kind: paid, effect: annulled }", good: "{ kind: judgment, effect: annulled }")
  static let unclearTarget = Rule(
    "unclear-target", "a ruling says which step it acts on where there is more than one",
    why: "To annul a decision and to annul the ruling that annulled it are opposites.",
    bad: "{ kind: judgment, effect: annulled }   (after a decision and a judgment)",
    good: "{ kind: judgment, effect: annulled, on: first-judgment }")
  static let laterTarget = Rule(
    "later-target", "a step acts on an earlier one",
    why: "Steps are replayed in the order of their dates; a ruling cannot come before its subject.",
    bad: "{ date: 2020, kind: judgment, on: decision }   (decision: 2021)",
    good: "{ date: 2022, kind: judgment, on: decision }")
  static let notRespondent = Rule(
    "not-respondent", "the company that a measure is on is one of the case's companies",
    why: "Its amount would be missing from the totals of every company.",
    bad: "companies: [acme]\n… { kind: fine, on: apex }",
    good: "companies: [acme, apex]\n… { kind: fine, on: apex }")
  static let unreferenced = Rule(
    "unreferenced", .warning, "every company, regulator, law and topic is referred to",
    why: "A page that nothing leads to is most often a misspelt slug somewhere else.",
    bad: "content/topics/cookie.md   (all cases say cookies)", good: "content/topics/cookies.md")
  static let undeclaredName = Rule(
    "undeclared-name", .hint, "a company or regulator that a text names is declared by its entry",
    why: "If it is a party, it is missing from the data; if not, no link is made and all is well.",
    bad: "companies: [acme]\n…\nApex took over the data.",
    good: "companies: [acme, apex]\n…\nApex took over the data.")

  static let goneButServed = Rule(
    "gone-but-served", "an address that is listed as gone is one that nothing is served at",
    why: "Feeds would tell readers that what they can read was taken away.",
    bad: "gone: [{ address: /cases/acme/, … }]   (with content/cases/acme.md)",
    good: "gone: [{ address: /cases/acme/, … }]   (without it)")
  static let expiredSecurity = Rule(
    "expired-security", .warning, "what site.yml says under security still holds",
    why: "Whoever finds a weakness takes an expired security.txt for abandoned (RFC 9116).",
    bad: "security: { …, expires: 2020-01-01 }", good: "security: { …, expires: 2099-01-01 }")

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
