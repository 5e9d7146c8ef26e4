import Diagnostics
import Testing

@testable import Recording

@Suite struct SilentEditTests {
  private func history(_ date: String) -> String {
    "history: [{ date: \(date), kind: correction, note: It was a month. }]\nchecked:"
  }

  @Test func `a published text that is edited fails, and the message shows the passage`()
    async throws
  {
    var site = try await Ledgered(acmeCase)
    site.edit(acme, "for a year", "for a month")
    let findings = try await site.findings()
    #expect(findings.map(\.description) == ["content/cases/acme.md:16:1 silent-edit"])
    #expect(
      findings.first?.message
        == "case 'acme' no longer says what was published on 2026-05-01: it says "
        + "'Acme told nobody for a month.' now; 'history' has no newer item that says so")
  }

  @Test func `it passes once history has an item that is newer, and not with an older one`()
    async throws
  {
    var site = try await Ledgered(acmeCase)
    site.edit(acme, "for a year", "for a month")
    var late = site
    late.edit(acme, "checked:", history("2026-04-29"))
    #expect(try await late.findings().map(\.rule) == [.silentEdit])
    site.edit(acme, "checked:", history("2026-05-02"))
    #expect(try await site.findings() == [])
    try await site.record(on: "2026-06-02")
    // The item has told of that edit, and of no other.
    site.edit(acme, "12 people", "13 people")
    #expect(try await site.findings(on: "2026-06-03").map(\.rule) == [.silentEdit])
  }

  @Test(arguments: [
    ("Acme told nobody for a year.", "Acme told  nobody\nfor a year.   "),
    ("Acme told nobody for a year.\n", "\n\nAcme told nobody for a year.\n\n\n"),
    ("title: Late disclosure\n", "title:   \"Late disclosure\"   # as the authority calls it\n"),
    (
      "title: Late disclosure\nsummary: The authority fined Acme Energy.\n",
      "summary: The authority fined Acme Energy.\ntitle: Late disclosure\n"
    ),
    ("companies: [acme-energy]", "companies:\n  - acme-energy"),
    (
      "{ id: decision, date: 2024-05-16, kind: decision,",
      "{ kind: decision, date: 2024-05-16, id: decision,"
    ),
    ("checked: 2024-06-01", "checked: 2024-06-02"),
    ("topics: [data-breach]", "topics: [data-breach]\nshort: Acme (late)"),
  ])
  func `white space, order, and what tells nothing about the case may change`(
    old: String, new: String
  ) async throws {
    var site = try await Ledgered(acmeCase)
    site.edit(acme, old, new)
    #expect(try await site.findings() == [])
  }

  @Test(arguments: [
    ("title: Late", "title: Later"), ("fined Acme", "warned Acme"), ("12 EUR", "13 EUR"),
    ("2024-05-16", "2024-05-17"), ("provisions: [gdpr 33]", "provisions: [gdpr 33, gdpr 34]"),
    ("published: 2024-06-01", "published: 2024-06-02"), ("a year.\n", "a year.\n\nNobody.\n"),
    ("\nAcme told nobody for a year.\n", "\n"),
  ])
  func `whatever is said of the case may not`(old: String, new: String) async throws {
    var site = try await Ledgered(acmeCase)
    site.edit(acme, old, new)
    #expect(try await site.findings().map(\.rule).contains(.silentEdit))
  }

  @Test func `passages in another order are another text`() async throws {
    var site = try await Ledgered(acmeCase)
    site.edit(
      acme, "Acme told nobody for a year.\n\n## What was found\n",
      "## What was found\n\nAcme told nobody for a year.\n")
    let findings = try await site.findings()
    #expect(findings.first?.message.contains("the passages are in another order") == true)
  }

  @Test func `a later step tells of itself, and an earlier one does not`() async throws {
    var site = try await Ledgered(acmeCase)
    site.edit(
      acme, "sources:\n", "  - { date: 2026-05-10, kind: appeal-lodged, on: decision }\nsources:\n")
    #expect(try await site.findings() == [])
    site.edit(acme, "2026-05-10", "2024-05-20")
    #expect(try await site.findings().map(\.rule) == [.silentEdit])
  }

  @Test func `an entry without a history may say what it likes`() async throws {
    var site = try await Ledgered("=== content/pages/about.md\n---\ntitle: About\n---\n\nWe are.")
    site.edit("content/pages/about.md", "We are.", "We were.")
    #expect(try await site.findings() == [])
  }

  @Test func `a renamed case is held against what it said under its earlier name`() async throws {
    var site = try await Ledgered(acmeCase)
    site.rename(acme, to: "content/cases/apex.md")
    site.edit("content/cases/apex.md", "checked:", "formerly: [acme]\nchecked:")
    site.edit("content/cases/apex.md", "for a year", "for a month")
    #expect(try await site.findings().map(\.rule) == [.silentEdit])
  }

  @Test func `of two versions that were merged, either is what was published`() async throws {
    let first = try await Ledgered(acmeCase)
    var second = first
    second.edit(acme, "for a year", "for a month")
    second.edit(acme, "checked:", history("2026-05-02"))
    try await second.record(on: "2026-06-02")
    let merged =
      [first, second].compactMap { $0.ledgerLine("/cases/acme/") }.joined(separator: "\n")
    for var site in [first, second] {
      let line = try #require(site.ledgerLine("/cases/acme/"))
      site.edit("content/ledger.txt", line, merged)
      #expect(try await site.findings(on: "2026-06-03") == [])
    }
    var third = first
    third.edit(acme, "for a year", "for a week")
    third.edit("content/ledger.txt", try #require(third.ledgerLine("/cases/acme/")), merged)
    #expect(try await third.findings(on: "2026-06-03").map(\.rule) == [.silentEdit])
  }

  @Test func `what is called otherwise elsewhere is no edit of the cases that name it`()
    async throws
  {
    let apex = """
      === content/cases/apex.md
      ---
      title: An appeal by Acme Energy
      summary: It went on as acme-energy had said.
      published: 2024-07-01
      companies: [acme-energy]
      regulators: [nl-ap]
      provisions: [gdpr 33, { at: gdpr 34, role: cited }]
      related: [acme]
      steps:
        - { date: 2024-05-17, kind: decision, body: nl-ap, measures: [{ kind: fine, on: acme-energy, amount: 1 EUR }] }
      sources:
        - { id: decision, title: Decision, publisher: nl-ap }
      ---

      See [Acme](company:acme-energy), [](case:acme#what-was-found) and [the case](acme.md).
      """
    var site = try await Ledgered(acmeCase + "\n" + apex)
    let path = "content/cases/apex.md"
    site.rename(acme, to: "content/cases/acme-2024.md")
    site.rename("content/companies/acme-energy.md", to: "content/companies/acme.md")
    site.rename("content/regulators/nl-ap.md", to: "content/regulators/ap.md")
    site.rename("content/laws/gdpr.md", to: "content/laws/eu-gdpr.md")
    for (file, slug) in [
      ("companies/acme", "acme-energy"), ("regulators/ap", "nl-ap"), ("laws/eu-gdpr", "gdpr"),
    ] {
      site.edit("content/\(file).md", "---\nname", "---\nformerly: [\(slug)]\nname")
    }
    site = try await site.mended()
    #expect(site.files[path]?.contains("(company:acme), [](case:acme-2024#what") == true)
    #expect(site.files[path]?.contains("companies: [acme]") == true)
    #expect(site.files[path]?.contains("on: acme,") == true)
    #expect(site.files[path]?.contains("at: eu-gdpr 34") == true)
    #expect(site.files[path]?.contains("(acme-2024.md)") == true)
    #expect(try await site.findings() == [])
    #expect(try await site.difference().edits.map(\.address) == [])
    try await site.record(on: "2026-06-02")
    #expect(site.ledgerLine("/cases/apex/")?.contains(" recorded=2026-05-01 ") == true)
    #expect(try await site.findings(on: "2026-06-03") == [])
    site.edit(path, "as acme-energy had said", "as acme had said")
    #expect(try await site.findings(on: "2026-06-03").map(\.rule) == [.silentEdit])
  }
}
