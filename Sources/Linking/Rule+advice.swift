import Diagnostics

// What can be published as it is, and that an editor would like to know all the same.
extension Rule {
  package static let advice: [Rule] = [
    .undeclaredParty, .earlyStep, .futureDate, .neverChecked, .unarchivedSource, .sameDocket,
    .neighbouringCase,
  ]

  static let undeclaredParty = Rule(
    "undeclared-party", .warning,
    "a company that a title or summary names is one of the case's companies",
    why:
      "Who stands in the title is a party as a rule, and the case would be missing from its page "
      + "and its totals. Not reported are companies of one group with a party, and those that the "
      + "text links to (`[](company:apex)`) or that are a topic of the case.",
    bad: "title: Fine on Acme Energy and Apex\ncompanies: [acme-energy]",
    good: "title: Fine on Acme Energy and Apex\ncompanies: [acme-energy, apex]")
  static let earlyStep = Rule(
    "early-step", .warning, "an appeal, a ruling or a payment comes after the decision it is about",
    why: "Steps are replayed in the order of their dates, so a slip in one changes the status and "
      + "the amounts.",
    bad: """
      steps:
        - { date: 2024-05-16, kind: decision }
        - { date: 2023-06-24, kind: judgment }
      """,
    good: """
      steps:
        - { date: 2024-05-16, kind: decision }
        - { date: 2024-06-24, kind: judgment }
      """)
  static let futureDate = Rule(
    "future-date", .warning, "what a case says has happened has happened",
    why:
      "A date ahead is most often a slip in the year. Where a case is prepared for a day to come, "
      + "dates up to that day are right.",
    bad: "checked: 2062-06-30", good: "checked: 2026-06-30")
  static let neverChecked = Rule(
    "never-checked", .warning, "a procedure that goes on says when somebody looked for news",
    why: "The page says until when nothing was known. Without 'checked' readers cannot tell an "
      + "appeal that is open from one that nobody followed.",
    bad: """
      steps:
        - { id: decision, date: 2024-05-16, kind: decision }
        - { date: 2024-06-24, kind: appeal-lodged, on: decision }
      """,
    good: """
      checked: 2026-06-30
      steps:
        - { id: decision, date: 2024-05-16, kind: decision }
        - { date: 2024-06-24, kind: appeal-lodged, on: decision }
      """)
  static let unarchivedSource = Rule(
    "unarchived-source", .hint, "a source has an archived copy and the day it was retrieved",
    why: "Addresses of authorities die within a few years; a copy in a web archive outlives them.",
    bad: """
      sources:
        - { id: decision, title: Decision, publisher: nl-ap, url: https://dpa.example/acme.pdf }
      """,
    good: """
      sources:
        - id: decision
          title: Decision
          publisher: nl-ap
          url: https://dpa.example/acme.pdf
          archive: https://archive.example/2024/https://dpa.example/acme.pdf
          retrieved: 2024-09-03
      """)
  static let sameDocket = Rule(
    "same-docket", .warning, "one authority's docket number belongs to one case",
    why:
      "A case that is written up twice counts twice in every total. Cases that name each other in "
      + "'related' are known to be two.",
    bad: "references: [{ kind: docket, value: Z2023-04 }]   # as in case apex",
    good: "references: [{ kind: docket, value: Z2024-17 }]")
  static let neighbouringCase = Rule(
    "neighbouring-case", .hint, "one authority decides on one company once in 30 days",
    why: "Two cases so near to each other are often one that was written up twice. Cases that name "
      + "each other in 'related' are known to be two.",
    bad: """
      companies: [acme-energy, apex]
      steps: [{ date: 2023-06-01, kind: decision }]   # case apex, against apex: 2023-05-16
      """,
    good: """
      companies: [acme-energy, apex]
      steps: [{ date: 2023-06-01, kind: decision }]   # case apex, against apex: 2023-05-16
      related: [apex]
      """)
}
