/// Text as libcmark read it, compared with how it was typed on one line of the source.
struct TextMatch {
  /// The offset in the source behind what has been compared.
  private(set) var offset: Int
  /// The index in the text behind what has been compared.
  private(set) var index = 0
  private let end: Int

  init(at offset: Int, before end: Int) {
    self.offset = offset
    self.end = end
  }

  func isWhole(of literal: Bytes) -> Bool { index == literal.count }

  /// Goes on until the text or the line ends, or the two differ.
  mutating func run(through literal: Bytes, in source: Bytes) {
    while index < literal.count, offset < end, step(literal, in: source) {}
  }

  /// Goes back to the beginning of a character of which only the first bytes were the same.
  mutating func leaveBrokenCharacter(of literal: Bytes) {
    while index > 0, index < literal.count, literal[index].isContinuation {
      index -= 1
      offset -= 1
    }
  }

  private mutating func step(_ literal: Bytes, in source: Bytes) -> Bool {
    let typed = source[offset]
    let read = literal[index]
    switch typed {
    case UInt8(ascii: "\\")
    where offset + 1 < end && source[offset + 1] == read && read.isASCIIPunctuation:
      offset += 2
      index += 1
    case UInt8(ascii: "&"):
      return passReference(literal, in: source)
    case 0 where literal.holds(("\u{FFFD}" as StaticString).bytes, at: index):
      offset += 1
      index += 3
    default:
      guard typed == read else { return false }
      offset += 1
      index += 1
    }
    return true
  }

  private mutating func passReference(_ literal: Bytes, in source: Bytes) -> Bool {
    let isAmpersand = literal[index] == UInt8(ascii: "&")
    guard let reference = CharacterReference(at: offset, in: source, before: end),
      !isAmpersand || reference.isAmpersand
    else {
      guard isAmpersand else { return false }
      offset += 1
      index += 1
      return true
    }
    offset = reference.range.upperBound
    passScalar(literal)
    // A few names stand for a letter and a combining mark.
    if index < literal.count, literal[index] >= 0x80, offset < end, source[offset] < 0x80 {
      passScalar(literal)
    }
    return true
  }

  private mutating func passScalar(_ literal: Bytes) {
    index += 1
    while index < literal.count, literal[index].isContinuation { index += 1 }
  }
}

/// A character reference such as `&amp;` or `&#38;` as it stands in the source.
struct CharacterReference {
  let range: Range<Int>
  /// Whether it stands for `&` itself.
  let isAmpersand: Bool

  /// The longest name in HTML has 31 letters.
  private static let longest = 34

  init?(at start: Int, in source: Bytes, before end: Int) {
    let limit = min(end, start + Self.longest)
    var offset = start + 1
    while offset < limit {
      let byte = source[offset]
      guard byte.isLetter || byte.isDigit || byte == UInt8(ascii: "#") else { break }
      offset += 1
    }
    guard offset < limit, offset > start + 1, source[offset] == UInt8(ascii: ";") else {
      return nil
    }
    range = start..<offset + 1
    isAmpersand = Self.isAmpersand(source.part(start + 1..<offset))
  }

  private static func isAmpersand(_ name: Bytes) -> Bool {
    if name.equals("amp") || name.equals("AMP") { return true }
    guard name.first == UInt8(ascii: "#"), name.count > 1 else { return false }
    let isHexadecimal = name[1] | 0x20 == UInt8(ascii: "x")
    let digits = name.part((isHexadecimal ? 2 : 1)..<name.count)
    return Int(digits.text, radix: isHexadecimal ? 16 : 10) == 0x26
  }
}
