import Diagnostics
import TestSupport
import Testing

@testable import Linking

/// Companies that belong to companies.
@Suite struct GroupTests {
  private func company(_ slug: String, _ parents: String = "") -> String {
    "=== content/companies/\(slug).md\n---\nname: \(slug)\n"
      + (parents.isEmpty ? "" : "parents: [\(parents)]\n") + "---\n"
  }

  private func fined(
    _ slug: String, _ companies: String, _ date: String, _ measures: String
  ) -> String {
    """
    === content/cases/\(slug).md
    ---
    title: \(slug)
    summary: A case.
    published: 2024-06-01
    companies: [\(companies)]
    regulators: [nl-ap]
    steps: [{ date: \(date), kind: decision, measures: [\(measures)] }]
    sources: [{ id: a, title: A, publisher: nl-ap }]
    ---

    """
  }

  private func site(_ text: String) -> (site: Site, findings: [Finding]) {
    let fixture = Fixture(text, over: Publication.small)
    return (fixture.site, fixture.findings())
  }

  private func told(_ site: Site, _ slug: String) -> String {
    guard let company = site.companies.first(where: { $0.slug == slug }) else { return "nobody" }
    return company.groupCases.map { site.cases[$0].slug }.joined(separator: " ") + ": "
      + company.groupTotals.told
  }

  @Test func `a parent's group has its subsidiaries' cases, each once, newest first`() {
    let (site, findings) = site(
      company("top") + company("left", "{ company: top }") + company("right", "{ company: top }")
        + company("bottom", "{ company: left }, { company: right }")
        + fined("a", "bottom", "2024-01-01", "{ kind: fine, amount: 5 EUR }")
        + fined("b", "left, right", "2024-02-01", "{ kind: fine, amount: 7 EUR }")
        + fined("c", "top", "2024-03-01", "{ kind: fine, amount: 11 EUR }"))
    #expect(findings.isEmpty)
    #expect(told(site, "top") == "c b a: 23 EUR in 3 of 3")
    #expect(told(site, "left") == "b a: 12 EUR in 2 of 2")
    #expect(told(site, "bottom") == "a: 5 EUR in 1 of 1")
    let top = site.companies.first { $0.slug == "top" }
    #expect(top?.totals.told == "11 EUR in 1 of 1")
    #expect(top?.subsidiaries.map { site.companies[$0.company].slug } == ["left", "right"])
    #expect(
      site.companies.first { $0.slug == "bottom" }?.parents
        .map { site.companies[$0.company].slug } == ["left", "right"])
  }

  @Test func `a tie counts for the cases that were decided while it held`() {
    let (site, findings) = site(
      company("top") + company("sold", "{ company: top, from: 2020-01-01, to: 2022-06 }")
        + fined("a", "sold", "2019-12-31", "{ kind: fine, amount: 1 EUR }")
        + fined("b", "sold", "2020-01-01", "{ kind: fine, amount: 2 EUR }")
        + fined("c", "sold", "2022-06-30", "{ kind: fine, amount: 4 EUR }")
        + fined("d", "sold", "2022-07-01", "{ kind: fine, amount: 8 EUR }")
        + fined("e", "sold", "2022", "{ kind: fine, amount: 16 EUR }"))
    #expect(findings.isEmpty)
    #expect(told(site, "top") == "e c b: 22 EUR in 3 of 3")
    #expect(site.companies.first { $0.slug == "sold" }?.totals.told == "31 EUR in 5 of 5")
  }

  @Test func `both ties of a chain must have held`() {
    let (site, _) = site(
      company("top") + company("middle", "{ company: top, from: 2021 }")
        + company("bottom", "{ company: middle, to: 2022 }")
        + fined("a", "bottom", "2020-06-01", "{ kind: fine, amount: 1 EUR }")
        + fined("b", "bottom", "2021-06-01", "{ kind: fine, amount: 2 EUR }")
        + fined("c", "bottom", "2023-06-01", "{ kind: fine, amount: 4 EUR }"))
    #expect(told(site, "top") == "b: 2 EUR in 1 of 1")
    #expect(told(site, "middle") == "b a: 3 EUR in 2 of 2")
  }

  @Test func `a company that was sold and bought back belongs in both times`() {
    let (site, _) = site(
      company("top")
        + company("sold", "{ company: top, to: 2020 }, { company: top, from: 2023 }")
        + fined("a", "sold", "2019-06-01", "{ kind: fine, amount: 1 EUR }")
        + fined("b", "sold", "2021-06-01", "{ kind: fine, amount: 2 EUR }")
        + fined("c", "sold", "2023-06-01", "{ kind: fine, amount: 4 EUR }"))
    #expect(told(site, "top") == "c a: 5 EUR in 2 of 2")
  }

  @Test func `a fine on a company outside the group is no fine of the group`() {
    let (site, _) = site(
      company("top") + company("sub", "{ company: top }")
        + company("later", "{ company: top, from: 2024 }") + company("stranger")
        + fined(
          "a", "sub, later, stranger", "2020-06-01",
          "{ kind: fine, amount: 1 EUR, on: sub }, { kind: fine, amount: 2 EUR, on: later }, "
            + "{ kind: fine, amount: 4 EUR, on: stranger }, { kind: fine, amount: 8 EUR }"))
    #expect(told(site, "top") == "a: 9 EUR in 1 of 1")
    #expect(site.regulators.first?.totals.told == "15 EUR in 1 of 2")
  }

  @Test func `a company that belongs to itself is reported where it says so, and has no parents`() {
    let fixture = Fixture(
      company("acme-energy", "{ company: ▸acme-energy }"), over: Publication.small)
    #expect(fixture.findings().map(\.description) == fixture.marks.map { "\($0) parent-cycle" })
    #expect(
      fixture.findings().map(\.message) == [
        "company 'acme-energy' would belong to itself: acme-energy → acme-energy"
      ])
    #expect(fixture.site.companies.first?.parents.isEmpty == true)
  }

  @Test func `a circle of three is reported once, at the first of them`() {
    let fixture = Fixture(
      company("c", "{ company: a }") + company("a", "{ company: ▸b }")
        + company("b", "{ company: c }") + company("below", "{ company: b }")
        + fined("x", "a, b, c", "2024", "{ kind: fine, amount: 5 EUR }")
        + fined("y", "below", "2024", "{ kind: fine, amount: 3 EUR }"),
      over: Publication.small)
    let findings = fixture.findings()
    #expect(findings.map(\.description) == fixture.marks.map { "\($0) parent-cycle" })
    #expect(findings.map(\.message) == ["company 'a' would belong to itself: a → b → c → a"])
    #expect(told(fixture.site, "b") == "x y: 8 EUR in 2 of 2")
    #expect(told(fixture.site, "a") == "x: 5 EUR in 1 of 1")
  }

  @Test func `a circle that begins below another company is reported as well`() {
    let fixture = Fixture(
      company("a", "{ company: b }") + company("b", "{ company: ▸c }")
        + company("c", "{ company: b }"), over: Publication.small)
    #expect(fixture.findings().map(\.description).contains(fixture.marks[0] + " parent-cycle"))
  }

  @Test func `a parent without an entry is reported where it is written`() {
    let fixture = Fixture(
      company(
        "acme-energy",
        "{ company: ▸top }, { company: nl-ap }".replacing(", { company: nl-ap }", with: "")),
      over: Publication.small)
    #expect(fixture.findings().map(\.description) == fixture.marks.map { "\($0) unknown-company" })
  }

  @Test func `fifty companies one above the other are one group`() {
    var text = company("c0")
    for level in 1..<50 { text += company("c\(level)", "{ company: c\(level - 1) }") }
    text += fined("a", "c49", "2024", "{ kind: fine, amount: 5 EUR }")
    let (site, findings) = site(text)
    #expect(findings.isEmpty)
    #expect(told(site, "c0") == "a: 5 EUR in 1 of 1")
  }

  @Test func `a company reached on a billion ways is reached once`() {
    var text = company("c0a") + company("c0b")
    for level in 1...30 {
      let parents =
        "{ company: c\(level - 1)a, from: \(2000 - level) }, { company: c\(level - 1)b }"
      text += company("c\(level)a", parents) + company("c\(level)b", parents)
    }
    text += fined("a", "c30a", "2024", "{ kind: fine, amount: 5 EUR }")
    let (site, findings) = site(text)
    #expect(findings.map(\.rule).allSatisfy { $0 == .unreferenced })
    #expect(told(site, "c0a") == "a: 5 EUR in 1 of 1")
  }
}
