import Content
import Diagnostics
import TestSupport
import Testing

@testable import Linking

/// Drafts, and entries published ahead of their time.
@Suite struct WithheldTests {
  private static let fined =
    "steps: [{ date: 2024, kind: decision, measures: [{ kind: fine, amount: 5 EUR }] }]"

  private func publication(_ fields: String, of slug: String = "zeta") -> Fixture {
    acme(
      "related: [\(slug)]",
      and: """
        === content/cases/\(slug).md
        ---
        title: Zeta
        summary: Another case.
        companies: [acme-energy]
        regulators: [nl-ap]
        provisions: [gdpr 6(1)]
        topics: [data-breach]
        \(Self.fined)
        sources: [{ id: decision, title: Decision, publisher: nl-ap }]
        related: [acme]
        formerly: [old-zeta]
        \(fields)
        ---
        """)
  }

  @Test(arguments: ["draft: true\npublished: 2020-01-01", "published: 2026-07-01T12:00:01Z"])
  func `a case that is withheld leaves no trace`(fields: String) throws {
    let linked = publication(fields).linked()
    let site = linked.value
    #expect(linked.diagnostics.isEmpty)
    #expect(site.cases.map(\.slug) == ["acme"])
    #expect(site.cases[0].related.isEmpty)
    let company = try #require(site.companies.first)
    #expect((company.cases.count, company.groupCases.count) == (1, 1))
    #expect(company.totals.told == "0 of 1")
    #expect(site.regulators[0].totals.told == "0 of 1")
    #expect(site.jurisdictions.map(\.totals.told) == ["0 of 0", "0 of 1"])
    #expect(site.topics[0].totals.told == "0 of 1")
    #expect(site.laws[0].articles.map(\.name) == ["33"])
    #expect(site.years.map(\.totals.told) == ["0 of 1"])
    #expect(site.redirects.isEmpty)
  }

  @Test func `what is withheld is counted, and when the next of it comes`() {
    let fixture = acme(
      "",
      and: secondCase("a", "published: 2026-09-01T00:00:00+02:00")
        + secondCase("b", "published: 2026-08-01") + secondCase("c", "published: 2026-07-01")
        + secondCase("d", "draft: true\npublished: 2026-07-15")
        + secondCase("e", "draft: true\npublished: 2020-01-01"))
    var withheld = fixture.linked().value.withheld
    #expect((withheld.drafts, withheld.embargoed) == (2, 2))
    #expect(withheld.nextRelease?.text == "2026-08-01T00:00:00Z")
    withheld =
      fixture.linked(LinkingOptions(now: LinkingOptions.someDay.now, showsDrafts: true))
      .value.withheld
    #expect((withheld.drafts, withheld.embargoed) == (0, 3))
    #expect(withheld.nextRelease?.text == "2026-07-15T00:00:00Z")
    withheld =
      fixture.linked(LinkingOptions(now: LinkingOptions.someDay.now, showsEmbargoed: true))
      .value.withheld
    #expect((withheld.drafts, withheld.embargoed) == (2, 0))
    #expect(withheld.nextRelease == nil)
  }

  @Test func `an embargo ends with the second it names`() {
    let fixture = publication("published: 2026-07-01T12:00:00Z")
    #expect(fixture.site.cases.count == 2)
    let before = LinkingOptions(now: Timestamp(seconds: LinkingOptions.someDay.now.seconds - 1))
    #expect(fixture.linked(before).value.cases.count == 1)
  }

  @Test func `drafts and embargoed cases are shown where that is asked for, and say so`() {
    let now = LinkingOptions.someDay.now
    let draft = publication("draft: true\npublished: 2020-01-01")
    let drafts = draft.linked(LinkingOptions(now: now, showsDrafts: true)).value
    #expect(
      drafts.cases.map(\.isDraft) == [true, false] || drafts.cases.map(\.isDraft) == [false, true])
    let early = publication("published: 2027-01-01")
    let shown = early.linked(LinkingOptions(now: now, showsEmbargoed: true)).value
    #expect(shown.cases.count { $0.isEmbargoed } == 1)
    #expect(shown.redirects.map(\.from.path) == ["/cases/old-zeta/"])
  }

  @Test func `what a withheld case refers to in vain is reported before its day`() {
    for fields in ["draft: true\npublished: 2024-01-01", "published: 2027-01-01"] {
      let fixture = acme("", and: secondCase("zeta", fields + "\ntopics: [▸data-breech]"))
      #expect(fixture.findings().map(\.description) == fixture.marks.map { "\($0) unknown-topic" })
    }
  }

  @Test func `a withheld case may link to another that is withheld, and to what only it cites`() {
    let fixture = acme(
      "",
      and: secondCase("zeta", "published: 2027-01-01\nprovisions: [gdpr 6(1)]")
        + "[](case:yota) and [](law:gdpr/6(1))\n" + secondCase("yota", "published: 2027-01-02"))
    #expect(fixture.findings().isEmpty)
  }

  @Test func `the companies of a withheld case are referred to`() {
    let fixture = acme(
      "",
      and: secondCase("zeta", "published: 2027-01-01").replacing("[acme-energy]", with: "[apex]")
        + "=== content/companies/apex.md\n---\nname: Apex\n---\n")
    #expect(fixture.findings().isEmpty)
    #expect(fixture.site.companies.map(\.slug) == ["acme-energy", "apex"])
  }

  @Test func `the address of a withheld case is taken, and nobody is told by whom`() {
    let fixture = acme("formerly: [▸zeta]", and: secondCase("zeta", "published: 2027-01-01"))
    let findings = fixture.findings()
    #expect(findings.map(\.description) == fixture.marks.map { "\($0) duplicate-address" })
    #expect(findings.first?.notes == [])
  }

  @Test func `an earlier address of a withheld case that is another's is reported before its day`()
  {
    let fixture = acme("", and: secondCase("zeta", "published: 2027-01-01\nformerly: [▸acme]"))
    #expect(
      fixture.findings().map(\.description) == fixture.marks.map { "\($0) duplicate-address" })
  }
}
