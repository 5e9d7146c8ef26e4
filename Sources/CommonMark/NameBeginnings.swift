/// How names begin: nearly every place of a text is told from it to begin none.
struct NameBeginnings: Sendable {
  /// Bit by bit, from byte 0 on, the bytes of HTML that a name may begin with.
  private var bytes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// Whether all of these are capitals of ASCII or no ASCII at all, as names nearly always begin.
  private var areCapitals = true
  /// A bit for each two bytes that a name begins with whose first four are not told below.
  private var pairs = [UInt64](repeating: 0, count: 1024)
  /// A bit for the hash of the first four bytes of each other name.
  private var quads = [UInt64](repeating: 0, count: 1024)

  /// `key` is a name as text is compared with it, not empty.
  mutating func insert(_ key: [UInt8]) {
    if NormalizedText.isRewritten(key[0]) {
      insert(byte: key[0])
      insertPairs(of: key[0])
      // Escapes and typographic marks begin otherwise.
      for byte in NormalizedText.rewriting {
        insert(byte: byte)
        insertPairs(of: byte)
      }
      return
    }
    insert(byte: key[0])
    let stable = key.prefix { $0 != .space && !NormalizedText.isRewritten($0) }.count
    if stable >= 4 {
      let word = key[..<4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let hash = Self.hash(word)
      quads[hash >> 6] |= 1 << UInt64(hash & 0x3F)
    } else if stable >= 2 {
      pairs[Int(key[0]) << 2 | Int(key[1] >> 6)] |= 1 << UInt64(key[1] & 0x3F)
    } else {
      // Behind a name of one byte, and where HTML writes the second otherwise, anything may stand.
      insertPairs(of: key[0])
    }
  }

  private mutating func insertPairs(of first: UInt8) {
    for word in Int(first) << 2..<(Int(first) + 1) << 2 { pairs[word] = .max }
  }

  private mutating func insert(byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 0x3F)
    switch byte >> 6 {
    case 0: bytes.0 |= bit
    case 1: bytes.1 |= bit
    case 2: bytes.2 |= bit
    default: bytes.3 |= bit
    }
    if byte < 0x80, byte &- 0x41 >= 26 { areCapitals = false }
  }

  @inline(__always)
  private static func hash(_ word: UInt32) -> Int { Int((word &* 0x9E37_79B1) &>> 16) }

  @inline(__always)
  private func contains(_ byte: UInt8) -> Bool {
    let word =
      byte < 0x80
      ? (byte < 0x40 ? bytes.0 : bytes.1) : (byte < 0xC0 ? bytes.2 : bytes.3)
    return word &>> UInt64(byte & 0x3F) & 1 == 1
  }

  /// Whether a name may begin at an offset.
  @inline(__always)
  private func isLikely(at offset: Int, in text: Bytes) -> Bool {
    guard offset &+ 4 <= text.count else { return contains(text[offset]) }
    let word = UInt32(
      littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
        fromByteOffset: offset, as: UInt32.self))
    let hash = Self.hash(word)
    let pair = Int(word & 0xFF) << 2 | Int(word &>> 14 & 3)
    let quads = quads[hash &>> 6] &>> UInt64(hash & 0x3F)
    let pairs = pairs[pair] &>> UInt64(word &>> 8 & 0x3F)
    return (quads | pairs) & 1 == 1
  }

  /// The first offset in `range` where a name may begin, or nil.
  func first(in text: Bytes, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    let end = range.upperBound
    if areCapitals {
      while index < end, index &+ 16 <= text.count {
        let part = text.part16(at: index)
        let capitals = (part &- Part16(repeating: 0x41)) .< Part16(repeating: 26)
        let (first, last) = (capitals .| (part .> Part16(repeating: 0x7F))).bits.words
        if first | last != 0,
          let hit = likely(in: text, at: index, first) ?? likely(in: text, at: index &+ 8, last)
        {
          return hit < end ? hit : nil
        }
        index &+= 16
      }
    }
    while index < end {
      if contains(text[index]), isLikely(at: index, in: text) { return index }
      index &+= 1
    }
    return nil
  }

  /// The same among the eight bytes at `index`, of which one bit each tells where to look.
  @inline(__always)
  private func likely(in text: Bytes, at index: Int, _ places: UInt64) -> Int? {
    var places = places
    while places != 0 {
      let place = index &+ places.trailingZeroBitCount &>> 3
      if isLikely(at: place, in: text) { return place }
      places &= places &- 1
    }
    return nil
  }
}
