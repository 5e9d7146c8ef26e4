/// Which form of a word goes with a whole number, as far as Europe's languages differ in it
/// (Unicode CLDR, plural rules for cardinals).
enum PluralRule: Sendable {
  /// `one` for 1 alone: English, Dutch, German and most others.
  case one
  /// `one` for 0 and 1: French, Portuguese.
  case zeroAndOne
  /// `one`, `few` for 2 to 4: Czech, Slovak.
  case czech
  /// `one`, `few` and `many` by the last digits: Polish.
  case polish
  /// The same, where 21 is like 1: Croatian, Serbian, Ukrainian, Russian.
  case slavic
  /// `one`, `two`, `few` by the last two digits: Slovenian.
  case slovenian
  /// `one`, `few` by the last digits: Lithuanian.
  case lithuanian
  /// `one`, `few` for 0 and up to 19: Romanian.
  case romanian
  /// Always `other`: Japanese, Korean, Chinese, Turkish behind numbers.
  case none

  init(of language: String) {
    switch language.prefix(while: { $0 != "-" }).lowercased() {
    case "fr", "pt": self = .zeroAndOne
    case "cs", "sk": self = .czech
    case "pl": self = .polish
    case "hr", "sr", "bs", "uk", "ru", "be": self = .slavic
    case "sl": self = .slovenian
    case "lt": self = .lithuanian
    case "ro": self = .romanian
    case "ja", "ko", "zh": self = .none
    default: self = .one
    }
  }

  /// `one`, `two`, `few`, `many` or `other`.
  func form(of number: Int) -> String {
    let (last, lastTwo) = (number % 10, number % 100)
    let isTeen = (11...19).contains(lastTwo)
    switch self {
    case .one: return number == 1 ? "one" : "other"
    case .zeroAndOne: return number <= 1 ? "one" : "other"
    case .czech: return number == 1 ? "one" : (2...4).contains(number) ? "few" : "other"
    case .polish:
      if number == 1 { return "one" }
      return (2...4).contains(last) && !isTeen ? "few" : "many"
    case .slavic:
      if last == 1 && lastTwo != 11 { return "one" }
      return (2...4).contains(last) && !isTeen ? "few" : "many"
    case .slovenian:
      switch lastTwo {
      case 1: return "one"
      case 2: return "two"
      case 3, 4: return "few"
      default: return "other"
      }
    case .lithuanian:
      if last == 1 && !isTeen { return "one" }
      return last >= 2 && !isTeen ? "few" : "other"
    case .romanian:
      if number == 1 { return "one" }
      return number == 0 || (1...19).contains(lastTwo) ? "few" : "other"
    case .none: return "other"
    }
  }
}
