import Linking

/// What a feed follows.
enum FeedSubject: Sendable, Hashable {
  case site
  case company(Int), regulator(Int), jurisdiction(Int), law(Int), topic(Int)
  case news
  /// What happened after publication.
  case changes
  /// What of it was the publication's own mistake.
  case corrections
}

extension FeedSubject {
  /// Those that follow a part of the cases.
  static func ofCases(in site: Site) -> [FeedSubject] {
    site.companies.indices.map { .company($0) } + site.regulators.indices.map { .regulator($0) }
      + site.jurisdictions.indices.map { .jurisdiction($0) } + site.laws.indices.map { .law($0) }
      + site.topics.indices.map { .topic($0) }
  }

  /// Every feed there is, the site's own first.
  static func all(in site: Site) -> [FeedSubject] {
    [.site, .changes, .corrections] + (site.news.isEmpty ? [] : [.news]) + ofCases(in: site)
  }

  /// The cases it follows, in the site's order; none for feeds of something else.
  func cases(in site: Site) -> [Ordinal<LinkedCase>] {
    switch self {
    case .company(let index): site.companies[index].cases
    case .regulator(let index): site.regulators[index].cases
    case .jurisdiction(let index): site.jurisdictions[index].cases
    case .law(let index): site.laws[index].cases
    case .topic(let index): site.topics[index].cases
    case .site, .news, .changes, .corrections: []
    }
  }

  /// The name of what it follows; nil for the whole site.
  func name(in site: Site, _ words: Words) -> String? {
    switch self {
    case .site: nil
    case .company(let index): site.companies[index].fields.name
    case .regulator(let index): site.regulators[index].fields.name
    case .jurisdiction(let index): words.name(of: site.jurisdictions[index])
    case .law(let index): site.laws[index].fields.name
    case .topic(let index): site.topics[index].fields.name
    case .news: words[.news]
    case .changes: words[.changes]
    case .corrections: words[.corrections]
    }
  }

  /// What stands behind the publication's name in the feed's id.
  func identity(in site: Site) -> String {
    switch self {
    case .site: "cases"
    case .company(let index): "company/" + site.companies[index].identity
    case .regulator(let index): "regulator/" + site.regulators[index].identity
    case .jurisdiction(let index): "jurisdiction/" + slugged(site.jurisdictions[index].code)
    case .law(let index): "law/" + site.laws[index].identity
    case .topic(let index): "topic/" + site.topics[index].identity
    case .news: "news"
    case .changes: "changes"
    case .corrections: "corrections"
    }
  }

  /// The page that it belongs to.
  func page(in site: Site) -> Permalink {
    switch self {
    case .site, .changes, .corrections: Permalink()
    case .company(let index): site.companies[index].permalink
    case .regulator(let index): site.regulators[index].permalink
    case .jurisdiction(let index): site.jurisdictions[index].permalink
    case .law(let index): site.laws[index].permalink
    case .topic(let index): site.topics[index].permalink
    case .news: Permalink("news")
    }
  }

  func address(in site: Site) -> String {
    switch self {
    case .news: "/news.atom"
    case .changes: "/changes.atom"
    case .corrections: "/corrections.atom"
    default: page(in: site).path + "feed.atom"
    }
  }

  /// Where its archive document with that number is, from 1.
  func address(ofArchive number: Int, in site: Site) -> String {
    address(in: site).dropLast(".atom".utf8.count) + "/\(number).atom"
  }

  /// Whether it is to be had as JSON Feed too.
  var hasJSON: Bool {
    switch self {
    case .site, .company, .regulator: true
    default: false
    }
  }

  func addressOfJSON(in site: Site) -> String { page(in: site).path + "feed.json" }
}
