import CommonMark
import Content
import Diagnostics
import Linking
import Loading

/// All that a page, a feed or another entry goes by of a case and its text, but for the text's HTML: the
/// front matter, what the text links to, its headings and notes, and what is wrong with it.
///
/// As long as it stays the same, an edit of the text changes nothing but that HTML wherever it stands.
package struct TextOutline: Hashable, Sendable {
  /// What the file tells by itself.
  let file: Fingerprint
  /// What comes of it among the other entries.
  let links: Fingerprint
}

/// Whether a problem is counted in what a build says, and no more told of it.
package typealias Hiding = @Sendable (Diagnostic) -> Bool

extension TextOutline {
  /// The outline of a case that is linked; `file` is what its file told by itself.
  ///
  /// Nil where an edit of its text may ask for more than another HTML: what is wrong with a text is shown with
  /// its lines.
  init?(of entry: Entry<Case>, _ links: Diagnosed<CaseLinks>, file: Fingerprint?, hiding: Hiding) {
    guard let file, let frontMatter = entry.frontMatter,
      let found = Self.fingerprint(of: links.diagnostics, within: frontMatter.end, hiding)
    else { return nil }
    let isLong = Fingerprint(low: links.value.body.isLong ? 1 : 0, high: 0)
    self.init(file: file, links: Fingerprint(joining: [found, isLong]))
  }

  /// What a file tells by itself; nil as above, and for what is no case.
  static func file(_ file: Diagnosed<ParsedFile>, hiding: Hiding) -> Fingerprint? {
    guard case .case(let parsed) = file.value, let frontMatter = parsed.entry.frontMatter,
      let found = fingerprint(of: file.diagnostics, within: frontMatter.end, hiding)
    else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2048)
    func add(_ number: UInt64) { withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) } }
    func add(_ number: Int) { add(UInt64(number)) }
    func add(_ text: String) {
      bytes.append(contentsOf: text.utf8)
      // In no text, so that it ends this one.
      bytes.append(0xFF)
    }
    let text = parsed.text
    add(found.low)
    add(found.high)
    add(parsed.entry.path)
    add(frontMatter.digest)
    add(frontMatter.end)
    add(text.body.isEmpty ? 1 : 0)
    add(text.headings.count)
    for heading in text.headings {
      add(heading.text)
      add(heading.level)
    }
    add(text.notes.count)
    for note in text.notes {
      if case .source = note.kind { add(1) } else { add(0) }
      add(note.number)
      add(note.referenceCount)
    }
    // Those of headings and notes among them.
    add(parsed.entry.anchors.count)
    for anchor in parsed.entry.anchors { add(anchor) }
    for link in text.links {
      add(link.kind.rawValue)
      add(link.target)
    }
    return Fingerprint(of: bytes)
  }

  /// What is told of the first `end` bytes of a file; nil where anything is told that is not of them alone.
  private static func fingerprint(
    of diagnostics: [Diagnostic], within end: Int, _ hiding: Hiding
  ) -> Fingerprint? {
    if diagnostics.isEmpty { return Fingerprint(low: 0, high: 0) }
    var parts: [Fingerprint] = []
    var seen: Set<Diagnostic> = []
    for diagnostic in diagnostics where seen.insert(diagnostic).inserted {
      parts.append(Fingerprint(of: diagnostic.rule.id))
      if hiding(diagnostic) { continue }
      guard let place = diagnostic.place, place.seeking == nil, place.end <= end,
        diagnostic.notes.isEmpty, diagnostic.replacement == nil
      else { return nil }
      parts.append(Fingerprint(of: diagnostic.severity.rawValue))
      parts.append(Fingerprint(of: diagnostic.message))
      parts.append(Fingerprint(of: diagnostic.help ?? ""))
      parts.append(Fingerprint(low: UInt64(place.start), high: UInt64(place.end)))
    }
    return Fingerprint(joining: parts)
  }
}
