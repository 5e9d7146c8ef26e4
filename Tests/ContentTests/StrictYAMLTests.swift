import Diagnostics
import TestSupport
import Testing

@testable import Content

/// The part of YAML that front matter may use, and nothing guessed.
@Suite struct StrictYAMLTests {
  @Test func `an alias bomb is reported where its aliases stand, and never expanded`() {
    let bomb = """
      name: Acme
      aliases:
        - ▸&a [x, x, x, x, x, x, x, x, x]
        - ▸&b [▸*a, ▸*a, ▸*a, ▸*a, ▸*a, ▸*a, ▸*a, ▸*a, ▸*a]
        - ▸&c [▸*b, ▸*b, ▸*b, ▸*b, ▸*b, ▸*b, ▸*b, ▸*b, ▸*b]
      """
    let fixture = company(bomb)
    let found = fixture.ownFindings.filter { [.yamlAlias, .yamlAnchor].contains($0.rule) }
    #expect(found.map(\.at) == fixture.marks)
  }

  @Test func `a hundred thousand brackets on a line end where they begin`() {
    let brackets =
      String(repeating: "[", count: 15) + "▸" + String(repeating: "[", count: 100_000)
    let fixture = company("name: Acme\naliases: \(brackets)")
    #expect(fixture.ownFindings.map(\.description) == fixture.marks.map { "\($0) deep-yaml" })
  }

  @Test func `nesting by indentation ends there too`() {
    var text = "name: Acme\naliases:\n"
    for depth in 1...300 {
      text += String(repeating: " ", count: depth) + (depth == 15 ? "- ▸-\n" : "-\n")
    }
    let fixture = company(text)
    #expect(
      fixture.ownFindings.map(\.description).first == fixture.marks.map { "\($0) deep-yaml" }.first)
  }

  @Test func `a quarter of a megabyte of list items is read before it is refused`() {
    let items = Array(repeating: "é", count: 60_000).joined(separator: ", ")
    let fixture = company("name: Acme\naliases: [\(items), \"\"]")
    #expect(
      fixture.ownFindings.map(\.message)
        == ["'aliases' has 60001 items; at most 1000 are read, and this is one too many"])
  }

  @Test func `a merge key is a key like any other, and its alias is refused`() {
    let fixture = topic("name: Data\n▸<<: ▸*those")
    #expect(fixture.ownFindings.map(\.at) == fixture.marks)
    #expect(Set(fixture.ownFindings.map(\.rule)) == [.unknownKey, .yamlAlias])
  }

  @Test func `a tag and an anchor on one value are two slips`() {
    let fixture = topic("name: ▸&a !!binary Data")
    #expect(
      fixture.ownFindings.map(\.description)
        == [fixture.marks[0] + " yaml-anchor", fixture.marks[0] + " yaml-tag"])
  }

  @Test(arguments: [
    "name: ▸! Data", "name: ▸!!timestamp 2024-02-30", "name: ▸!local Data",
    "name: ▸!<tag:x.example,2024:y> Data",
  ])
  func `a tag of any form is refused`(text: String) {
    let fixture = topic(text)
    #expect(fixture.ownFindings.map(\.description) == fixture.marks.map { "\($0) yaml-tag" })
  }

  @Test func `a second document is reported once, and the first is kept`() {
    let fixture = topic("name: Data\n...\n▸--- x\nname: Other\n--- y\nname: Third")
    #expect(fixture.ownFindings.map(\.description) == fixture.marks.map { "\($0) second-document" })
  }

  @Test(arguments: [
    "name: Data\n▸\tsummary: What got out.", "name: Data\nsummary:\n▸\t- x", "▸\tname: Data",
  ])
  func `a tab cannot indent`(text: String) {
    let fixture = topic(text)
    #expect(fixture.ownFindings.map(\.description) == fixture.marks.map { "\($0) yaml-syntax" })
    #expect(fixture.ownFindings.map(\.message) == ["a tab cannot indent YAML"])
  }

  @Test func `a tab between words is only a blank`() {
    #expect(topic("name:\tData\tbreaches").ownFindings.isEmpty)
  }

  @Test(arguments: [
    ("name: ▸@acme", "a text cannot begin with '@' or '`' in YAML unless it is quoted"),
    ("name: ▸`acme`", "a text cannot begin with '@' or '`' in YAML unless it is quoted"),
    ("name: ▸%acme", "a text cannot begin with '%' in YAML unless it is quoted"),
    (
      "name: Fine▸: 20 million",
      "':' cannot stand here; a text that contains ': ' is put in quotation marks"
    ),
  ])
  func `common slips have words of their own`(text: String, message: String) {
    let fixture = topic(text)
    #expect(fixture.ownFindings.map(\.description) == fixture.marks.map { "\($0) yaml-syntax" })
    #expect(fixture.ownFindings.map(\.message) == [message])
  }

  @Test(arguments: [
    "name: \"Data", "name: [Data", "name: {a: b", "- a\nb: c", "name: Data\n  x: y", "? ",
    "name: \"\\q\"", "name: 'it''s' not", "&", "*", "!", "]", "}", "name: Data\n summary: x", "---",
    "name: |9\n x", "name: >\n\tx", ": :", "[[", "a: b: c: d", "\"\\ud800\"", "%YAML 9.9\n--- x",
  ])
  func `whatever is no YAML is reported, and never stops the run`(text: String) {
    let fixture = Fixture("=== content/topics/data-breach.md\n---\n\(text)\n---\n")
    #expect(!fixture.ownFindings.filter { $0.rule.severity == .error }.isEmpty)
  }

  @Test(arguments: ["NO", "no", "1.10", "007", "1:20", "2024-02-30", "null", "~", "0x1F", "1e3"])
  func `a scalar is the text that was written`(text: String) {
    let fixture = topic("name: \(text)")
    #expect(fixture.ownFindings.isEmpty)
    #expect(fixture.casebook.value.topics.first?.fields.name == text)
  }

  @Test func `quotes, folding and escapes are YAML's own`() {
    let fixture = company(
      """
      name: "Caf\\u00e9 \\"Acme\\""
      short: 'it''s'
      legal_name: >-
        Acme Energy
        Holding
      """)
    let fields = fixture.casebook.value.companies.first?.fields
    #expect(fixture.ownFindings.isEmpty)
    #expect(fields?.name == "Café \"Acme\"")
    #expect(fields?.short == "it's")
    #expect(fields?.legalName == "Acme Energy Holding")
  }

  @Test func `random bytes between the markers are survived`() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("[]{}:,-?&*!|>'\"%@`# \n\tabé#\u{0}\u{85}\u{2028}".utf8)
    for _ in 0..<2_000 {
      var bytes = Array("---\n".utf8)
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        bytes.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      bytes += Array("\n---\n".utf8)
      let fixture = Fixture([("content/companies/acme.md", bytes)])
      #expect(!fixture.ownFindings.isEmpty)
    }
  }
}
