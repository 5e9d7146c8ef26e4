import Diagnostics
import TestSupport
import Testing

@testable import Content

/// Lines count from the top of the file, columns in characters as a reader sees them.
@Suite struct PositionTests {
  private func found(_ text: String, line ending: String = "\n") -> (Fixture, [String]) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let fixture = Fixture([
      ("content/topics/data.md", Array(lines.joined(separator: ending).utf8)),
      ("content/site.yml", Array("title: W\nbase_url: https://w.example\nfeed_id: w,2026".utf8)),
    ])
    return (fixture, fixture.ownFindings.filter { $0.rule.severity == .error }.map(\.at))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a position is the same whatever ends a line`(ending: String) {
    let (fixture, found) = found(
      "---\nname: Data\n▸sumary: x\n\n# a comment\n▸nmae: y\n---\n", line: ending)
    #expect(found == fixture.marks)
  }

  @Test func `a byte order mark moves nothing`() {
    let (fixture, found) = found("\u{FEFF}---\nname: Data\n▸sumary: x\n---\n")
    #expect(fixture.marks == ["content/topics/data.md:3:1"])
    #expect(found == fixture.marks)
  }

  @Test func `letters of more bytes than one are one column`() {
    let (fixture, found) = found("---\nname: Ö\nsummary: \"ééé 👩‍👩‍👧 e\u{301}\"\n\"né\": ▸*x\n---\n")
    #expect(fixture.marks == ["content/topics/data.md:4:7"])
    #expect(found.contains(fixture.marks[0]))
  }

  @Test func `a family of emoji before it on the line is one column`() {
    let (fixture, found) = found("---\n{ name: \"👩‍👩‍👧 e\u{301} 漢\", ▸sumary: x }\n---\n")
    #expect(fixture.marks == ["content/topics/data.md:2:18"])
    #expect(found == fixture.marks)
  }

  @Test func `lines that YAML breaks and editors do not are counted as editors do`() {
    let (fixture, found) = found("---\nname: \"a\u{2028}b\u{2029}c\"\n▸sumary: x\n---\n")
    #expect(found == fixture.marks)
  }

  @Test func `the first byte that is not UTF-8 is pointed at`() {
    for (bad, text) in [
      ([0xFF], "FF"), ([0xC3], "C3"), ([0xC0, 0xAF], "C0"), ([0xED, 0xA0, 0x80], "ED"),
      ([0xF5, 0x80, 0x80, 0x80], "F5"), ([0xE2, 0x82], "E2"), ([0x80], "80"),
    ] as [([UInt8], String)] {
      let bytes = Array("---\nname: Dé▸".utf8) + bad + Array("\n---\n".utf8)
      let fixture = Fixture([("content/topics/data.md", bytes)])
      let finding = fixture.ownFindings.first { $0.rule == .notUTF8 }
      #expect(finding?.at == fixture.marks.first, "\(text)")
      #expect(finding?.message == "byte 0x\(text) is not UTF-8 here")
    }
  }

  @Test func `a sequence that the end of the file cuts off is pointed at where it begins`() {
    let bytes = Array("---\nname: Data\n---\nCaf▸".utf8) + [0xE2, 0x82]
    let fixture = Fixture([("content/topics/data.md", bytes)])
    #expect(fixture.ownFindings.first { $0.rule == .notUTF8 }?.at == fixture.marks.first)
  }

  @Test(arguments: [
    ("name: \"a▸\u{1}b\"", "U+0001"), ("name: a▸\u{0}b", "U+0000"), ("name: a▸\u{1B}[1m", "U+001B"),
    ("name: a▸\u{7F}b", "U+007F"), ("name: a▸\u{9F}b", "U+009F"), ("name: a▸\u{FFFE}b", "U+FFFE"),
    ("name: Data\n---\n\nText ▸\u{C} goes on", "U+000C"),
    ("name: Data\n---\nText ▸\u{7F}", "U+007F"),
    ("name: Data\n---\nText ▸\u{FFFF}", "U+FFFF"), ("name: Data\n---\nText ▸\u{80}", "U+0080"),
  ])
  func `a control character is pointed at once, in front matter and in text`(
    text: String, code: String
  ) {
    let (fixture, _) = found("---\n\(text)\n---\n")
    #expect(
      fixture.ownFindings.map(\.description) == fixture.marks.map { "\($0) control-character" })
    #expect(
      fixture.ownFindings.map(\.message) == [
        "\(code) is a control character, which no page or feed may hold"
      ])
  }

  @Test(arguments: ["\\x00", "\\x1b", "\\x7f", "\\u0008", "\\ufffe", "\\uffff", "\\x9f", "\\x85"])
  func `an escape cannot bring a control character in`(escape: String) {
    let (fixture, _) = found("---\nname: ▸\"a\(escape)b\"\n---\n")
    #expect(
      fixture.ownFindings.map(\.description) == fixture.marks.map { "\($0) control-character" })
  }

  @Test(arguments: ["\\t", "\\n", "\\u00a0", "\\U0001F600", "\\u2028", "\\ufeff"])
  func `an escape may bring in what XML can hold`(escape: String) {
    let (fixture, _) = found("---\nname: \"a\(escape)b\"\n---\n")
    #expect(fixture.ownFindings.isEmpty)
  }

  @Test func `every problem of every file is reported in one run`() {
    let fixture = Fixture(
      """
      === content/site.yml
      title: Watch
      base_url: ▸watch.example
      feed_id: ▸watch.example
      === content/companies/acme.md
      ---
      name: Acme
      country: ▸UK
      ▸sumary: x
      kind: ▸firm
      ---
      === content/topics/a.md
      ▸---
      name: A
      === content/topics/b.md
      ---
      name: ▸[B]
      summary:▸
      ---
      """)
    #expect(fixture.ownFindings.map(\.at).sorted() == fixture.marks.sorted())
  }
}
