/// Makes the anchors of a body's headings: unique, and the same for the same text.
///
/// An anchor is made of the heading's text alone, so other headings may come and go. Where two
/// headings have the same text, the first keeps it; a later one adds the headings it stands under,
/// nearest first, and only then a count.
struct HeadingAnchors {
  /// Prefixes that are left to notes, references and the page around the body.
  static let reservedPrefixes = ["note-", "ref-", "page-"]

  struct Entry {
    let level: Int
    /// Its text's range in the text of all headings.
    let text: Range<Int>
  }

  /// Adds the anchors of `entries`, in their order, to a list that holds none.
  static func append(
    _ entries: [Entry], in text: Bytes, reserved: [String] = [], to anchors: inout [String]
  ) {
    for entry in entries { anchors.append(plain(text.part(entry.text), reserved: reserved)) }
    if anchors.count > 1, !areDistinct(anchors) { distinguish(entries, &anchors) }
  }

  private static func distinguish(_ entries: [Entry], _ anchors: inout [String]) {
    let plain = anchors
    var used = NameList()
    var repeated: Set<Int> = []
    for (index, anchor) in plain.enumerated() {
      if used.position(of: anchor) == nil { used.append(anchor) } else { repeated.insert(index) }
    }
    guard !repeated.isEmpty else { return }
    var parents: [Int] = []
    var counts: [String: Int] = [:]
    for index in entries.indices {
      while let last = parents.last, entries[last].level >= entries[index].level {
        parents.removeLast()
      }
      if repeated.contains(index) {
        anchors[index] = distinct(
          plain[index], under: parents.map { plain[$0] }, used: &used, counts: &counts)
      }
      parents.append(index)
    }
  }

  /// Whether a few anchors are known to differ; of many it is not asked.
  private static func areDistinct(_ anchors: [String]) -> Bool {
    guard anchors.count <= 8 else { return false }
    for index in anchors.indices.dropFirst() {
      for other in 0..<index where anchors[other] == anchors[index] { return false }
    }
    return true
  }

  private static func distinct(
    _ anchor: String, under parents: [String], used: inout NameList, counts: inout [String: Int]
  ) -> String {
    var candidate = anchor
    for parent in parents.reversed() {
      candidate += "-" + parent
      if used.position(of: candidate) == nil {
        used.append(candidate)
        return candidate
      }
    }
    var count = counts[candidate] ?? 2
    while used.position(of: "\(candidate)-\(count)") != nil { count += 1 }
    counts[candidate] = count + 1
    used.append("\(candidate)-\(count)")
    return "\(candidate)-\(count)"
  }

  private static func plain(_ text: Bytes, reserved: [String]) -> String {
    let slug = slug(of: text)
    if slug.isEmpty { return "section" }
    let isReserved = reserved.contains(slug) || hasReservedPrefix(slug)
    return isReserved ? "section-" + slug : slug
  }

  private static func hasReservedPrefix(_ slug: String) -> Bool {
    switch slug.utf8.first {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "p"):
      reservedPrefixes.contains { slug.hasPrefix($0) }
    default: false
    }
  }

  /// Lower-case letters and digits of any script with their marks, `_`, and single hyphens for
  /// everything between words.
  static func slug(of text: Bytes) -> String {
    // Lower case may take more bytes than upper: at most three for two.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count * 2) { buffer in
      var slug = SlugBuffer(buffer)
      slug.append(text)
      return String(decoding: buffer[..<slug.count], as: UTF8.self)
    }
  }
}

/// A slug in the making, in memory that is large enough.
private struct SlugBuffer {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  /// Whether the next part begins a new word.
  private var isSeparated = false

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func append(_ text: Bytes) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 {
        index += append(scalarAt: index, of: text)
        continue
      }
      index += 1
      if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") {
        append(byte.lowercased)
      } else if byte <= .space || byte == UInt8(ascii: "-") {
        isSeparated = true
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    if isSeparated, count > 0 { put(UInt8(ascii: "-")) }
    isSeparated = false
    put(byte)
  }

  private mutating func put(_ byte: UInt8) {
    guard count < buffer.count else { return }
    buffer[count] = byte
    count += 1
  }

  /// Appends a character outside ASCII if it is part of a word; returns its length.
  private mutating func append(scalarAt index: Int, of text: Bytes) -> Int {
    let byte = text[index]
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    let character = String(decoding: text.part(index..<index + length), as: UTF8.self)
    guard let scalar = character.unicodeScalars.first else { return length }
    if scalar.isPartOfWord {
      for byte in scalar.properties.lowercaseMapping.utf8 { append(byte) }
    } else if scalar.properties.isWhitespace || scalar.properties.isDash {
      isSeparated = true
    }
    return length
  }
}

extension Unicode.Scalar {
  /// A letter, digit or combining mark of any script.
  var isPartOfWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
