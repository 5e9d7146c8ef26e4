import Content
import Linking

/// What a build shows its readers, as the ledger sees it: which addresses there are, whose they are,
/// and what is said there.
package struct Imprint: Sendable {
  /// The page of an entry, or one that adds cases up.
  package struct Page: Sendable {
    package let address: String
    /// Kind and identity of the entry: `case/acme`; nil where it is no entry's page.
    package let name: String?
    package let title: String
    /// The entry's file; nil for a page without one.
    package var path: String?
    /// That of its substance.
    package var digest: UInt64?
    /// Nil where only digests are wanted.
    package var substance: Substance?
    /// What links into the page can lead to, in the order of the page.
    package var anchors: [String] = []
    package var published: Timestamp?
    package var updated: Timestamp?
    /// Nil for kinds that have none.
    package var history: [Amendment]?
    /// Which steps of the file, from 0, are told to readers as something that happened later.
    package var laterSteps: Set<Int> = []
    package var inForce: String?

    package init(address: String, name: String?, title: String) {
      self.address = address
      self.name = name
      self.title = title
    }
  }

  /// An address that an entry had before.
  package struct Former: Sendable {
    package let address: String
    package let slug: Written<String>
    /// Which of `pages` it leads to.
    package let page: Int
    /// Whether what was there became a part of the other, and keeps its own identity.
    package let isMerged: Bool
  }

  package internal(set) var pages: [Page] = []
  /// Where in `pages` the page with an address is.
  package internal(set) var positions: [String: Int] = [:]
  package internal(set) var formers: [Former] = []
  /// Addresses that were taken away, as site.yml has them.
  package internal(set) var gone: [(address: String, day: CalendarDate?)] = []
  package internal(set) var feedID: String?
  /// The moment of the build.
  package internal(set) var now: Timestamp
  /// Every address that readers may come to again; nil while content has errors, so that nobody
  /// knows.
  package var served: Set<String>?
  /// Where addresses lead that are no pages of their own any more.
  package var moved: [String: String] = [:]
  /// Those of them that are to be kept for ever.
  package var lasting: [String] = []
  /// The feeds that tell of each entry, by the address of its page.
  package var feeds: [String: [String]] = [:]

  /// Whether an address is gone, by itself or with everything below what is.
  func isGone(_ address: String) -> Bool {
    gone.contains { item in
      item.address == address || (item.address.hasSuffix("/") && address.hasPrefix(item.address))
    }
  }

  /// The page that an address is, or lies below: that of a case for its data.
  func owner(of address: String) -> Page? {
    if let position = positions[address] { return pages[position] }
    return base(of: address).flatMap { positions[$0] }.map { pages[$0] }
  }
}

/// The address of the entry that an address belongs to, if it belongs to one: `/cases/acme/` for
/// `/cases/acme/data.json`.
func base(of address: String) -> String? {
  let parts = address.dropFirst().split(
    separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
  guard parts.count >= 2 else { return nil }
  let isEntry = EntryKind.allCases.contains { $0 != .page && $0.folder == parts[0] }
  if isEntry, parts.count == 3 { return "/\(parts[0])/\(parts[1])/" }
  return isEntry ? nil : "/\(parts[0])/"
}

/// The file of an entry, with what it says.
package struct EntrySource: Sendable {
  package let path: String
  /// Nil where it cannot be read.
  package let digest: UInt64?
  /// Nil where only digests are wanted.
  package let substance: Substance?

  package init(path: String, digest: UInt64?, substance: Substance?) {
    self.path = path
    self.digest = digest
    self.substance = substance
  }

  /// The address of its page, by kind and slug.
  var address: String? {
    let parts = path.split(separator: "/")
    guard parts.count >= 3, let name = parts.last, name.hasSuffix(".md"),
      let kind = EntryKind.allCases.first(where: { $0.folder == parts[1] })
    else { return nil }
    let slug = String(name.dropLast(3))
    return kind == .page ? Permalink(slug).path : Permalink(kind.folder, slug).path
  }
}
