import Content
import TestSupport
import Testing

@testable import Linking

/// Which cases stand on which pages, in what order, and what they add up to.
@Suite struct ListTests {
  private func fined(
    _ slug: String, _ date: String, published: String = "2024-06-01", _ rest: String = ""
  ) -> String {
    """
    === content/cases/\(slug).md
    ---
    title: \(slug)
    summary: A case.
    published: \(published)
    companies: [acme-energy]
    regulators: [nl-ap]
    steps: [{ date: \(date), kind: decision }]
    sources: [{ id: a, title: A, publisher: nl-ap }]
    \(rest)
    ---

    """
  }

  private func slugs(_ site: Site, _ cases: [Ordinal<LinkedCase>]) -> [String] {
    cases.map { site.cases[$0].slug }
  }

  @Test func `cases are newest decision first, then newest write-up, then by slug`() {
    let fixture = Fixture(
      fined("a", "2023-01-01") + fined("b", "2024-01-01") + fined("d", "2023-06-01")
        + fined("c", "2023-06-01") + fined("e", "2023-06-01", published: "2024-06-02")
        + fined("f", "2023") + fined("g", "2023-06"),
      over: Publication.settings + Self.entries)
    #expect(fixture.site.cases.map(\.slug) == ["b", "f", "g", "e", "c", "d", "a"])
  }

  private static let entries = """

    === content/companies/acme-energy.md
    ---
    name: Acme Energy
    ---
    === content/regulators/nl-ap.md
    ---
    name: Dutch Data Protection Authority
    jurisdiction: NL
    ---
    """

  @Test func `a case is of the year of its first decision, else of its first step`() {
    func years(_ steps: String) -> [String] {
      let site = acme("steps:\n\(steps)").site
      return site.years.map { "\($0.year) \($0.permalink.path) \($0.cases.count)" }
    }
    #expect(
      years(
        """
          - { date: 2019-07-08, kind: notice-of-intent }
          - { id: a, date: 2020-10-16, kind: decision }
          - { date: 2022-01-01, kind: redecision }
        """) == ["2020 /years/2020/ 1"])
    #expect(
      years(
        """
          - { date: 2018-01-01, kind: complaint }
          - { date: 2019-07-08, kind: notice-of-intent }
        """) == ["2018 /years/2018/ 1"])
    #expect(
      years(
        """
          - { date: 2018-01-01, kind: complaint }
          - { date: 2021-07-08, kind: judgment, measures: [{ kind: fine, amount: 5 EUR }] }
        """) == ["2021 /years/2021/ 1"])
    #expect(
      years(
        """
          - { date: 2018-01-01, kind: opened }
          - { date: 2023-07, kind: penalty-called }
        """) == ["2023 /years/2023/ 1"])
  }

  @Test func `a joint fine is shown on both companies and counted once by the authority`() throws {
    let site = Publication.acme(
      steps: "  - { date: 2024, kind: decision, measures: [{ kind: fine, amount: 10 EUR }] }"
    ).site
    #expect(site.companies.map(\.totals.told) == ["10 EUR in 1 of 1", "10 EUR in 1 of 1"])
    #expect(site.regulators.map(\.totals.told) == ["10 EUR in 1 of 1"])
    #expect(site.years.map(\.totals.told) == ["10 EUR in 1 of 1"])
    #expect(site.topics.map(\.totals.told) == ["10 EUR in 1 of 1"])
    #expect(site.laws.map(\.totals.told) == ["10 EUR in 1 of 1"])
  }

  @Test func `separate fines are counted on the company that each is on`() {
    let site = Publication.acme(
      steps: """
          - date: 2024
            kind: decision
            measures:
              - { kind: fine, amount: 10 EUR, on: acme-energy }
              - { kind: fine, amount: 4 EUR, on: apex }
              - { kind: fine, amount: undisclosed, on: apex }
        """
    ).site
    #expect(
      site.companies.map(\.totals.told)
        == ["10 EUR in 1 of 1", "4 EUR in 1 of 1, 1 undisclosed"])
    #expect(site.regulators.map(\.totals.told) == ["14 EUR in 1 of 1, 1 undisclosed"])
  }

  @Test func `totals add what is in force, by currency, and never a proposal`() {
    let site = acme(
      """
      steps:
        - { date: 2023, kind: notice-of-intent, measures: [{ kind: fine, amount: 1000 EUR }] }
        - { id: a, date: 2024, kind: decision, measures: [{ kind: fine, amount: 100 EUR }, { kind: fine, amount: 3 GBP }] }
        - { date: 2025, kind: judgment, on: a, effect: varied, measures: [{ kind: fine, amount: 70..80 EUR, replaces: a/1 }] }
      """,
      and: secondCase(
        "zeta", "published: 2024-06-02\nprovisions: [gdpr 33]"
      ).replacing(
        "kind: decision }]", with: "kind: decision, measures: [{ kind: fine, amount: 5 EUR }] }]")
    ).site
    #expect(site.regulators[0].totals.told == "75..85 EUR in 2, 3 GBP in 1 of 2")
    #expect(site.laws[0].articles[0].totals.told == "75..85 EUR in 2, 3 GBP in 1 of 2")
  }

  @Test func `an unnamed respondent leaves the case on every page but a company's`() {
    let fixture = acme(
      "companies: unnamed", and: secondCase("zeta"))
    let site = fixture.site
    #expect(fixture.findings().isEmpty)
    #expect(slugs(site, site.companies[0].cases) == ["zeta"])
    #expect(slugs(site, site.regulators[0].cases) == ["acme", "zeta"].reversed())
  }

  @Test func `a court that ruled has the case among its rulings, once, and not its totals`() throws
  {
    let fixture = acme(
      """
      steps:
        - { id: a, date: 2024, kind: decision, measures: [{ kind: fine, amount: 5 EUR }] }
        - { date: 2025, kind: appeal-lodged, body: nl-rb }
        - { date: 2026-01, kind: judgment, body: nl-rb, on: a, effect: upheld }
      """,
      and: """
        === content/regulators/nl-rb.md
        ---
        name: District Court
        jurisdiction: NL
        kind: court
        ---
        """)
    let site = fixture.site
    #expect(fixture.findings().isEmpty)
    let court = try #require(site.regulators.first { $0.slug == "nl-rb" })
    #expect(slugs(site, court.rulings) == ["acme"])
    #expect(court.cases.isEmpty && court.totals.told == "0 of 0")
    #expect(
      site.cases[0].bodies.map { $0.map { site.regulators[$0].slug } }
        == ["nl-ap", "nl-rb", "nl-rb"])
    #expect(site.cases[0].publishers.map { $0.map { site.regulators[$0].slug } } == ["nl-ap"])
    let place = try #require(site.jurisdictions.first { $0.code == "NL" })
    #expect(place.regulators.map { site.regulators[$0].slug } == ["nl-rb", "nl-ap"])
  }

  @Test func `companies are in the order of their names, case and accents aside`() {
    let names = ["Zeta", "élan", "Österreichische Post", "acme", "Acme Energy", "Ørsted", "Oz"]
    var text = ""
    for (index, name) in names.enumerated() {
      text += "=== content/companies/c\(index).md\n---\nname: \(name)\n---\n"
    }
    let site = Fixture(text, over: Publication.settings).site
    #expect(
      site.companies.map(\.fields.name) == [
        "acme", "Acme Energy", "élan", "Ørsted", "Österreichische Post", "Oz", "Zeta",
      ])
  }

  @Test func `pages are in the order of the navigation, those without a place last`() {
    let site = Fixture(
      """
      === content/pages/about.md
      ---
      title: About
      ---
      === content/pages/zoo.md
      ---
      title: Zoo
      nav: 10
      ---
      === content/pages/method.md
      ---
      title: Method
      nav: 9
      ---
      """, over: Publication.settings
    ).site
    #expect(site.pages.map(\.slug) == ["method", "zoo", "about"])
  }

  @Test func `an entry without a jurisdiction is reported and nothing breaks`() {
    let fixture = Fixture(
      """
      === content/regulators/nl-ap.md
      ▸---
      name: Authority
      ---
      === content/laws/act.md
      ---
      name: Act
      short: Act
      jurisdiction: ▸UK
      ---
      """, over: Publication.settings)
    let findings = fixture.findings().filter { $0.rule != .unreferenced }
    #expect(findings.map(\.at) == [fixture.marks[1], fixture.marks[0]])
    #expect(fixture.site.jurisdictions.count == 1)
  }

  @Test func `an entry that cannot be read is missed by nobody else`() {
    let fixture = acme(
      "related: [zeta]\ntopics: [data-breach]",
      and: """
        === content/cases/zeta.md
        ---
        title: A: ▸b
        ---
        === content/topics/data-breach.md
        ---
        name▸
        ---
        === content/companies/apex.md
        ---
        name: Apex
        ---
        """)
    #expect(
      fixture.findings().allSatisfy {
        $0.at.hasPrefix("content/cases/zeta.md") || $0.at.hasPrefix("content/topics/data-breach.md")
      })
  }

  @Test func `a company that only a relative link names is referred to`() {
    let fixture = acme(
      "", text: "See [Apex](../companies/apex.md).",
      and: "=== content/companies/apex.md\n---\nname: Apex\n---\n")
    #expect(fixture.findings().isEmpty)
  }
}
