import Diagnostics
import TestSupport

@testable import Content

private func topicFile(_ text: String) -> Fixture {
  Fixture("=== content/topics/data-breach.md\n" + text, over: Publication.small)
}

private func topicFile(bytes: [UInt8]) -> Fixture {
  let base = Fixture("", over: Publication.small).files.filter {
    $0.path != "content/topics/data-breach.md"
  }
  let others = base.map { (path: $0.path, bytes: (try? $0.bytes()) ?? []) }
  return Fixture(others + [(path: "content/topics/data-breach.md", bytes: bytes)])
}

/// Front matter of exactly `size` bytes.
private func frontMatter(ofBytes size: Int) -> String {
  let start = "name: Data breaches\n"
  return start + "#" + String(repeating: "x", count: size - start.utf8.count - 2) + "\n"
}

/// Names in front of another one.
private func aliases(_ count: Int) -> String { (1...count).map { "Acme \($0), " }.joined() }

extension ContentRuleTests {
  static let fileExamples = [
    RuleExample(
      .noFrontMatter, topicFile("▸# Data breaches"),
      "the file does not begin with a line of ---, so it has no front matter",
      not: topicFile("---  \t\nname: Data breaches\n---")),
    RuleExample(
      .unterminatedFrontMatter, topicFile("▸---\nname: Data breaches\n--- and\n ---\n----"),
      "'---' opens front matter that no second line of --- closes",
      not: topicFile("---\nname: Data breaches\n--- \t")),
    RuleExample(
      .notUTF8,
      topicFile(bytes: Array("---\nname: Öffentliche Caf▸".utf8) + [0xE9] + Array("s\n---\n".utf8)),
      "byte 0xE9 is not UTF-8 here", not: topicFile("---\nname: Öffentliche Cafés\n---\n")),
    RuleExample(
      .byteOrderMark, topicFile("▸\u{FEFF}---\nname: Data breaches\n---"),
      "the file begins with a byte order mark, which UTF-8 does not need",
      not: topicFile("---\nname: Data breaches\n---\n\u{FEFF}Text.")),
    RuleExample(
      .lineEndings, topicFile("---▸\r\nname: Data breaches\r\n---\r\n\r\nText."),
      "lines end in CRLF; LF is what other editors and git expect",
      not: topicFile("---\nname: \"Data\\r\\nbreaches\"\n---\n")),
    RuleExample(
      .tooLarge, topicFile("▸---\n" + frontMatter(ofBytes: 262_145) + "---"),
      "the front matter has 262145 bytes; at most 262144 are read",
      not: topicFile("---\n" + frontMatter(ofBytes: 262_144) + "---")),
    RuleExample(
      .tooMany, company("name: Acme\naliases: [" + aliases(1_000) + "▸Acme]"),
      "'aliases' has 1001 items; at most 1000 are read, and this is one too many",
      not: company("name: Acme\naliases: [" + aliases(999) + "Acme]")),
    RuleExample(
      .controlCharacter, topic("name: ▸\"Data \\x08breaches\""),
      "U+0008 is a control character, which no page or feed may hold",
      not: topic("name: \"Data\\tbreaches\"")),
  ]

  static let yamlExamples = [
    RuleExample(
      .yamlSyntax, topic("name: Data breaches▸: all of them"),
      "':' cannot stand here; a text that contains ': ' is put in quotation marks",
      not: topic("name: Data breaches:all of them")),
    RuleExample(
      .yamlAlias, topic("name: ▸*those"), "an alias (*) is not allowed in front matter",
      not: topic("name: those*")),
    RuleExample(
      .yamlAnchor, topic("name: ▸&those Data breaches"),
      "an anchor (&) is not allowed in front matter", not: topic("name: Data & breaches")),
    RuleExample(
      .yamlTag, topic("name: ▸!!str Data breaches"),
      "tag '!!str' is not allowed in front matter; the schema types every value",
      not: topic("name: Data breaches!!str")),
    RuleExample(
      .secondDocument, topic("name: Data breaches\n...\n▸summary: What got out."),
      "a second YAML document begins here; front matter is one",
      not: topic("name: Data breaches\nsummary: What got out.\n...")),
    RuleExample(
      .deepYAML, company("name: Acme\naliases: [[[[[[[[[[[[[[[▸[x]]]]]]]]]]]]]]]]"),
      "this nests more than 16 deep; no field needs that",
      not: company("name: Acme\naliases: [[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]")),
    RuleExample(
      .anchorAlias,
      topicFile("---\nname: Data breaches\nanchors: { what: ▸why }\n---\n\n## What got out\n"),
      "'#why' is no heading of the text",
      not: topicFile(
        "---\nname: Data breaches\nanchors: { what: what-got-out }\n---\n\n## What got out\n")),
  ]
}
