import Diagnostics

// What the fields of an entry must be, and the publication as a whole.
extension Rule {
  static let unknownKey = Rule(
    "unknown-key", "a key is one that the schema has",
    why: "A misspelt key would be a field that is missing, and nobody would notice.",
    bad: "topcis: [data-breach]",
    good: "topics: [data-breach]")
  static let duplicateKey = Rule(
    "duplicate-key", "a key stands once in a record",
    why: "Of two values one would be lost in silence.",
    in: .frontMatter(of: "topic"),
    bad: """
      name: Breaches
      name: Data breaches
      """,
    good: "name: Data breaches")
  static let missingField = Rule(
    "missing-field", "a required field is there",
    why: "Pages, feeds and figures rest on it.",
    in: .files,
    bad: """
      === content/topics/data-breach.md
      ---
      summary: What got out.
      ---
      """,
    good: """
      === content/topics/data-breach.md
      ---
      name: Data breaches
      summary: What got out.
      ---
      """)
  static let wrongType = Rule(
    "wrong-type", "a value has the type that its field asks for",
    why: "A text where a list belongs, or a list where a text belongs, cannot be read reliably.",
    in: .frontMatter(of: "company"),
    bad: "aliases: ACME",
    good: "aliases: [ACME]")
  static let wrongValue = Rule(
    "wrong-value", "a value is written as its field asks for",
    why: "Addresses, language tags and numbers have one form, so that machines can rely on them.",
    in: .frontMatter(of: "company"),
    bad: "website: www.acme.example", good: "website: https://www.acme.example")
  static let emptyValue = Rule(
    "empty-value", "a field that is there says something",
    why: "An empty field is either forgotten or not needed; the reader of the file cannot tell.",
    in: .frontMatter(of: "company"),
    bad: "aliases:",
    good: "aliases: [ACME]")
  static let unknownWord = Rule(
    "unknown-word", "an enumerated field holds one of its words",
    why: "Status and amounts are derived from these words, so none may be guessed.",
    bad: "references: [{ kind: dokcet, value: Z2024-17 }]",
    good: "references: [{ kind: docket, value: Z2024-17 }]")
  static let badDate = Rule(
    "bad-date", "a date is a day that exists, and a time has an offset from UTC",
    why: "30 February would become 1 March elsewhere, and a time without offset is 26 moments.",
    bad: "checked: 2024-02-30",
    good: "checked: 2024-02-29")
  static let badAmount = Rule(
    "bad-amount", "an amount is a number, a blank and an ISO 4217 code",
    why: "Amounts are added up; anything else would be left out of a total or counted wrongly.",
    bad: """
      steps:
        - date: 2024-05-16
          kind: decision
          measures: [{ kind: fine, amount: 30.5 million euro }]
      """,
    good: """
      steps:
        - date: 2024-05-16
          kind: decision
          measures: [{ kind: fine, amount: 30500000 EUR }]
      """)
  static let unknownCode = Rule(
    "unknown-code", "a country or jurisdiction is an ISO code",
    why: "Codes join this publication's data to everybody else's.",
    in: .frontMatter(of: "regulator"),
    bad: "jurisdiction: UK", good: "jurisdiction: GB")
  static let badIdentifier = Rule(
    "bad-identifier", "an identifier has its standard's form and check digits",
    why: "A wrong LEI or ECLI points at another company or at no decision at all.",
    in: .frontMatter(of: "company"),
    bad: "lei: 529900T8BM49AURSDO56", good: "lei: 529900T8BM49AURSDO55")
  static let longECLI = Rule(
    "long-ecli", .warning, "an ECLI's ordinal number has at most 25 characters without dots",
    why: "Longer ones are in the wild, but some registers refuse them.",
    bad: "references: [{ kind: ecli, value: \"ECLI:AT:DSB:2018:ABCDEFGHIJKLMNOPQRSTUVWXYZ\" }]",
    good: "references: [{ kind: ecli, value: \"ECLI:AT:DSB:2018:DSB.D122.844\" }]")
  static let controlCharacter = Rule(
    "control-character", "text has no control characters",
    why: "XML forbids them, so one would make every feed that shows the text unreadable.",
    bad: "title: \"Late\\x08 disclosure\"",
    good: "title: Late disclosure")
  static let badSlug = Rule(
    "bad-slug", "a file's name is a slug: lower-case letters, digits and single hyphens",
    why: "The name becomes the page's address, which must read the same everywhere.",
    in: .files,
    bad: """
      === content/pages/How We Work.md
      ---
      title: How we work
      ---
      """,
    good: """
      === content/pages/how-we-work.md
      ---
      title: How we work
      ---
      """)
  static let duplicateSlug = Rule(
    "duplicate-slug", "a slug is unique within its kind, whatever the folder",
    why: "Two entries would share one address and one of them would be lost.",
    in: .files,
    bad: """
      === content/pages/2023/corrections.md
      ---
      title: Corrections of 2023
      ---
      === content/pages/2024/corrections.md
      ---
      title: Corrections of 2024
      ---
      """,
    good: """
      === content/pages/2023/corrections-2023.md
      ---
      title: Corrections of 2023
      ---
      === content/pages/2024/corrections-2024.md
      ---
      title: Corrections of 2024
      ---
      """)
  static let strayFile = Rule(
    "stray-file", .warning, "every file in content/ belongs to the publication",
    why: "A file that Gazette does not read is one that readers will miss.",
    in: .files,
    bad: """
      === content/pages/corrections.markdown
      ---
      title: Corrections
      ---
      """,
    good: """
      === content/pages/corrections.md
      ---
      title: Corrections
      ---
      """)
  static let noSettings = Rule(
    "no-settings", "content/site.yml is there",
    why: "The publication's title and address stand in it, and every page shows them.",
    in: .files,
    bad: "=== (no content/site.yml)",
    good: """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      """)
  static let noFeedID = Rule(
    "no-feed-id", .warning, "site.yml has a feed_id",
    why: "Feed readers know entries by ids built from it; taken from the address, they would all "
      + "change when the site moves to another host.",
    in: .files,
    bad: """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      """,
    good: """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      """)
  static let duplicateID = Rule(
    "duplicate-id", "the ids of an entry's sources, of its steps and of its deadlines all differ",
    why: "A citation or a ruling that names the id could mean either.",
    bad: """
      sources:
        - { id: decision, title: Decision, publisher: nl-ap }
        - { id: decision, title: Press release, publisher: nl-ap }
      """,
    good: """
      sources:
        - { id: decision, title: Decision, publisher: nl-ap }
        - { id: press, title: Press release, publisher: nl-ap }
      """)
  static let longTitle = Rule(
    "long-title", .warning, "a title has at most 110 characters",
    why: "Search results and feed readers cut off what is longer.",
    bad:
      "title: Fine on Acme Energy for the readings of three hundred and ten thousand meters that anyone with a customer number could open",
    good: "title: Fine on Acme Energy for meter readings that anyone could open")
  static let longSummary = Rule(
    "long-summary", .warning, "a summary has at most 300 characters",
    why: "It is read in lists; one or two sentences are what fits.",
    bad: "summary: ⟨Acme disclosed the breach late. × 12⟩",
    good: "summary: ⟨Acme disclosed the breach late. × 2⟩")
  static let amountDiffers = Rule(
    "amount-differs", .warning, "a title, a summary and a text name an amount of the steps",
    why: "Totals come from the steps and readers from the summary; where no sum that it names is "
      + "one of the steps', rounded or added up, one of the two is wrong.",
    bad: """
      summary: The authority fined Acme Energy €35 million.
      steps:
        - date: 2024-05-16
          kind: decision
          measures: [{ kind: fine, amount: 3500000 EUR }]
      """,
    good: """
      summary: The authority fined Acme Energy €3.5 million.
      steps:
        - date: 2024-05-16
          kind: decision
          measures: [{ kind: fine, amount: 3500000 EUR }]
      """)
}
