import TestSupport
import Testing

@testable import Rendering

struct SitemapTests {
  @Test func `the day of a page is that of what it shows, and no build's`() throws {
    let site = try Printed(
      Fixture(
        """
        === content/news/new-law.md
        ---
        title: A new law
        summary: It comes into force.
        published: 2025-01-01
        history: [{ date: 2025-02-03, kind: correction, note: A year. }]
        ---
        """, over: Publication.small))
    let sitemap = site["sitemap.xml"]
    func day(_ address: String) -> String? {
      sitemap.split(separator: "<loc>https://watch.example\(address)</loc>", maxSplits: 1)
        .dropFirst().first.flatMap {
          String($0).parts(between: "<lastmod>", and: "</lastmod>").first
        }
    }
    #expect(day("/cases/acme/") == "2024-06-01")
    #expect(day("/news/new-law/") == "2025-02-03")
    #expect(day("/news/") == "2025-02-03")
    #expect(day("/topics/data-breach/") == "2024-06-01")
    for file in ["feed.atom", "changes.atom", "calendar.ics", "feeds.opml", "llms.txt", "404"] {
      #expect(!sitemap.contains(file), "\(file) is no page")
    }
  }

  @Test func `fifty thousand addresses fit in one sitemap, one more makes two and an index`() {
    #expect(Publication.sitemaps(for: 1) == 1)
    #expect(Publication.sitemaps(for: 50_000) == 1)
    #expect(Publication.sitemaps(for: 50_001) == 2)
    #expect(Publication.sitemaps(for: 100_001) == 3)
  }
}
