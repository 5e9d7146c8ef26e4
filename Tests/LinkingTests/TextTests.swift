import Content
import Diagnostics
import TestSupport
import Testing

@testable import Linking

/// The links that an entry's text makes.
@Suite struct TextTests {
  private func html(_ text: String, fields: String = "", and files: String = "") -> String {
    let fixture = acme(fields, text: text, and: files)
    #expect(fixture.findings().map(\.description) == [])
    let linked = fixture.site.cases.first { $0.slug == "acme" }
    return String(decoding: linked?.body.html ?? [], as: UTF8.self)
      .replacing("<p>", with: "").replacing("</p>\n", with: "")
  }

  @Test(arguments: [
    ("[](case:zeta)", "<a href=\"/cases/zeta/\">zeta</a>"),
    ("[It](case:zeta)", "<a href=\"/cases/zeta/\">It</a>"),
    ("[](company:acme-energy)", "<a href=\"/companies/acme-energy/\">Acme Energy</a>"),
    (
      "[](regulator:nl-ap)",
      "<a href=\"/regulators/nl-ap/\">Dutch Data Protection Authority</a>"
    ),
    ("[](topic:data-breach)", "<a href=\"/topics/data-breach/\">Data breaches</a>"),
    ("[](page:about)", "<a href=\"/about/\">About</a>"),
    ("[](law:gdpr)", "<a href=\"/laws/gdpr/\">GDPR</a>"),
    ("[](law:gdpr/33)", "<a href=\"/laws/gdpr/33/\">GDPR 33</a>"),
    ("[](law:gdpr/33(1)(a))", "<a href=\"/laws/gdpr/33/\">GDPR 33(1)(a)</a>"),
    ("[It](zeta.md)", "<a href=\"/cases/zeta/\">It</a>"),
    ("[It](../topics/data-breach.md)", "<a href=\"/topics/data-breach/\">It</a>"),
    ("[It](../files/a/b.pdf)", "<a href=\"/files/a/b.pdf\">It</a>"),
    ("[It](files/a/b.pdf)", "<a href=\"/files/a/b.pdf\">It</a>"),
    ("[It](/files/a/b.pdf)", "<a href=\"/files/a/b.pdf\">It</a>"),
    ("[All](/laws/gdpr/33/)", "<a href=\"/laws/gdpr/33/\">All</a>"),
    (
      "[All](/companies/acme-energy/feed.atom)",
      "<a href=\"/companies/acme-energy/feed.atom\">All</a>"
    ),
    ("[All](/jurisdictions/nl/)", "<a href=\"/jurisdictions/nl/\">All</a>"),
    ("[All](/about/)", "<a href=\"/about/\">All</a>"),
    ("[All](/)", "<a href=\"/\">All</a>"),
  ])
  func `a link leads to the page that is meant, by its own name where it has no text`(
    text: String, expected: String
  ) {
    #expect(html(text, and: secondCase("zeta") + "=== content/files/a/b.pdf\nPDF") == expected)
  }

  @Test(arguments: [
    "[](▸case:zeat)", "[](▸company:acme-enrgy)", "[](▸regulator:nl-pa)", "[](▸topic:data-breech)",
    "[](▸page:abuot)", "[](▸law:gdrp)", "[](▸law:gdrp/5)", "[x](▸zeat.md)", "[x](▸../topics/x.md)",
  ])
  func `a link to an entry that is not there is reported where it is written`(text: String) {
    let fixture = acme("", text: "One.\n\n- Two, ééé 👩‍👩‍👧: " + text, and: secondCase("zeta"))
    let findings = fixture.findings()
    #expect(findings.map(\.at) == fixture.marks)
    #expect(findings.first?.rule.id.hasPrefix("unknown-") == true)
  }

  @Test(arguments: [
    "/casess/", "/cases/zeta/feed.atom", "/companies/nobody/", "/laws/gdpr/34/", "/about",
    "/jurisdictions/fr/", "/jurisdictions/", "/years/24/", "/files/none.pdf", "/a/b/c/d/",
    "/companies//", "/feed.atom/", "/cases/acme",
  ])
  func `an address that the site does not serve is reported`(address: String) {
    let fixture = acme("", text: "[x](▸\(address))")
    let served = address == "/jurisdictions/"
    #expect(
      fixture.findings().map(\.description)
        == (served ? [] : fixture.marks.map { "\($0) unknown-address" }))
  }

  @Test func `links in every kind of entry are checked`() {
    let fixture = Fixture(
      """
      === content/companies/acme-energy.md
      ---
      name: Acme Energy
      ---
      [](▸case:x)
      === content/regulators/nl-ap.md
      ---
      name: Authority
      jurisdiction: NL
      ---
      [](▸case:x)
      === content/laws/gdpr.md
      ---
      name: Regulation
      short: GDPR
      jurisdiction: EU
      ---
      [](▸case:x)
      === content/topics/data-breach.md
      ---
      name: Data breaches
      ---
      [](▸case:x)
      === content/pages/about.md
      ---
      title: About
      ---
      [](▸case:x)
      """, over: Publication.small)
    let findings = fixture.findings()
    #expect(Set(findings.map(\.at)) == Set(fixture.marks))
    #expect(findings.allSatisfy { $0.rule == .unknownCase })
  }

  @Test func `names that the entry declares are linked, first in each section`() {
    let told = html(
      """
      Acme Energy told the Dutch Data Protection Authority. Acme Energy waited.

      ## Later

      > Acme Energy said so.

      `Acme Energy` is **Acme Energy**.
      """)
    #expect(told.components(separatedBy: "href=\"/companies/acme-energy/\"").count == 3)
    #expect(told.components(separatedBy: "href=\"/regulators/nl-ap/\"").count == 2)
    #expect(told.contains("Acme Energy waited"))
    #expect(told.contains("<code>Acme Energy</code>"))
  }

  @Test func `autolink false leaves names alone`() {
    #expect(!html("Acme Energy waited.", fields: "autolink: false").contains("<a"))
    let fixture = acme(
      "", text: "Acme Energy waited.",
      and: "=== content/companies/acme-energy.md\n---\nname: Acme Energy\nautolink: false\n---\n")
    #expect(
      !String(decoding: fixture.site.cases[0].body.html, as: UTF8.self).contains("<a"))
  }

  @Test func `a court that took a step is declared by it`() {
    let told = html(
      "The District Court agreed.",
      fields: """
        steps:
          - { id: a, date: 2024, kind: decision }
          - { date: 2025, kind: judgment, body: nl-rb, on: a, effect: upheld }
        """,
      and: "=== content/regulators/nl-rb.md\n---\nname: District Court\njurisdiction: NL\n---\n")
    #expect(told == "The <a class=\"name\" href=\"/regulators/nl-rb/\">District Court</a> agreed.")
  }

  @Test func `a name that two companies bear is linked where only one of them is declared`() {
    let other =
      "=== content/companies/acme-energy-uk.md\n---\nname: Acme Energy\n---\n"
      + secondCase("zeta").replacing("[acme-energy]", with: "[acme-energy-uk]")
    #expect(
      html("Acme Energy waited.", and: other)
        == "<a class=\"name\" href=\"/companies/acme-energy/\">Acme Energy</a> waited.")
    #expect(
      html(
        "Acme Energy waited.", fields: "companies: [acme-energy, acme-energy-uk]", and: other)
        == "Acme Energy waited.")
  }

  @Test func `a citation of a source that the case does not have is reported`() {
    let fixture = acme("", text: "Fined.[^▸desicion]")
    #expect(fixture.findings().count == 1)
    let sound = acme("", text: "Fined.[^decision]")
    #expect(sound.findings().isEmpty)
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [Substring] {
    split(separator: mark, omittingEmptySubsequences: false)
  }
}
