import Building
import Content
import Linking
import TestSupport
import Testing

@Suite struct SiteTests {
  @Test func `one core and shuffled files give the same bytes as two cores and sorted files`()
    async throws
  {
    let fixture = Fixture.cases(60)
    var random = SeededGenerator(seed: 3)
    let one = try await RenderedSite(fixture.shuffled(by: &random), on: Cores(1))
    let two = try await RenderedSite(fixture, on: Cores(2))
    #expect(one.files == two.files)
    #expect(one.files.count > 70)
  }

  @Test func `the time of the build changes no byte`() async throws {
    let fixture = Fixture.cases(3)
    let now = try await RenderedSite(fixture)
    let later = try await RenderedSite(
      fixture, LinkingOptions(now: Timestamp(seconds: 4_000_000_000)))
    #expect(now.files == later.files)
  }

  @Test(arguments: [(50, 1), (51, 2), (101, 3)])
  func `a list has fifty cases a page and none is lost between pages`(
    count: Int, pages: Int
  ) async throws {
    let site = try await RenderedSite(Fixture.cases(count))
    // The case of the small publication is one more.
    let total = count + 1
    let expected = (total + 49) / 50
    let lists = (1...expected).map { page in
      page == 1
        ? "companies/acme-energy/index.html" : "companies/acme-energy/page/\(page)/index.html"
    }
    #expect(site.files["companies/acme-energy/page/\(expected + 1)/index.html"] == nil)
    let shown = lists.map { site.text($0) }.joined()
    for number in 0..<count {
      #expect(shown.contains("href=\"/cases/case-\(number)/\""), "case-\(number) is on no page")
    }
    #expect(pages <= expected)
    for (index, list) in lists.enumerated() where expected > 1 {
      #expect(site.text(list).contains("rel=\"prev\"") == (index > 0))
      #expect(site.text(list).contains("rel=\"next\"") == (index < expected - 1))
    }
  }

  @Test func `the total of a company is what its cases add up to`() async throws {
    let site = try await RenderedSite(Fixture.cases(120))
    #expect(site.text("companies/acme-energy/index.html").contains("€1,200"))
  }

  @Test func `one second before its time a case has left no trace, one second after it is whole`()
    async throws
  {
    let fixture = Fixture(
      """
      === content/cases/zebra.md
      ---
      title: Xylophone disclosures
      summary: A quokka leaked.
      published: 2025-03-01T09:00:00+01:00
      companies: [acme-energy]
      regulators: [nl-ap]
      provisions: [gdpr 99]
      topics: [data-breach]
      steps:
        - { date: 1999-02-03, kind: decision, measures: [{ kind: fine, amount: 77777 CHF }] }
      sources:
        - { id: decision, title: Wombat, publisher: nl-ap }
      related: [acme]
      formerly: [zebra-stripes]
      ---

      The narwhal text names Acme Energy.
      """, over: Publication.small)
    let moment: Int64 = 1_740_816_000
    let before = try await RenderedSite(
      fixture, LinkingOptions(now: Timestamp(seconds: moment - 1)))
    let after = try await RenderedSite(fixture, LinkingOptions(now: Timestamp(seconds: moment)))
    for word in ["zebra", "Xylophone", "quokka", "narwhal", "Wombat", "CHF", "77,777", "1999"] {
      #expect(before.mentioning(word) == [], "'\(word)' gives the case away")
    }
    #expect(before.files["laws/gdpr/99/index.html"] == nil)
    #expect(after.text("cases/zebra/index.html").contains("narwhal"))
    #expect(after.text("cases/acme/index.html").contains("/cases/zebra/"))
    #expect(after.files["cases/zebra-stripes/index.html"] != nil)
    #expect(after.text("feed.atom").contains("Xylophone"))
  }

  @Test func `ids in feeds outlive a new title, a new slug and a new host`() async throws {
    let old = try await RenderedSite(Fixture("", over: Publication.small))
    let renamed = Publication.small
      .replacing("=== content/cases/acme.md", "=== content/cases/acme-disclosure.md")
      .replacing("title: Late disclosure", "title: Disclosure that came late\nformerly: [acme]")
      .replacing("base_url: https://watch.example", "base_url: https://other.example/archive")
    let new = try await RenderedSite(Fixture("", over: renamed))
    #expect(ids(old.text("feed.atom")) == ids(new.text("feed.atom")))
    #expect(ids(old.text("feed.atom")).contains("tag:watch.example,2026:case/acme"))
    #expect(
      ids(old.text("companies/acme-energy/feed.atom"))
        == ids(new.text("companies/acme-energy/feed.atom")))
    #expect(new.text("feed.atom").contains("https://other.example/archive/cases/acme-disclosure/"))
    #expect(new.text("cases/acme/index.html").contains("/archive/cases/acme-disclosure/"))
  }

  @Test func `a site below a folder of its host puts the folder before every address`() async throws
  {
    let fixture = Fixture(
      "", over: Publication.small.replacing("https://watch.example", "https://x.example/watch"))
    let site = try await RenderedSite(fixture)
    for (path, bytes) in site.files where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      for mark in ["href=\"/", "src=\"/"] {
        var rest = text[...]
        while let found = rest.firstRange(of: mark) {
          rest = rest[found.upperBound...]
          #expect(rest.hasPrefix("watch/"), "\(path) leads to /\(rest.prefix(30))")
        }
      }
    }
  }

  private func ids(_ feed: String) -> [String] {
    feed.split(separator: "<id>").dropFirst().map { String($0.prefix { $0 != "<" }) }
  }
}
