import Diagnostics
import Testing

@testable import Recording

@Suite struct VanishedTests {
  @Test func `a published case that is renamed fails, and the message names both remedies`()
    async throws
  {
    var site = try await Ledgered(acmeCase)
    site.rename(acme, to: "content/cases/apex.md")
    let findings = try await site.findings()
    #expect(findings.map(\.rule) == [.vanishedAddress])
    let message = findings.first?.message ?? ""
    let opening = "'/cases/acme/' was published on 2026-05-01 and is no longer there, nor are "
    #expect(message.hasPrefix(opening))
    #expect(message.hasSuffix(" addresses below it; nothing says where it went"))
    #expect(findings.first?.at.hasPrefix("content/ledger.txt:") == true)
    let help = try await site.build().diagnostics.first { $0.rule == .vanishedAddress }?.help
    #expect(
      help == "write 'formerly: [acme]' into content/cases/apex.md, which says the same; if it was "
        + "taken away, write '{ address: /cases/acme/, date: 2026-06-01, why: … }' under 'gone' in "
        + "content/site.yml")
  }

  @Test func `with formerly it passes, and once its target is deleted it fails again`() async throws
  {
    var site = try await Ledgered(acmeCase)
    site.rename(acme, to: "content/cases/apex.md")
    site.edit("content/cases/apex.md", "checked:", "formerly: [acme]\nchecked:")
    #expect(try await site.findings() == [])
    try await site.record(on: "2026-06-02")
    #expect(site.ledgerLine("/cases/acme/") == "/cases/acme/ 2026-05-01 case/acme to=/cases/apex/")
    #expect(site.ledgerLine("/cases/apex/")?.contains(" case/acme recorded=2026-05-01 ") == true)
    site.files["content/cases/apex.md"] = nil
    let rules = try await site.findings().filter { $0.rule == .vanishedAddress }
    #expect(
      rules.map(\.message).filter { $0.hasPrefix("'/cases/") }.map { $0.prefix(13) }
        == ["'/cases/acme/", "'/cases/apex/"])
  }

  @Test func `an entry that says the same under another name is mended without a doubt`()
    async throws
  {
    var site = try await Ledgered(acmeCase)
    site.rename(acme, to: "content/cases/apex.md")
    let mended = try await site.mended()
    #expect(mended.files["content/cases/apex.md"]?.contains("\nformerly: [acme]\n---") == true)
    #expect(try await mended.findings() == [])
    // Renamed once more, the earlier slugs are kept.
    var again = mended
    try await again.record(on: "2026-06-02")
    again.rename("content/cases/apex.md", to: "content/cases/acme-2024.md")
    let twice = try await again.mended()
    #expect(
      twice.files["content/cases/acme-2024.md"]?.contains("\nformerly: [acme, apex]\n") == true)
    #expect(try await twice.findings() == [])
  }

  @Test func `one that says much the same is only proposed`() async throws {
    var site = try await Ledgered(acmeCase)
    site.rename(acme, to: "content/cases/apex.md")
    site.edit("content/cases/apex.md", "for a year", "for a month")
    let found = try await site.build().diagnostics.first { $0.rule == .vanishedAddress }
    #expect(found?.replacement == nil)
    #expect(found?.help?.contains("content/cases/apex.md, which says much the same") == true)
  }

  @Test func `a case that is gone with a reason passes, with everything below it`() async throws {
    var site = try await Ledgered(acmeCase)
    site.files[acme] = nil
    site.edit(
      "content/site.yml", "feed_id",
      "gone:\n  - { address: /cases/acme/, date: 2026-05-20, why: It was another company. }\nfeed_id"
    )
    let findings = try await site.findings()
    // The case's company, law and year are not gone with it.
    #expect(!findings.contains { $0.message.contains("/cases/acme/") })
    #expect(findings.contains { $0.message.hasPrefix("'/years/2024/'") })
  }

  @Test func `a case that becomes a draft again is missed`() async throws {
    var site = try await Ledgered(acmeCase)
    site.edit(acme, "checked:", "draft: true\nchecked:")
    #expect(try await site.findings().contains { $0.message.hasPrefix("'/cases/acme/'") })
  }

  @Test func `a file that vanished from many entries is reported once`() async throws {
    var site = try await Ledgered(acmeCase + "\n=== content/files/decision.pdf\n%PDF")
    site.edit("content/site.yml", "feed_id", "data: [csv]\nfeed_id")
    let findings = try await site.findings()
    #expect(findings.count { $0.message.contains("data.json") } == 1)
    site.edit("content/site.yml", "data: [csv]\n", "")
    #expect(try await site.findings() == [])
    site.files["content/files/decision.pdf"] = nil
    #expect(
      try await site.findings().map(\.message) == [
        "'/files/decision.pdf' was published on 2026-05-01 and is no longer there; nothing says where "
          + "it went"
      ])
    site.files["content/files/acme.pdf"] = "%PDF"
    site.edit(
      "content/site.yml", "feed_id",
      "redirects: [{ from: /files/decision.pdf, to: /files/acme.pdf }]\nfeed_id")
    #expect(try await site.findings() == [])
  }

  @Test func `while content has errors, only entries are missed that are surely not there`()
    async throws
  {
    var site = try await Ledgered(acmeCase)
    site.edit(acme, "topics: [data-breach]", "topics: [data-breech]")
    #expect(try await site.findings().map(\.rule.id).filter { $0 == "vanished-address" } == [])
    site.rename(acme, to: "content/cases/apex.md")
    #expect(
      try await site.findings().filter { $0.rule == .vanishedAddress }.map { $0.message.prefix(14) }
        == ["'/cases/acme/'"])
  }

  @Test func `an entry that cannot be read hides what it would say`() async throws {
    var site = try await Ledgered(acmeCase)
    site.edit(acme, "---\ntitle", "title")
    #expect(!(try await site.findings().map(\.rule).contains(.vanishedAddress)))
  }

  @Test func `a heading that is worded anew fails until its earlier anchor is named`() async throws
  {
    var site = try await Ledgered(acmeCase)
    site.edit(acme, "## What was found", "## What it found")
    site.edit(
      acme, "checked:",
      "history: [{ date: 2026-05-02, kind: clarification, note: A heading. }]\nchecked:")
    #expect(
      try await site.findings().map(\.message) == [
        "'#what-was-found' of '/cases/acme/' was published and is no heading any more; is it "
          + "'#what-it-found' now?"
      ])
    site.edit(acme, "checked:", "anchors: { what-was-found: what-it-found }\nchecked:")
    #expect(try await site.findings() == [])
  }

  @Test func `a shorter list keeps its further pages`() async throws {
    var cases = ""
    for number in 1...51 {
      cases += acmeCase.replacing("cases/acme.md", with: "cases/acme-\(number).md") + "\n"
    }
    var site = try await Ledgered(cases)
    #expect(site.ledgerLine("/cases/page/2/") != nil)
    for number in [1, 2] {
      site.files["content/cases/acme-\(number).md"] = nil
      site.edit(
        "content/site.yml", "feed_id",
        "# \(number)\nfeed_id")
    }
    site.edit(
      "content/site.yml", "feed_id",
      "gone:\n  - { address: /cases/acme-1/, date: 2026-05-20, why: No. }\n"
        + "  - { address: /cases/acme-2/, date: 2026-05-20, why: No. }\nfeed_id")
    #expect(try await site.findings() == [])
  }
}
