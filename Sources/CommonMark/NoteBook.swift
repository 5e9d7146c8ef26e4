import Diagnostics

/// The notes of a body: which are defined, which have been referred to, and their numbers.
struct NoteBook {
  struct Entry {
    let key: String
    /// What its ids are made of; no two entries share one.
    let slug: String
    /// The index of the footnote's definition; nil for a source.
    let definition: Int?
    var references = Note.References()
    /// The footnote's contents in the HTML, once written.
    var html: Range<Int>?
  }

  /// The footnotes' labels in the order of their definitions.
  private var definitions = NameList()
  private var sources: [String] = []
  /// In the order of their numbers.
  private(set) var entries: [Entry] = []
  /// The entries' keys.
  private var keys = NameList()
  private var slugs = NameList()
  /// Whether a slug ends in a digit, as the ids of later references do.
  private var holdsNumberedSlug = false
  /// Which of the definitions have a number.
  private var isReferred: [Bool] = []

  init() {}

  /// Begins another body.
  mutating func restart(labels: [String], sources: [String]) {
    definitions.removeAll()
    for label in labels { definitions.append(label) }
    self.sources = sources
    entries.removeAll(keepingCapacity: true)
    keys.removeAll()
    slugs.removeAll()
    holdsNumberedSlug = false
    isReferred.removeAll(keepingCapacity: true)
    for _ in labels { isReferred.append(false) }
  }

  /// Whether there is anything that a reference could mean.
  var isEmpty: Bool { definitions.count == 0 && sources.isEmpty }
  var names: [String] { definitions.names + sources }

  /// Labels are compared without regard to case, as GitHub does.
  static func key(_ label: Bytes) -> String {
    for byte in label where byte >= 0x80 || byte.lowercased != byte {
      return label.text.lowercased()
    }
    return label.text
  }

  /// Whether a label is its own slug: small letters, digits and single hyphens between them.
  private static func isSlug(_ label: Bytes) -> Bool {
    var before = UInt8(ascii: "-")
    for byte in label {
      let isHyphen = byte == UInt8(ascii: "-")
      if isHyphen ? before == byte : !(byte &- 0x61 < 26 || byte.isDigit) { return false }
      before = byte
    }
    return before != UInt8(ascii: "-")
  }

  func isReferred(definition index: Int) -> Bool { isReferred[index] }
  func isSource(_ key: String) -> Bool { sources.contains(key) }

  /// The entry that `[^label]` refers to, numbered now if this is its first mention; nil when there
  /// is no such note.
  mutating func entry(for label: Bytes) -> Int? {
    if let index = keys.position(of: label) { return index }
    let isSlug = Self.isSlug(label)
    let source = isSlug ? sources.first { $0.isSame(as: label) } : nil
    let key = source ?? Self.key(label)
    if !isSlug, let index = keys.position(of: key) { return index }
    let definition = definitions.count > 0 ? definitions.position(of: key) : nil
    guard definition != nil || source != nil || isSource(key) else { return nil }
    return append(key, slug: isSlug ? key : HeadingAnchors.slug(of: label), definition)
  }

  private mutating func append(_ key: String, slug typed: String, _ definition: Int?) -> Int {
    var slug = typed.isEmpty ? "x" : typed
    // A slug never holds two hyphens in a row, so these are free.
    if slugs.position(of: slug) != nil { slug += "--\(entries.count + 1)" }
    if slug.utf8.last?.isDigit == true { holdsNumberedSlug = true }
    slugs.append(slug)
    keys.append(key)
    if let definition { isReferred[definition] = true }
    entries.append(Entry(key: key, slug: slug, definition: definition))
    return entries.count - 1
  }

  /// Counts one more reference to an entry; returns whether its regular id, `ref-x` or `ref-x-2`,
  /// belongs to another entry's reference already or may do so.
  mutating func refer(to index: Int) -> Bool {
    let clashes = holdsNumberedSlug && mayClash(index)
    entries[index].references.add(clashing: clashes)
    return clashes
  }

  private func mayClash(_ index: Int) -> Bool {
    let slug = entries[index].slug
    let number = entries[index].references.count + 1
    return number == 1
      ? isLaterReference(slug) : slugs.position(of: "\(slug)-\(number)") != nil
  }

  /// Whether `x-2` is how the second reference to `x` is called.
  private func isLaterReference(_ slug: String) -> Bool {
    guard let last = slug.utf8.last, last.isDigit, let hyphen = slug.utf8.lastIndex(of: 0x2D),
      let number = Int(slug[slug.index(after: hyphen)...]),
      let base = slugs.position(of: String(slug[..<hyphen]))
    else { return false }
    return entries[base].references.count >= number
  }

  mutating func setHTML(_ range: Range<Int>, of index: Int) { entries[index].html = range }

  /// The ids of all entries and references.
  var allAnchors: [String] {
    notes.flatMap { note in [note.anchor] + note.references }
  }

  /// The list as a page shows it.
  var notes: [Note] {
    entries.enumerated().map { index, entry in
      Note(
        number: index + 1, slug: entry.slug,
        kind: entry.definition == nil
          ? .source(entry.key) : .footnote(html: entry.html ?? 0..<0),
        references: entry.references)
    }
  }
}
