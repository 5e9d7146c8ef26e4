import Diagnostics
import TestSupport
import Testing

@testable import Recording

@Suite struct IdentityTests {
  private let topic = "content/topics/data-breach.md"

  @Test func `an entry keeps the identity that feeds know it by`() async throws {
    var site = try await Ledgered(
      acmeCase + "\n=== content/topics/data-breach.md\n---\nname: Leaks\nformerly: [leaks]\n---\n")
    site.edit(topic, "formerly: [leaks]\n", "")
    let findings = try await site.findings()
    #expect(findings.map(\.rule).contains(.changedIdentity))
    #expect(
      findings.first { $0.rule == .changedIdentity }?.message
        == "'/topics/data-breach/' is known to feed readers as 'topic/leaks' and would be "
        + "'topic/data-breach', so all of them would be told of it as new")
    let mended = try await site.mended()
    #expect(mended.files[topic]?.contains("formerly: [leaks]") == true)
    #expect(try await mended.findings() == [])
  }

  @Test func `another feed_id is another identity of everything`() async throws {
    var site = try await Ledgered(acmeCase)
    site.edit("content/site.yml", "watch.example,2026", "watch.example,2027")
    let findings = try await site.findings()
    #expect(findings.map(\.rule) == [.changedIdentity])
    #expect(try await site.mended().findings() == [])
  }

  @Test func `a case that became part of another keeps its own identity`() async throws {
    let apex = acmeCase.replacing("cases/acme.md", with: "cases/apex.md")
      .replacing("Late disclosure", with: "Later still")
    var site = try await Ledgered(acmeCase + "\n" + apex)
    site.files[acme] = nil
    var wrong = site
    wrong.edit("content/cases/apex.md", "checked:", "formerly: [acme]\nchecked:")
    #expect(
      try await wrong.findings().filter { $0.rule == .changedIdentity }.map(\.message) == [
        "'/cases/apex/' is known to feed readers as 'case/apex' and would be 'case/acme', so all of "
          + "them would be told of it as new"
      ])
    site.edit("content/cases/apex.md", "checked:", "merged: [acme]\nchecked:")
    #expect(try await site.findings() == [])
    try await site.record(on: "2026-06-02")
    #expect(site.ledgerLine("/cases/acme/") == "/cases/acme/ 2026-05-01 case/acme to=/cases/apex/")
    #expect(site.ledgerLine("/cases/apex/")?.contains(" case/apex ") == true)
  }

  @Test func `an earlier slug of two that belongs to another entry is reported where it stands`()
    async throws
  {
    let apex = acmeCase.replacing("cases/acme.md", with: "cases/apex.md")
      .replacing("Late disclosure", with: "Later still")
      .replacing("checked:", with: "formerly: [apex-1]\nchecked:")
    var site = try await Ledgered(acmeCase + "\n" + apex)
    site.files[acme] = nil
    site.edit("content/cases/apex.md", "formerly: [apex-1]", "formerly: [apex-1, acme]")
    let findings = try await site.findings()
    #expect(findings.map(\.description) == ["content/cases/apex.md:13:20 changed-identity"])
    #expect(
      findings.first?.message
        == "'acme' was published as 'case/acme', and 'apex' is 'case/apex-1' in feeds")
  }
}
