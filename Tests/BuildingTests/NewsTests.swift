import Linking
import TestSupport
import Testing

/// Short items that are no cases: their pages, and where they are told.
struct NewsTests {
  private func item(_ slug: String, published: String, _ fields: String = "") -> String {
    """
    === content/news/\(slug).md
    ---
    title: Item \(slug)
    summary: What is new.
    published: \(published)
    \(fields)
    ---

    The text of \(slug), with [a case](case:acme) and a note.[^1]

    [^1]: A note.

    """
  }

  @Test func `an item has a page, and stands in the site's feed among the cases and in its own`()
    async throws
  {
    let site = try await RenderedSite(
      Fixture(
        item("one", published: "2024-05-01", "cases: [acme]\ntopics: [data-breach]")
          + item("two", published: "2024-07-01"), over: Publication.small))
    let page = site.text("news/one/index.html")
    #expect(page.contains("Item one") && page.contains("/topics/data-breach/"))
    #expect(page.contains("href=\"/cases/acme/\"") && page.contains("A note."))
    let all = AtomFeed(site.text("feed.atom"))
    #expect(
      all.entries.map(\.id) == [
        "tag:watch.example,2026:news/two", "tag:watch.example,2026:case/acme",
        "tag:watch.example,2026:news/one",
      ])
    let news = AtomFeed(site.text("news.atom"))
    #expect(news.flaw == nil && news.head.links["alternate"] == "https://watch.example/news/")
    #expect(news.entries.map(\.title) == ["Item two", "Item one"])
    #expect(news.entries.first?.content.contains("https://watch.example/cases/acme/") == true)
    #expect(site.text("feed.json").contains("news/two"))
    #expect(!site.text("companies/acme-energy/feed.atom").contains("news/"))
    let home = site.text("index.html")
    #expect(home.contains("href=\"/news/two/\"") && home.contains("href=\"/news/\""))
    #expect(site.text("news/index.html").contains("href=\"/news.atom\""), "it is found from there")
    for path in ["topics/data-breach", "cases/acme"] {
      let page = site.text(path + "/index.html")
      #expect(page.contains("href=\"/news/one/\"") && !page.contains("/news/two/"), "\(path)")
    }
    #expect(!site.text("companies/acme-energy/index.html").contains("/news/one/"))
    #expect(site.text("sitemap.xml").contains("https://watch.example/news/two/"))
    #expect(site.text("feeds.opml").contains("https://watch.example/news.atom"))
  }

  @Test func `the list has fifty items a page, newest first`() async throws {
    let items = (1...51).map { number in
      item("n\(number)", published: "2024-0\(number % 9 + 1)-1\(number % 10)")
    }
    let site = try await RenderedSite(
      Fixture(items.joined(), over: Publication.small))
    #expect(site.text("news/index.html").components(of: "<article>") == 50)
    #expect(site.text("news/page/2/index.html").components(of: "<article>") == 1)
    #expect(site.text("news/index.html").contains("href=\"/news/page/2/\" rel=\"next\""))
    #expect(site.files["news/page/3/index.html"] == nil)
  }

  @Test func `a correction moves an item to the front, a retraction leaves a tombstone`()
    async throws
  {
    let site = try await RenderedSite(
      Fixture(
        item(
          "one", published: "2024-05-01",
          "history: [{ date: 2024-08-01, kind: correction, note: A name. }]")
          + item(
            "two", published: "2024-07-01",
            "history: [{ date: 2024-07-02, kind: retraction, note: Not so. }]"),
        over: Publication.small))
    let feed = site.text("news.atom")
    #expect(AtomFeed(feed).entries.map(\.id) == ["tag:watch.example,2026:news/one"])
    #expect(AtomFeed(feed).entries.first?.updated == "2024-08-01T00:00:00Z")
    #expect(feed.contains("ref=\"tag:watch.example,2026:news/two\" when=\"2024-07-02T00:00:00Z\""))
    #expect(site.text("news/one/index.html").contains("A name."))
    let corrections = AtomFeed(site.text("corrections.atom")).entries
    #expect(
      corrections.map(\.id) == [
        "tag:watch.example,2026:news/one#correction-2024-08-01",
        "tag:watch.example,2026:news/two#retraction-2024-07-02",
      ])
    #expect(corrections.first?.title == "Item one: Correction")
    #expect(corrections.first?.links["alternate"] == "https://watch.example/news/one/#page-history")
  }

  @Test func `a publication without news has no list of it`() async throws {
    let site = try await RenderedSite(Publication.small)
    #expect(site.mentioning("/news") == [])
  }
}

extension String {
  fileprivate func components(of mark: String) -> Int { ranges(of: mark).count }
}
