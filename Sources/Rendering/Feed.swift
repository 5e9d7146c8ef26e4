import Content
import Linking
import Mustache

/// One document of a feed: what readers subscribe to, or an archive document behind it.
///
/// Ids are tag URIs (RFC 4151) of the publication's own name and an entry's identity, so neither a
/// new title nor a new address nor a new host makes readers see old entries as new.
struct Feed: Sendable {
  /// What the document is to its feed.
  enum Part: Sendable, Equatable {
    case current
    /// It has its entries for good.
    case closed(Int)
    /// The address that the last closed one names as the next, until it is filled.
    case waiting(Int)
  }

  let publication: Publication
  let subject: FeedSubject
  let part: Part
  let title: String
  /// What stands behind the publication's name in the id.
  let identity: String
  /// The feed's own address, whatever the part, and that of the page it belongs to.
  let address: String
  let page: String
  /// Latest change first.
  let entries: [Announcement]
  let tombstones: [Tombstone]
  /// How many closed documents the feed has.
  let closedCount: Int
  /// The newest entry's date; of an empty feed, the day the publication began.
  let updated: Timestamp

  /// `archive` is the number of an archive document, from 1; nil for what readers subscribe to.
  init(of subject: FeedSubject, archive number: Int? = nil, in publication: Publication) {
    let site = publication.site
    let archive = publication.archives[subject]
    self.publication = publication
    self.subject = subject
    title = publication.words.feedTitle(
      subject.name(in: site, publication.words), site: site.settings.title)
    identity = subject.identity(in: site)
    address = subject.address(in: site)
    page = subject.page(in: site).path
    closedCount = archive?.closed.count ?? 0
    var items: [Announcement]
    switch number {
    case let number? where number <= closedCount:
      part = .closed(number)
      items = archive?.closed[number - 1] ?? []
    case let number?:
      part = .waiting(number)
      items = []
    case nil:
      part = .current
      items = archive?.current ?? publication.announcements(of: subject)
    }
    // A document that waits is as old as the one before it, so it stays as it is while it waits.
    let dated = if case .waiting = part { archive?.closed.last ?? [] } else { items }
    updated = dated.lazy.map { site.updated($0) }.max() ?? publication.began
    tombstones = items.compactMap { site.tombstone(of: $0) }
    if !tombstones.isEmpty { items = items.filter { site.tombstone(of: $0) == nil } }
    entries = items
  }
}

extension Publication {
  /// What a feed without archives tells, latest change first.
  func announcements(of subject: FeedSubject) -> [Announcement] {
    let sizes = site.settings.feeds
    switch subject {
    case .changes: return latestChanges.prefix(sizes.site).map { $0 }
    case .corrections:
      return latestChanges.lazy.filter { self.isCorrection($0) }.prefix(sizes.site).map { $0 }
    default:
      let ranks = subject.cases(in: site).map { announcementRanks[Int($0.index)] }.sorted()
      return ranks.prefix(sizes.others).map { .case(announced[Int($0)]) }
    }
  }

  private func isCorrection(_ announcement: Announcement) -> Bool {
    let amendment = ChangeNotice(announcement, in: self)?.amendment
    return amendment?.kind == .correction || amendment?.kind == .retraction
  }

  /// Who and when, for tag URIs; the host and a fixed year where site.yml says nothing.
  var feedAuthority: String { site.settings.feedID ?? site.root.host + ",2026" }
}

extension Site {
  /// Every change of every case and news item, the latest first, ties in the site's order.
  var latestChanges: [Announcement] {
    var changes: [Announcement] = []
    for (index, linked) in cases.enumerated() {
      for position in linked.changes.indices.reversed() {
        changes.append(.change(Ordinal(index), position))
      }
    }
    for (index, item) in news.enumerated() {
      for position in item.changes.indices.reversed() {
        changes.append(.newsChange(Ordinal(index), position))
      }
    }
    let moments = changes.map { updated($0).seconds }
    return moments.indices.sorted {
      moments[$0] == moments[$1] ? $0 < $1 : moments[$0] > moments[$1]
    }.map { changes[$0] }
  }
}

extension SiteRoot {
  fileprivate var host: String {
    var url = url
    return url.withUTF8 { bytes in String(decoding: bytes[Rendering.host(in: bytes)], as: UTF8.self)
    }
  }
}
