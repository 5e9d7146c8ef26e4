/// A stretch of HTML text read as names are compared: escapes undone, quotation marks and apostrophes
/// straight, all white space a space.
struct NormalizedText {
  private let html: Bytes
  private let end: Int
  private let start: Int

  init(_ html: Bytes, in range: Range<Int>) {
    self.html = html
    start = range.lowerBound
    end = range.upperBound
  }

  /// Whether a byte of normalized text may stand in HTML as one of `rewriting`.
  static func isRewritten(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// What escapes and typographic marks begin with.
  static let rewriting: [UInt8] = [UInt8(ascii: "&"), 0xC2, 0xE2]

  /// One byte of the normalized text, and how many bytes of HTML it stands for; nil at the end.
  @inline(__always)
  func unit(at offset: Int) -> (byte: UInt8, width: Int)? {
    guard offset < end else { return nil }
    let byte = html[offset]
    switch byte {
    case UInt8(ascii: "&"), 0xC2, 0xE2, .space, .lineFeed: return special(byte, at: offset)
    default: return (byte, 1)
    }
  }

  private func special(_ byte: UInt8, at offset: Int) -> (byte: UInt8, width: Int) {
    switch byte {
    case .space, .lineFeed:
      var behind = offset + 1
      while behind < end, html[behind] == .space || html[behind] == .lineFeed { behind += 1 }
      return (.space, behind - offset)
    case UInt8(ascii: "&"):
      if html.holds(("&amp;" as StaticString).bytes, at: offset) { return (byte, 5) }
      if html.holds(("&lt;" as StaticString).bytes, at: offset) { return (UInt8(ascii: "<"), 4) }
      if html.holds(("&gt;" as StaticString).bytes, at: offset) { return (UInt8(ascii: ">"), 4) }
      if html.holds(("&quot;" as StaticString).bytes, at: offset) { return (UInt8(ascii: "\""), 6) }
      return (byte, 1)
    default: return Self.typographic(at: offset, in: html, before: end)
    }
  }

  /// Reads U+00xx and U+20xx marks that stand for ASCII ones.
  private static func typographic(
    at offset: Int, in text: Bytes, before end: Int
  ) -> (byte: UInt8, width: Int) {
    let quote = UInt8(ascii: "\"")
    let narrow = ("\u{202F}" as StaticString).bytes
    if text.holds(("«" as StaticString).bytes, at: offset) {
      return (quote, text.holds(narrow, at: offset + 2) ? 5 : 2)
    }
    if text.holds(("»" as StaticString).bytes, at: offset) { return (quote, 2) }
    if text.holds(("\u{A0}" as StaticString).bytes, at: offset) { return (.space, 2) }
    guard offset + 2 < end, text[offset] == 0xE2, text[offset + 1] == 0x80 else {
      return (text[offset], 1)
    }
    switch text[offset + 2] {
    case 0x98, 0x99, 0x9A: return (UInt8(ascii: "'"), 3)
    case 0x9C, 0x9D, 0x9E: return (quote, 3)
    case 0xAF:
      return text.holds(("»" as StaticString).bytes, at: offset + 3) ? (quote, 5) : (.space, 3)
    default: return (text[offset], 1)
    }
  }

  /// A name in the form in which text is compared with it.
  static func key(of name: String) -> [UInt8] {
    var key: [UInt8] = []
    let escaped = Array(name.utf8)
    escaped.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let unit: (byte: UInt8, width: Int)
        switch bytes[offset] {
        case 0xC2, 0xE2: unit = typographic(at: offset, in: bytes, before: bytes.count)
        case .tab, .lineFeed, .carriageReturn: unit = (.space, 1)
        default: unit = (bytes[offset], 1)
        }
        offset += unit.width
        if unit.byte != .space || (key.last ?? .space) != .space { key.append(unit.byte) }
      }
    }
    if key.last == .space { key.removeLast() }
    return key
  }
}

// MARK: Whole words

extension NormalizedText {
  /// Whether a word may begin here: nothing in front that would be part of it.
  func isWordStart(at offset: Int) -> Bool {
    guard offset > start else { return true }
    let before = html[offset - 1]
    if before < 0x80 {
      switch before {
      // Behind `&` are the letters of an escape.
      case UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "&"): return false
      case UInt8(ascii: "."):
        return offset - 2 < start || !isPartOfWord(before: offset - 1)
      default: return !before.isLetter && !before.isDigit || !isPartOfWord(at: offset)
      }
    }
    return !isPartOfWord(before: offset) || !isPartOfWord(at: offset)
  }

  /// Whether a word may end in front of this offset.
  func isWordEnd(at offset: Int) -> Bool {
    guard offset < end else { return true }
    let next = html[offset]
    if next < 0x80 {
      switch next {
      case UInt8(ascii: "_"), UInt8(ascii: "@"): return false
      // `Amazon.com` does not name Amazon.
      case UInt8(ascii: "."): return offset + 1 >= end || !isPartOfWord(at: offset + 1)
      default: return !next.isLetter && !next.isDigit || !isPartOfWord(before: offset)
      }
    }
    return !isPartOfWord(at: offset) || !isPartOfWord(before: offset)
  }

  private func isPartOfWord(before offset: Int) -> Bool {
    var first = offset - 1
    while first > start, html[first].isContinuation { first -= 1 }
    return isPartOfWord(at: first)
  }

  /// Whether the character here belongs to a word whose ends show: scripts that are written without
  /// spaces have none.
  private func isPartOfWord(at offset: Int) -> Bool {
    let byte = html[offset]
    if byte < 0x80 { return byte.isLetter || byte.isDigit }
    let bytes = html.part(offset..<min(offset + 4, html.count))
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
      return false
    }
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      return false
    default: return scalar.isPartOfWord
    }
  }
}
