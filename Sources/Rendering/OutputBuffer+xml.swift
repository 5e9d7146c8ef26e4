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
    var offset = 0
    while offset < text.count {
      let room = min(text.count - offset, Self.stretch) + UnsafeRawBufferPointer.stepOfXML
      _ = write(atMost: room) { text.copyAsXML(from: &offset, to: $0) }
    }
  }

  /// For how many bytes room is made at once.
  private static var stretch: Int { 4_096 }
}

extension UnsafeRawBufferPointer {
  /// What a step of `copyAsXML` may write: sixteen bytes, and a word behind at most fifteen of them.
  fileprivate static var stepOfXML: Int { 24 }

  /// Copies what is behind `offset` for as long as there is room for a step, and moves `offset` on;
  /// returns how many bytes it wrote. What is behind them is scratch.
  fileprivate func copyAsXML(
    from offset: inout Int, to room: UnsafeMutableRawBufferPointer
  ) -> Int {
    guard let source = baseAddress, let target = room.baseAddress else { return 0 }
    let last = room.count - Self.stepOfXML
    var written = 0
    while offset < count, written <= last {
      if offset + 16 <= count {
        let part = source.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
        target.storeBytes(of: part, toByteOffset: written, as: SIMD16<UInt8>.self)
        let plain = part.countBeforeNote
        offset &+= plain
        written &+= plain
        if plain == 16 { continue }
      } else if offset + 8 <= count {
        let word = source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        target.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
        let notes = UInt64(littleEndian: word).bytesOfNote
        let plain = notes == 0 ? 8 : notes.trailingZeroBitCount / 8
        offset &+= plain
        written &+= plain
        if notes == 0 { continue }
      }
      let byte = source.load(fromByteOffset: offset, as: UInt8.self)
      if let reference = XMLReference(byte) {
        target.storeBytes(of: reference.bytes, toByteOffset: written, as: UInt64.self)
        written &+= reference.count
        offset &+= 1
        continue
      }
      let forbidden = lengthForbidden(at: offset)
      target.storeBytes(of: byte, toByteOffset: written, as: UInt8.self)
      written &+= forbidden == 0 ? 1 : 0
      offset &+= forbidden == 0 ? 1 : forbidden
    }
    return written
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

/// What stands for a byte of markup, in the first bytes of a word.
private struct XMLReference {
  let bytes: UInt64
  let count: Int

  init?(_ byte: UInt8) {
    // Read from the right: `;pma&`, `;tl&`, `;tg&`.
    switch byte {
    case UInt8(ascii: "&"): (bytes, count) = (UInt64(0x3B_70_6D_61_26).littleEndian, 5)
    case UInt8(ascii: "<"): (bytes, count) = (UInt64(0x3B_74_6C_26).littleEndian, 4)
    case UInt8(ascii: ">"): (bytes, count) = (UInt64(0x3B_74_67_26).littleEndian, 4)
    default: return nil
    }
  }
}

extension SIMD16<UInt8> {
  /// How many bytes stand before the first that may be of note.
  @inline(__always)
  fileprivate var countBeforeNote: Int {
    func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
    let angles = (self | all(0x02)) .== all(0x3E)
    let others = (self .== all(0x26)) .| (self .== all(0xEF)) .| (self .< all(0x20))
    let words = unsafeBitCast(angles .| others, to: SIMD2<UInt64>.self)
    let first = UInt64(littleEndian: words[0]).trailingZeroBitCount / 8
    return first < 8 ? first : 8 + UInt64(littleEndian: words[1]).trailingZeroBitCount / 8
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
