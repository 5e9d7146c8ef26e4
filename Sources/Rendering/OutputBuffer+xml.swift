import Mustache

extension OutputBuffer {
  /// Appends text so that it means itself in XML element content.
  mutating func appendXML(_ text: String) {
    var text = text
    text.withUTF8 { appendXML(UnsafeRawBufferPointer($0)) }
  }

  /// Appends UTF-8 with `&`, `<` and `>` as references and without the characters that XML 1.0
  /// §2.2 does not allow in a document, which would make a feed unreadable.
  mutating func appendXML(_ text: UnsafeRawBufferPointer) {
    var start = 0
    var offset = 0
    while offset < text.count {
      offset = text.nextOfNote(from: offset)
      guard offset < text.count else { break }
      let skipped = text.lengthForbidden(at: offset)
      let reference = Self.reference(to: text[offset])
      guard skipped > 0 || reference != nil else {
        offset += 1
        continue
      }
      append(UnsafeRawBufferPointer(rebasing: text[start..<offset]))
      if let reference { append(reference) }
      offset += max(skipped, 1)
      start = offset
    }
    append(UnsafeRawBufferPointer(rebasing: text[start...]))
  }

  private static func reference(to byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: nil
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The first offset from `start` on whose byte may need a change; `count` when none does.
  fileprivate func nextOfNote(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count, !loadUnaligned(fromByteOffset: offset, as: UInt64.self).isOfNote {
      offset += 8
    }
    while offset < count, !self[offset].isOfNote { offset += 1 }
    return offset
  }

  /// How many bytes the forbidden character at `offset` takes; 0 where it is allowed.
  fileprivate func lengthForbidden(at offset: Int) -> Int {
    switch self[offset] {
    case 0x09, 0x0A, 0x0D: 0
    case 0..<0x20: 1
    // U+FFFE and U+FFFF.
    case 0xEF
    where offset + 2 < count && self[offset + 1] == 0xBF && self[offset + 2] >= 0xBE: 3
    default: 0
    }
  }
}

extension UInt8 {
  fileprivate var isOfNote: Bool {
    switch self {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xEF, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
    default: false
    }
  }
}

extension UInt64 {
  /// Whether one of eight bytes may be of note: always true when one is (line feeds are let by
  /// only later).
  fileprivate var isOfNote: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
    let controls = (self &- 0x20 &* ones) & ~self & tops
    let angles = zeros((self | 0x02 &* ones) ^ 0x3E &* ones)
    let ampersands = zeros(self ^ 0x26 &* ones)
    let lastPlane = zeros(self ^ 0xEF &* ones)
    return controls | angles | ampersands | lastPlane != 0
  }
}
