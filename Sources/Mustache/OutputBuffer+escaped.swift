extension OutputBuffer {
  /// Appends text so that it means itself in HTML and XML, in element content and in attributes:
  /// `&`, `<`, `>`, `"` and `'` are written as references.
  package mutating func appendEscaped(_ text: String) {
    text.withUTF8Bytes { appendEscaped($0) }
  }

  /// Appends UTF-8 with the five markup characters written as references.
  package mutating func appendEscaped(_ text: UnsafeRawBufferPointer) {
    var rest = text
    while true {
      let copied = write(atMost: rest.count) { room in rest.copyUntilMarkup(to: room) }
      guard copied < rest.count else { return }
      appendReference(to: rest[copied])
      rest = UnsafeRawBufferPointer(rebasing: rest[(copied + 1)...])
    }
  }

  /// Appends markup as it is, and then text with the five markup characters as references.
  mutating func append(_ markup: UnsafeRawBufferPointer, thenEscaped text: String) {
    text.withUTF8Bytes { text in
      let written = write(atMost: markup.count + text.count) { room in
        room.copyMemory(from: markup)
        let behind = UnsafeMutableRawBufferPointer(rebasing: room[markup.count...])
        return markup.count + text.copyUntilMarkup(to: behind)
      }
      let copied = written - markup.count
      if copied < text.count {
        appendEscaped(UnsafeRawBufferPointer(rebasing: text[copied...]))
      }
    }
  }

  private mutating func appendReference(to byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case UInt8(ascii: "\""): append("&quot;")
    default: append("&#39;")
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Copies up to the first markup character and returns how many bytes stand before it.
  ///
  /// `room` must be as long as the text; what is behind the returned count is scratch.
  @inline(__always)
  fileprivate func copyUntilMarkup(to room: UnsafeMutableRawBufferPointer) -> Int {
    guard count >= 8 else { return copyBytesUntilMarkup(from: 0, to: room) }
    var offset = 0
    while offset < count {
      // The last eight bytes may overlap those before: copying them again is cheaper than a loop.
      let start = Swift.min(offset, count - 8)
      let word = loadUnaligned(fromByteOffset: start, as: UInt64.self)
      if word.mayHoldMarkup {
        let end = copyBytesUntilMarkup(from: start, upTo: start + 8, to: room)
        if end < start + 8 { return end }
      } else {
        room.storeBytes(of: word, toByteOffset: start, as: UInt64.self)
      }
      offset = start + 8
    }
    return count
  }

  @inline(__always)
  private func copyBytesUntilMarkup(
    from start: Int, upTo end: Int? = nil, to room: UnsafeMutableRawBufferPointer
  ) -> Int {
    var offset = start
    let end = end ?? count
    while offset < end {
      let byte = self[offset]
      if byte.isMarkup { break }
      room[offset] = byte
      offset += 1
    }
    return offset
  }
}

extension UInt64 {
  /// Whether one of eight bytes may be a markup character: always true when one is.
  ///
  /// `"` `&` `'` become 0x27 when bits 0 and 2 are set (and so does `#`), `<` `>` become 0x3E with
  /// bit 1; a byte that then equals the constant leaves a zero byte, found with Mycroft's test.
  fileprivate var mayHoldMarkup: Bool {
    let quotes = (self | 0x0505_0505_0505_0505) ^ 0x2727_2727_2727_2727
    let angles = (self | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E
    return (quotes.zeroBytes | angles.zeroBytes) != 0
  }

  /// Not 0 exactly when one of the eight bytes is.
  private var zeroBytes: UInt64 {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
  }
}

extension UInt8 {
  fileprivate var isMarkup: Bool {
    switch self {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
