/// When a file is put in its place, where that cannot be done with all at once: what others link to
/// comes first, so that no page that readers come to ever links to one that is not there.
///
/// New pages come before all that was there already, since only what is there leads to them.
package enum Turn: Int, Sendable, CaseIterable, Comparable {
  /// Style sheets, pictures, documents.
  case asset
  case newPage
  /// Lists of pages, feeds, sitemaps, data: they tell readers and programs of pages.
  case newIndex
  case page
  case index
  /// The front page, which leads to all lists: last of all, for at first it is the only way in.
  case front

  /// `isNew` where readers could not have come to it before.
  package init(of path: String, isNew: Bool) {
    let name = path.utf8
    let isPage = name.hasSuffix(".html")
    let isFeed = Self.listEndings.contains { name.hasSuffix($0) }
    let isList = name.count { $0 == UInt8(ascii: "/") } < 2 || path.contains("/page/")
    if path.hasPrefix("files/") {
      // Whatever it is, pages link to it.
      self = .asset
    } else if path == "index.html" {
      self = .front
    } else if isFeed || (isPage && isList) {
      self = isNew ? .newIndex : .index
    } else if isPage {
      self = isNew ? .newPage : .page
    } else {
      self = .asset
    }
  }

  /// Feeds, data, calendars, citations: what tells of pages and has their addresses in it.
  private static let listEndings = [
    ".atom", ".xml", ".json", ".ndjson", ".csv", ".txt", ".ics", ".opml", ".sqlite", ".bib", ".ris",
  ]

  package static func < (left: Turn, right: Turn) -> Bool { left.rawValue < right.rawValue }
}

extension String.UTF8View {
  fileprivate func hasSuffix(_ suffix: String) -> Bool {
    self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
