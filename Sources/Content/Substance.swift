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
  fileprivate static let unseen: Set = [
    "draft", "autolink", "formerly", "merged", "anchors", "checked", "history", "nav",
    "noindex",
  ]

  fileprivate init(of reading: EntryReading) {
    end = reading.end
    if case .record(let pairs) = reading.node?.kind {
      for (key, value) in pairs {
        if case .scalar(let name) = key.kind { add(name, value) }
      }
    }
    whole = reading.seen
    text = reading.words
    var reader = PassageReader(reading.bytes, from: reading.start)
    while let passage = reader.next() { passages.append(passage) }
  }

  private mutating func add(_ name: String, _ value: YAMLNode) {
    keys.append((name, value.start..<value.end))
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
          key: name, item: nil, mark: Substance.Mark(joined(hash(of: name), value.substance)),
          range: value.start..<value.end))
    }
  }
}

/// An entry while it is read, for whoever wants to know what it says; good only for that moment.
package struct EntryReading {
  fileprivate let node: YAMLNode?
  fileprivate let bytes: UnsafeBufferPointer<UInt8>
  /// Where the line stands that ends the front matter, and where the text begins.
  fileprivate let end: Int
  fileprivate let start: Int

  init(
    of node: YAMLNode?, _ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, textFrom start: Int
  ) {
    self.node = node
    self.bytes = bytes
    self.end = end
    self.start = min(start, bytes.count)
  }

  /// The digest of everything that readers see: the same as that of `outline.substance`, for much less.
  package var digest: UInt64 { joined(seen, words) }

  package var outline: Outline { Outline(of: self) }

  /// Of the front matter that readers see.
  fileprivate var seen: UInt64 {
    guard case .record(let pairs) = node?.kind else { return 0 }
    return pairs.reduce(0) { sum, pair in
      guard case .scalar(let name) = pair.key.kind, !Outline.unseen.contains(name) else {
        return sum
      }
      return sum &+ joined(hash(of: name), pair.value.substance)
    }
  }

  /// Of the text.
  fileprivate var words: UInt64 {
    hash(ofWordsIn: UnsafeRawBufferPointer(bytes), start..<bytes.count)
  }
}

/// Of the words of a text, in their order, whatever white space stands between them.
private func hash(ofWordsIn bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
  var hash = Substance.noText
  var index = range.lowerBound
  while index < range.upperBound {
    if bytes[index] <= 0x20 {
      index &+= 1
      continue
    }
    // Eight bytes of a word at a time; how many there are tells where it ends.
    var (piece, count): (UInt64, UInt64) = (0, 0)
    while index < range.upperBound, count < 8, bytes[index] > 0x20 {
      piece |= UInt64(bytes[index]) << (8 &* count)
      index &+= 1
      count &+= 1
    }
    let goesOn = index < range.upperBound && bytes[index] > 0x20
    hash = joined(hash ^ piece, goesOn ? 9 : count)
  }
  return hash
}

private func hash(of text: String) -> UInt64 {
  var text = text
  return text.withUTF8 { hash(ofWordsIn: UnsafeRawBufferPointer($0), 0..<$0.count) }
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

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    offset = start
  }

  mutating func next() -> Outline.Passage? {
    var (start, end) = (offset, offset)
    var isBlankLine = true
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
        if end == offset - 1, end > start, endsSentence(start..<end) { break }
        guard byte == 0x0A else { continue }
        if isBlankLine, end > start { break }
        isBlankLine = true
      } else {
        if end == start { start = offset - 1 }
        end = offset
        isBlankLine = false
      }
    }
    guard end > start else { return nil }
    let hash = hash(ofWordsIn: UnsafeRawBufferPointer(bytes), start..<end)
    return Outline.Passage(mark: Substance.Mark(joined(1, hash)), range: start..<end)
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
  package static let noText: UInt64 = 0xCBF2_9CE4_8422_2325
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
      return EntryReading(
        of: document.value, buffer, endingAt: yaml.upperBound, textFrom: bodyStart
      ).outline
    }
    guard let outline else { return nil }
    self = outline
  }
}
