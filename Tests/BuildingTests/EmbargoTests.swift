import Content
import Linking
import TestSupport
import Testing

struct EmbargoTests {
  /// Everything that only the embargoed case says.
  private static let words = [
    "zebra", "xylophone", "quokka", "narwhal", "wombat", "capybara", "CHF", "77,777", "1999",
    "stripes", "numbat", "axolotl", "okapi", "2031", "wolverine", "platypus", "marmot",
    "tapir", "dugong",
  ]

  private static let zebra = """
    === content/cases/zebra.md
    ---
    title: Xylophone disclosures
    summary: A quokka leaked.
    published: 2025-03-01T09:00:00+01:00
    companies: [acme-energy]
    regulators: [nl-ap]
    provisions: [gdpr 99]
    topics: [data-breach]
    steps:
      - { id: numbat, date: 1999-02-03, kind: decision, measures: [{ kind: fine, amount: 77777 CHF }] }
    sources:
      - { id: decision, title: Wombat, publisher: nl-ap }
    references: [{ kind: docket, value: axolotl }]
    history: [{ date: 2025-03-02, kind: correction, note: A capybara. }]
    related: [acme]
    deadlines: [{ kind: hearing, date: 2031-02-03, note: An okapi is heard. }]
    formerly: [stripes]
    ---

    ## Narwhal

    The text names Acme Energy and leads to [the other case](case:acme).
    === content/news/wolverine.md
    ---
    title: Platypus law
    summary: A marmot follows.
    published: 2025-03-01T09:00:00+01:00
    companies: [acme-energy]
    topics: [data-breach]
    cases: [zebra, acme]
    formerly: [tapir]
    ---

    The dugong leads to [it](case:zebra).
    """

  private static let fixture = Fixture(zebra, over: Publication.small)

  @Test func `a second before its time a case has left no trace in any file`() async throws {
    let site = try await RenderedSite(Self.fixture, .at("2025-03-01T07:59:59Z"))
    for word in Self.words { #expect(site.mentioning(word) == [], "'\(word)' gives it away") }
    let without = try await RenderedSite(Publication.small)
    #expect(site.differences(from: without) == [])
  }

  @Test func `at its time a case is there whole`() async throws {
    let site = try await RenderedSite(Self.fixture, .at("2025-03-01T08:00:00Z"))
    for word in Self.words { #expect(site.mentioning(word) != [], "'\(word)' is missing") }
    #expect(site.text("cases/zebra/index.html").contains("href=\"/cases/acme/\""))
    #expect(site.text("cases/acme/index.html").contains("href=\"/cases/zebra/\""))
    #expect(site.text("companies/acme-energy/index.html").contains("href=\"/cases/zebra/\""))
    #expect(site.text("companies/acme-energy/feed.atom").contains("Xylophone"))
    #expect(site.text("feed.atom").contains("Narwhal"))
    #expect(site.text("index.html").contains("Xylophone"))
    #expect(site.text("laws/gdpr/99/index.html").contains("href=\"/cases/zebra/\""))
    #expect(site.text("years/1999/index.html").contains("href=\"/cases/zebra/\""))
    #expect(site.text("cases/stripes/index.html").contains("/cases/zebra/"))
    #expect(site.text("sitemap.xml").contains("https://watch.example/cases/zebra/"))
    #expect(site.files["cases/zebra/data.json"] != nil)
    for table in ["cases", "measures", "steps", "sources", "history", "case_companies"] {
      #expect(site.text("data/\(table).csv").contains("zebra"), "\(table)")
    }
    #expect(site.text("data/cases.json").contains("Narwhal"))
    #expect(site.mentioning("wombat").contains("data/gazette.sqlite"))
    #expect(site.text("news/wolverine/index.html").contains("href=\"/cases/zebra/\""))
    for path in [
      "calendar.ics", "changes.atom", "corrections.atom", "feed.json", "feeds.opml", "llms.txt",
      "news.atom", "news/index.html", "companies/acme-energy/feed.json",
    ] {
      let words = path == "feeds.opml" ? "news.atom" : path.contains("news") ? "wolverine" : "zebra"
      #expect(site.text(path).contains(words), "\(path)")
    }
  }

  @Test func `archives keep nothing of a case before its time, and have it whole at its time`()
    async throws
  {
    let sizes = "feed_id: watch.example,2026\nfeeds: { site: 1, archive_length: 1, archives: all }"
    let base = Publication.small.replacing("feed_id: watch.example,2026", with: sizes)
      .replacing("published: 2024-06-01", with: "published: 2025-03-02")
    let fixture = Fixture(
      Self.zebra.replacing(
        "history: [{ date: 2025-03-02, kind: correction, note: A capybara. }]", with: ""),
      over: base)
    let early = try await RenderedSite(fixture, .at("2025-03-01T07:59:59Z"))
    for word in Self.words { #expect(early.mentioning(word) == [], "'\(word)' gives it away") }
    #expect(early.feeds.filter { $0.contains("feed/") } == [])
    let late = try await RenderedSite(fixture, .at("2025-03-02T00:00:00Z"))
    let archived = late.feeds.filter {
      $0.contains("feed/") && late.text($0).contains("case/stripes")
    }
    #expect(archived == ["feed/1.atom"])
    #expect(late.text("feed/1.atom").contains("Narwhal"))
  }

  @Test func `a draft leaves no trace until drafts are asked for`() async throws {
    let draft = Fixture(
      Publication.small.replacing("title: Late disclosure", with: "title: Quagga\ndraft: true")
        .replacing("provisions: [gdpr 33]", with: "provisions: [gdpr 33]\nformerly: [stripes]"))
    let site = try await RenderedSite(draft)
    #expect(site.mentioning("quagga") == [])
    #expect(site.mentioning("stripes") == [])
    #expect(site.mentioning("cases/acme") == [])
    let shown = try await RenderedSite(
      draft, LinkingOptions(now: LinkingOptions.someDay.now, showsDrafts: true))
    #expect(shown.text("cases/acme/index.html").contains("Draft."))
    #expect(!shown.text("sitemap.xml").contains("/cases/acme/"))
  }

  @Test func `an embargoed case that is asked for says so and stays out of the sitemap`()
    async throws
  {
    let options = LinkingOptions(
      now: LinkingOptions.at("2025-03-01T07:59:59Z").now, showsEmbargoed: true)
    let site = try await RenderedSite(Self.fixture, options)
    #expect(site.text("cases/zebra/index.html").contains("Under embargo"))
    #expect(!site.text("sitemap.xml").contains("/cases/zebra/"))
  }

  @Test func `a published text may not link to a case under embargo`() async throws {
    let fixture = Fixture(
      """
      === content/pages/about.md
      ---
      title: About
      ---

      Read [this](▸case:zebra) soon.

      """ + Self.zebra, over: Publication.small)
    let early = try await fixture.reported(.at("2025-03-01T07:59:59Z"))
    #expect(early == fixture.marks.map { $0 + " withheld-link" })
    #expect(try await fixture.reported(.at("2025-03-01T08:00:00Z")) == [])
  }
}
