import Diagnostics
import Linking
import Loading
import Recording

extension Publication {
  /// How many addresses a sitemap may hold (sitemaps.org).
  static let sitemapLength = 50_000

  /// How many sitemaps hold that many addresses.
  static func sitemaps(for count: Int) -> Int { (count + sitemapLength - 1) / sitemapLength }

  /// Every file of the site: assets, pages of entries, lists, then what machines read.
  static func sheets(
    of site: Site, articles: [[CaseList]], archives: FeedArchives, assets: [SourceFile],
    files: [SourceFile], recorded ledger: Ledger
  ) -> (sheets: [Sheet], moves: [Move]) {
    var making = SheetMaking()
    making.add(assets: assets, files: files)
    making.sheets += Dataset.sheets(of: site)
    making.addPages(of: site)
    making.sheets += citationSheets(of: site)
    making.addLists(of: site, articles)
    making.addFeeds(of: site, archives)
    let own = Set(assets.map(\.publishedPath))
    var moving = Moving(making.sheets, of: site)
    moving.addMoves(recorded: ledger)
    moving.addRules(keeping: own)
    making.sheets = moving.sheets
    making.addForMachines(site, keeping: own)
    return (making.sheets, moving.moves)
  }
}

extension SourceFile {
  /// Where an asset or a file of the publication is published.
  var publishedPath: String {
    let folder = path.hasPrefix("content/") ? "content/" : "templates/"
    return String(path.dropFirst(folder.utf8.count))
  }
}

private struct SheetMaking {
  var sheets: [Sheet] = []

  mutating func add(_ content: Sheet.Content, at path: String) {
    sheets.append(Sheet(path: path, content: content))
  }

  mutating func add(assets: [SourceFile], files: [SourceFile]) {
    for (index, asset) in assets.enumerated() { add(.asset(index), at: asset.publishedPath) }
    for (index, file) in files.enumerated() { add(.file(index), at: file.publishedPath) }
  }

  mutating func addPages(of site: Site) {
    for (index, linked) in site.cases.enumerated() { add(.case(index), at: linked.permalink.file) }
    if site.hasCards {
      for (index, linked) in site.cases.enumerated() { add(.card(index), at: linked.cardFile) }
    }
    for (index, page) in site.pages.enumerated() { add(.page(index), at: page.permalink.file) }
    for (index, item) in site.news.enumerated() { add(.newsItem(index), at: item.permalink.file) }
    add(.notFound, at: "404.html")
  }

  /// One sheet for each page of a list.
  private mutating func add(
    _ permalink: Permalink, count: Int, _ content: (_ page: Int) -> Sheet.Content
  ) {
    for page in 1...CaseList.pages(of: count) {
      let path = page == 1 ? permalink.path : permalink.path + "page/\(page)/"
      add(content(page), at: path.dropFirst() + "index.html")
    }
  }

  mutating func addLists(of site: Site, _ articles: [[CaseList]]) {
    add(.home, at: "index.html")
    if site.offersSearch { add(.search, at: Permalink("search").file) }
    if !site.cases.isEmpty { add(.figures, at: Permalink("figures").file) }
    add(Permalink("cases"), count: site.cases.count) { .cases(page: $0) }
    if !site.news.isEmpty {
      add(Permalink("news"), count: site.news.count) { .news(page: $0) }
    }
    for kind in IndexKind.allCases { add(.index(kind), at: kind.permalink.file) }
    for (index, company) in site.companies.enumerated() {
      add(company.permalink, count: company.groupCases.count) { .company(index, page: $0) }
    }
    for (index, regulator) in site.regulators.enumerated() {
      add(regulator.permalink, count: regulator.cases.count + regulator.rulings.count) {
        .regulator(index, page: $0)
      }
    }
    for (index, place) in site.jurisdictions.enumerated() {
      add(place.permalink, count: place.cases.count) { .jurisdiction(index, page: $0) }
    }
    for (index, law) in site.laws.enumerated() {
      add(law.permalink, count: law.cases.count) { .law(index, page: $0) }
      for (number, article) in law.articles.enumerated() {
        add(article.permalink, count: articles[index][number].count) {
          .article(law: index, number, page: $0)
        }
      }
    }
    for (index, topic) in site.topics.enumerated() {
      add(topic.permalink, count: topic.cases.count) { .topic(index, page: $0) }
    }
    for (index, year) in site.years.enumerated() {
      add(year.permalink, count: year.cases.count) { .year(index, page: $0) }
    }
  }

  mutating func addFeeds(of site: Site, _ archives: FeedArchives) {
    func path(_ address: String) -> String { String(address.dropFirst()) }
    for subject in FeedSubject.all(in: site) {
      add(.feed(subject), at: path(subject.address(in: site)))
      if subject.hasJSON && site.settings.feeds.json {
        add(.jsonFeed(subject), at: path(subject.addressOfJSON(in: site)))
      }
      guard let closed = archives[subject]?.closed.count, closed > 0 else { continue }
      for number in 1...closed + 1 {
        add(
          .archive(subject, number),
          at: path(subject.address(ofArchive: number, in: site)))
      }
    }
    add(.opml, at: "feeds.opml")
    if site.hasDeadlines { add(.calendar, at: "calendar.ics") }
  }

  /// Sitemaps, `robots.txt`, `llms.txt` and `security.txt`, unless the publication has its own.
  mutating func addForMachines(_ site: Site, keeping own: Set<String>) {
    let listed = sheets.count { $0.isListed(in: site) }
    let parts = Publication.sitemaps(for: listed)
    if !own.contains("sitemap.xml") {
      if parts > 1 {
        add(.sitemapIndex, at: "sitemap.xml")
        for part in 1...parts { add(.sitemap(part), at: "sitemap-\(part).xml") }
      } else {
        add(.sitemap(1), at: "sitemap.xml")
      }
    }
    if !own.contains("robots.txt") { add(.robots, at: "robots.txt") }
    if !own.contains("llms.txt") { add(.llms, at: "llms.txt") }
    let security = ".well-known/security.txt"
    if site.settings.security != nil && !own.contains(security) { add(.security, at: security) }
  }
}

extension Sheet {
  /// Whether search engines are told of it.
  func isListed(in site: Site) -> Bool {
    switch content {
    case .case(let index): !site.cases[index].isUnlisted
    case .data(let file): file == .dictionary
    case .newsItem(let index): !site.news[index].isUnlisted
    case .company(let index, _): !site.companies[index].fields.isUnindexed
    case .regulator(let index, _): !site.regulators[index].fields.isUnindexed
    case .law(let index, _), .article(let index, _, _): !site.laws[index].fields.isUnindexed
    case .topic(let index, _): !site.topics[index].fields.isUnindexed
    case .page(let index): !site.pages[index].fields.isUnindexed
    case .notFound, .redirect, .asset, .file, .card, .again, .tombstone, .rules: false
    case _ where role == .feed: false
    default: true
    }
  }
}

extension LinkedCase {
  /// Whether search engines are kept away from it.
  var isUnlisted: Bool { isDraft || isEmbargoed || fields.isUnindexed }
}

extension LinkedNews {
  /// Whether search engines are kept away from it.
  var isUnlisted: Bool { isDraft || isEmbargoed || fields.isUnindexed }
}
