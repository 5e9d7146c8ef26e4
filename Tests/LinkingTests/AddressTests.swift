import Diagnostics
import TestSupport
import Testing

@testable import Linking

/// What was published stays: earlier addresses, and whose they are.
@Suite struct AddressTests {
  private func redirects(_ fixture: Fixture) -> [String] {
    fixture.site.redirects.map { "\($0.from.path) \($0.to.path) \($0.title)" }
  }

  @Test func `every earlier slug of every kind leads to the entry's page`() {
    let fixture = Fixture(
      """
      === content/companies/acme-energy.md
      ---
      name: Acme Energy
      formerly: [acme]
      ---
      === content/regulators/nl-ap.md
      ---
      name: Dutch Data Protection Authority
      jurisdiction: NL
      formerly: [nl-cbp]
      ---
      === content/laws/gdpr.md
      ---
      name: General Data Protection Regulation
      short: GDPR
      jurisdiction: EU
      formerly: [avg]
      ---
      === content/topics/data-breach.md
      ---
      name: Data breaches
      formerly: [breaches]
      ---
      === content/pages/about.md
      ---
      title: About
      formerly: [who-we-are]
      ---
      """, over: Publication.small)
    #expect(fixture.findings().isEmpty)
    #expect(
      redirects(fixture) == [
        "/companies/acme/ /companies/acme-energy/ Acme Energy", "/laws/avg/ /laws/gdpr/ GDPR",
        "/regulators/nl-cbp/ /regulators/nl-ap/ Dutch Data Protection Authority",
        "/topics/breaches/ /topics/data-breach/ Data breaches", "/who-we-are/ /about/ About",
      ])
  }

  @Test func `the oldest slug is the identity that feeds know an entry by`() {
    let fixture = acme("formerly: [oldest, older]\nshort: Acme")
    #expect(fixture.site.cases.first?.identity == "oldest")
    #expect(
      redirects(fixture) == [
        "/cases/older/ /cases/acme/ Acme", "/cases/oldest/ /cases/acme/ Acme",
      ])
    #expect(Fixture("", over: Publication.small).site.cases.first?.identity == "acme")
  }

  @Test(arguments: [
    ("▸acme", "", "content/cases/acme.md:1:1 the other page comes from here"),
    ("late, ▸late", "", "content/cases/acme.md:2:12 the other page comes from here"),
    ("▸zeta", "published: 2024-06-02", "content/cases/zeta.md:1:1 the other page comes from here"),
  ])
  func `an earlier address that is somebody's is reported, with whose it is`(
    formerly: String, other: String, note: String
  ) {
    let fixture = acme(
      "formerly: [\(formerly)]", and: other.isEmpty ? "" : secondCase("zeta", other))
    let findings = fixture.findings()
    #expect(findings.map(\.description) == fixture.marks.map { "\($0) duplicate-address" })
    #expect(findings.first?.notes == [note])
  }

  @Test func `of two entries that claim one earlier address the second by slug is reported`() {
    let fixture = acme(
      "formerly: [late]", and: secondCase("zeta", "published: 2024-06-02\nformerly: [▸late]"))
    #expect(
      fixture.findings().map(\.description) == fixture.marks.map { "\($0) duplicate-address" })
    #expect(redirects(fixture) == ["/cases/late/ /cases/acme/ Late disclosure"])
  }

  @Test(arguments: ["cases", "companies", "feed", "search", "404", "years", "files", "data"])
  func `a page cannot have an address that the site needs`(slug: String) {
    let fixture = Fixture(
      "=== content/pages/\(slug).md\n▸---\ntitle: Page\n---", over: Publication.small)
    let expected = slug == "feed" ? [] : fixture.marks.map { "\($0) duplicate-address" }
    #expect(fixture.findings().map(\.description) == expected)
    let earlier = Fixture(
      "=== content/pages/about.md\n---\ntitle: About\nformerly: [▸\(slug)]\n---",
      over: Publication.small)
    #expect(
      earlier.findings().map(\.description)
        == (slug == "feed" ? [] : earlier.marks.map { "\($0) duplicate-address" }))
  }

  @Test(arguments: ["▸Late Disclosure", "▸late/disclosure", "▸../late", "▸late-"])
  func `what cannot have been an address is no earlier one`(formerly: String) {
    let fixture = acme("formerly: [\(formerly)]")
    let typed = formerly.dropFirst()
    #expect(
      fixture.findings().map(\.description) == fixture.marks.map { "\($0) duplicate-address" })
    #expect(
      fixture.findings().map(\.message) == [
        "'\(typed)' cannot have been an address; a slug is lower-case letters, digits and single "
          + "hyphens"
      ])
    #expect(redirects(fixture).isEmpty)
  }

  @Test func `a reference by an earlier slug is told the present one`() {
    let fixture = acme(
      "related: [▸first-zeta]",
      and: secondCase("quite-another", "published: 2024-06-02\nformerly: [first-zeta]"))
    #expect(
      fixture.findings().map(\.message) == [
        "case 'first-zeta' has no entry in content/cases; did you mean 'quite-another'?"
      ])
    #expect(fixture.findings().map(\.at) == fixture.marks)
  }

  @Test func `an address is in the root's path where the site is not at its top`() {
    #expect(SiteRoot("https://watch.example").prefix == "")
    #expect(SiteRoot("https://watch.example/a/b").prefix == "/a/b")
    #expect(SiteRoot("").prefix == "")
    #expect(Permalink().path == "/" && Permalink().file == "index.html")
    #expect(Permalink("cases", "acme").file == "cases/acme/index.html")
  }
}
