import Content
import Linking
import Loading
import Mustache
import Recording

/// A linked site set in a theme, with everything that its pages have in common worked out once.
package final class Publication: Sendable {
  package let site: Site
  let theme: Theme
  var words: Words { theme.words }
  /// What is copied to `/files/`.
  let files: [SourceFile]

  let home: Link
  let companies: [Link]
  let regulators: [Link]
  let jurisdictions: [Link]
  let laws: [Link]
  let topics: [Link]
  /// The part of the site that each kind of page belongs to.
  let sections: SectionLinks

  /// Every case in the site's order, and what they add up to.
  let allCases: CaseList
  let totals: Totals
  /// When the last case or news changed, and when the first was published.
  let updated: Timestamp?
  let began: Timestamp
  /// Every file there is.
  package let sheets: [Sheet]
  /// The addresses that lead to others.
  package let moves: [Move]
  /// The cases, newest publication first; ties by the newer decision, then by slug.
  let news: [Ordinal<LinkedCase>]
  /// The place of each case in `news`.
  let newsRanks: [Int32]
  /// The cases, latest change first; ties as in `news`.
  let announced: [Ordinal<LinkedCase>]
  /// The place of each case in `announced`.
  let announcementRanks: [Int32]
  let archives: FeedArchives
  /// Every change of every case, the latest first.
  let latestChanges: [Announcement]
  let newsReferences: NewsReferences
  /// Every deadline of every case by its first day.
  let deadlines: [WatchedDate]
  /// What happened after decisions, latest first.
  let changes: [Change]
  /// The cases of each law's articles by role.
  let articles: [[CaseList]]

  /// The masthead as it stands on pages outside the navigation, then two for each item of it: on
  /// the item's own page, and on those below.
  private let mastheads: [[UInt8]]
  /// Where the items of the navigation lead, from the site's root.
  private let destinations: [String]
  /// The masthead of the page that searches the site.
  private let searching: [UInt8]?
  let footer: [UInt8]

  init(_ site: Site, in theme: Theme, files: [SourceFile], recorded ledger: Ledger) {
    self.site = site
    self.theme = theme
    self.files = files
    let root = site.root
    home = Link(theme.words[.home], to: "/", on: root)
    companies = site.companies.map {
      Link($0.fields.name, short: $0.fields.short, to: $0.permalink.path, on: root)
    }
    regulators = site.regulators.map {
      Link($0.fields.name, short: $0.fields.abbreviation, to: $0.permalink.path, on: root)
    }
    jurisdictions = site.jurisdictions.map {
      Link(theme.words.name(of: $0), to: $0.permalink.path, on: root)
    }
    laws = site.laws.map {
      Link($0.fields.name, short: $0.fields.short, to: $0.permalink.path, on: root)
    }
    topics = site.topics.map { Link($0.fields.name, to: $0.permalink.path, on: root) }
    sections = SectionLinks(on: root, in: theme.words)
    allCases = CaseList(site.cases.indices.map { Ordinal($0) })
    totals = Totals(adding: site.years.map(\.totals))
    updated = (site.cases.map(\.updated) + site.news.map(\.updated)).max()
    began =
      (site.cases.map(\.fields.published) + site.news.map(\.fields.published)).min()
      ?? Timestamp(seconds: 0)
    news = site.newestPublicationsFirst
    newsRanks = news.ranks
    announced = site.latestChangesFirst(news)
    announcementRanks = announced.ranks
    archives = FeedArchives(of: site, news, ranks: newsRanks)
    latestChanges = site.latestChanges
    newsReferences = NewsReferences(in: site)
    deadlines = WatchedDate.all(in: site)
    changes = Change.latest(in: site)
    articles = site.laws.map { law in
      law.articles.map { CaseList(byRole: $0.citations, in: theme.words) }
    }
    (sheets, moves) = Self.sheets(
      of: site, articles: articles, archives: archives, assets: theme.assets, files: files,
      recorded: ledger)
    let items = Self.navigation(of: site, in: theme.words)
    destinations = items.map(\.address)
    let newsLink = Link(theme.words[.news], to: "/news/", on: root)
    let footerLinks =
      sections.all + (site.news.isEmpty ? [] : [newsLink])
      + Self.pages(of: site).map { Link($0.title, to: $0.address, on: root) }
      + (site.cases.isEmpty
        ? [] : [Link(theme.words[.figures], to: "/figures/", on: root)])
      + (site.settings.data.isEmpty ? [] : [Link(theme.words[.data], to: "/data/", on: root)])
    let links = items.map { Link($0.title, to: $0.address, on: root) }
    mastheads = Self.mastheads(site, theme, links, footerLinks)
    searching = site.offersSearch ? Self.searching(site, theme, links, footerLinks) : nil
    var out = OutputBuffer()
    let plain = Masthead(
      settings: site.settings, root: root, navigation: [], footer: footerLinks,
      feeds: Self.feedLinks(of: site, in: theme.words), isHome: false)
    theme.footer.render(plain, into: &out)
    footer = Array(out.bytes.trimmingEnd)
  }

  /// Everything as in another publication but for the texts of entries, which nothing here is
  /// worked out from.
  init(_ other: Publication, retexted site: Site) {
    self.site = site
    theme = other.theme
    files = other.files
    home = other.home
    companies = other.companies
    regulators = other.regulators
    jurisdictions = other.jurisdictions
    laws = other.laws
    topics = other.topics
    sections = other.sections
    allCases = other.allCases
    totals = other.totals
    updated = other.updated
    began = other.began
    sheets = other.sheets
    moves = other.moves
    news = other.news
    newsRanks = other.newsRanks
    announced = other.announced
    announcementRanks = other.announcementRanks
    archives = other.archives
    latestChanges = other.latestChanges
    newsReferences = other.newsReferences
    deadlines = other.deadlines
    changes = other.changes
    articles = other.articles
    mastheads = other.mastheads
    destinations = other.destinations
    searching = other.searching
    footer = other.footer
  }

  /// The masthead of a page, as markup.
  func masthead(for head: PageHead) -> [UInt8] {
    if head.address == "/search/", let searching { return searching }
    if head.address == "/" { return mastheads[mastheads.count - 1] }
    for index in destinations.indices {
      if destinations[index] == head.address { return mastheads[2 * index + 1] }
      if destinations[index] == head.section { return mastheads[2 * index + 2] }
    }
    return mastheads[0]
  }

  private static func mastheads(
    _ site: Site, _ theme: Theme, _ navigation: [Link], _ footer: [Link]
  ) -> [[UInt8]] {
    func masthead(marking marked: Int?, _ mark: String, isHome: Bool = false) -> [UInt8] {
      let items = navigation.enumerated().map { index, link in
        Masthead.Item(link: link, current: index == marked ? mark : "")
      }
      var out = OutputBuffer()
      theme.masthead.render(
        Masthead(
          settings: site.settings, root: site.root, navigation: items, footer: footer, feeds: [],
          isHome: isHome, search: site.linkToSearch(in: theme.words)),
        into: &out)
      return Array(out.bytes.trimmingEnd)
    }
    return [masthead(marking: nil, "")]
      + navigation.indices.flatMap {
        [masthead(marking: $0, "page"), masthead(marking: $0, "true")]
      }
      + [masthead(marking: nil, "", isHome: true)]
  }

  private static func searching(
    _ site: Site, _ theme: Theme, _ navigation: [Link], _ footer: [Link]
  ) -> [UInt8] {
    var out = OutputBuffer()
    let items = navigation.map { Masthead.Item(link: $0, current: "") }
    theme.masthead.render(
      Masthead(
        settings: site.settings, root: site.root, navigation: items, footer: footer, feeds: [],
        isHome: false, search: site.linkToSearch(in: theme.words), isSearch: true), into: &out)
    return Array(out.bytes.trimmingEnd)
  }

  /// What site.yml asks for, or else the main lists and the pages that want to be there.
  private static func navigation(
    of site: Site, in words: Words
  ) -> [(title: String, address: String)] {
    if !site.settings.navigation.isEmpty {
      return site.settings.navigation.map { ($0.title, $0.address) }
    }
    return [
      (words[.cases], "/cases/"), (words[.companies], "/companies/"),
      (words[.regulators], "/regulators/"), (words[.laws], "/laws/"), (words[.topics], "/topics/"),
    ] + pages(of: site)
  }

  private static func pages(of site: Site) -> [(title: String, address: String)] {
    site.pages.filter { $0.fields.nav != nil }.map { ($0.fields.title, $0.permalink.path) }
  }
}

/// The index pages.
struct SectionLinks: Sendable {
  let cases, companies, regulators, jurisdictions, laws, topics, years: Link

  init(on root: SiteRoot, in words: Words) {
    func link(_ name: String, _ slug: String) -> Link {
      Link(name, to: Permalink(slug).path, on: root)
    }
    cases = link(words[.cases], "cases")
    companies = link(words[.companies], "companies")
    regulators = link(words[.regulators], "regulators")
    jurisdictions = link(words[.jurisdictions], "jurisdictions")
    laws = link(words[.laws], "laws")
    topics = link(words[.topics], "topics")
    years = link(words[.years], "years")
  }

  var all: [Link] { [cases, companies, regulators, jurisdictions, laws, topics, years] }
}

extension Site {
  /// Stage 4 begins: the site in its clothes, and the files that go with it; what was published before
  /// and is elsewhere now leads there.
  package func dressed(
    in theme: Theme, files: [SourceFile], recorded ledger: Ledger = .empty
  ) -> Publication {
    Publication(self, in: theme, files: files, recorded: ledger)
  }

  fileprivate func latestChangesFirst(
    _ news: [Ordinal<LinkedCase>]
  ) -> [Ordinal<LinkedCase>] {
    let moments = news.map { cases[$0].updated.seconds }
    return moments.indices.sorted {
      moments[$0] == moments[$1] ? $0 < $1 : moments[$0] > moments[$1]
    }.map { news[$0] }
  }

  fileprivate var newestPublicationsFirst: [Ordinal<LinkedCase>] {
    // The site's own order already breaks ties.
    let moments = cases.map(\.fields.published.seconds)
    return moments.indices.sorted {
      moments[$0] == moments[$1] ? $0 < $1 : moments[$0] > moments[$1]
    }.map { Ordinal($0) }
  }
}

extension ArraySlice<UInt8> {
  /// Without the line feeds at the end.
  fileprivate var trimmingEnd: ArraySlice<UInt8> {
    prefix((lastIndex { $0 != 0x0A } ?? startIndex - 1) + 1 - startIndex)
  }
}

extension [Ordinal<LinkedCase>] {
  /// Where each case stands in a list of all of them.
  fileprivate var ranks: [Int32] {
    var ranks = [Int32](repeating: 0, count: count)
    for (rank, ordinal) in enumerated() { ranks[Int(ordinal.index)] = Int32(rank) }
    return ranks
  }
}
