import Content
import Linking
import TestSupport
import Testing

struct AddressOwnerTests {
  private func owner(
    of slug: String, _ kind: EntryKind = .case, _ text: String = "", ledger: String = ""
  ) -> AddressOwner? {
    let fixture = Fixture(text, over: Publication.small)
    return fixture.casebook.value.owner(
      of: slug, kind, paths: fixture.tree.entries.map(\.path), ledger: ledger)
  }

  @Test func `a slug that nobody ever had is free`() {
    #expect(owner(of: "acme-2", ledger: "/cases/acme-20/ x\n/companies/acme-2/ y\n") == nil)
    #expect(owner(of: "acme", .company) == nil, "slugs are apart kind by kind")
  }

  @Test func `an entry has its address, readable or not, in whatever folder`() {
    #expect(owner(of: "acme") == .entry(path: "content/cases/acme.md"))
    let broken = "=== content/cases/2024/broken.md\nno front matter"
    #expect(owner(of: "broken", .case, broken) == .entry(path: "content/cases/2024/broken.md"))
  }

  private static let news = """
    === content/news/new-law.md
    ---
    title: A new law
    summary: It comes into force.
    published: 2026-01-01
    ---
    """

  @Test(arguments: EntryKind.allCases)
  func `an earlier slug stays the entry's that had it`(kind: EntryKind) {
    let fixture = Fixture(Self.news, over: Publication.small)
    let file = fixture.files.first { $0.path.hasPrefix("content/\(kind.folder)/") }
    let path = file?.path ?? ""
    let text = String(decoding: (try? file?.bytes()) ?? [], as: UTF8.self)
      .replacing("---\n", with: "---\nformerly: [once]\n", maxReplacements: 1)
    let slug = String(path.split(separator: "/").last?.dropLast(3) ?? "")
    #expect(owner(of: "once", kind, "=== \(path)\n\(text)") == .renamed(to: slug, path: path))
  }

  @Test func `an address that the ledger has is not given out again`() {
    let ledger = "# addresses\r\n/about/ about 2026-01-01\r\n/cases/gone/ gone 2026-01-01\r\n"
    #expect(owner(of: "gone", ledger: ledger) == .recorded(line: 3))
    #expect(owner(of: "about-us", .page, ledger: ledger) == nil)
  }

  @Test func `an address that was taken away is not given out again`() {
    let settings = """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      gone: [{ address: /cases/lost/, date: 2026-05-01, why: It said nothing. }]
      """
    #expect(owner(of: "lost", .case, settings) == .gone)
    #expect(owner(of: "lost", .topic, settings) == nil)
  }

  @Test func `a page cannot have an address that every site has`() {
    #expect(owner(of: "cases", .page) == .site)
    #expect(owner(of: "cases", .topic) == nil)
  }
}
