import Diagnostics

// What content must be, in the order an editor meets it: the file, its YAML, its fields.
extension Rule {
  package static let ofContent: [Rule] = [
    .noFrontMatter, .unterminatedFrontMatter, .notUTF8, .byteOrderMark, .lineEndings, .tooLarge,
    .yamlSyntax, .yamlAlias, .yamlAnchor, .yamlTag, .secondDocument, .deepYAML, .unknownKey,
    .duplicateKey, .missingField, .wrongType, .wrongValue, .emptyValue, .unknownWord, .badDate,
    .badAmount, .unknownCode, .badIdentifier, .longECLI, .controlCharacter, .badSlug,
    .duplicateSlug, .strayFile, .noSettings, .noFeedID, .duplicateID, .longTitle, .longSummary,
    .unfilled, .unfilledDraft,
  ]

  static let noFrontMatter = Rule(
    "no-front-matter", "an entry begins with front matter between two lines of ---",
    why: "Without it there is no title, no date and no company, so nothing could be published.",
    bad: "# Late disclosure\n\nThe authority found …",
    good: "---\ntitle: Late disclosure\n…\n---\n\nThe authority found …")
  static let unterminatedFrontMatter = Rule(
    "unterminated-front-matter", "front matter ends with a line of ---",
    why: "Where the end is missing, nobody can say which lines are data and which are text.",
    bad: "---\ntitle: Late disclosure\n\nThe authority found …",
    good: "---\ntitle: Late disclosure\n---\n\nThe authority found …")
  static let notUTF8 = Rule(
    "not-utf-8", "a file is UTF-8",
    why: "Another encoding turns names such as Österreichische Post into something else.",
    bad: "title: \\xD6sterreichische Post   (Latin-1 bytes)", good: "title: Österreichische Post")
  static let byteOrderMark = Rule(
    "byte-order-mark", .warning, "a file has no byte order mark",
    why: "The invisible mark at the top is not needed in UTF-8 and confuses other programs.",
    bad: "\\uFEFF---\ntitle: …", good: "---\ntitle: …")
  static let lineEndings = Rule(
    "line-endings", .hint, "lines end in LF",
    why: "Carriage returns are read without harm, but make every line of a diff look changed.",
    bad: "title: …\\r\\n", good: "title: …\\n")
  static let tooLarge = Rule(
    "too-large", "an entry has at most 8 MB, its front matter at most 256 kB",
    why: "A decision of 850 kB is the largest seen; far above that something else was pasted in.",
    bad: "(an entry of 20 MB)", good: "(an entry that links to the long document)")
  static let yamlSyntax = Rule(
    "yaml-syntax", "front matter is YAML",
    why: "Where the syntax breaks, the rest of the front matter cannot be read at all.",
    bad: "title: Fine: 20 million", good: "title: \"Fine: 20 million\"")
  static let yamlAlias = Rule(
    "yaml-alias", "front matter has no aliases",
    why: "An alias hides what a field says, and a few of them can grow to gigabytes.",
    bad: "companies: *those", good: "companies: [acme-energy]")
  static let yamlAnchor = Rule(
    "yaml-anchor", "front matter has no anchors",
    why: "An anchor only serves aliases, which are not allowed.",
    bad: "companies: &those [acme-energy]", good: "companies: [acme-energy]")
  static let yamlTag = Rule(
    "yaml-tag", "front matter has no tags",
    why: "Every value is text until the schema types it; a tag would type it differently.",
    bad: "date: !!timestamp 2024-05-16", good: "date: 2024-05-16")
  static let secondDocument = Rule(
    "second-document", "front matter is one YAML document",
    why: "What stands behind a second marker would be lost in silence.",
    bad: "title: …\n...\nsummary: …", good: "title: …\nsummary: …")
  static let deepYAML = Rule(
    "deep-yaml", "front matter nests at most 16 deep",
    why: "No field needs more than five levels; deeper is a slip in indentation or brackets.",
    bad: "topics: [[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]", good: "topics: [x]")
  static let unknownKey = Rule(
    "unknown-key", "a key is one that the schema has",
    why: "A misspelt key would be a field that is missing, and nobody would notice.",
    bad: "compnaies: [acme-energy]", good: "companies: [acme-energy]")
  static let duplicateKey = Rule(
    "duplicate-key", "a key stands once in a record",
    why: "Of two values one would be lost in silence.",
    bad: "title: One\ntitle: Two", good: "title: Two")
  static let missingField = Rule(
    "missing-field", "a required field is there",
    why: "Pages, feeds and figures rest on it.",
    bad: "---\nsummary: …\n---", good: "---\ntitle: …\nsummary: …\n---")
  static let wrongType = Rule(
    "wrong-type", "a value has the type that its field asks for",
    why: "A text where a list belongs, or a list where a text belongs, cannot be read reliably.",
    bad: "companies: acme-energy", good: "companies: [acme-energy]")
  static let wrongValue = Rule(
    "wrong-value", "a value is written as its field asks for",
    why: "Addresses, language tags and numbers have one form, so that machines can rely on them.",
    bad: "website: www.acme.example", good: "website: https://www.acme.example")
  static let emptyValue = Rule(
    "empty-value", "a field that is there says something",
    why: "An empty field is either forgotten or not needed; the reader of the file cannot tell.",
    bad: "topics:", good: "topics: [data-breach]")
  static let unknownWord = Rule(
    "unknown-word", "an enumerated field holds one of its words",
    why: "Status and amounts are derived from these words, so none may be guessed.",
    bad: "kind: desicion", good: "kind: decision")
  static let badDate = Rule(
    "bad-date", "a date is a day that exists, and a time has an offset from UTC",
    why: "30 February would become 1 March elsewhere, and a time without offset is 26 moments.",
    bad: "date: 2024-02-30", good: "date: 2024-02-29")
  static let badAmount = Rule(
    "bad-amount", "an amount is a number, a blank and an ISO 4217 code",
    why: "Amounts are added up; anything else would be left out of a total or counted wrongly.",
    bad: "amount: 30.5 million euro", good: "amount: 30500000 EUR")
  static let unknownCode = Rule(
    "unknown-code", "a country or jurisdiction is an ISO code",
    why: "Codes join this publication's data to everybody else's.",
    bad: "jurisdiction: UK", good: "jurisdiction: GB")
  static let badIdentifier = Rule(
    "bad-identifier", "an identifier has its standard's form and check digits",
    why: "A wrong LEI or ECLI points at another company or at no decision at all.",
    bad: "lei: 529900T8BM49AURSDO56", good: "lei: 529900T8BM49AURSDO55")
  static let longECLI = Rule(
    "long-ecli", .warning, "an ECLI's ordinal number has at most 25 characters without dots",
    why: "Longer ones are in the wild, but some registers refuse them.",
    bad: "ECLI:AT:DSB:2018:ABCDEFGHIJKLMNOPQRSTUVWXYZ", good: "ECLI:AT:DSB:2018:DSB.D122.844")
  static let controlCharacter = Rule(
    "control-character", "text has no control characters",
    why: "XML forbids them, so one would make every feed that shows the text unreadable.",
    bad: "title: \"Late\\x08 disclosure\"", good: "title: Late disclosure")
  static let badSlug = Rule(
    "bad-slug", "a file's name is a slug: lower-case letters, digits and single hyphens",
    why: "The name becomes the page's address, which must read the same everywhere.",
    bad: "content/cases/Acme Energy.md", good: "content/cases/acme-energy.md")
  static let duplicateSlug = Rule(
    "duplicate-slug", "a slug is unique within its kind, whatever the folder",
    why: "Two entries would share one address and one of them would be lost.",
    bad: "content/cases/2023/acme.md\ncontent/cases/2024/acme.md",
    good: "content/cases/2023/acme-2023.md\ncontent/cases/2024/acme-2024.md")
  static let strayFile = Rule(
    "stray-file", .warning, "every file in content/ belongs to the publication",
    why: "A file that Gazette does not read is one that readers will miss.",
    bad: "content/cases/acme.markdown", good: "content/cases/acme.md")
  static let noSettings = Rule(
    "no-settings", "content/site.yml is there",
    why: "The publication's title and address stand in it, and every page shows them.",
    bad: "(no content/site.yml)", good: "title: Privacy Watch\nbase_url: https://watch.example")
  static let noFeedID = Rule(
    "no-feed-id", .warning, "site.yml has a feed_id",
    why: "Feed readers know entries by ids built from it; taken from the address, they would all "
      + "change when the site moves to another host.",
    bad: "base_url: https://watch.example",
    good: "base_url: https://watch.example\nfeed_id: watch.example,2026")
  static let duplicateID = Rule(
    "duplicate-id", "the ids of an entry's sources, and of its steps, are all different",
    why: "A citation or a ruling that names the id could mean either.",
    bad: "sources: [{ id: a, … }, { id: a, … }]", good: "sources: [{ id: a, … }, { id: b, … }]")
  static let longTitle = Rule(
    "long-title", .warning, "a title has at most 110 characters",
    why: "Search results and feed readers cut off what is longer.",
    bad: "title: (130 characters)", good: "title: (90 characters)")
  static let longSummary = Rule(
    "long-summary", .warning, "a summary has at most 300 characters",
    why: "It is read in lists; one or two sentences are what fits.",
    bad: "summary: (500 characters)", good: "summary: (200 characters)")
}
