import Diagnostics
import TestSupport
import Testing

@testable import Content

/// Whole entries, as later stages see them.
@Suite struct EntriesTests {
  @Test func `a case is read with every field of its schema`() throws {
    let fixture = acme(
      """
      title: Late disclosure
      short: Acme
      topics: [data-breach]
      provisions: [gdpr 5(1)(a), { at: gdpr 83(2), role: applied }, gdpr, au-privacy-act APP 1.2]
      steps:
        - id: decision
          date: 2024-05
          kind: decision
          body: nl-ap
          measures:
            - { kind: fine, amount: 400..600 EUR, on: acme-energy }
            - { kind: periodic-penalty, amount: 5.50 EUR, per: day, maximum: true }
          sources: [decision]
          note: Fined.
        - { date: 2024-06-01, kind: judgment, on: decision, effect: annulled-in-part }
      sources:
        - id: decision
          title: Decision
          publisher: nl-ap
          url: https://authority.example/1
          date: 2024-05-16
          language: nl
          archive: https://archive.example/1
          retrieved: 2024-09-03
      related: [apex, { case: zeta, how: same-conduct }]
      references: [{ kind: docket, value: 1.10 }]
      checked: 2025-06
      history: [{ date: 2024-10-01, kind: correction, note: The amount. }]
      formerly: [late, later]
      autolink: false
      draft: true
      """)
    #expect(fixture.ownFindings.isEmpty)
    let fields = try #require(fixture.casebook.value.cases.first?.fields)
    #expect(fields.short == "Acme" && fields.isDraft && !fields.autolink)
    #expect(fields.provisions.map(\.law.value) == ["gdpr", "gdpr", "gdpr", "au-privacy-act"])
    #expect(fields.provisions.map(\.at) == ["5(1)(a)", "83(2)", "", "APP 1.2"])
    #expect(fields.provisions.map(\.role) == [.infringed, .applied, .infringed, .infringed])
    #expect(fields.provisions.map(\.isWholeLaw) == [false, false, true, false])
    let steps = fields.steps
    #expect(steps.map(\.id?.value) == ["decision", nil])
    #expect(steps.map(\.date.value?.text) == ["2024-05", "2024-06-01"])
    #expect(steps[0].measures.map(\.kind) == [.fine, .periodicPenalty])
    #expect(steps[0].measures.map(\.amount?.value) == [Amount("400..600 EUR"), Amount("5.5 EUR")])
    #expect(steps[0].measures.map(\.company?.value) == ["acme-energy", nil])
    #expect(steps[0].measures.map(\.per) == [nil, .day])
    #expect(steps[0].measures.map(\.isMaximum) == [false, true])
    #expect(steps[1].effect?.value == .annulledInPart && steps[1].target?.value == "decision")
    #expect(fields.sources.first?.retrieved?.text == "2024-09-03")
    #expect(fields.related.map(\.other.value) == ["apex", "zeta"])
    #expect(fields.related.map(\.how) == [nil, .sameConduct])
    #expect(fields.references.first?.value.value == "1.10")
    #expect(fields.checked?.text == "2025-06")
    #expect(fields.history.map(\.kind) == [.correction])
    #expect(fields.formerly.map(\.value) == ["late", "later"])
  }

  @Test func `a name that the authority withheld is no slug`() {
    let fixture = acme("companies: unnamed")
    #expect(fixture.ownFindings.isEmpty)
    guard case .unnamed? = fixture.casebook.value.cases.first?.fields.respondents else {
      Issue.record("the respondents are not unnamed")
      return
    }
  }

  @Test func `Norway, a section 1.10 and a year stay what they are`() {
    let fixture = Fixture(
      """
      === content/regulators/no-datatilsynet.md
      ---
      name: 2024
      jurisdiction: NO
      ---
      === content/laws/act.md
      ---
      name: Act
      short: 1.10
      jurisdiction: EU
      headings: { "1.10": Scope, 1.1: Other, 010: Third }
      ---
      """, over: Publication.settings)
    #expect(fixture.ownFindings.isEmpty)
    let casebook = fixture.casebook.value
    #expect(casebook.regulators.first?.fields.jurisdiction.value == "NO")
    #expect(casebook.regulators.first?.fields.name == "2024")
    #expect(casebook.laws.first?.fields.short == "1.10")
    #expect(casebook.laws.first?.fields.headings.map(\.article.value) == ["1.10", "1.1", "010"])
  }

  @Test func `a heading given twice is a duplicate key`() {
    let fixture = Fixture(
      """
      === content/laws/act.md
      ---
      name: Act
      short: Act
      jurisdiction: EU
      headings: { "5": Scope, ▸"5": Other }
      ---
      """, over: Publication.settings)
    #expect(fixture.ownFindings.map(\.description) == fixture.marks.map { "\($0) duplicate-key" })
  }

  @Test func `settings are read whole, and what is left out has a default`() throws {
    let fixture = Fixture(
      """
      === content/site.yml
      title: Watch
      base_url: https://watch.example/archive//
      feed_id: tag:watch.example,2026
      authors: [The desk, { name: A, email: a@b.example }]
      licence: CC BY 4.0
      feeds: { site: 10 }
      navigation: [{ title: Cases, address: /cases/ }]
      """)
    #expect(fixture.ownFindings.isEmpty)
    let settings = fixture.casebook.value.settings
    #expect(settings.baseURL == "https://watch.example/archive")
    #expect(settings.feedID == "watch.example,2026")
    #expect(settings.authors.map(\.name) == ["The desk", "A"])
    #expect(settings.licence?.name == "CC BY 4.0")
    #expect(settings.feeds.site == 10 && settings.feeds.others == 20)
    #expect(settings.language == "en")
  }

  @Test(arguments: [
    ("base_url: ▸watch.example", "base_url"), ("base_url: ▸https://watch.example?x", "base_url"),
    ("base_url: ▸https://watch.example#x", "base_url"), ("feed_id: ▸watch.example", "feed_id"),
    ("feed_id: ▸watch.example,26", "feed_id"), ("feed_id: ▸https://watch.example,2026", "feed_id"),
    ("language: ▸english", "language"), ("feeds: { site: ▸many }", "feeds"),
  ])
  func `settings are checked like any front matter`(field: String, key: String) {
    let others = ["title: W", "base_url: https://w.example", "feed_id: w.example,2026"]
      .filter { !$0.hasPrefix(key) }.joined(separator: "\n")
    let fixture = Fixture("=== content/site.yml\n\(field)\n\(others)\n")
    #expect(fixture.ownFindings.map(\.description) == fixture.marks.map { "\($0) wrong-value" })
  }

  @Test(arguments: ["", "\n", "# nothing yet\n", "---\n"])
  func `settings that say nothing lack what is required`(text: String) {
    let fixture = Fixture([("content/site.yml", Array(text.utf8))])
    #expect(
      fixture.ownFindings.map(\.rule).filter { $0 != .noFeedID } == [.missingField, .missingField])
  }
}
