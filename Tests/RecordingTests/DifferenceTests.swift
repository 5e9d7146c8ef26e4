import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Recording

@Suite struct DifferenceTests {
  @Test func `nothing that changes is nothing to show`() async throws {
    let site = try await Ledgered(acmeCase)
    let difference = try await site.difference()
    #expect(difference.isEmpty && difference.text == "nothing changes for readers\n")
    // Recording once more, on another day, changes no byte.
    var again = site
    try await again.record(on: "2026-06-01")
    #expect(again.files == site.files)
  }

  @Test func `an edited case, a new one and a renamed company are shown with what follows`()
    async throws
  {
    var site = try await Ledgered(acmeCase)
    site.edit(acme, "for a year", "for a month")
    site.edit(acme, "amount: 12 EUR", "amount: 10 EUR")
    site.edit(
      acme, "checked:",
      "history: [{ date: 2026-05-02, kind: correction, note: A month. }]\nchecked:")
    site.files["content/cases/apex.md"] = Fixture(
      acmeCase.replacing("cases/acme.md", with: "cases/apex.md")
    ).files.first.flatMap { try? String(decoding: $0.bytes(), as: UTF8.self) }
    site.rename("content/companies/acme-energy.md", to: "content/companies/acme.md")
    site.edit("content/companies/acme.md", "---\nname", "---\nformerly: [acme-energy]\nname")
    for path in [acme, "content/cases/apex.md"] { site.edit(path, "[acme-energy]", "[acme]") }
    let difference = try await site.difference()
    #expect(
      difference.added.map(\.address).filter { !$0.contains("citation") } == [
        "/cases/apex/", "/cases/apex/data.json", "/companies/acme/",
        "/companies/acme/feed.atom", "/companies/acme/feed.json",
      ])
    #expect(
      difference.moved.map { "\($0.address) \($0.target ?? "")" } == [
        "/companies/acme-energy/ /companies/acme/",
        "/companies/acme-energy/feed.atom /companies/acme/feed.atom",
        "/companies/acme-energy/feed.json /companies/acme/feed.json",
      ])
    #expect(difference.gone == [])
    let edit = try #require(difference.edits.first { $0.address == "/cases/acme/" })
    #expect(edit.passages == ["Acme told nobody for a month."])
    #expect(edit.history.map(\.note) == ["A month."])
    #expect(
      difference.totals.first { $0.address == "/cases/" }
        == LedgerDifference.Sum(
          address: "/cases/", title: "all cases", before: "EUR:12", now: "EUR:22"))
    let feed = try #require(difference.feeds.first { $0.address == "/companies/acme/feed.atom" })
    #expect(feed.new == ["/cases/apex/"] && feed.again == ["/cases/acme/"])
    #expect(difference.feeds.first { $0.address == "/changes.atom" }?.again == ["/cases/acme/"])
    #expect(difference.text.contains("  /cases/  all cases: 12 EUR → 22 EUR\n"))
    #expect(difference.text.contains("\n    correction, 2026-05-02: A month.\n"))
  }

  @Test func `what is gone is shown until it is recorded`() async throws {
    var site = try await Ledgered(
      acmeCase + "\n=== content/pages/imprint.md\n---\ntitle: Imprint\n---\n\n## Who\n")
    site.files["content/pages/imprint.md"] = nil
    site.edit(
      "content/site.yml", "feed_id",
      "gone: [{ address: /imprint/, date: 2026-05-20, why: Moved. }]\nfeed_id")
    #expect(try await site.difference().gone.map(\.address) == ["/imprint/"])
    try await site.record(on: "2026-06-01")
    #expect(site.ledgerLine("/imprint/")?.hasSuffix(" gone=2026-05-20") == true)
    #expect(
      site.ledgerLine("/imprint/#who") == "/imprint/#who 2026-05-01 page/imprint gone=2026-05-20")
    #expect(try await site.difference().isEmpty)
  }

  @Test func `a detail is shown, and needs no word`() async throws {
    var site = try await Ledgered(acmeCase)
    site.edit(acme, "publisher: nl-ap }", "publisher: nl-ap, url: \"https://nl.example/1\" }")
    let edits = try await site.difference().edits
    #expect(edits.map(\.words) == ["details in front of the text"])
    #expect(edits.allSatisfy { !$0.needsHistory })
  }

  @Test func `its JSON is one document with every list`() async throws {
    var site = try await Ledgered(acmeCase)
    site.edit(acme, "for a year", "for a \\\"month\\\"")
    let json = try await site.difference().json
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(
      Set(document.keys) == [
        "version", "added", "anchors", "gone", "moved", "edits", "totals", "feeds",
      ])
    let edit = try #require((document["edits"] as? [[String: Any]])?.first)
    #expect(edit["address"] as? String == "/cases/acme/" && edit["history"] as? [String] == [])
  }

  @Test func `drafts and what is under embargo are never recorded`() async throws {
    let draft = acmeCase.replacing("cases/acme.md", with: "cases/zebra.md")
      .replacing("checked:", with: "draft: true\nchecked:")
    let embargoed = acmeCase.replacing("cases/acme.md", with: "cases/okapi.md")
      .replacing("published: 2024-06-01", with: "published: 2026-05-02")
    var site = try await Ledgered(acmeCase + "\n" + draft + "\n" + embargoed)
    #expect(site.files["content/ledger.txt"]?.contains("zebra") == false)
    #expect(site.files["content/ledger.txt"]?.contains("okapi") == false)
    #expect(try await site.findings(on: "2026-05-01").filter { $0.rule != .lookAlikeAddress } == [])
    try await site.record(on: "2026-05-03")
    #expect(site.files["content/ledger.txt"]?.contains("/cases/okapi/ 2026-05-03 ") == true)
    #expect(site.files["content/ledger.txt"]?.contains("zebra") == false)
  }
}
