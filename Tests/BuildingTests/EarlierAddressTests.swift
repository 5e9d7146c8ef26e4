import Linking
import Loading
import Recording
import TestSupport
import Testing

/// What stands at addresses that entries had before, and at those that are gone.
@Suite struct EarlierAddressTests {
  private static let renamed = """
    === content/companies/acme-energy.md
    ---
    name: Acme Energy
    formerly: [acme]
    ---
    === content/laws/gdpr.md
    ---
    name: General Data Protection Regulation
    short: GDPR
    jurisdiction: EU
    formerly: [eu-gdpr]
    ---
    """

  private func site(_ settings: String, ledger: String = "") async throws -> RenderedSite {
    let recorded =
      ledger.isEmpty ? "" : "\n=== content/ledger.txt\n# gazette ledger 1\n\(ledger)\n"
    return try await RenderedSite(
      Fixture(
        Publication.settings + "\n" + settings + "\n" + Self.renamed + recorded,
        over: Publication.small))
  }

  @Test func `feeds stay at earlier addresses byte for byte, and articles lead on`() async throws {
    let site = try await site("")
    for feed in ["feed.atom", "feed.json"] {
      #expect(site.files["companies/acme/\(feed)"] != nil)
      #expect(
        site.files["companies/acme/\(feed)"] == site.files["companies/acme-energy/\(feed)"])
    }
    #expect(
      site.text("laws/eu-gdpr/33/index.html").contains(
        "http-equiv=\"refresh\" content=\"0; url=/laws/gdpr/33/\""))
    #expect(
      site.text("laws/eu-gdpr/33/index.html").contains(
        "rel=\"canonical\" href=\"https://watch.example/laws/gdpr/33/\""))
    #expect(!site.text("sitemap.xml").contains("/companies/acme/"))
  }

  @Test func `what was recorded below an earlier address leads to the next page above it`()
    async throws
  {
    let site = try await site(
      "", ledger: "/cases/page/7/ 2026-01-01 -\n/laws/eu-gdpr/5/ 2026-01-01 law/eu-gdpr")
    #expect(site.text("laws/eu-gdpr/5/index.html").contains("content=\"0; url=/laws/gdpr/\""))
    #expect(site.text("cases/page/7/index.html").contains("content=\"0; url=/cases/\""))
  }

  @Test func `what is gone has a page that says why, and is in no sitemap`() async throws {
    let site = try await site(
      "gone: [{ address: /cases/apex/, date: 2026-01-02, why: It was <another> company. }]")
    let page = site.text("cases/apex/index.html")
    #expect(page.contains("It was &lt;another&gt; company."))
    #expect(page.contains("<time datetime=\"2026-01-02\">") && page.contains("content=\"noindex\""))
    #expect(!site.text("sitemap.xml").contains("apex"))
  }

  private static let everything = """
    redirects: [{ from: /imprint/, to: /about/ }]
    gone: [{ address: /cases/apex/, date: 2026-01-02, why: No. }, { address: /x.csv, date: 2026-01-02, why: No. }]
    """

  @Test func `Netlify's rules come before the pages that are there`() async throws {
    let site = try await site(
      "hosting: [netlify]\n" + Self.everything, ledger: "/cases/page/7/ 2026-01-01 -")
    #expect(
      site.text("_redirects") == """
        /companies/acme/ /companies/acme-energy/ 301!
        /laws/eu-gdpr/ /laws/gdpr/ 301!
        /laws/eu-gdpr/33/ /laws/gdpr/33/ 301!
        /imprint/ /about/ 301!
        /cases/page/7/ /cases/ 302!
        /companies/acme/feed.atom /companies/acme-energy/feed.atom 301!
        /companies/acme/feed.json /companies/acme-energy/feed.json 301!
        /laws/eu-gdpr/feed.atom /laws/gdpr/feed.atom 301!
        /cases/apex/ /cases/apex/ 410!
        /cases/apex/* /cases/apex/ 410!
        /x.csv /x.csv 410!

        """)
  }

  @Test func `Cloudflare's rules have no marks, and say what cannot be said`() async throws {
    let text = try await site("hosting: [cloudflare]\n" + Self.everything).text("_redirects")
    #expect(text.hasPrefix("/companies/acme/ /companies/acme-energy/ 301\n"))
    #expect(text.hasSuffix("# 410 /cases/apex/\n# 410 /x.csv\n") && !text.contains("!"))
  }

  @Test func `nginx and Caddy are told below the site's own path`() async throws {
    let settings = Publication.settings.replacing(
      "https://watch.example", with: "https://x.example/watch")
    let site = try await RenderedSite(
      Fixture(
        settings + "\nhosting: [nginx, caddy]\n" + Self.everything + "\n" + Self.renamed,
        over: Publication.small))
    let nginx = site.text("_redirects.nginx")
    #expect(nginx.contains("\t\"/watch/imprint/\" \"/watch/about/\";\n"))
    #expect(
      nginx.hasSuffix(
        """
        map $uri $gazette_gone {
        \tvolatile;
        \t"/watch/cases/apex/" "/watch/cases/apex/index.html";
        \t"~^/watch/cases/apex/(?!index\\.html$)" "/watch/cases/apex/index.html";
        \t"/watch/x.csv" "/watch/404.html";
        }

        """))
    let caddy = site.text("_redirects.caddy")
    #expect(caddy.contains("redir \"/watch/imprint/\" \"/watch/about/\" 301\n"))
    #expect(
      caddy.contains(
        "handle \"/watch/cases/apex/*\" {\n\trewrite * \"/watch/cases/apex/index.html\"\n"
          + "\tfile_server {\n\t\tstatus 410\n\t}\n}\n"))
    #expect(site.text("_redirects") == "")
  }

  @Test func `links to an earlier heading find the one that it is now`() async throws {
    let site = try await RenderedSite(
      Fixture(
        """
        === content/pages/about.md
        ---
        title: About
        anchors: { the-desk: who-we-are, staff: who-we-are }
        ---

        ## Who we are

        [Above](page:about#staff)
        """, over: Publication.small))
    #expect(
      site.text("about/index.html").contains(
        "<h2 id=\"who-we-are\"><span id=\"the-desk\"></span><span id=\"staff\"></span>Who we are"))
  }
}
