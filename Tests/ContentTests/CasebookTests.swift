import Diagnostics
import TestSupport
import Testing

@testable import Content

@Suite struct CasebookTests {
  @Test func `entries are in the order of their slugs, whatever folder they lie in`() {
    let fixture = Fixture(
      """
      === content/topics/z/a.md
      ---
      name: A
      ---
      === content/topics/b.md
      ---
      name: B
      ---
      === content/topics/a/c.md
      ---
      name: C
      ---
      """, over: Publication.settings)
    #expect(fixture.casebook.value.topics.map(\.slug) == ["a", "b", "c"])
  }

  @Test func `of two entries with one slug the first by path is kept, and the other told of it`() {
    let fixture = Fixture(
      """
      === content/topics/z/a.md
      ▸---
      name: Second
      ---
      === content/topics/a.md
      ---
      name: First
      ---
      """, over: Publication.settings)
    #expect(fixture.casebook.value.topics.map(\.fields.name) == ["First"])
    #expect(fixture.ownFindings.map(\.description) == fixture.marks.map { "\($0) duplicate-slug" })
    #expect(
      fixture.ownFindings.first?.notes == [
        "content/topics/a.md:1:1 the other is content/topics/a.md"
      ])
  }

  @Test func `an entry that cannot be read is there all the same, but has nothing to say`() {
    let fixture = topic("name: Data: breach")
    #expect(fixture.casebook.value.topics.isEmpty)
    #expect(fixture.casebook.value.broken == [.topic: ["data-breach"]])
  }

  @Test func `an entry in no kind's folder is a stray`() {
    let fixture = Fixture(
      """
      === content/about.md
      ▸---
      title: About
      ---
      === content/posts/first.md
      ▸---
      title: First
      ---
      """, over: Publication.settings)
    #expect(fixture.ownFindings.map(\.description) == fixture.marks.map { "\($0) stray-file" })
  }

  @Test func `files are known by their path below content files`() {
    let fixture = Fixture(
      "=== content/files/a/b.pdf\n=== content/files/c.png\n", over: Publication.settings)
    #expect(fixture.casebook.value.files == ["a/b.pdf", "c.png"])
  }

  @Test func `a file in UTF-16 is one problem and not thousands`() {
    let text = "---\nname: Data breaches and more of them\n---\n"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let fixture = Fixture([("content/topics/data.md", bytes)])
    #expect(
      fixture.ownFindings.map(\.description).filter { !$0.hasSuffix("no-settings") }
        == ["content/topics/data.md:1:1 not-utf-8"])
  }

  @Test func `an empty file has no front matter`() {
    let fixture = Fixture([("content/topics/data.md", [])])
    #expect(fixture.ownFindings.map(\.rule) == [.noSettings, .noFrontMatter])
  }

  @Test func `a file of more than eight megabytes is not read`() {
    let bytes = Array("---\nname: Data\n---\n".utf8) + [UInt8](repeating: 0x61, count: 8 << 20)
    let fixture = Fixture([("content/topics/data.md", bytes)])
    #expect(
      fixture.casebook.diagnostics.first { $0.rule == .tooLarge }?.message
        == "the file has 8388627 bytes; at most 8388608 are read")
  }

  @Test func `the order in which files come in changes nothing`() {
    let fixture = Fixture("", over: Publication.small)
    let expected = fixture.casebook
    var random = SeededGenerator(seed: 3)
    for _ in 0..<10 {
      let other = fixture.shuffled(by: &random).casebook
      #expect(other.value.cases.map(\.slug) == expected.value.cases.map(\.slug))
      #expect(other.diagnostics == expected.diagnostics)
    }
  }
}
