import Content
import Linking
import Mustache

/// The front page: what is new, what changed, and what it all comes to.
struct HomePage: PublishedPage {
  let head: PageHead
  let newest: [CaseSummary]
  let changes: [ChangeItem]
  let news: [NewsSummary]
  let dates: [WatchedItem]
  let figures: [Figure]

  private static let newestLength = 10
  private static let changesLength = 10
  private static let newsLength = 3
  private static let datesLength = 8

  init(in publication: Publication) {
    let settings = publication.site.settings
    head = PageHead(
      settings.title, at: "/", description: settings.description,
      otherFeeds: publication.otherFeeds, of: publication)
    news = publication.site.news.indices.prefix(Self.newsLength).map {
      NewsSummary(publication, $0)
    }
    dates = publication.upcomingDates(Self.datesLength)
    figures = publication.figuresOfHome
    newest = publication.news.prefix(Self.newestLength).map { CaseSummary(publication, $0) }
    changes = publication.changes.prefix(Self.changesLength).map { ChangeItem($0, in: publication) }
  }
}

extension Fields where Value == HomePage {
  /// What `home` may name.
  static func homePage(_ words: Words) -> Fields<HomePage> {
    Fields<HomePage>("home") { f in
      f.declareHead()
      f.object("lead", of: .caseSummary(words)) { $0.newest.first }
      f.list("newest", of: .caseSummary(words)) { $0.newest.dropFirst() }
      f.list("changes", of: .change(words)) { $0.changes }
      f.list("news", of: .newsSummary(words)) { $0.news }
      f.list("dates", of: .watchedDate(words)) { $0.dates }
      f.text("case_count") { words.number($0.head.publication.site.cases.count) }
      f.text("company_count") { words.number($0.head.publication.site.companies.count) }
      f.text("regulator_count") { words.number($0.head.publication.site.regulators.count) }
      f.text("jurisdiction_count") { words.number($0.head.publication.site.jurisdictions.count) }
      f.declareTotals(words) { $0.head.publication.totals }
      f.declareFigures { $0.figures }
      f.list("topics", of: .link) { $0.head.publication.topics }
      f.list("years", of: .link) { page in
        page.head.publication.site.years.map {
          Link(String($0.year), to: $0.permalink.path, on: page.head.publication.site.root)
        }
      }
    }
  }
}

/// A change as the front page tells it.
struct ChangeItem: Sendable {
  let change: Change
  let summary: CaseSummary
  let step: TimelineStep?

  init(_ change: Change, in publication: Publication) {
    self.change = change
    summary = CaseSummary(publication, change.case)
    if case .step(let position) = change.occasion {
      var notes: [NoteItem] = []
      step =
        TimelineStep.steps(of: summary.linked, citing: &notes, [], in: publication)[position]
    } else {
      step = nil
    }
  }

  fileprivate var amendment: Amendment? {
    if case .amendment(let position) = change.occasion {
      summary.linked.fields.history[position]
    } else {
      nil
    }
  }
}

extension Fields where Value == ChangeItem {
  static func change(_ words: Words) -> Fields<ChangeItem> {
    Fields<ChangeItem>("change of a case") { f in
      f.include(.caseSummary(words)) { $0.summary }
      f.html("date", when: { _ in true }) { $1.append(element: $0.change.date, in: words) }
      f.object("step", of: .step(words)) { $0.step }
      f.object("amendment", of: .amendment(words)) { $0.amendment }
    }
  }
}
