/// What stands in a stretch of text, as far as it decides how the text is written: seen in one look.
struct TextTraits {
  private(set) var spaces = 0
  private(set) var isASCII = true
  /// Whether it is written as it stands. Then it holds no bracket, nothing to escape, no quotation
  /// mark, and no two dots or hyphens in a row; text that is not plain may hold none of them either.
  private(set) var isPlain = true

  init(of text: Bytes) {
    if text.count > Self.width {
      look(atLong: text)
    } else {
      for index in 0..<text.count { look(at: index, of: text) }
    }
  }

  private static let width = 16

  private mutating func look(at index: Int, of text: Bytes) {
    let byte = text[index]
    if byte == .space {
      spaces += 1
    } else if byte >= 0x80 {
      isASCII = false
    } else if byte < 0x40 {
      let isPair = index > 0 && text[index - 1] == byte
      if Self.special &>> UInt64(byte) & 1 == 1
        || isPair && Self.paired &>> UInt64(byte) & 1 == 1
      {
        isPlain = false
      }
    } else if byte == UInt8(ascii: "[") {
      isPlain = false
    }
  }

  /// One bit for each byte below 0x40 that needs a look: `" & ' < >`.
  private static let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
  /// The same of those that need one when they are two.
  private static let paired: UInt64 = 1 << 0x2D | 1 << 0x2E

  /// Sixteen bytes at a time, each with the byte in front of it; the last sixteen may have been looked
  /// at in part.
  private mutating func look(atLong text: Bytes) {
    look(at: 0, of: text)
    var index = 1
    var counts = Part16()
    var all = Part16()
    var special = Part16()
    var parts = 0
    let spaces16 = Part16(repeating: .space)
    while index + Self.width <= text.count {
      let part = text.part16(at: index)
      all = all | part
      special = special | Self.special(part, behind: text.part16(at: index - 1))
      counts = counts &+ (part .== spaces16).bits
      index += Self.width
      parts += 1
      if parts == 255 {
        spaces += counts.total
        counts = Part16()
        parts = 0
      }
    }
    if index < text.count {
      let last = text.count - Self.width
      let part = text.part16(at: last)
      all = all | part
      special = special | Self.special(part, behind: text.part16(at: last - 1))
      let places = Part16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
      let isNew = places .>= Part16(repeating: UInt8(truncatingIfNeeded: index - last))
      counts = counts &+ ((part .== spaces16) .& isNew).bits
    }
    spaces += counts.total
    if !all.isASCII { isASCII = false }
    if special.isAnySet { isPlain = false }
  }

  /// Not zero where a byte needs a look: a dot, comma, hyphen or slash when it is two.
  @inline(__always)
  private static func special(
    _ part: Part16, behind before: Part16
  ) -> Part16 {
    let quotes = part .== Part16(repeating: 0x22)
    let apostrophes = (part | Part16(repeating: 0x01)) .== Part16(repeating: 0x27)
    let angles = (part | Part16(repeating: 0x02)) .== Part16(repeating: 0x3E)
    let brackets = part .== Part16(repeating: 0x5B)
    let marks = (quotes .| apostrophes) .| (angles .| brackets)
    let pairs =
      (part .== before) .& ((part | Part16(repeating: 0x03)) .== Part16(repeating: 0x2F))
    return (marks .| pairs).bits
  }
}
