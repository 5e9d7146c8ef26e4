import Foundation
import Linking
import TestSupport
import Testing

@testable import Rendering

struct StructuredDataTests {
  private let page = "cases/apex-2024/index.html"

  private func graph(
    _ site: Printed, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [[String: Any]] {
    let scripts = site[path].parts(
      between: "<script type=\"application/ld+json\">", and: "</script>")
    let script = try #require(scripts.first, "\(path) has none", sourceLocation: sourceLocation)
    #expect(scripts.count == 1, sourceLocation: sourceLocation)
    let document = try JSONSerialization.jsonObject(with: Data(script.utf8)) as? [String: Any]
    #expect(document?["@context"] as? String == "https://schema.org")
    return try #require(document?["@graph"] as? [[String: Any]], sourceLocation: sourceLocation)
  }

  private func node(_ type: String, in graph: [[String: Any]]) throws -> [String: Any] {
    try #require(graph.first { $0["@type"] as? String == type }, "no \(type)")
  }

  private func site(_ more: String = Fixture.sources, body: String = "") throws -> Printed {
    try Printed(
      Fixture.case(
        steps: """
            - { id: decision, date: 2024-05-16, kind: decision, sources: [decision], measures: [{ kind: fine, amount: 300.5 EUR }, { kind: fine, amount: 10..20 GBP }] }
          """, more: more, body: body))
  }

  @Test func `a case is an article about its company that rests on the decision`() throws {
    let graph = try graph(try site(), page)
    let article = try node("NewsArticle", in: graph)
    #expect(article["headline"] as? String == "Apex & the <sea>")
    #expect(article["datePublished"] as? String == "2024-06-02T00:00:00Z")
    let about = try #require(article["about"] as? [[String: Any]])
    #expect(about.map { $0["@id"] as? String } == ["https://watch.example/companies/apex/#this"])
    let basis = try #require(article["isBasedOn"] as? [[String: Any]])
    #expect(basis.map { $0["name"] as? String } == ["The decision"])
    let others = try #require(article["citation"] as? [[String: Any]])
    #expect(others.map { $0["name"] as? String } == ["A <press> release"])
    #expect(others[0]["url"] as? String == "https://www.press.example/a?b&c")
    #expect(others[0]["archivedAt"] as? String == "https://archive.example/1")
    let trail = try #require(
      try node("BreadcrumbList", in: graph)["itemListElement"] as? [[String: Any]])
    #expect(trail.map { $0["name"] as? String } == ["Home", "Cases", "Apex"])
    #expect(trail.last?["item"] as? String == "https://watch.example/cases/apex-2024/")
  }

  @Test func `what is in force is mentioned per currency, and a range has both ends`() throws {
    let article = try node("NewsArticle", in: graph(try site(), page))
    let mentions = try #require(article["mentions"] as? [[String: Any]])
    let sums = mentions.filter { $0["@type"] as? String == "MonetaryAmount" }
    #expect(sums.map { $0["currency"] as? String } == ["EUR", "GBP"])
    #expect(sums[0]["value"] as? Double == 300.5)
    #expect(sums[1]["minValue"] as? Double == 10 && sums[1]["maxValue"] as? Double == 20)
  }

  @Test func `nothing that an editor writes can end the element it stands in`() throws {
    let site = try Printed(
      Fixture(
        """
        === content/pages/trap.md
        ---
        title: "</script><script>alert(1)</script> & \\u2028 <!--"
        ---
        """, over: Publication.small))
    let html = site["trap/index.html"]
    #expect(html.parts(between: "<script", and: ">").count == 1)
    #expect(html.contains(#"\u003c/script\u003e\u003cscript\u003e"#))
    #expect(html.contains(#"\u0026 \u2028 \u003c!--"#))
    let name = try node("WebPage", in: graph(site, "trap/index.html"))["name"] as? String
    #expect(name == "</script><script>alert(1)</script> & \u{2028} <!--")
  }

  @Test func `a correction is told with its day, an update is not one`() throws {
    let history = """
      history:
        - { date: 2024-07-01, kind: correction, note: The sum. }
        - { date: 2024-08-01, kind: update, note: An appeal. }
      """
    let article = try node(
      "NewsArticle", in: graph(try site(Fixture.sources + "\n" + history), page))
    let corrections = try #require(article["correction"] as? [[String: Any]])
    #expect(corrections.map { $0["text"] as? String } == ["The sum."])
    #expect(corrections[0]["datePublished"] as? String == "2024-07-01")
    #expect(article["creativeWorkStatus"] == nil)
  }

  @Test func `every page for people but redirects says what it is`() throws {
    let site = try site()
    for path in site.files.keys.sorted() where path.hasSuffix(".html") {
      let graph = try graph(site, path)
      #expect(!graph.isEmpty, "\(path)")
    }
    let law = try node("Legislation", in: graph(site, "laws/gdpr/33/index.html"))
    #expect(law["name"] as? String == "GDPR 33")
    let regulator = try node(
      "GovernmentOrganization", in: graph(site, "regulators/nl-ap/index.html"))
    #expect(regulator["url"] as? String == "https://watch.example/regulators/nl-ap/")
    #expect(
      try node("WebSite", in: graph(site, "index.html"))["url"] as? String
        == "https://watch.example/")
    let list = try node("CollectionPage", in: graph(site, "cases/index.html"))
    #expect((list["mainEntity"] as? [String: Any])?["numberOfItems"] as? Int == 2)
  }

  @Test func `an entry that search engines shall not have says so, and no sitemap names it`() throws
  {
    let site = try Printed(
      Fixture(
        """
        === content/companies/quiet.md
        ---
        name: Quiet
        noindex: true
        ---
        === content/cases/quiet-case.md
        ---
        title: A quiet case
        summary: It is there.
        published: 2024-06-01
        companies: [quiet]
        regulators: [nl-ap]
        steps: [{ date: 2024-05-16, kind: decision }]
        sources: [{ id: decision, title: Decision, publisher: nl-ap }]
        noindex: true
        ---
        """, over: Publication.small))
    let mark = "<meta name=\"robots\" content=\"noindex\">"
    for path in ["companies/quiet", "cases/quiet-case"] {
      #expect(site[path + "/index.html"].contains(mark), "\(path)")
      #expect(!site["sitemap.xml"].contains(path))
    }
    #expect(!site["cases/acme/index.html"].contains(mark))
    #expect(site["sitemap.xml"].contains("cases/acme/"))
    #expect(site["cases/index.html"].contains("/cases/quiet-case/"))
  }
}
