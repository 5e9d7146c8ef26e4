/// What an entry says to its readers, as marks that differ where that does.
///
/// White space, the order of keys, comments and quotation marks are no part of it, nor is what only
/// editors see. The ledger keeps it from one version of the program to the next, so how it is made
/// never changes (docs/decisions/0017-the-ledger.md).
package struct Substance: Hashable, Sendable {
  /// Of everything that readers see.
  package let digest: UInt64
  /// Of the text alone: its words, whatever stands between them.
  package let text: UInt64
  /// One for each thing that is said in front of the text, and for each step.
  package let statements: [Mark]
  /// One for each sentence, heading or other piece of the text.
  package let passages: [Mark]
  /// One for each item of the history.
  package let history: [Mark]

  /// Tells one piece of an entry from another: 24 bits, since it only has to point at what changed.
  package struct Mark: Hashable, Sendable {
    package let bits: UInt32

    package init(bits: UInt32) { self.bits = bits & 0xFF_FFFF }

    init(_ hash: UInt64) {
      self.init(bits: UInt32(truncatingIfNeeded: hash ^ (hash >> 24) ^ (hash >> 48)))
    }
  }

  package init(
    digest: UInt64, text: UInt64, statements: [Mark], passages: [Mark], history: [Mark]
  ) {
    self.digest = digest
    self.text = text
    self.statements = statements
    self.passages = passages
    self.history = history
  }
}

/// An entry piece by piece, with what each is and where it stands.
package struct Outline: Sendable {
  package struct Statement: Sendable {
    package let key: String
    /// Which step it is; nil for what is no item of a list.
    package let item: Int?
    package let mark: Substance.Mark
    /// Bytes from the top of the file.
    package let range: Range<Int>
  }

  package struct Passage: Sendable {
    package let mark: Substance.Mark
    package let range: Range<Int>
  }

  package private(set) var statements: [Statement] = []
  package private(set) var passages: [Passage] = []
  package private(set) var history: [Statement] = []
  /// Where the line stands that ends the front matter.
  package let end: Int
  /// The keys of the front matter, with where their values stand.
  package private(set) var keys: [(name: String, range: Range<Int>)] = []
  private var whole: UInt64 = 0
  private var text: UInt64 = 0

  package var substance: Substance {
    Substance(
      digest: joined(whole, text), text: text, statements: statements.map(\.mark),
      passages: passages.map(\.mark), history: history.map(\.mark))
  }

  /// What cannot change without a word to readers.
  private static let said: Set = [
    "title", "summary", "published", "companies", "regulators", "provisions",
  ]
  /// What readers do not see, or what tells of changes itself.
  private static let unseen: Set = [
    "draft", "autolink", "formerly", "merged", "anchors", "checked", "history", "nav",
    "noindex",
  ]

  /// The outline of an entry whose front matter is `node`, ends at `end`, and whose text begins at
  /// `start`.
  init(
    of node: YAMLNode?, _ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, textFrom start: Int
  ) {
    self.end = end
    if case .record(let pairs) = node?.kind {
      for (key, value) in pairs {
        if case .scalar(let name) = key.kind { add(name, value) }
      }
    }
    var reader = PassageReader(bytes, from: start)
    while let passage = reader.next() { passages.append(passage) }
    text = reader.whole.value
  }

  private mutating func add(_ name: String, _ value: YAMLNode) {
    keys.append((name, value.start..<value.end))
    let hash = joined(hash(of: name), value.substance)
    if !Self.unseen.contains(name) { whole &+= hash }
    if case .list(let items) = value.kind, name == "steps" || name == "history" {
      for (position, item) in items.enumerated() {
        let statement = Statement(
          key: name, item: position, mark: Substance.Mark(joined(0, item.substance)),
          range: item.start..<item.end)
        if name == "steps" { statements.append(statement) } else { history.append(statement) }
      }
    } else if Self.said.contains(name) {
      statements.append(
        Statement(
          key: name, item: nil, mark: Substance.Mark(hash), range: value.start..<value.end))
    }
  }
}

/// The words of a text as they are read one by one (FNV-1a, 64 bits).
private struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  private var isBehindSpace = false
  private(set) var isEmpty = true

  mutating func add(_ byte: UInt8) {
    if byte == 0x20 || (0x09...0x0D).contains(byte) {
      isBehindSpace = true
      return
    }
    if isBehindSpace, !isEmpty { mix(0x20) }
    (isBehindSpace, isEmpty) = (false, false)
    mix(byte)
  }

  private mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

private func hash(of text: String) -> UInt64 {
  var hash = WordHash()
  for byte in text.utf8 { hash.add(byte) }
  return hash.value
}

/// Two hashes in this order as one.
private func joined(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let product = (left ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
    by: right ^ 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}

extension YAMLNode {
  /// A record is the same in any order of its keys, a list is not. As deep as the reader goes.
  fileprivate var substance: UInt64 {
    switch kind {
    case .scalar(let text): hash(of: text)
    case .list(let items): items.reduce(1) { joined($0, $1.substance) }
    case .record(let pairs):
      pairs.reduce(2) { $0 &+ joined($1.key.substance, $1.value.substance) }
    case .broken: 3
    }
  }
}

/// Reads a text passage by passage: a sentence, or what empty lines keep apart.
private struct PassageReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset: Int
  private(set) var whole = WordHash()

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    offset = min(start, bytes.count)
  }

  mutating func next() -> Outline.Passage? {
    var hash = WordHash()
    var (start, end) = (offset, offset)
    var isBlankLine = true
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      hash.add(byte)
      whole.add(byte)
      if byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
        if end == offset - 1, end > start, endsSentence(start..<end) { break }
        guard byte == 0x0A else { continue }
        if isBlankLine, !hash.isEmpty { break }
        isBlankLine = true
      } else {
        if end == start { start = offset - 1 }
        end = offset
        isBlankLine = false
      }
    }
    guard !hash.isEmpty else { return nil }
    return Outline.Passage(mark: Substance.Mark(joined(1, hash.value)), range: start..<end)
  }

  /// Whether the text of a range ends as a sentence does, notes and closing marks aside.
  private func endsSentence(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "*"),
        UInt8(ascii: "_"):
        end -= 1
      case UInt8(ascii: "]"):
        let note = bytes[max(range.lowerBound, end - 100)..<end].lastIndex(of: UInt8(ascii: "["))
        guard let note, bytes[note + 1] == UInt8(ascii: "^") else { return false }
        end = note
      default: return false
      }
    }
    return false
  }
}

extension Substance {
  /// What `text` is where there is none.
  package static let noText = WordHash().value
}

extension Outline {
  /// The outline of an entry's file; nil where its front matter cannot be read.
  package init?(of bytes: [UInt8], path: String) {
    let outline = bytes.withUnsafeBufferPointer { buffer -> Outline? in
      let start = SourceText(buffer, path: path).start
      guard case .found(let yaml, let bodyStart) = FrontMatter(in: buffer, from: start) else {
        return nil
      }
      let document = YAMLReader.document(
        in: UnsafeBufferPointer(rebasing: buffer[yaml]), from: yaml.lowerBound, path: path)
      return Outline(
        of: document.value, buffer, endingAt: yaml.upperBound, textFrom: bodyStart)
    }
    guard let outline else { return nil }
    self = outline
  }
}
