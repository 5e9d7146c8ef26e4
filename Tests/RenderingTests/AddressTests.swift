import TestSupport
import Testing

@testable import Rendering

/// What links lead to, and what tells programs where to go.
struct AddressTests {
  private let fixture = Fixture.case(
    steps: """
        - { id: decision, date: 2024-05-16, kind: decision, sources: [press], measures: [{ kind: fine, amount: 300 EUR }] }
        - { date: 2025-01-02, kind: judgment, body: nl-rb, on: decision, effect: upheld, sources: [decision] }
      """,
    more: Fixture.sources
      + "\nrelated: [acme]\nformerly: [apex-first]\nprovisions: [gdpr 5(1)(a), gdpr]",
    body: "See [](case:acme#what-followed), [](law:gdpr/33)[^press] and [the file](files/a.txt).",
    base: Publication.small.replacing(
      "---\n=== content/companies",
      with: "---\n\n## What followed\n\nNothing.\n=== content/companies")
      + "\n=== content/files/a.txt\na")

  @Test func `no link leads nowhere`() throws {
    let site = try Printed(fixture)
    var dead: [String] = []
    for (path, _) in site.files where path.hasSuffix(".html") {
      let page = site[path]
      for link in page.parts(between: "href=\"", and: "\"") where !leads(link, from: path, in: site)
      {
        dead.append("\(path): \(link)")
      }
      let ids = page.parts(between: " id=\"", and: "\"")
      #expect(ids.count == Set(ids).count, "\(path) has an id twice")
    }
    #expect(dead == [])
  }

  private func leads(_ link: String, from path: String, in site: Printed) -> Bool {
    if link.hasPrefix("https://") { return true }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var target = path
    if !parts[0].isEmpty {
      target = String(parts[0].dropFirst())
      if target.isEmpty || target.hasSuffix("/") { target += "index.html" }
    }
    guard site.files[target] != nil else { return false }
    return parts.count == 1 || site[target].contains(" id=\"\(parts[1])\"")
  }

  @Test func `an earlier address leads to the entry, by itself and by hand`() throws {
    let site = try Printed(fixture)
    let page = site["cases/apex-first/index.html"]
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=/cases/apex-2024/\">"))
    #expect(
      page.contains("<link rel=\"canonical\" href=\"https://watch.example/cases/apex-2024/\">"))
    #expect(page.contains("noindex"))
    #expect(page.contains("It is now at <a href=\"/cases/apex-2024/\">"))
  }

  @Test func `the sitemap lists every page with the day of its last change, and no others`() throws
  {
    let site = try Printed(fixture)
    let map = site["sitemap.xml"]
    let listed = map.parts(between: "<loc>https://watch.example/", and: "</loc>")
    let pages = site.files.keys.filter { $0.hasSuffix("index.html") && !$0.contains("apex-first") }
    #expect(Set(listed) == Set(pages.map { String($0.dropLast("index.html".count)) }))
    #expect(listed.count == pages.count)
    #expect(map.contains("cases/apex-2024/</loc><lastmod>2025-01-02</lastmod>"))
    #expect(map.contains("companies/acme-energy/</loc><lastmod>2024-06-01</lastmod>"))
    #expect(map.contains("about/</loc></url>"))
    #expect(site["robots.txt"].contains("Sitemap: https://watch.example/sitemap.xml"))
  }

  @Test func `a page names its feed, and where the reader is`() throws {
    let site = try Printed(fixture)
    let company = site["companies/apex/index.html"]
    #expect(company.contains("title=\"New cases: Apex Data\" href=\"/companies/apex/feed.atom\""))
    #expect(company.contains("<a href=\"/companies/\" aria-current=\"true\">"))
    #expect(site["companies/index.html"].contains("<a href=\"/companies/\" aria-current=\"page\">"))
    #expect(company.contains("<li><span aria-current=\"page\">Apex Data</span></li>"))
    #expect(!site["index.html"].contains("aria-current"))
    #expect(site["index.html"].contains("<h1 class=\"brand\">"))
    #expect(site["404.html"].contains("noindex"))
  }

  @Test func `files of the publication are copied as they are`() throws {
    #expect(try Printed(fixture)["files/a.txt"] == "a\n")
  }
}
