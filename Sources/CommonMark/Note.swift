/// An entry of a page's numbered list of sources and footnotes.
package struct Note: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The id of one of the entry's sources.
    case source(String)
    /// The contents, as blocks of HTML.
    case footnote(html: Range<Int>)
  }

  /// 1-based; shown in the text.
  package let number: Int
  /// The source's id or the footnote's label as it stands in ids.
  let slug: String
  package let kind: Kind
  private let places: References

  init(number: Int, slug: String, kind: Kind, references: References) {
    self.number = number
    self.slug = slug
    self.kind = kind
    places = references
  }

  /// The id that the list's item must have: `note-` and the source's id or the footnote's label.
  package var anchor: String { "note-" + slug }

  /// How many places refer to it.
  package var referenceCount: Int { places.count }

  /// The ids of the places that refer to it, in order, for links back: `ref-x`, `ref-x-2`, …
  package var references: [String] {
    let first = "ref-" + slug
    return (0..<places.count).map { index in first + places.suffix(of: index + 1) }
  }

  func with(kind: Kind) -> Note {
    Note(number: number, slug: slug, kind: kind, references: places)
  }

  /// How many places refer to a note.
  struct References: Sendable, Hashable {
    private(set) var count = 0
    /// The numbers of those whose regular id another note's place could have.
    private var clashing: [Int] = []

    mutating func add(clashing isClashing: Bool) {
      count += 1
      if isClashing { clashing.append(count) }
    }

    /// What the id of a 1-based place ends in. No slug holds two hyphens in a row.
    func suffix(of number: Int) -> String {
      if clashing.contains(number) { return "--\(number)" }
      return number == 1 ? "" : "-\(number)"
    }
  }
}
