import Content
import TestSupport
import Testing

@testable import Linking

/// News items: what they refer to, and when they come out.
@Suite struct NewsTests {
  private func news(
    _ fields: String, published: String = "2026-01-01", slug: String = "new-law", text: String = ""
  ) -> String {
    """
    === content/news/\(slug).md
    ---
    title: A new law
    summary: It comes into force.
    published: \(published)
    \(fields)
    ---

    \(text)

    """
  }

  private func fixture(_ text: String) -> Fixture { Fixture(text, over: Publication.small) }

  @Test func `an item refers to what a case refers to, and to cases`() throws {
    let site = fixture(
      news(
        """
        companies: [acme-energy]
        regulators: [nl-ap]
        laws: [gdpr]
        topics: [data-breach]
        cases: [acme]
        """, text: "Acme Energy again.")
    ).site
    let item = try #require(site.news.first)
    #expect(item.permalink.path == "/news/new-law/")
    #expect(item.companies.map { site.companies[$0].slug } == ["acme-energy"])
    #expect(item.regulators.map { site.regulators[$0].slug } == ["nl-ap"])
    #expect(item.laws.map { site.laws[$0].slug } == ["gdpr"])
    #expect(item.topics.map { site.topics[$0].slug } == ["data-breach"])
    #expect(item.cases.map { site.cases[$0].slug } == ["acme"])
    #expect(
      String(decoding: item.body.html, as: UTF8.self).contains("/companies/acme-energy/"),
      "its companies become links as a case's do")
  }

  @Test(arguments: ["companies", "regulators", "laws", "topics", "cases"])
  func `what an item refers to must be there`(key: String) {
    let fixture = fixture(news("\(key): [▸nowhere-at-all]"))
    #expect(fixture.findings().map(\.at) == fixture.marks)
  }

  @Test func `what an item refers to in vain is reported before its time too`() {
    let fixture = fixture(news("topics: [▸nowhere-at-all]", published: "2099-01-01"))
    #expect(fixture.findings().map(\.at) == fixture.marks)
  }

  @Test func `items come newest first, ties by slug`() {
    let site = fixture(
      news("", slug: "b") + news("", slug: "a") + news("", published: "2026-02-01", slug: "c")
    ).site
    #expect(site.news.map(\.slug) == ["c", "a", "b"])
  }

  @Test func `an item ahead of its time is withheld, and says when it comes`() {
    let site = fixture(
      news("", published: "2026-08-01T09:00:00+02:00", slug: "later")
        + news("draft: true", slug: "draft")
    ).site
    #expect(site.news.map(\.slug) == [])
    #expect(site.withheld.embargoed == 1 && site.withheld.drafts == 1)
    #expect(site.withheld.nextRelease?.text == "2026-08-01T09:00:00+02:00")
  }

  @Test func `an earlier slug redirects, and feeds keep to it`() throws {
    let site = fixture(news("formerly: [old-law]")).site
    #expect(site.redirects.map(\.from.path) == ["/news/old-law/"])
    #expect(site.news.first?.identity == "old-law")
  }

  @Test func `a link to an item that is not out yet is reported`() {
    let fixture = fixture(
      news("", published: "2099-01-01")
        + """
        === content/pages/about.md
        ---
        title: About
        ---

        [Soon](▸../news/new-law.md)
        """)
    #expect(fixture.findings().map(\.description) == fixture.marks.map { $0 + " withheld-link" })
  }
}
