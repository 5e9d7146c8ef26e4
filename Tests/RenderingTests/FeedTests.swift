import FoundationXML
import Linking
import Mustache
import TestSupport
import Testing

@testable import Rendering

struct FeedTests {
  private let decision =
    "  - { id: decision, date: 2024-05-16, kind: decision, measures: [{ kind: fine, amount: 300 EUR }] }"

  private func printed(body: String = "", more: String = "") throws -> Printed {
    try Printed(Fixture.case(steps: decision, more: Fixture.sources + "\n" + more, body: body))
  }

  @Test func `every feed and sitemap is well-formed`() throws {
    let site = try printed(body: "A & B < C[^press] [](case:acme) \"quoted\" ]]> `<a>`")
    for (path, bytes) in site.files where path.hasSuffix(".atom") || path.hasSuffix(".xml") {
      let parser = XMLParser(data: .init(bytes))
      #expect(parser.parse(), "\(path): \(String(describing: parser.parserError))")
    }
    #expect(site.files.keys.filter { $0.hasSuffix(".atom") }.count == 11)
  }

  @Test func `characters that XML forbids are left out`() {
    var out = OutputBuffer()
    out.appendXML("a\u{0}b\u{1F}c\u{FFFE}d\u{FFFF}e\u{B}f\tg\nh\rié€𝄞\u{FEFF}\u{FFFD}&<>\"'")
    #expect(
      String(decoding: out.bytes, as: UTF8.self)
        == "abcdef\tg\nh\rié€𝄞\u{FEFF}\u{FFFD}&amp;&lt;&gt;\"'")
  }

  @Test(arguments: 0...17)
  func `a character to escape is found at any place`(_ place: Int) {
    var out = OutputBuffer()
    let (before, after) = (String(repeating: "x", count: place), String(repeating: "é", count: 9))
    out.appendXML(before + "&" + after + "\u{7}")
    #expect(String(decoding: out.bytes, as: UTF8.self) == before + "&amp;" + after)
  }

  @Test func `links in a feed are whole, those into the page too`() throws {
    let site = try printed(body: "See [](case:acme) and a note.[^press]")
    let feed = site["feed.atom"]
    #expect(feed.contains("&lt;a href=\"https://watch.example/cases/acme/\"&gt;"))
    #expect(feed.contains("href=\"https://watch.example/cases/apex-2024/#note-press\""))
    #expect(!feed.contains("href=\"/") && !feed.contains("href=\"#"))
  }

  @Test func `an entry is known by the publication's name and its own first slug`() throws {
    let site = try printed(more: "formerly: [apex-first, apex-second]")
    let feed = site["companies/apex/feed.atom"]
    #expect(
      feed.parts(between: "<id>", and: "</id>") == [
        "tag:watch.example,2026:company/apex", "tag:watch.example,2026:case/apex-first",
      ])
    #expect(
      feed.contains(
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://watch.example/companies/apex/feed.atom\"/>"
      ))
    #expect(
      feed.contains(
        "<category term=\"apex\" label=\"Apex Data\" scheme=\"https://watch.example/companies/\"/>")
    )
    #expect(
      feed.contains(
        "<category term=\"nl-ap\" label=\"Dutch Data Protection Authority\" scheme=\"https://watch.example/regulators/\"/>"
      ))
  }

  @Test func `published is the write-up's day, updated the last change of substance`() throws {
    let site = try printed(
      more: """
        history:
          - { date: 2025-03-04, kind: correction, note: The sum was wrong. }
          - { date: 2025-05-06, kind: clarification, note: A comma. }
        """)
    let feed = site["companies/apex/feed.atom"]
    #expect(feed.contains("<published>2024-06-02T00:00:00Z</published>"))
    #expect(
      feed.parts(between: "<updated>", and: "</updated>") == [
        "2025-03-04T00:00:00Z", "2025-03-04T00:00:00Z",
      ])
  }

  @Test func `a feed without entries dates from the publication's first day`() throws {
    let site = try Printed(
      Fixture(
        """
        === content/topics/quiet.md
        ---
        name: Quiet
        ---
        """, over: Publication.small))
    let feed = site["topics/quiet/feed.atom"]
    #expect(!feed.contains("<entry>"))
    #expect(feed.contains("<updated>2024-06-01T00:00:00Z</updated>"))
    let empty = try Printed(Fixture(Publication.settings))
    #expect(empty["feed.atom"].contains("<updated>1970-01-01T00:00:00Z</updated>"))
    #expect(
      empty["feed.atom"].contains("<name>Privacy Watch</name>"), "somebody must have written it")
  }

  @Test func `a feed holds the newest publications, as many as site.yml says`() throws {
    let base = Publication.small.replacing(
      "feed_id: watch.example,2026",
      with: "feed_id: watch.example,2026\nfeeds: { site: 1, others: 0, archive_length: 1 }")
    let site = try Printed(Fixture.case(steps: decision, more: Fixture.sources, base: base))
    #expect(
      site["feed.atom"].parts(between: "<title>", and: "</title>").dropFirst() == [
        "Apex &amp; the &lt;sea&gt;"
      ])
    #expect(!site["companies/apex/feed.atom"].contains("<entry>"))
  }
}
