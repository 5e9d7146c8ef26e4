import Diagnostics

/// The notes of a body: which are defined, which have been referred to, and their numbers.
struct NoteBook {
  struct Entry {
    let key: String
    let anchor: String
    /// The index of the footnote's definition; nil for a source.
    let definition: Int?
    var references: [String] = []
    /// The footnote's contents in the HTML, once written.
    var html: Range<Int>?
  }

  /// The definitions' indices by label; the first of several with one label.
  private let definitions: [String: Int]
  private let sources: [String]
  /// In the order of their numbers.
  private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]
  private var anchors: Set<String> = []
  /// The definitions that have a number.
  private var referred: Set<Int> = []

  init(labels: [String], sources: [String]) {
    definitions = Dictionary(
      labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.sources = sources
  }

  /// Whether there is anything that a reference could mean.
  var isEmpty: Bool { definitions.isEmpty && sources.isEmpty }
  var names: [String] { definitions.keys.sorted() + sources }

  /// Labels are compared without regard to case, as GitHub does.
  static func key(_ label: Bytes) -> String {
    for byte in label where byte >= 0x80 || byte.lowercased != byte {
      return label.text.lowercased()
    }
    return label.text
  }

  func isReferred(definition index: Int) -> Bool { referred.contains(index) }
  func isSource(_ key: String) -> Bool { sources.contains(key) }

  /// The entry that `[^key]` refers to, numbered now if this is its first mention; nil when there is
  /// no such note.
  mutating func entry(for key: String) -> Int? {
    if let index = indices[key] { return index }
    let definition = definitions[key]
    guard definition != nil || sources.contains(key) else { return nil }
    let slug = HeadingAnchors.slug(of: key)
    let anchor = distinct("note-" + (slug.isEmpty ? "\(entries.count + 1)" : slug))
    indices[key] = entries.count
    if let definition { referred.insert(definition) }
    entries.append(Entry(key: key, anchor: anchor, definition: definition))
    return entries.count - 1
  }

  /// The id of the next reference to an entry: `ref-x`, then `ref-x-2`, …
  mutating func refer(to index: Int) -> String {
    let name = "ref-" + entries[index].anchor.dropFirst(5)
    let count = entries[index].references.count
    let id = distinct(count == 0 ? name : "\(name)-\(count + 1)")
    entries[index].references.append(id)
    return id
  }

  mutating func setHTML(_ range: Range<Int>, of index: Int) { entries[index].html = range }

  private mutating func distinct(_ id: String) -> String {
    var candidate = id
    var count = 2
    while !anchors.insert(candidate).inserted {
      candidate = "\(id)-\(count)"
      count += 1
    }
    return candidate
  }

  func isAnchor(_ id: String) -> Bool { anchors.contains(id) }
  var allAnchors: [String] { anchors.sorted() }

  /// The list as a page shows it.
  var notes: [Note] {
    entries.enumerated().map { index, entry in
      Note(
        number: index + 1, anchor: entry.anchor,
        kind: entry.definition == nil
          ? .source(entry.key) : .footnote(html: entry.html ?? 0..<0),
        references: entry.references)
    }
  }
}
