import Content
import Linking
import Mustache

/// What a page says of itself around its subject: title, address, neighbours, the way back home.
///
/// A class, since every field of it is read through the page's own value, which would otherwise
/// be copied with it.
final class PageHead: Sendable {
  let publication: Publication
  let title: String
  /// For search engines and shared links.
  let description: String?
  /// From the site's root: `/cases/page/2/`.
  let address: String
  /// The feed of what the page lists, beside the site's own.
  let feed: Link?
  /// Others that programs should find here.
  let otherFeeds: [FeedLink]
  /// Addresses of the pages before and after it in a list.
  let previous: String?
  let next: String?
  /// The pages above it, from home down; empty for home itself.
  let breadcrumbs: [Link]
  /// What it is called at the end of the breadcrumbs.
  let name: String
  /// The part of the site it belongs to, such as `/cases/`; empty for home.
  let section: String
  /// Whether search engines should pass it over.
  let isHidden: Bool
  /// The picture that links to it are shown with; the same one for all pages where it has none of its own.
  let card: CaseCard?

  init(
    _ title: String, name: String? = nil, at address: String, in section: String = "",
    below ancestors: [Link] = [], description: String? = nil, feed: Link? = nil,
    otherFeeds: [FeedLink] = [], previous: String? = nil, next: String? = nil,
    isHidden: Bool = false, card: CaseCard? = nil, of publication: Publication
  ) {
    self.publication = publication
    self.title = title
    self.description = description
    self.address = address
    self.feed = feed
    self.otherFeeds = otherFeeds
    self.previous = previous
    self.next = next
    self.name = name ?? title
    breadcrumbs = address == "/" ? [] : [publication.home] + ancestors
    self.section = section
    self.isHidden = isHidden
    self.card = card
  }
}

/// The value that a page's template is shown.
protocol PublishedPage: Sendable {
  var head: PageHead { get }
  /// Tells programs what is on it.
  func describe(in data: inout LinkedData)
}

extension FieldDeclarations where Value: PublishedPage {
  /// What every page offers, beside what it is about.
  mutating func declareHead() {
    text("page_title") { $0.head.title }
    optionalText("page_description") { $0.head.description }
    html("canonical") { page, out in
      out.appendEscaped(page.head.publication.site.root.url)
      out.appendEscaped(page.head.address)
    }
    html("card") { page, out in
      out.appendEscaped(page.head.publication.site.root.url)
      out.append(page.head.card?.address ?? "/card.png")
    }
    text("card_words") { $0.head.card?.words ?? $0.head.publication.site.settings.title }
    text("root") { $0.head.publication.site.root.prefix }
    text("language") { $0.head.publication.site.settings.language }
    text("site_title") { $0.head.publication.site.settings.title }
    object("site", of: .site) { $0.head.publication.site.settings }
    object("feed", of: .link) { $0.head.feed }
    list("other_feeds", of: .feedLink) { $0.head.otherFeeds }
    html("previous_page", when: { $0.head.previous != nil }) { page, out in
      out.append(page.head.previous ?? "", after: page.head.publication.site.root)
    }
    html("next_page", when: { $0.head.next != nil }) { page, out in
      out.append(page.head.next ?? "", after: page.head.publication.site.root)
    }
    list("breadcrumbs", of: .link) { $0.head.breadcrumbs }
    text("crumb") { $0.head.name }
    flag("is_hidden") { $0.head.isHidden }
    flag("has_own_style") { $0.head.publication.theme.hasOwnStyle }
    flag("offers_search") { $0.head.publication.site.offersSearch }
    html("structured_data", when: { _ in true }) { page, out in
      LinkedData.write(on: page.head.publication.site.root, into: &out) { page.describe(in: &$0) }
    }
    html("masthead", when: { _ in true }) { page, out in
      out.append(page.head.publication.masthead(for: page.head))
    }
    html("footer", when: { _ in true }) { page, out in out.append(page.head.publication.footer) }
  }
}

extension Fields where Value == Settings {
  static let site = Fields("site") { f in f.declare(Settings.schema) { $0 } }
}
