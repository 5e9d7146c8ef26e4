import Content
import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Drafting

struct YAMLScalarTests {
  @Test(arguments: [
    ("Late disclosure", "Late disclosure"), ("Fine: 30 million", "\"Fine: 30 million\""),
    ("30 # million", "\"30 # million\""), ("'quoted'", "\"'quoted'\""), ("- a", "\"- a\""),
    ("a \"b\" \\ c", "a \"b\" \\ c"), ("", "\"\""), ("a:", "\"a:\""), ("ends ", "\"ends \""),
    ("two\nlines", "\"two\\nlines\""), ("https://a.example/b?c#d", "https://a.example/b?c#d"),
    ("Ünïcode …", "Ünïcode …"), ("~", "\"~\""),
    ("a: \u{308}b", "\"a: \u{308}b\""), ("a #\u{308}b", "\"a #\u{308}b\""), ("...", "\"...\""),
    ("---", "\"---\""),
  ])
  func `a text is quoted where YAML would read something else`(_ text: String, _ yaml: String) {
    #expect(yamlScalar(text) == yaml)
  }

  @Test(arguments: [("Acme, Inc.", "\"Acme, Inc.\""), ("a[1]", "\"a[1]\""), ("Acme", "Acme")])
  func `between brackets commas and brackets are quoted too`(_ text: String, _ yaml: String) {
    #expect(yamlScalar(text, inBrackets: true) == yaml)
  }

  /// Marks that mean something to YAML, blanks, and letters of one to four bytes.
  private static let alphabet = Array(
    " :#-?,[]{}&*!|>'\"%@`~=\\/.\n\tab1NOé漢😀\u{308}\u{2028}\u{A0}…".unicodeScalars)

  @Test func `whatever is written is read as it was, also in a list`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      let length = Int.random(in: 1...12, using: &random)
      let scalars = (0..<length).map { _ in Self.alphabet.randomElement(using: &random) ?? "a" }
      let text = String(String.UnicodeScalarView(scalars))
      let isBlank = text.unicodeScalars.allSatisfy {
        " \t\n\u{A0}\u{2028}".unicodeScalars.contains($0)
      }
      guard !isBlank, text != "…" else { continue }
      let draft = EntryDraft(
        .company, "acme", ["name": .text(text), "aliases": .list([text, "other"])])
      let parsed = try draft.file.parsed(language: "en")
      guard case .company(let company) = parsed.value else {
        Issue.record("\(text.debugDescription) made front matter that cannot be read")
        continue
      }
      #expect(company.entry.fields.name == text)
      #expect(company.entry.fields.aliases == [text, "other"], "\(text.debugDescription)")
      #expect(parsed.diagnostics == [])
    }
  }
}
