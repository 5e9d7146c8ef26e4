import Content
import Linking
import TestSupport
import Testing

struct FeedTests {
  private static let acme = "companies/acme-energy/feed.atom"

  @Test func `every feed has what RFC 4287 asks for and knows its own address`() async throws {
    let site = try await RenderedSite(Publication.whole)
    #expect(site.feeds.count == 18)
    var ids: Set<String> = []
    for path in site.feeds {
      let feed = AtomFeed(site.text(path))
      #expect(feed.flaw == nil, "\(path)")
      #expect(feed.head.links["self"] == "https://watch.example/" + path)
      let name = path.split(separator: "/").last ?? ""
      let page = name == "news.atom" ? "news/" : String(path.dropLast(name.count))
      #expect(feed.head.links["alternate"] == "https://watch.example/" + page)
      #expect(feed.head.title != "" && feed.head.updated != "" && feed.head.texts["name"] != nil)
      #expect(ids.insert(feed.head.id).inserted, "\(path) has another feed's id")
      for entry in feed.entries {
        let kind = entry.id.hasPrefix("tag:watch.example,2026:news/") ? "news" : "case"
        #expect(entry.id.hasPrefix("tag:watch.example,2026:\(kind)/"))
        #expect(entry.title != "" && entry.content != "")
        #expect(entry.texts["summary"] != nil || entry.id.contains("#"), "a change has none")
        #expect(entry.texts["published"] != nil && entry.updated != "")
        let folder = kind == "news" ? "news/" : "cases/"
        #expect(
          entry.links["alternate"]?.hasPrefix("https://watch.example/" + folder) == true)
      }
      #expect(Set(feed.entries.map(\.id)).count == feed.entries.count)
    }
  }

  @Test func `ids outlive a new title, a new slug and a new host`() async throws {
    let old = try await RenderedSite(Publication.small)
    let new = try await RenderedSite(
      Publication.small
        .replacing("cases/acme.md", with: "cases/late-acme.md")
        .replacing("title: Late disclosure", with: "title: It came late\nformerly: [acme]")
        .replacing("companies/acme-energy.md", with: "companies/acme.md")
        .replacing("companies: [acme-energy]", with: "companies: [acme]")
        .replacing("name: Acme Energy", with: "name: Acme\nformerly: [acme-energy]")
        .replacing("base_url: https://watch.example", with: "base_url: https://o.example/archive"))
    let (before, after) = (AtomFeed(old.text("feed.atom")), AtomFeed(new.text("feed.atom")))
    #expect(before.entries.map(\.id) == ["tag:watch.example,2026:case/acme"])
    #expect(after.entries.map(\.id) == before.entries.map(\.id))
    #expect(after.head.id == before.head.id)
    #expect(after.entries.first?.title == "It came late")
    #expect(
      after.entries.first?.links["alternate"] == "https://o.example/archive/cases/late-acme/")
    #expect(
      AtomFeed(new.text("companies/acme/feed.atom")).head.id
        == AtomFeed(old.text(Self.acme)).head.id)
    #expect(after.entries.first?.categories == ["acme", "nl-ap"])
  }

  @Test func `the oldest of several earlier slugs is the one that ids are made of`() async throws {
    let site = try await RenderedSite(Publication.whole)
    let ids = AtomFeed(site.text("feed.atom")).entries.map(\.id)
    #expect(ids.contains("tag:watch.example,2026:case/ferry-fine"))
    #expect(site.mentioning("case/joint-ferry-fine") == [])
    #expect(site.mentioning(":case/two-ferries") == [])
  }

  @Test func `updated follows from what the entry says and not from a clock`() async throws {
    let history = """
      history:
        - { date: 2025-01-02, kind: correction, note: A name. }
        - { date: 2025-02-03, kind: clarification, note: A comma. }
      sources:
      """
    let site = try await RenderedSite(Publication.small.replacing("sources:", with: history))
    let feed = AtomFeed(site.text("feed.atom"))
    #expect(feed.entries.first?.texts["published"] == "2024-06-01T00:00:00Z")
    #expect(feed.entries.first?.updated == "2025-01-02T00:00:00Z")
    #expect(feed.head.updated == "2025-01-02T00:00:00Z")
  }

  @Test func `the site's feed has at least the fifty latest cases, a company's twenty`()
    async throws
  {
    let site = try await RenderedSite(.cases(100))
    let all = AtomFeed(site.text("feed.atom")).entries
    #expect(all.count == 50)
    #expect(AtomFeed(try await RenderedSite(.cases(99)).text("feed.atom")).entries.count == 99)
    #expect(AtomFeed(site.text(Self.acme)).entries.count == 20)
    let published = all.compactMap { $0.texts["published"] }
    #expect(published == published.sorted(by: >))
    #expect(published.first == "2024-06-28T00:00:00Z")
  }

  @Test func `sizes in site.yml count`() async throws {
    let sizes = "feeds: { site: 3, others: 2, archives: none }"
    let fixture = Fixture(
      "=== content/site.yml\n"
        + Publication.settings.split(separator: "\n").dropFirst()
        .joined(separator: "\n") + "\n" + sizes, over: "")
    let files = fixture.files + Fixture.cases(5).files.filter { $0.path != "content/site.yml" }
    let site = try await RenderedSite(
      Fixture(try files.map { ($0.path, try $0.bytes()) }))
    #expect(AtomFeed(site.text("feed.atom")).entries.count == 3)
    #expect(AtomFeed(site.text(Self.acme)).entries.count == 2)
  }

  @Test func `whatever characters a text has, feeds are sound XML and say it`() async throws {
    let title = "]]> <b>&amp; \u{A0}\u{2028}𝔊 \u{E000}\u{FFFD} 'q' --> ü"
    let site = try await RenderedSite(
      Publication.small.replacing(
        "title: Late disclosure", with: "title: '\(title.replacing("'", with: "''"))'"
      )
      .replacing("name: Acme Energy", with: "name: 'A & \"C\" <ME> ]]>'"))
    for path in site.feeds {
      let feed = AtomFeed(site.text(path))
      #expect(feed.flaw == nil, "\(path)")
      for entry in feed.entries { #expect(entry.title == title) }
    }
  }

  @Test(arguments: [
    "title: \"Late\\x08\"", "title: \"Late\\0\"", "title: \"\\uFFFE\"", "title: \"\\x7F\"",
    "title: \"\\x85\"", "title: Late\u{1}", "title: Late\u{9F}",
  ])
  func `a control character never gets as far as a feed`(line: String) async throws {
    let fixture = Fixture(
      Publication.small.replacing("title: Late disclosure", with: line))
    let rules = try await fixture.reported().map { $0.split(separator: " ").last }
    #expect(rules == ["control-character"])
  }

  @Test(arguments: ["&#8;", "&#x1F;", "&#xFFFE;", "&#127;", "&#x9F;", "a\u{8}", "`\u{B}`"])
  func `a control character in a text is reported where it stands`(typed: String) async throws {
    let fixture = Fixture(
      Publication.small.replacing(
        "title: About\n---", with: "title: About\n---\n\nText ▸\(typed) x."))
    let column = typed.unicodeScalars.first == "&" ? 0 : 1
    let found = try await fixture.reported()
    let place = fixture.marks[0].split(separator: ":")
    let expected = "\(place[0]):\(place[1]):\((Int(place[2]) ?? 0) + column) control-character"
    #expect(found == [expected])
  }
}
