/// The language of a BCP 47 tag without its region and script, such as `nl` of `nl-BE`.
///
/// Kept as a number, since every body asks for it and compares it with a dozen others.
struct LanguageCode: Hashable, Sendable, ExpressibleByStringLiteral {
  private let letters: UInt64

  /// The first subtag in lower case, as far as it is ASCII and at most eight letters long.
  init(of tag: String) {
    var letters: UInt64 = 0
    for byte in tag.utf8.prefix(8) {
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") { break }
      letters = letters << 8 | UInt64(byte.lowercased)
    }
    self.letters = letters
  }

  init(stringLiteral literal: StaticString) {
    var letters: UInt64 = 0
    for byte in literal.bytes { letters = letters << 8 | UInt64(byte) }
    self.letters = letters
  }

  static let english: LanguageCode = "en"
}
