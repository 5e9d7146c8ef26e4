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
    var rest = text
    while true {
      let copied = write(atMost: rest.count) { room in rest.copyUntilNote(to: room) }
      guard copied < rest.count else { return }
      appendNote(rest[copied])
      let length = max(1, rest.lengthForbidden(at: copied))
      rest = UnsafeRawBufferPointer(rebasing: rest[(copied + length)...])
    }
  }

  /// What stands for a byte of note: a reference, or nothing for what is forbidden.
  private mutating func appendNote(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    default: break
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Copies up to the first byte that may not stand as it is, and returns how many stand before it.
  ///
  /// `room` must be as long as the text; what is behind the returned count is scratch.
  fileprivate func copyUntilNote(to room: UnsafeMutableRawBufferPointer) -> Int {
    guard let source = baseAddress, let target = room.baseAddress else { return 0 }
    var offset = 0
    while offset + 8 <= count {
      let word = source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
      let notes = UInt64(littleEndian: word).bytesOfNote
      if notes == 0 {
        offset &+= 8
      } else {
        offset &+= notes.trailingZeroBitCount / 8
        if mustChange(at: offset) { return offset }
        offset &+= 1
      }
    }
    while offset < count, !mustChange(at: offset) {
      target.storeBytes(of: self[offset], toByteOffset: offset, as: UInt8.self)
      offset &+= 1
    }
    return offset
  }

  /// Whether the byte at `offset` is markup, or begins a character that is forbidden.
  private func mustChange(at offset: Int) -> Bool {
    switch self[offset] {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
    default: lengthForbidden(at: offset) > 0
    }
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

extension UInt64 {
  /// The top bit of bytes that may be of note: of the lowest such byte always, and never of a lower
  /// one (Mycroft's test, whose borrows run upwards only).
  fileprivate var bytesOfNote: UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
    let controls = (self &- 0x20 &* ones) & ~self & tops
    let angles = zeros((self | 0x02 &* ones) ^ 0x3E &* ones)
    let ampersands = zeros(self ^ 0x26 &* ones)
    let lastPlane = zeros(self ^ 0xEF &* ones)
    return controls | angles | ampersands | lastPlane
  }
}
