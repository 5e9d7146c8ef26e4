import Linking
import Mustache

/// Where a feed is, and what it is in.
struct FeedLink: Sendable {
  let link: Link
  let mediaType: String

  init(_ name: String, to address: String, _ mediaType: String, on root: SiteRoot) {
    link = Link(name, to: address, on: root)
    self.mediaType = mediaType
  }

  static let atom = "application/atom+xml"
  static let json = "application/feed+json"
}

extension Fields where Value == FeedLink {
  static let feedLink = Fields("feed") { f in
    f.include(.link) { $0.link }
    f.text("type") { $0.mediaType }
  }
}

extension Publication {
  /// The feeds of the whole site beside the one that every page names.
  var otherFeeds: [FeedLink] {
    let root = site.root
    var feeds = [
      FeedLink(words[.changes], to: "/changes.atom", FeedLink.atom, on: root),
      FeedLink(words[.corrections], to: "/corrections.atom", FeedLink.atom, on: root),
    ]
    if !site.news.isEmpty {
      feeds.append(FeedLink(words[.feedOfNews], to: "/news.atom", FeedLink.atom, on: root))
    }
    return feeds + json(of: .site)
  }

  /// The feed of a part of the cases as JSON, where it is to be had.
  func json(of subject: FeedSubject) -> [FeedLink] {
    guard subject.hasJSON, site.settings.feeds.json else { return [] }
    return [
      FeedLink(
        words[.jsonFeed], to: subject.addressOfJSON(in: site), FeedLink.json, on: site.root)
    ]
  }

  /// What people may subscribe to, for the foot of every page.
  static func feedLinks(of site: Site, in words: Words) -> [Link] {
    let root = site.root
    func feed(_ name: Word, _ address: String) -> Link {
      Link(words.text(.feedLink, ["name": words[name]]), to: address, on: root)
    }
    var links = [
      feed(.feedOfCases, "/feed.atom"), feed(.changesLink, "/changes.atom"),
      feed(.correctionsLink, "/corrections.atom"),
    ]
    if !site.news.isEmpty { links.append(feed(.feedOfNewsLink, "/news.atom")) }
    links.append(Link(words[.allFeeds], to: "/feeds.opml", on: root))
    if site.hasDeadlines { links.append(Link(words[.datesToWatch], to: "/calendar.ics", on: root)) }
    return links
  }
}

extension Site {
  /// Whether there is a date to watch, or has been one.
  var hasDeadlines: Bool { cases.contains { !$0.fields.deadlines.isEmpty } }
}
