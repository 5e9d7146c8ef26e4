import Content
import Linking
import Mustache

/// What stands above and below every page: the same for the whole site but for the mark that shows
/// in the navigation where the reader is.
struct Masthead: Sendable {
  struct Item: Sendable {
    let link: Link
    /// `page` on the page itself, `true` on those below it, empty elsewhere.
    let current: String
  }

  let settings: Settings
  let root: SiteRoot
  let navigation: [Item]
  let footer: [Link]
  /// What readers may subscribe to.
  let feeds: [Link]
  let isHome: Bool
  /// The page that searches the site, where there is one, and whether this is on it.
  var search: Link?
  var isSearch = false
}

extension Fields where Value == Masthead {
  /// What `masthead` and `footer` may name.
  static let masthead = Fields("masthead") { f in
    f.text("root") { $0.root.prefix }
    f.text("site_title") { $0.settings.title }
    f.optionalText("site_description") { $0.settings.description }
    f.object("site", of: .site) { $0.settings }
    f.flag("is_home") { $0.isHome }
    f.optionalText("search_href") { $0.search?.href }
    f.text("search_current") { $0.isSearch ? "page" : "" }
    f.list("navigation", of: item) { $0.navigation }
    f.list("links", of: .link) { $0.footer }
    f.list("feeds", of: .link) { $0.feeds }
    f.list("authors", of: author) { $0.settings.authors }
    f.object("licence", of: licence) { $0.settings.licence }
  }

  private static let item = Fields<Masthead.Item>("navigation item") { f in
    f.text("name") { $0.link.name }
    f.text("href") { $0.link.href }
    f.text("current") { $0.current }
  }

  private static let author = Fields<Settings.Author>("author") { f in
    f.text("name") { $0.name }
    f.optionalText("email") { $0.email }
    f.optionalText("uri") { $0.uri }
  }

  private static let licence = Fields<Settings.Licence>("licence") { f in
    f.text("name") { $0.name }
    f.optionalText("url") { $0.url }
  }
}
