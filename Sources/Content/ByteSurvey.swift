/// What one pass over a file's bytes, eight at a time, says of the characters there may be.
struct ByteSurvey {
  private(set) var isASCII = true
  private(set) var hasReturns = false
  private(set) var hasAmpersands = false
  /// Whether there is a byte that is part of a control character, or may be.
  private(set) var mayHoldControls = false

  init(of bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var found = Findings()
    var offset = 0
    while offset + 8 <= raw.count {
      found.add(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    while offset < raw.count {
      // Seven line feeds beside it are nothing to find.
      found.add(0x0A0A_0A0A_0A0A_0A00 | UInt64(raw[offset]))
      offset &+= 1
    }
    isASCII = found.highs == 0
    hasReturns = found.returns & Findings.tops != 0
    hasAmpersands = found.ampersands & Findings.tops != 0
    mayHoldControls = found.controls & Findings.tops != 0 || found.lastLeads & Findings.tops != 0
  }

  /// For each test the bytes that pass it, in their top bits. Bits are exact for the ASCII bytes, and
  /// those of bytes from 0x80 on are left out where they would mislead.
  private struct Findings {
    static let tops: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    var highs: UInt64 = 0
    var returns: UInt64 = 0
    var ampersands: UInt64 = 0
    /// Below 0x20 and neither line feed, tab nor carriage return; or DEL.
    var controls: UInt64 = 0
    /// 0xC2 and 0xEF, which begin the forbidden characters beyond ASCII.
    var lastLeads: UInt64 = 0

    @inline(__always)
    mutating func add(_ word: UInt64) {
      if !Self.isSuspect(word) { return }
      let low = word & ~Self.tops
      let high = word & Self.tops
      highs |= high
      let returned = Self.equal(low, 0x0D) & ~high
      returns |= returned
      ampersands |= Self.equal(low, 0x26) & ~high
      let below = ~(low &+ 0x60 &* Self.ones)
      let allowed = Self.equal(low, 0x0A) | Self.equal(low, 0x09) | returned
      controls |= (below & ~allowed | Self.equal(low, 0x7F)) & ~high
      if high != 0 { lastLeads |= (Self.equal(low, 0x42) | Self.equal(low, 0x6F)) & high }
    }

    /// Whether a byte may be anything but a letter, a digit or a sign that is of no interest: never
    /// wrong where it says no (Mycroft's test, whose borrows only ever add bits).
    @inline(__always)
    private static func isSuspect(_ word: UInt64) -> Bool {
      func holds(_ byte: UInt64) -> UInt64 {
        let rest = word ^ byte &* ones
        return (rest &- ones) & ~rest
      }
      let below = (word &- 0x20 &* ones) & ~word
      return (word | below | holds(0x26) | holds(0x7F)) & tops != 0
    }

    /// The top bit of each byte of `low`, all below 0x80, that is `byte`.
    @inline(__always)
    private static func equal(_ low: UInt64, _ byte: UInt64) -> UInt64 {
      ~((low ^ byte &* ones) &+ 0x7F &* ones)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the first sequence begins that is not UTF-8 (Unicode 16, table 3-7); nil when all of it
  /// is.
  var firstOutsideUTF8: Int? {
    let raw = UnsafeRawBufferPointer(self)
    var offset = 0
    while offset < count {
      if offset + 8 <= count,
        raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        offset &+= 8
        continue
      }
      let length = lengthOfCharacter(at: offset)
      if length == 0 { return offset }
      offset &+= length
    }
    return nil
  }

  /// 1 to 4 for a well-formed character, 0 for none.
  private func lengthOfCharacter(at offset: Int) -> Int {
    func holds(_ second: ClosedRange<UInt8>, length: Int) -> Int {
      guard offset + length <= count, second.contains(self[offset + 1]) else { return 0 }
      for index in 2..<length where self[offset + index] & 0xC0 != 0x80 {
        return 0
      }
      return length
    }
    return switch self[offset] {
    case 0..<0x80: 1
    case 0xC2...0xDF: holds(0x80...0xBF, length: 2)
    case 0xE0: holds(0xA0...0xBF, length: 3)
    case 0xED: holds(0x80...0x9F, length: 3)
    case 0xE1...0xEF: holds(0x80...0xBF, length: 3)
    case 0xF0: holds(0x90...0xBF, length: 4)
    case 0xF1...0xF3: holds(0x80...0xBF, length: 4)
    case 0xF4: holds(0x80...0x8F, length: 4)
    default: 0
    }
  }
}
