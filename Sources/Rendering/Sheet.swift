import Content

/// One file of the site: where it goes, and what is on it.
package struct Sheet: Sendable {
  /// What a file is to the site, in the order in which files may be put in place one by one.
  package enum Role: Int, Sendable, Comparable {
    case asset, page, index, feed

    package static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }
  }

  /// From the site's folder: `cases/acme/index.html`.
  package let path: String
  let content: Content

  enum Content: Sendable, Hashable {
    case home
    case notFound
    case cases(page: Int)
    case `case`(Int)
    case index(IndexKind)
    case company(Int, page: Int)
    case regulator(Int, page: Int)
    case jurisdiction(Int, page: Int)
    case law(Int, page: Int)
    case article(law: Int, Int, page: Int)
    case topic(Int, page: Int)
    case year(Int, page: Int)
    case page(Int)
    /// Which of the publication's moves.
    case redirect(Int)
    /// The same as the sheet with that index, at an address that it had before.
    case again(Int)
    /// Which item of `gone` in site.yml.
    case tombstone(Int)
    case rules(Settings.Host)
    case news(page: Int)
    case newsItem(Int)
    case feed(FeedSubject)
    case data(DataFile)
    case citation(Int, CitationFormat)
    /// The picture of a case for shared links, as a drawing.
    case card(Int)
    case search
    case figures
    /// From 1; one behind the last closed one is the one that waits to be filled.
    case archive(FeedSubject, Int)
    case jsonFeed(FeedSubject)
    case opml
    case calendar
    case security
    case llms
    case sitemapIndex
    case sitemap(Int)
    case robots
    case asset(Int)
    case file(Int)
  }

  /// What the addresses of pages begin with, beside those of the publication's own pages.
  static let namesOfPages: Set<Substring> = [
    "404.html", "calendar.ics", "cases", "changes.atom", "companies", "corrections.atom", "data",
    "feed", "feed.atom", "feed.json", "feeds.opml", "figures", "index.html", "jurisdictions",
    "laws", "news",
    "news.atom", "pagefind", "regulators", "search", "topics", "years",
  ]

  package var role: Role {
    switch content {
    case .asset, .file, .card: .asset
    case .case, .page, .newsItem, .redirect, .notFound, .tombstone: .page
    case .data(.dictionary): .index
    case .feed, .archive, .jsonFeed, .opml, .calendar, .security, .llms, .sitemap, .sitemapIndex,
      .robots, .data, .citation, .again, .rules:
      .feed
    default: .index
    }
  }

  /// The page's address on the site, as links write it: `/cases/acme/`.
  package var address: String {
    path.hasSuffix("index.html") ? "/" + path.dropLast("index.html".utf8.count) : "/" + path
  }
}

/// The pages that list entries and not cases.
enum IndexKind: Sendable, Hashable, CaseIterable {
  case companies, regulators, jurisdictions, laws, topics, years
}

extension Sheet {
  /// Whether its address is one to be kept for ever: no part of the theme, and nothing that only robots
  /// and servers ask for.
  var isLasting: Bool {
    switch content {
    case .asset, .notFound, .robots, .sitemap, .sitemapIndex, .security, .rules, .tombstone: false
    default: true
    }
  }
}
