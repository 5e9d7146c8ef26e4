import Content
import Linking
import Mustache

/// The page that searches the site, where the site is built with an index.
struct SearchPage: PublishedPage {
  let head: PageHead

  init(in publication: Publication) {
    head = PageHead(
      publication.words[.search], at: Permalink("search").path, in: Permalink("search").path,
      description: publication.words.text(.aboutSearch, ["site": publication.site.settings.title]),
      of: publication)
  }
}

extension Fields where Value == SearchPage {
  /// What `search` may name.
  static let searchPage = Fields("search") { f in
    f.declareHead()
    f.list("links", of: .link) { $0.head.publication.sections.all }
  }
}

extension Edition {
  /// Whether the search finds a page: write-ups, news, and what the publication says of itself.
  package func isSearchable(_ sheet: Sheet) -> Bool {
    switch sheet.content {
    case .case, .newsItem, .page: true
    default: false
    }
  }
}

extension Site {
  /// Where the masthead leads readers who search; nil where there is no such page.
  func linkToSearch(in words: Words) -> Link? {
    offersSearch ? Link(words[.search], to: Permalink("search").path, on: root) : nil
  }
}
