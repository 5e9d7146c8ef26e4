import Linking
import TestSupport
import Testing

/// The small files that programs look for at a known place.
struct MachineFileTests {
  private func site(_ lines: String) async throws -> RenderedSite {
    try await RenderedSite(
      Publication.small.replacing(
        "feed_id: watch.example,2026", with: "feed_id: watch.example,2026\n" + lines))
  }

  @Test func `security.txt says what site.yml does`() async throws {
    let site = try await site(
      """
      security:
        contact: ["mailto:desk@watch.example", "https://watch.example/report"]
        expires: 2027-01-02T03:04:05+01:00
        languages: [en, nl]
        encryption: https://watch.example/key
        policy: https://watch.example/policy
        acknowledgments: https://watch.example/thanks
      """)
    #expect(
      site.text(".well-known/security.txt") == """
        Contact: mailto:desk@watch.example
        Contact: https://watch.example/report
        Expires: 2027-01-02T03:04:05+01:00
        Encryption: https://watch.example/key
        Acknowledgments: https://watch.example/thanks
        Preferred-Languages: en, nl
        Canonical: https://watch.example/.well-known/security.txt
        Policy: https://watch.example/policy

        """)
    #expect(try await RenderedSite(Publication.small).files[".well-known/security.txt"] == nil)
  }

  @Test func `llms.txt tells where everything is, in Markdown`() async throws {
    let site = try await RenderedSite(
      Publication.small.replacing(
        "title: Late disclosure", with: "title: Late [sic] *disclosure*"
      ).replacing("base_url: https://watch.example", with: "base_url: https://o.example/archive"))
    let text = site.text("llms.txt")
    #expect(text.hasPrefix("# Privacy Watch\n"))
    #expect(
      text.contains(
        "- [Late \\[sic\\] \\*disclosure\\*](https://o.example/archive/cases/acme/): The authority fined Acme Energy.\n"
      ))
    #expect(text.contains("- [Companies](https://o.example/archive/companies/)\n"))
    #expect(text.contains("- [Feed: what changed](https://o.example/archive/changes.atom)\n"))
    #expect(text.contains("- [About](https://o.example/archive/about/)\n"))
  }

  @Test func `a publication's own llms.txt is the one that is published`() async throws {
    let site = try await RenderedSite(
      Fixture("=== templates/llms.txt\nOur own.", over: Publication.small))
    #expect(site.text("llms.txt") == "Our own.\n")
  }

  @Test func `every feed is in the list of feeds, and found from its page`() async throws {
    let site = try await RenderedSite(Publication.whole)
    let opml = site.text("feeds.opml")
    for path in site.feeds {
      #expect(opml.contains("xmlUrl=\"https://watch.example/\(path)\""), "\(path)")
      guard let page = AtomFeed(site.text(path)).head.links["alternate"] else { continue }
      let file = page.replacing("https://watch.example/", with: "") + "index.html"
      #expect(
        site.text(file).contains("type=\"application/atom+xml\"")
          && site.text(file).contains("href=\"/\(path)\""), "\(path) from \(file)")
    }
    for path in site.files.keys
    where path.hasSuffix("feed.json") && !site.isAtEarlierAddress(path) {
      let file = path.replacing("feed.json", with: "index.html")
      #expect(
        site.text(file).contains(
          "type=\"application/feed+json\" title=\"New cases, as JSON Feed\" href=\"/\(path)\""),
        "\(path)")
    }
  }
}
