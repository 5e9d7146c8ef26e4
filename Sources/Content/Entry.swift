import CommonMark

/// The kinds of entry a publication has.
package enum EntryKind: String, Sendable, CaseIterable {
  case `case`, company, regulator, law, topic, page, news

  /// The folder below `content/`, and the first part of the address (pages have none).
  package var folder: String {
    switch self {
    case .case: "cases"
    case .company: "companies"
    case .regulator: "regulators"
    case .law: "laws"
    case .topic: "topics"
    case .page: "pages"
    case .news: "news"
    }
  }
}

/// One file of the publication: who it is, and what its front matter says.
///
/// A class, since an entry is large and every list of entries shares it. Its text is kept apart, as
/// a `Prose`, since it is larger still and let go when its links are filled in.
package final class Entry<Fields: Sendable>: Sendable {
  package let slug: String
  /// From the source directory.
  package let path: String
  package let fields: Fields
  /// What links to the text can lead to: the ids of its headings and notes.
  package let anchors: [String]
  /// Tells everything in front of the text from what stood there before; nil where nobody asked.
  package let frontMatter: FrontMatterDigest?

  package init(
    slug: String, path: String, fields: Fields, anchors: [String] = [],
    frontMatter: FrontMatterDigest? = nil
  ) {
    self.slug = slug
    self.path = path
    self.fields = fields
    self.anchors = anchors
    self.frontMatter = frontMatter
  }
}

/// An entry and its text, fresh from the file.
package struct ParsedEntry<Fields: Sendable>: Sendable {
  package let entry: Entry<Fields>
  package let text: Prose

  package init(entry: Entry<Fields>, text: Prose) {
    self.entry = entry
    self.text = text
  }
}

extension ParsedFile {
  /// The same, with the text of a case put away.
  package func keepingText(in store: some TextStore) -> ParsedFile {
    guard case .case(let parsed) = self else { return self }
    return .case(ParsedEntry(entry: parsed.entry, text: parsed.text.kept(in: store)))
  }
}

/// What one file turned out to be.
package enum ParsedFile: Sendable {
  case `case`(ParsedEntry<Case>)
  case company(ParsedEntry<Company>)
  case regulator(ParsedEntry<Regulator>)
  case law(ParsedEntry<Law>)
  case topic(ParsedEntry<Topic>)
  case page(ParsedEntry<Page>)
  case news(ParsedEntry<NewsItem>)
  /// An entry that could not be read, so that references to it are not reported as dangling.
  case broken(EntryKind, slug: String, path: String)
  /// A file that is no entry at all; it has been reported.
  case stray
}

/// What an entry of any kind may say of where it was before.
package protocol Renamed {
  /// Earlier slugs of the entry itself, the oldest first.
  var formerly: [Written<String>] { get }
  /// Slugs of entries that became part of it.
  var merged: [Written<String>] { get }
}

extension Renamed {
  /// Every slug under which readers may look for it.
  package var earlierSlugs: [Written<String>] { merged.isEmpty ? formerly : formerly + merged }
}

extension Case: Renamed {}
extension Company: Renamed {}
extension Regulator: Renamed {}
extension Law: Renamed {}
extension Topic: Renamed {}
extension Page: Renamed {}
extension NewsItem: Renamed {}
