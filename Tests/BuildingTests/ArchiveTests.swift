import Content
import Linking
import TestSupport
import Testing

/// Feeds that keep everything, in documents that stay as they are once they are closed.
struct ArchiveTests {
  private static let sizes = "feeds: { site: 7, others: 3, archive_length: 10, archives: all }"

  /// Cases published one after the other, a day each, the first on 1 January 2024; `more` stands in
  /// the front matter of the case with that number.
  private func publication(_ numbers: Range<Int>, _ more: [Int: String] = [:]) -> Fixture {
    let cases = numbers.map { number in
      let day = number % 28 + 1
      let month = number / 28 + 1
      return """
        === content/cases/case-\(number).md
        ---
        title: Case number \(number)
        summary: What happened.
        published: 2024-\(two(month))-\(two(day))
        companies: [acme-energy]
        regulators: [nl-ap]
        provisions: [gdpr 33]
        topics: [data-breach]
        steps:
          - { id: decision, date: 2023-05-05, kind: decision, measures: [{ kind: fine, amount: 10 EUR }] }
        \(more[number] ?? "")
        sources:
          - { id: decision, title: Decision, publisher: nl-ap }
        ---

        """
    }
    let settings = Publication.settings + "\n" + Self.sizes + "\n"
    let small = Fixture(Publication.small).files.filter { $0.path != "content/cases/acme.md" }
    return Fixture(
      Fixture(settings + cases.joined()).files.map { ($0.path, (try? $0.bytes()) ?? []) }
        + small.filter { $0.path != "content/site.yml" }.map { ($0.path, (try? $0.bytes()) ?? []) })
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The documents of a feed, from what readers subscribe to back to the oldest.
  private func walk(_ site: RenderedSite, from path: String) -> [(path: String, feed: AtomFeed)] {
    var documents: [(path: String, feed: AtomFeed)] = []
    var next: String? = path
    while let path = next, documents.count < 100 {
      let feed = AtomFeed(site.text(path))
      #expect(feed.flaw == nil, "\(path)")
      documents.append((path, feed))
      next = feed.head.links["prev-archive"].map {
        $0.replacing("https://watch.example/", with: "")
      }
    }
    return documents
  }

  @Test(arguments: ["feed.atom", "topics/data-breach/feed.atom", "companies/acme-energy/feed.atom"])
  func `walked back from the current document, a feed has each entry once`(
    path: String
  ) async throws {
    let site = try await RenderedSite(publication(0..<64))
    let documents = walk(site, from: path)
    let ids = documents.flatMap { $0.feed.entries.map(\.id) }
    #expect(ids.count == 64 && Set(ids).count == 64)
    #expect(documents.dropFirst().allSatisfy { $0.feed.entries.count == 10 })
    #expect(documents.dropFirst().allSatisfy { site.text($0.path).contains("<fh:archive/>") })
    #expect(!site.text(path).contains("<fh:archive/>"))
    for document in documents.dropFirst() {
      #expect(document.feed.head.links["current"] == "https://watch.example/" + path)
      #expect(document.feed.head.links["self"] == "https://watch.example/" + document.path)
      #expect(document.feed.head.id == documents[0].feed.head.id, "all are one feed")
    }
  }

  @Test func `the current document has at least as many entries as site.yml asks for`()
    async throws
  {
    for count in [6, 7, 16, 17, 26] {
      let site = try await RenderedSite(publication(0..<count))
      let current = AtomFeed(site.text("feed.atom")).entries.count
      #expect(current >= min(7, count) && current < 17, "\(count) cases")
      #expect((site.files["feed/1.atom"] != nil) == (count >= 17))
    }
  }

  @Test func `walked forward, the last closed document names one that waits to be filled`()
    async throws
  {
    let site = try await RenderedSite(publication(0..<30))
    #expect(
      AtomFeed(site.text("feed/1.atom")).head.links["next-archive"]
        == "https://watch.example/feed/2.atom")
    #expect(
      AtomFeed(site.text("feed/2.atom")).head.links["next-archive"]
        == "https://watch.example/feed/3.atom")
    let waiting = AtomFeed(site.text("feed/3.atom"))
    #expect(waiting.flaw == nil && waiting.entries.isEmpty)
    #expect(waiting.head.links["current"] == "https://watch.example/feed.atom")
    #expect(waiting.head.links["prev-archive"] == "https://watch.example/feed/2.atom")
    #expect(waiting.head.links["next-archive"] == nil)
    #expect(!site.text("feed/3.atom").contains("<fh:archive/>"))
    #expect(site.files["feed/4.atom"] == nil)
  }

  @Test func `thirty more cases leave every closed document as it is, byte for byte`()
    async throws
  {
    let changed = [
      3: "history: [{ date: 2024-02-10, kind: correction, note: A sum. }]",
      5: "history: [{ date: 2024-01-07, kind: retraction, note: All of it. }]",
      31: "history: [{ date: 2024-03-20, kind: update, note: A name. }]",
    ]
    let before = try await RenderedSite(publication(0..<64, changed))
    let after = try await RenderedSite(publication(0..<94, changed))
    let closed = before.feeds.filter { before.text($0).contains("<fh:archive/>") }
    #expect(closed.count == 5 + 5 * 6, "of the site, and of each of five things with those cases")
    for path in closed { #expect(before.files[path] == after.files[path], "\(path)") }
    #expect(after.feeds.filter { after.text($0).contains("<fh:archive/>") }.count > closed.count)
  }

  @Test func `an annulment moves a case to the front and touches only the document it leaves`()
    async throws
  {
    let annulled = [
      12: "  - { date: 2024-06-20, kind: judgment, on: decision, effect: annulled }"
    ]
    let before = try await RenderedSite(publication(0..<64))
    let after = try await RenderedSite(publication(0..<64, annulled))
    let id = "tag:watch.example,2026:case/case-12"
    #expect(AtomFeed(before.text("feed/2.atom")).entries.contains { $0.id == id })
    #expect(!AtomFeed(before.text("feed.atom")).entries.contains { $0.id == id })
    #expect(AtomFeed(after.text("feed.atom")).entries.first?.id == id)
    let ids = walk(after, from: "feed.atom").flatMap { $0.feed.entries.map(\.id) }
    #expect(ids.count == 64 && Set(ids).count == 64)
    let touched = before.feeds.filter {
      $0.hasPrefix("feed") && before.files[$0] != after.files[$0]
    }
    #expect(touched == ["feed.atom", "feed/2.atom"])
  }

  @Test func `what is gone keeps its place as a tombstone, and moves no other`() async throws {
    let before = try await RenderedSite(publication(0..<64))
    let gone = """

      gone:
        - { address: /cases/case-12/, date: 2024-06-20, why: It was <b>private</b>., published: 2024-01-13 }
        - { address: /about-us/, date: 2024-06-20, why: A page in no feed. }
      """
    let left = publication(0..<64).files.filter { $0.path != "content/cases/case-12.md" }
    let after = try await RenderedSite(
      Fixture(
        try left.map { file in
          let bytes = try file.bytes()
          return (file.path, file.path == "content/site.yml" ? bytes + Array(gone.utf8) : bytes)
        }))
    let feed = after.text("feed.atom")
    #expect(AtomFeed(feed).flaw == nil)
    #expect(
      feed.contains(
        """
        <at:deleted-entry ref="tag:watch.example,2026:case/case-12" when="2024-06-20T00:00:00Z">
        <at:comment>It was &lt;b&gt;private&lt;/b&gt;.</at:comment>
        """))
    #expect(AtomFeed(feed).head.updated == "2024-06-20T00:00:00Z")
    #expect(!feed.contains("about-us"))
    for number in [1, 3, 4, 5] {
      #expect(before.files["feed/\(number).atom"] == after.files["feed/\(number).atom"])
    }
    let ids = walk(after, from: "feed.atom").flatMap { $0.feed.entries.map(\.id) }
    #expect(ids.count == 63 && Set(ids).count == 63)
  }

  @Test func `a publication may do without archives`() async throws {
    let fixture = publication(0..<64)
    let site = try await RenderedSite(
      Fixture(
        try fixture.files.map { file in
          let text = String(decoding: try file.bytes(), as: UTF8.self)
          return (
            file.path,
            Array(text.replacing("archives: all", with: "archives: none, json: false").utf8)
          )
        }))
    #expect(AtomFeed(site.text("feed.atom")).entries.count == 7)
    #expect(site.feeds.filter { $0.contains("/1.atom") } == [])
    #expect(site.files.keys.filter { $0.hasSuffix("feed.json") } == [])
  }
}
