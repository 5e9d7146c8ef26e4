import Diagnostics

/// One body, parsed and written to HTML once, with the addresses of its links still open.
///
/// Everything that depends on this file alone is settled here; what depends on other entries is
/// filled in by `linked(_:mentions:)`, which copies the HTML and inserts. Offsets count the bytes of
/// `html` unless a name says otherwise. A class, since a dozen lists hang on it and many lists share it.
package final class Prose: Sendable {
  package let path: String
  /// The body, and behind it the contents of the footnotes.
  package var html: [UInt8] { kept.bytes }
  var htmlCount: Int { kept.count }
  private let kept: KeptText
  package let body: Range<Int>
  /// Sources and footnotes in the order of their numbers, which is that of their first mention.
  package let notes: [Note]
  /// The links and images that only the publication as a whole can answer, in the HTML's order.
  package let links: [OpenLink]
  /// In order of appearance; none inside block quotes and notes.
  package let headings: [Heading]
  /// Text in which names may become links, in the HTML's order.
  package let textRuns: [TextRun]
  /// Where an address that begins with `#` and leads into this page begins, ascending.
  let pageAddresses: [UInt32]
  /// For a reading time: words of the text, where two ideographs count as one.
  package let words: Int

  init(
    path: String, html: [UInt8], body: Range<Int>, notes: [Note], links: [OpenLink],
    headings: [Heading], textRuns: [TextRun], pageAddresses: [UInt32], words: Int
  ) {
    self.path = path
    kept = .held(html)
    self.body = body
    self.notes = notes
    self.links = links
    self.headings = headings
    self.textRuns = textRuns
    self.pageAddresses = pageAddresses
    self.words = words
  }

  private init(_ prose: Prose, kept: KeptText) {
    path = prose.path
    self.kept = kept
    body = prose.body
    notes = prose.notes
    links = prose.links
    headings = prose.headings
    textRuns = prose.textRuns
    pageAddresses = prose.pageAddresses
    words = prose.words
  }

  /// The same with its HTML put away; nothing that reads it is quick until it is `loaded` again.
  package func kept(in store: some TextStore) -> Prose { Prose(self, kept: kept.kept(in: store)) }

  /// The same with its HTML in memory.
  package var loaded: Prose {
    if case .held = kept { return self }
    return Prose(self, kept: .held(kept.bytes))
  }
}

/// A heading of a body as its page shows it.
package struct Heading: Sendable, Hashable {
  /// 2 for the body's top level, at most 6.
  package let level: Int
  /// The element's id.
  package let anchor: String
  /// Without markup, as readers see it.
  package internal(set) var text: String
  /// From the first `#`, or the text's first character, to the end of the line.
  package let place: Place
}

/// A link or image whose address depends on other entries or on files.
package struct OpenLink: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case `case`, company, regulator, law, topic, page
    /// A path from the body's own file, mostly to another `.md`; from the site's root when it begins
    /// with `/`.
    case file
    /// An image's path from the body's own file, or `files/…`.
    case image
  }

  package let kind: Kind
  /// What stands behind the scheme, or the path with percent-encoding undone; never empty.
  package let target: String
  /// What stands behind `#`, with percent-encoding undone.
  package let fragment: String?
  /// The destination exactly as typed; where a definition holds it, there.
  package internal(set) var place: Place
  /// Whether the link's text was left empty, so that the entry's name is put in.
  package internal(set) var needsText: Bool
  /// Where ` href="…"` or ` src="…"` goes.
  let addressAt: UInt32
  /// Where the text goes, behind `addressAt`.
  var textAt: UInt32
}

/// A stretch of text on one source line in which names may become links.
package struct TextRun: Sendable, Hashable {
  /// The range in the HTML.
  let start: UInt32
  var end: UInt32
  /// Where the stretch begins in the source file.
  let source: UInt32
  /// How many headings stand in front of it; footnotes are a section of their own at the end.
  package let section: UInt32

  package var html: Range<Int> { Int(start)..<Int(end) }
}
