import Content
import Linking

/// A feed's entries by the document that holds them (RFC 5005 §4): the one that readers subscribe
/// to, and closed ones behind it.
///
/// Every entry is in exactly one. Its place counts from the day of its last change: behind all
/// that was published by then. So what is published later never moves an older entry, and a case
/// that is annulled comes back to the front; only the document that it leaves is another.
struct FeedArchive: Sendable {
  /// Latest change first.
  let current: [Announcement]
  /// The oldest document first, in each the latest change first.
  let closed: [[Announcement]]

  /// `members` by their publication, the oldest first.
  init(of members: [Announcement], in site: Site, atLeast size: Int, closing length: Int) {
    let moments = members.map { site.published($0).seconds }
    let count = members.count > size ? (members.count - size) / length : 0
    var closed = [[Announcement]](repeating: [], count: count)
    var current: [Announcement] = []
    for (index, member) in members.enumerated() {
      let updated = site.updated(member).seconds
      let place = updated == moments[index] ? index : moments.countUpTo(updated) - 1
      let document = place / length
      if document < count { closed[document].append(member) } else { current.append(member) }
    }
    self.current = current.latestChangeFirst(in: site)
    self.closed = closed.map { $0.latestChangeFirst(in: site) }
  }

  init(_ current: [Announcement]) {
    self.current = current
    closed = []
  }
}

/// The archives of all feeds that keep everything.
struct FeedArchives: Sendable {
  private var archives: [FeedSubject: FeedArchive] = [:]

  /// `news` are the site's cases, newest publication first.
  init(of site: Site, _ news: [Ordinal<LinkedCase>], ranks: [Int32]) {
    let sizes = site.settings.feeds
    archives[.site] = Self.wholeSite(site, news)
    if !site.news.isEmpty {
      archives[.news] = Self.archive(
        of: site.news.indices.reversed().map { .news(Ordinal($0)) }, in: site, sizes.others)
    }
    guard sizes.archives == .all else { return }
    for subject in FeedSubject.ofCases(in: site) {
      let oldestFirst = subject.cases(in: site).sorted {
        ranks[Int($0.index)] > ranks[Int($1.index)]
      }
      archives[subject] = Self.archive(of: oldestFirst.map { .case($0) }, in: site, sizes.others)
    }
  }

  subscript(subject: FeedSubject) -> FeedArchive? { archives[subject] }

  private static func archive(
    of members: [Announcement], in site: Site, _ size: Int
  ) -> FeedArchive {
    guard site.settings.feeds.archives != .none else {
      return FeedArchive(Array(members.latestChangeFirst(in: site).prefix(size)))
    }
    return FeedArchive(
      of: members, in: site, atLeast: size, closing: site.settings.feeds.archiveLength)
  }

  /// Cases, news and what is gone. What is gone without a word of when it was published has no
  /// place among the others, so it stays in front.
  private static func wholeSite(_ site: Site, _ news: [Ordinal<LinkedCase>]) -> FeedArchive {
    var members: [Announcement] = news.reversed().map { .case($0) }
    members += site.news.indices.reversed().map { .news(Ordinal($0)) }
    let gone = site.goneAnnouncements
    members += gone.filter { site.hasPlace($0) }
    let moments = members.map { site.published($0).seconds }
    let oldestFirst = members.indices.sorted {
      moments[$0] == moments[$1] ? $0 < $1 : moments[$0] < moments[$1]
    }.map { members[$0] }
    let archive = archive(of: oldestFirst, in: site, site.settings.feeds.site)
    let placeless = gone.filter { !site.hasPlace($0) }
    return placeless.isEmpty
      ? archive
      : FeedArchive(
        (archive.current + placeless).latestChangeFirst(in: site), archive.closed)
  }
}

extension FeedArchive {
  fileprivate init(_ current: [Announcement], _ closed: [[Announcement]]) {
    self.current = current
    self.closed = closed
  }
}

extension Site {
  fileprivate func hasPlace(_ announcement: Announcement) -> Bool {
    if case .gone(let index) = announcement { settings.gone[index].published != nil } else { true }
  }
}

extension [Announcement] {
  /// By the last change, the latest first; of those alike, the later publication first.
  fileprivate func latestChangeFirst(in site: Site) -> [Announcement] {
    let moments = map { site.updated($0).seconds }
    return indices.sorted { moments[$0] == moments[$1] ? $0 > $1 : moments[$0] > moments[$1] }
      .map { self[$0] }
  }
}

extension [Int64] {
  /// How many of these, which ascend, are not above `limit`.
  fileprivate func countUpTo(_ limit: Int64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
