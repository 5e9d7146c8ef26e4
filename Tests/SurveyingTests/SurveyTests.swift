import Content
import Linking
import TestSupport
import Testing

@testable import Surveying

struct SurveyTests {
  private static let cases = """
    === content/cases/open.md
    ---
    title: Open
    summary: Open.
    published: 2026-05-01
    companies: [acme-energy]
    regulators: [nl-ap]
    steps:
      - { id: decision, date: 2026-01-10, kind: decision, measures: [{ kind: fine, amount: 5 EUR }] }
      - { date: 2026-02-01, kind: appeal-lodged, on: decision }
    sources:
      - { id: decision, title: D, publisher: nl-ap, url: https://a.example, archive: https://b.example }
    checked: 2026-04-02
    ---
    === content/cases/draft.md
    ---
    title: Draft
    summary: …
    published: 2027-05-01
    companies: unnamed
    regulators: [nl-ap]
    steps: [{ id: decision, date: …, kind: decision }]
    sources: [{ id: decision, title: D, publisher: nl-ap, url: https://a.example }]
    draft: true
    ---
    === content/cases/later.md
    ---
    title: Later
    summary: Later.
    published: 2026-09-01T09:00:00+02:00
    companies: [acme-energy]
    regulators: [nl-ap]
    steps: [{ id: decision, date: 2026-06-10, kind: decision }]
    sources: [{ id: decision, title: D, publisher: nl-ap }]
    ---
    === content/news/soon.md
    ---
    title: Soon
    summary: Soon.
    published: 2026-07-15T00:00:00Z
    ---
    === content/cases/next.md
    ---
    title: Next
    summary: Next.
    published: 2026-08-01
    companies: [acme-energy]
    regulators: [nl-ap]
    steps: [{ id: decision, date: 2026-06-11, kind: decision }]
    sources: [{ id: decision, title: D, publisher: nl-ap }]
    ---
    """

  private let now = LinkingOptions.someDay.now

  private func site(all: Bool = true) -> Site {
    Fixture(Self.cases, over: Publication.small)
      .linked(LinkingOptions(now: now, showsDrafts: all, showsEmbargoed: all)).value
  }

  private func slugs(
    at now: Timestamp? = nil, _ change: (inout Selection) -> Void
  ) -> [String] {
    var selection = Selection()
    change(&selection)
    return site().caseTable(selection, at: now ?? self.now).rows.map { $0[0].line(joiningBy: "") }
  }

  @Test func `all cases are listed, drafts and embargoed ones too, newest decision first`() {
    #expect(slugs { _ in } == ["draft", "next", "later", "open", "acme"])
  }

  @Test func `each filter leaves out what it does not name`() {
    #expect(slugs { $0.company = "acme-energy" } == ["next", "later", "open", "acme"])
    #expect(slugs { $0.regulator = "nobody" } == [])
    #expect(slugs { $0.status = .underAppeal } == ["open"])
    #expect(slugs { $0.isDraft = true } == ["draft"])
    #expect(
      slugs {
        $0.status = .decided
        $0.company = "acme-energy"
      } == ["next", "later", "acme"])
  }

  @Test func `what is scheduled is listed in the order in which the embargoes end`() {
    #expect(slugs { $0.isScheduled = true } == ["next", "later"])
  }

  @Test func `an open procedure is stale after ninety days, a source without a copy at once`() {
    #expect(slugs { $0.isStale = true } == ["draft"])
    let later = Timestamp(seconds: now.seconds + 86_400)
    #expect(slugs(at: later) { $0.isStale = true } == ["draft", "open"])
    var selection = Selection()
    selection.isStale = true
    let text = site().caseTable(selection, at: later).text(width: nil)
    #expect(text.contains("checked 2026-04-02, 91 days ago"))
    #expect(text.contains("no archived copy of decision"))
  }

  @Test func `a draft without a date shows none`() {
    #expect(
      site().caseTable(Selection(), at: now).csv.contains("draft,draft,2027-05-01T00:00:00Z,,"))
  }

  @Test func `figures of companies are those of the site`() {
    let row = site(all: false).table(of: .company).csv
    #expect(row == "slug,country,cases,in_force,name\r\nacme-energy,,2,5 EUR,Acme Energy\r\n")
  }

  @Test func `the next embargo to end may be that of a news item`() {
    #expect(site().nextRelease?.text == "2026-07-15T00:00:00Z")
    #expect(
      site().table(of: .news).csv
        == "slug,state,published,title\r\nsoon,scheduled,2026-07-15T00:00:00Z,Soon\r\n")
  }

  @Test func `news is listed too, and of it what is a draft or scheduled`() {
    let site = Fixture(
      """
      === content/news/now.md
      ---
      title: Now
      summary: Now.
      published: 2026-05-01
      ---
      === content/news/then.md
      ---
      title: Then
      summary: Then.
      published: 2026-07-15
      ---
      """, over: Publication.small
    ).linked(LinkingOptions(now: now, showsDrafts: true, showsEmbargoed: true)).value
    var selection = Selection()
    #expect(site.newsTable(selection).rows.count == 2)
    selection.isScheduled = true
    #expect(site.newsTable(selection).rows.map { $0[0] } == [.text("then")])
    #expect(site.nextRelease?.text == "2026-07-15T00:00:00Z")
    selection = Selection()
    selection.isDraft = true
    #expect(site.newsTable(selection).rows == [])
  }

  @Test(arguments: EntryKind.allCases)
  func `every kind has a table, and all of them are in the whole one`(kind: EntryKind) {
    let table = site().table(of: kind)
    #expect(!table.rows.isEmpty)
    let whole = site().wholeTable.rows.filter { $0[0] == .text(kind.rawValue) }
    #expect(whole.map { $0[1] } == table.rows.map { $0[0] })
  }
}
