/// A set of bytes that text is searched for.
struct ByteSet: Sendable {
  /// Bit by bit, from byte 0 on.
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// Whether all of them are capitals of ASCII or no ASCII at all, as names nearly always begin.
  private var areCapitals = true

  init() {}

  init(_ bytes: StaticString) {
    for byte in bytes.bytes { insert(byte) }
  }

  mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 0x3F)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
    if byte < 0x80, byte &- 0x41 >= 26 { areCapitals = false }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let word =
      byte < 0x80
      ? (byte < 0x40 ? words.0 : words.1) : (byte < 0xC0 ? words.2 : words.3)
    return word &>> UInt64(byte & 0x3F) & 1 == 1
  }

  /// The offset of the first byte in `range` that is in the set, or nil.
  func first(in text: Bytes, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    let end = range.upperBound
    if areCapitals {
      while index &+ 8 <= end {
        let word = text.word(at: index)
        let low = word & 0x7F7F_7F7F_7F7F_7F7F
        // The top bit of each byte from `A` to `Z` or outside ASCII.
        var hits =
          ((low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ 0x2525_2525_2525_2525) | word)
          & 0x8080_8080_8080_8080
        while hits != 0 {
          let hit = index &+ hits.trailingZeroBitCount &>> 3
          if contains(text[hit]) { return hit }
          hits &= hits &- 1
        }
        index &+= 8
      }
    }
    while index < end {
      if contains(text[index]) { return index }
      index &+= 1
    }
    return nil
  }
}
