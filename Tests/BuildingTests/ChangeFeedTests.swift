import Foundation
import Linking
import TestSupport
import Testing

/// What readers are told after publication: what happened, from what to what.
struct ChangeFeedTests {
  private static let decision = "- { id: decision, date: 2024-05-16, kind: decision }"
  private static let fined =
    "- { id: decision, date: 2024-05-16, kind: decision, measures: [{ kind: fine, amount: 18000000 EUR }] }"
  private static let annulled =
    "- { date: 2025-12-02, kind: judgment, on: decision, effect: annulled, note: Want of <b>jurisdiction</b>. }"

  private static func acme(_ steps: [String], _ more: String = "") -> Fixture {
    Fixture(
      Publication.small.replacing(
        decision, with: steps.joined(separator: "\n  ")
      ).replacing("sources:", with: more + "\nsources:"))
  }

  private func with(_ fixture: Fixture, _ others: Fixture) throws -> Fixture {
    let paths = Set(fixture.files.map(\.path))
    let files = fixture.files + others.files.filter { !paths.contains($0.path) }
    return Fixture(try files.map { ($0.path, try $0.bytes()) })
  }

  @Test func `an annulment is told with what was and what is, under an id of its own`()
    async throws
  {
    let site = try await RenderedSite(Self.acme([Self.fined, Self.annulled]))
    let feed = AtomFeed(site.text("changes.atom"))
    let entry = try #require(feed.entries.first)
    #expect(feed.entries.count == 1)
    #expect(entry.id == "tag:watch.example,2026:case/acme#on-2025-12-02-judgment")
    #expect(entry.title == "Late disclosure: Judgment (decided → annulled)")
    #expect(
      entry.links["alternate"]
        == "https://watch.example/cases/acme/#page-on-2025-12-02-judgment")
    #expect(site.text("cases/acme/index.html").contains("id=\"page-on-2025-12-02-judgment\""))
    #expect(entry.updated == "2025-12-02T00:00:00Z" && feed.head.updated == entry.updated)
    #expect(entry.content.contains("Status: was decided, is annulled."))
    #expect(entry.content.contains("In force: was €18,000,000, is nothing."))
    #expect(entry.content.contains("Want of &lt;b&gt;jurisdiction&lt;/b&gt;."))
    #expect(entry.content.contains("annuls the decision of 16\u{A0}May\u{A0}2024"))
  }

  @Test func `an annulment changes exactly the feeds of its case and of changes, and they say so`()
    async throws
  {
    let others = Fixture(
      """
      === content/cases/other.md
      ---
      title: Another
      summary: Somebody else.
      published: 2024-06-02
      companies: [apex]
      regulators: [fr-cnil]
      provisions: [lil 5]
      topics: [cookies]
      steps: [{ date: 2024-05-01, kind: decision }]
      sources: [{ id: a, title: A, publisher: fr-cnil }]
      ---
      === content/companies/apex.md
      ---
      name: Apex
      ---
      === content/regulators/fr-cnil.md
      ---
      name: CNIL
      jurisdiction: FR
      ---
      === content/laws/lil.md
      ---
      name: Loi informatique et libertés
      short: LIL
      jurisdiction: FR
      ---
      === content/topics/cookies.md
      ---
      name: Cookies
      ---
      """)
    let before = try await RenderedSite(with(Self.acme([Self.fined]), others))
    let after = try await RenderedSite(with(Self.acme([Self.fined, Self.annulled]), others))
    let machines = Set(before.feeds + before.files.keys.filter { $0.hasSuffix("feed.json") })
    let changed = machines.filter { before.files[$0] != after.files[$0] }
    #expect(
      changed.sorted() == [
        "changes.atom", "companies/acme-energy/feed.atom", "companies/acme-energy/feed.json",
        "feed.atom", "feed.json", "jurisdictions/nl/feed.atom", "laws/gdpr/feed.atom",
        "regulators/nl-ap/feed.atom", "regulators/nl-ap/feed.json", "topics/data-breach/feed.atom",
      ])
    for path in changed { #expect(after.text(path).contains("is annulled"), "\(path)") }
    for path in changed where path.hasSuffix(".atom") && path != "changes.atom" {
      let entry = AtomFeed(after.text(path)).entries.first
      #expect(entry?.id == "tag:watch.example,2026:case/acme", "\(path) has it in front")
      #expect(entry?.updated == "2025-12-02T00:00:00Z")
      #expect(entry?.texts["published"] == "2024-06-01T00:00:00Z")
    }
  }

  @Test func `an old case that changes is in its long feeds again`() async throws {
    let old = Self.acme([Self.fined, Self.annulled])
    let site = try await RenderedSite(with(old, Fixture.cases(60)))
    for path in ["feed.atom", "topics/data-breach/feed.atom", "regulators/nl-ap/feed.atom"] {
      #expect(
        AtomFeed(site.text(path)).entries.first?.id == "tag:watch.example,2026:case/acme",
        "\(path)")
    }
  }

  @Test func `corrections and retractions have a feed of their own, clarifications have none`()
    async throws
  {
    let site = try await RenderedSite(
      Self.acme(
        [Self.fined, Self.annulled],
        """
        history:
          - { date: 2025-01-02, kind: correction, note: The sum was wrong. }
          - { date: 2025-01-02, kind: correction, note: So was the day. }
          - { date: 2025-01-03, kind: clarification, note: A comma. }
          - { date: 2025-01-04, kind: update, note: A name. }
        """))
    let corrections = AtomFeed(site.text("corrections.atom"))
    #expect(
      corrections.entries.map(\.id) == [
        "tag:watch.example,2026:case/acme#correction-2025-01-02--2",
        "tag:watch.example,2026:case/acme#correction-2025-01-02",
      ])
    #expect(corrections.entries.last?.title == "Late disclosure: Correction")
    #expect(corrections.entries.last?.content.contains("The sum was wrong.") == true)
    #expect(AtomFeed(site.text("changes.atom")).entries.count == 4)
    #expect(!site.text("changes.atom").contains("comma"))
  }

  @Test func `a retracted case is a tombstone where it was an entry`() async throws {
    let site = try await RenderedSite(
      Self.acme(
        [Self.fined],
        "history: [{ date: 2025-01-02, kind: retraction, note: It was another company. }]"))
    let tombstone = """
      <at:deleted-entry ref="tag:watch.example,2026:case/acme" when="2025-01-02T00:00:00Z">
      <at:comment>It was another company.</at:comment>
      """
    for path in ["feed.atom", "companies/acme-energy/feed.atom", "topics/data-breach/feed.atom"] {
      let feed = AtomFeed(site.text(path))
      #expect(feed.flaw == nil && feed.entries.isEmpty, "\(path)")
      #expect(feed.head.updated == "2025-01-02T00:00:00Z")
      #expect(site.text(path).contains(tombstone), "\(path)")
    }
    #expect(AtomFeed(site.text("corrections.atom")).entries.count == 1)
    #expect(!site.text("feed.json").contains("case/acme"))
    #expect(site.text("cases/acme/index.html").contains("It was another company."))
  }

  @Test func `the ids of changes outlive a new title, a new slug and a new host`() async throws {
    let fixture = Self.acme([Self.fined, Self.annulled])
    let moved = Fixture(
      try fixture.files.map { file in
        let text = String(decoding: try file.bytes(), as: UTF8.self)
        let new = text.replacing(
          "title: Late disclosure", with: "title: It came late\nformerly: [acme]"
        ).replacing("base_url: https://watch.example", with: "base_url: https://o.example/archive")
        let path = file.path.replacing("cases/acme.md", with: "cases/late-acme.md")
        return (path, Array(new.utf8))
      })
    let (old, new) = (try await RenderedSite(fixture), try await RenderedSite(moved))
    let (before, after) = (
      AtomFeed(old.text("changes.atom")), AtomFeed(new.text("changes.atom"))
    )
    #expect(after.entries.map(\.id) == before.entries.map(\.id) && before.entries.count == 1)
    #expect(after.head.id == before.head.id)
    #expect(after.entries.first?.title.hasPrefix("It came late") == true)
  }

  @Test func `JSON feeds have the entries of the Atom feeds, with the same ids`() async throws {
    let title = "\"Quotes\" \\ and <b> & é 𝔊"
    let site = try await RenderedSite(
      Publication.small.replacing("title: Late disclosure", with: "title: '\(title)'")
        .replacing("name: Acme Energy", with: "name: 'A & \"C\" <ME>'"))
    for path in ["feed", "companies/acme-energy/feed", "regulators/nl-ap/feed"] {
      let value = try JSONSerialization.jsonObject(with: Data(site.files[path + ".json"] ?? []))
      let feed = try #require(value as? [String: Any])
      let items = try #require(feed["items"] as? [[String: Any]])
      let atom = AtomFeed(site.text(path + ".atom"))
      #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
      #expect(feed["feed_url"] as? String == "https://watch.example/\(path).json")
      #expect(items.compactMap { $0["id"] as? String } == atom.entries.map(\.id))
      #expect(items.compactMap { $0["title"] as? String } == [title])
      #expect(
        items.compactMap { $0["content_html"] as? String } == atom.entries.map(\.content))
      #expect(items.compactMap { $0["date_modified"] as? String } == atom.entries.map(\.updated))
    }
  }

  @Test func `site.yml may ask for summaries instead of whole texts`() async throws {
    let site = try await RenderedSite(
      Publication.small.replacing(
        "feed_id: watch.example,2026",
        with: "feed_id: watch.example,2026\nfeeds: { content: summary }"
      ).replacing("---\n=== content/companies", with: "---\n\nThe text.\n=== content/companies"))
    let entry = try #require(AtomFeed(site.text("feed.atom")).entries.first)
    #expect(entry.content.contains("<p>The authority fined Acme Energy.</p>"))
    #expect(
      !site.text("feed.atom").contains("The text.") && !site.text("feed.json").contains("The text.")
    )
    #expect(site.text("cases/acme/index.html").contains("The text."))
  }
}
