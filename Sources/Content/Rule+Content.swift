import Diagnostics

// What content must be, in the order an editor meets it: the file, its YAML, its fields.
extension Rule {
  package static let ofContent: [Rule] = [
    .noFrontMatter, .unterminatedFrontMatter, .notUTF8, .byteOrderMark, .lineEndings, .tooLarge,
    .tooMany,
    .yamlSyntax, .yamlAlias, .yamlAnchor, .yamlTag, .secondDocument, .deepYAML, .unknownKey,
    .duplicateKey, .missingField, .wrongType, .wrongValue, .emptyValue, .unknownWord, .badDate,
    .badAmount, .unknownCode, .badIdentifier, .longECLI, .controlCharacter, .badSlug,
    .duplicateSlug, .strayFile, .noSettings, .noFeedID, .duplicateID, .longTitle, .longSummary,
    .unfilled, .unfilledDraft, .amountDiffers, .endsBeforeItBegins, .anchorAlias,
  ]

  static let noFrontMatter = Rule(
    "no-front-matter", "an entry begins with front matter between two lines of ---",
    why: "Without it there is no title, no date and no company, so nothing could be published.",
    in: .files,
    bad: """
      === content/topics/data-breach.md
      # Data breaches

      What got out.
      """,
    good: """
      === content/topics/data-breach.md
      ---
      name: Data breaches
      ---

      What got out.
      """)
  static let unterminatedFrontMatter = Rule(
    "unterminated-front-matter", "front matter ends with a line of ---",
    why: "Where the end is missing, nobody can say which lines are data and which are text.",
    in: .files,
    bad: """
      === content/topics/data-breach.md
      ---
      name: Data breaches

      What got out.
      """,
    good: """
      === content/topics/data-breach.md
      ---
      name: Data breaches
      ---

      What got out.
      """)
  static let notUTF8 = Rule(
    "not-utf-8", "a file is UTF-8",
    why: "Another encoding turns names such as Österreichische Post into something else.",
    in: .frontMatter(of: "company"),
    bad: "name: ⟨D6⟩sterreichische Post",
    good: "name: Österreichische Post")
  static let byteOrderMark = Rule(
    "byte-order-mark", .warning, "a file has no byte order mark",
    why: "The invisible mark at the top is not needed in UTF-8 and confuses other programs.",
    in: .files,
    bad: """
      === content/topics/data-breach.md
      ⟨EF BB BF⟩---
      name: Data breaches
      ---
      """,
    good: """
      === content/topics/data-breach.md
      ---
      name: Data breaches
      ---
      """)
  static let lineEndings = Rule(
    "line-endings", .hint, "lines end in LF",
    why: "Carriage returns are read without harm, but make every line of a diff look changed.",
    in: .files,
    bad: """
      === content/topics/data-breach.md
      ---⟨0D⟩
      name: Data breaches⟨0D⟩
      ---⟨0D⟩
      """,
    good: """
      === content/topics/data-breach.md
      ---
      name: Data breaches
      ---
      """)
  static let tooLarge = Rule(
    "too-large", "an entry has at most 8 MB, its front matter at most 256 kB",
    why: "A decision of 850 kB is the largest seen; far above that something else was pasted in.",
    in: .frontMatter(of: "topic"),
    bad: """
      name: Data breaches
      summary: ⟨word × 60000⟩
      """,
    good: """
      name: Data breaches
      summary: ⟨word × 60⟩
      """)
  static let tooMany = Rule(
    "too-many", "a list in front matter has at most 1,000 items",
    why:
      "No procedure has had a hundred steps; far above that a program has gone wrong, or the wrong file was "
      + "pasted in.",
    in: .frontMatter(of: "company"),
    bad: """
      name: Acme Energy
      aliases: [⟨Acme, × 1001⟩ Acme]
      """,
    good: """
      name: Acme Energy
      aliases: [⟨Acme, × 20⟩ Acme]
      """)
  static let yamlSyntax = Rule(
    "yaml-syntax", "front matter is YAML",
    why: "Where the syntax breaks, the rest of the front matter cannot be read at all.",
    in: .frontMatter(of: "topic"),
    bad: "name: Breaches: all of them",
    good: "name: \"Breaches: all of them\"")
  static let yamlAlias = Rule(
    "yaml-alias", "front matter has no aliases",
    why: "An alias hides what a field says, and a few of them can grow to gigabytes.",
    in: .frontMatter(of: "topic"),
    bad: "name: *breaches",
    good: "name: Breaches")
  static let yamlAnchor = Rule(
    "yaml-anchor", "front matter has no anchors",
    why: "An anchor only serves aliases, which are not allowed.",
    in: .frontMatter(of: "topic"),
    bad: "name: &breaches Breaches",
    good: "name: Breaches")
  static let yamlTag = Rule(
    "yaml-tag", "front matter has no tags",
    why: "Every value is text until the schema types it; a tag would type it differently.",
    in: .frontMatter(of: "topic"),
    bad: "name: !!str Breaches",
    good: "name: Breaches")
  static let secondDocument = Rule(
    "second-document", "front matter is one YAML document",
    why: "What stands behind a second marker would be lost in silence.",
    in: .frontMatter(of: "topic"),
    bad: """
      name: Breaches
      ...
      summary: What got out.
      """,
    good: """
      name: Breaches
      summary: What got out.
      """)
  static let deepYAML = Rule(
    "deep-yaml", "front matter nests at most 16 deep",
    why: "No field needs more than five levels; deeper is a slip in indentation or brackets.",
    in: .frontMatter(of: "company"),
    bad: "aliases: [[[[[[[[[[[[[[[[ACME]]]]]]]]]]]]]]]]",
    good: "aliases: [ACME]")
}
