import Content
import Diagnostics

// What a publication's own strings must be.
extension Rule {
  package static let ofStrings: [Rule] = [
    emptyString, strayBrace, unknownPlaceholder, unusedString, missingStrings, noStrings,
  ]

  static let strayBrace = Rule(
    "stray-brace", "a name in a string of the theme stands between two braces",
    why: "Readers would see the brace, and not what the name stands for.",
    in: .files,
    bad: """
      === templates/strings/en.yml
      descriptions:
        law: Cases about the {law
      """,
    good: """
      === templates/strings/en.yml
      descriptions:
        law: Cases about the {law}
      """)
  static let unknownPlaceholder = Rule(
    "unknown-placeholder", "a name in a string is one that the string is filled in with",
    why: "There would be nothing to put in its place.",
    in: .files,
    bad: """
      === templates/strings/en.yml
      counts:
        cases:
          other: "{number} decisions"
      """,
    good: """
      === templates/strings/en.yml
      counts:
        cases:
          other: "{count} decisions"
      """)
  static let unusedString = Rule(
    "unused-string", .warning, "a string of the publication's own is shown somewhere",
    why: "A misspelt key changes nothing, and nobody would notice.",
    in: .files,
    bad: """
      === templates/strings/en.yml
      case:
        souces: Documents and notes
      """,
    good: """
      === templates/strings/en.yml
      case:
        sources: Documents and notes
      """)
  static let missingStrings = Rule(
    "missing-strings", .warning, "a language has every string of the theme",
    why: "A page would be in two languages.",
    in: .files,
    bad: """
      === content/site.yml
      title: Guet
      base_url: https://watch.example
      feed_id: watch.example,2026
      language: lb
      === templates/strings/lb.yml
      year:
        neighbours: Aner Joren
      """,
    good: """
      === content/site.yml
      title: Wacht
      base_url: https://watch.example
      feed_id: watch.example,2026
      language: nl
      === templates/strings/nl.yml
      year:
        neighbours: Andere jaren
      """)
  static let noStrings = Rule(
    "no-strings", .warning, "the theme speaks the publication's language",
    why: "Texts in one language would stand among words in another.",
    in: .files,
    bad: """
      === content/site.yml
      title: Wache
      base_url: https://watch.example
      feed_id: watch.example,2026
      language: de
      """,
    good: """
      === content/site.yml
      title: Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      language: en-GB
      """)
}
