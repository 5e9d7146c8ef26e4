import Diagnostics
import TestSupport
import Testing

@testable import Recording

@Suite struct RedirectTests {
  private func findings(_ redirects: String, and files: String = "") async throws -> [Finding] {
    let site = try await Ledgered(
      Publication.settings + "\nredirects:\n" + redirects + "\n" + files)
    return try await site.findings().filter { $0.rule == .brokenRedirect }
  }

  private let renamed = """
    === content/topics/data-breach.md
    ---
    name: Data breaches
    formerly: [leaks]
    ---
    """

  @Test func `a redirect leads to a page, a file, or from an address that was somebody's`()
    async throws
  {
    let redirects = """
        - { from: /imprint/, to: /about/ }
        - { from: /laws/gdpr/5/, to: /laws/gdpr/ }
        - { from: /files/old.pdf, to: /files/new.pdf }
        - { from: /rss.xml, to: /feed.atom }
      """
    #expect(try await findings(redirects, and: "=== content/files/new.pdf\n%PDF") == [])
  }

  @Test(arguments: [
    (
      "- { from: /imprint/, to: ▸/abuot/ }",
      "'/abuot/', where '/imprint/' leads, is not there; did you mean '/about/'?"
    ),
    (
      "- { from: /a/, to: ▸/b/ }\n  - { from: /b/, to: ▸/a/ }",
      "'/a/' leads in a circle: /a/ → /b/ → /a/"
    ),
    ("- { from: /a/, to: ▸/a/ }", "'/a/' leads in a circle: /a/ → /a/"),
    (
      "- { from: /a/, to: ▸/b/ }\n  - { from: /b/, to: /about/ }",
      "'/a/' leads to its end in 2 steps: /a/ → /b/ → /about/"
    ),
    (
      "- { from: /a/, to: ▸/topics/leaks/ }",
      "'/a/' leads to its end in 2 steps: /a/ → /topics/leaks/ → /topics/data-breach/"
    ),
    (
      "- { from: ▸/about/, to: /cases/ }",
      "'/about/' has something of its own, so it cannot lead elsewhere"
    ),
    (
      "- { from: ▸/topics/leaks/, to: /about/ }",
      "'/topics/leaks/' leads to '/topics/data-breach/' already, since an entry was called so"
    ),
    (
      "- { from: /a/, to: /about/ }\n  - { from: ▸/a/, to: /cases/ }",
      "'/a/' is led on twice, and can lead to one address only"
    ),
    (
      "- { from: /old.pdf, to: ▸/about/ }",
      "'/old.pdf' is a file, and '/about/' a page; a plain server would send the page as that file"
    ),
  ])
  func `a redirect that leads nowhere, in a circle or round a corner is reported where it stands`(
    redirects: String, message: String
  ) async throws {
    let site = Fixture(
      Publication.settings + "\nredirects:\n  " + redirects + "\n" + renamed,
      over: Publication.small)
    let found = site.findings(in: try await site.built().diagnostics)
      .filter { $0.rule == .brokenRedirect }
    #expect(found.map(\.at) == site.marks)
    #expect(found.first?.message == message)
  }

  @Test func `what is gone cannot lead elsewhere`() async throws {
    let site = Fixture(
      Publication.settings + """

        gone: [{ address: /a/, date: 2026-01-02, why: No. }]
        redirects: [{ from: ▸/a/, to: /about/ }]
        """, over: Publication.small)
    let found = site.findings(in: try await site.built().diagnostics)
    #expect(found.map(\.description) == ["\(site.marks[0]) broken-redirect"])
  }

  @Test func `anything that is served cannot be gone`() async throws {
    let site = Fixture(
      Publication.settings + """

        gone:
          - { address: ▸/data/, date: 2026-01-02, why: No. }
          - { address: ▸/data/cases.csv, date: 2026-01-02, why: No. }
          - { address: /data/lost.csv, date: 2026-01-02, why: No. }
        """, over: Publication.small)
    let found = site.findings(in: try await site.built().diagnostics)
    #expect(found.map(\.description) == site.marks.map { "\($0) gone-but-served" })
  }

  @Test func `a redirect round a corner is straightened without a doubt`() async throws {
    var site = try await Ledgered(Publication.settings + "\nhosting: [nginx]\n" + renamed)
    site.edit(
      "content/site.yml", "hosting: [nginx]", "redirects: [{ from: /a/, to: /topics/leaks/ }]")
    let mended = try await site.mended()
    #expect(
      mended.files["content/site.yml"]?.contains("{ from: /a/, to: /topics/data-breach/ }") == true)
    #expect(try await mended.findings() == [])
  }

  @Test func `two files that differ in capitals alone are reported, and two words are not`()
    async throws
  {
    let alike = Fixture(
      "=== content/files/Decision.pdf\n▸%PDF\n=== content/files/decision.pdf\n▸%PDF",
      over: Publication.small)
    let found = alike.findings(in: try await alike.built().diagnostics)
    #expect(found.map(\.at) == [alike.marks[1]])
    #expect(
      found.first?.message == "'/files/decision.pdf' and '/files/Decision.pdf' differ in capitals "
        + "alone; some systems keep one of them only")
    let forms = Fixture(
      "=== content/files/caf\u{E9}.pdf\n%PDF\n=== content/files/cafe\u{301}.pdf\n%PDF",
      over: Publication.small)
    let twins = forms.findings(in: try await forms.built().diagnostics)
    #expect(twins.map(\.rule) == [.lookAlikeAddress])
    #expect(twins.first?.message.contains("the Unicode form of letters alone") == true)
    let apart = Fixture(
      "=== content/files/Decision.pdf\n%PDF\n=== content/files/decision-2.pdf\n%PDF",
      over: Publication.small)
    #expect(apart.findings(in: try await apart.built().diagnostics) == [])
  }
}
