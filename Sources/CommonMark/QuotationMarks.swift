/// The marks that a language quotes with.
struct QuotationMarks: Equatable {
  let open: StaticString
  let close: StaticString
  /// Single marks are three bytes long, as the apostrophe is.
  let innerOpen: StaticString
  let innerClose: StaticString

  static func == (left: QuotationMarks, right: QuotationMarks) -> Bool {
    left.open.bytes.elementsEqual(right.open.bytes)
      && left.close.bytes.elementsEqual(right.close.bytes)
      && left.innerClose.bytes.elementsEqual(right.innerClose.bytes)
  }

  /// The marks of a BCP 47 tag's language; English ones where Gazette knows no better.
  init(language: String) {
    switch LanguageCode(of: language) {
    case .english: self = .english
    case "de", "cs", "sk", "sl", "bg", "is", "lt", "hr":
      self =
        language.lowercased().hasPrefix("de-ch") || language.lowercased().hasPrefix("de-li")
        ? .guillemets : .lowHigh
    case "fr": self = .spacedGuillemets
    case "it", "es", "pt", "ca", "el", "no", "nb", "nn", "ru", "uk": self = .guillemets
    case "pl", "ro", "hu": self = .lowRight
    case "sv", "fi": self = .rightRight
    default: self = .english
    }
  }

  private init(
    _ open: StaticString, _ close: StaticString, _ innerOpen: StaticString,
    _ innerClose: StaticString
  ) {
    self.open = open
    self.close = close
    self.innerOpen = innerOpen
    self.innerClose = innerClose
  }

  /// English and Dutch.
  static let english = QuotationMarks("\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}")
  /// German.
  static let lowHigh = QuotationMarks("\u{201E}", "\u{201C}", "\u{201A}", "\u{2018}")
  /// French: with a narrow no-break space inside.
  static let spacedGuillemets = QuotationMarks(
    "\u{AB}\u{202F}", "\u{202F}\u{BB}", "\u{201C}", "\u{201D}")
  static let guillemets = QuotationMarks("\u{AB}", "\u{BB}", "\u{201C}", "\u{201D}")
  /// Polish, Romanian and Hungarian.
  static let lowRight = QuotationMarks("\u{201E}", "\u{201D}", "\u{201A}", "\u{2019}")
  /// Swedish and Finnish.
  static let rightRight = QuotationMarks("\u{201D}", "\u{201D}", "\u{2019}", "\u{2019}")
}
