import CommonMark

/// The kinds of entry a publication has.
package enum EntryKind: String, Sendable, CaseIterable {
  case `case`, company, regulator, law, topic, page

  /// The folder below `content/`, and the first part of the address (pages have none).
  package var folder: String {
    switch self {
    case .case: "cases"
    case .company: "companies"
    case .regulator: "regulators"
    case .law: "laws"
    case .topic: "topics"
    case .page: "pages"
    }
  }
}

/// One file of the publication: who it is, what its front matter says, and its text.
///
/// A class, since an entry is large and every list of entries shares it.
package final class Entry<Fields: Sendable>: Sendable {
  package let slug: String
  /// From the source directory.
  package let path: String
  package let fields: Fields
  package let body: Prose
  /// Tells everything in front of the body from what stood there before; nil where nobody asked.
  package let frontMatter: UInt64?

  package init(
    slug: String, path: String, fields: Fields, body: Prose, frontMatter: UInt64? = nil
  ) {
    self.slug = slug
    self.path = path
    self.fields = fields
    self.body = body
    self.frontMatter = frontMatter
  }
}

/// What one file turned out to be.
package enum ParsedFile: Sendable {
  case `case`(Entry<Case>)
  case company(Entry<Company>)
  case regulator(Entry<Regulator>)
  case law(Entry<Law>)
  case topic(Entry<Topic>)
  case page(Entry<Page>)
  /// An entry that could not be read, so that references to it are not reported as dangling.
  case broken(EntryKind, slug: String, path: String)
  /// A file that is no entry at all; it has been reported.
  case stray
}
