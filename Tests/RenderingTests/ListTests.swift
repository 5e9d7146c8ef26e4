import Content
import Linking
import TestSupport
import Testing

@testable import Rendering

struct ListTests {
  private func ordinals(_ range: Range<Int>) -> [Ordinal<LinkedCase>] { range.map { Ordinal($0) } }

  @Test(arguments: [(0, 1), (1, 1), (50, 1), (51, 2), (100, 2), (101, 3)])
  func `a list has a page for every fifty cases, and one for none`(_ count: Int, _ pages: Int) {
    #expect(CaseList.pages(of: count) == pages)
    #expect(CaseList(ordinals(0..<count)).pages == pages)
  }

  @Test func `a page goes on in the section where the one before ended`() {
    let list = CaseList([
      CaseList.Section(title: "a", cases: ordinals(0..<30), notes: (0..<30).map { "n\($0)" }),
      CaseList.Section(title: "none", cases: []),
      CaseList.Section(title: "b", cases: ordinals(100..<180)),
    ])
    #expect(list.count == 110)
    #expect(list.page(1).map(\.title) == ["a", "b"])
    #expect(list.page(1).map(\.cases.count) == [30, 20])
    #expect(list.page(2).map(\.title) == ["b"])
    #expect(list.page(2)[0].cases.first == Ordinal(120))
    #expect(list.page(3).map(\.cases.count) == [10])
    #expect(list.page(1)[0].notes.last == "n29")
  }

  @Test func `pages lead to their neighbours, in the text and in the head`() throws {
    let site = try Printed(Fixture(manyCases(101), over: Publication.small))
    let first = site["companies/acme-energy/index.html"]
    let second = site["companies/acme-energy/page/2/index.html"]
    let third = site["companies/acme-energy/page/3/index.html"]
    #expect(first.contains("<link rel=\"next\" href=\"/companies/acme-energy/page/2/\">"))
    #expect(!first.contains("rel=\"prev\""))
    #expect(second.contains("<link rel=\"prev\" href=\"/companies/acme-energy/\">"))
    #expect(second.contains("<link rel=\"next\" href=\"/companies/acme-energy/page/3/\">"))
    #expect(second.contains("https://watch.example/companies/acme-energy/page/2/"))
    #expect(
      site.words("companies/acme-energy/page/2/index.html").contains("Cases 51 to 100 of 102"))
    #expect(!third.contains("rel=\"next\""))
    #expect(site["companies/acme-energy/page/4/index.html"].isEmpty)
    #expect(site["cases/page/3/index.html"].contains("Cases, page 3"))
  }

  @Test func `a company's page has its group's cases, each once`() throws {
    let site = try Printed(Fixture(group, over: Publication.small))
    let parent = site["companies/holding/index.html"]
    #expect(
      parent.parts(between: "href=\"/cases/", and: "\"").sorted() == ["", "", "acme/", "joint/"])
    #expect(site.words("companies/holding/index.html").contains("1 case; 2 cases with the"))
    #expect(site.words("companies/acme-energy/index.html").contains("Holding N.V. from 2019"))
    #expect(parent.contains("from <time datetime=\"2019\">2019</time>"))
    #expect(site.words("companies/holding/index.html").contains("€300 in 1 case"))
  }

  @Test func `an article's cases stand by what they say of it, with the provisions they name`()
    throws
  {
    let site = try Printed(Fixture(group, over: Publication.small))
    let page = site["laws/gdpr/5/index.html"]
    #expect(page.parts(between: "<h2>", and: "</h2>") == ["Infringed", "Applied"])
    #expect(page.contains("<td class=\"note\">5(1)(a), 5(1)(f)</td>"))
    #expect(page.contains("<td class=\"note\">5(2)</td>"))
    #expect(site["laws/gdpr/index.html"].contains("Principles"))
    #expect(site["laws/gdpr/32/index.html"].contains("No case here yet."))
  }

  @Test func `a court's page has the rulings it gave in cases of others`() throws {
    let site = try Printed(Fixture(group, over: Publication.small))
    let page = site.words("regulators/nl-rb/index.html")
    #expect(page.contains("Rulings in 1 case"))
    #expect(page.contains("No entry does not mean no violation"))
    #expect(site["regulators/nl-rb/index.html"].contains("href=\"/cases/joint/\""))
    #expect(!site["regulators/nl-rb/feed.atom"].contains("<entry>"))
  }

  @Test func `a long index is divided by letters, accents aside`() throws {
    let names = (0..<40).map { "Company \($0)" } + ["Ålesund Kraft", "8ball"]
    let files = names.enumerated().map { index, name in
      "=== content/companies/c-\(index).md\n---\nname: \(name)\n---\n"
    }
    let site = try Printed(Fixture(files.joined(), over: Publication.small))
    let letters = site["companies/index.html"].parts(between: "<h2 id=\"", and: "\"")
    #expect(letters == ["page-other", "page-letter-A", "page-letter-C"])
  }

  private func manyCases(_ count: Int) -> String {
    (0..<count).map { number in
      """
      === content/cases/case-\(number).md
      ---
      title: Case number \(number)
      summary: What happened.
      published: 2024-06-01
      companies: [acme-energy]
      regulators: [nl-ap]
      steps:
        - { date: 2023-01-01, kind: decision }
      sources:
        - { id: decision, title: Decision, publisher: nl-ap }
      ---

      """
    }.joined()
  }

  private let group = """
    === content/companies/acme-energy.md
    ---
    name: Acme Energy
    parents: [{ company: holding, from: 2019 }]
    ---
    === content/companies/holding.md
    ---
    name: Holding N.V.
    ---
    === content/regulators/nl-rb.md
    ---
    name: District Court
    kind: court
    jurisdiction: NL
    ---
    === content/laws/gdpr.md
    ---
    name: General Data Protection Regulation
    short: GDPR
    jurisdiction: EU
    headings: { "5": Principles, "32": Security, "33": Notification }
    ---
    === content/cases/joint.md
    ---
    title: A fine on two
    summary: Two companies of one group were fined.
    published: 2024-07-01
    companies: [acme-energy, holding]
    regulators: [nl-ap]
    provisions:
      - gdpr 5(1)(a)
      - gdpr 5(1)(f)
      - { at: gdpr 5(2), role: applied }
    topics: [data-breach]
    steps:
      - { id: decision, date: 2024-06-16, kind: decision, measures: [{ kind: fine, amount: 300 EUR }] }
      - { date: 2025-01-02, kind: judgment, body: nl-rb, on: decision, effect: upheld }
    sources:
      - { id: decision, title: Decision, publisher: nl-ap }
    ---

    """
}
