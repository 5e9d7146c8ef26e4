/// A day of the proleptic Gregorian calendar, or only its month or year where no more is known.
///
/// It has no time zone. `2024`, `2024-05` and `2024-05-16` are its three forms (EDTF level 0).
package struct CalendarDate: Hashable, Sendable {
  package let year: Int16
  /// 1 to 12; nil where only the year is known.
  package let month: UInt8?
  /// 1 to 31; nil where only the month is known.
  package let day: UInt8?

  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1000...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = Int16(year)
    self.month = month.map { UInt8($0) }
    self.day = day.map { UInt8($0) }
  }

  /// The date written as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    var (year, month, day) = (0, 0, 0)
    var length = 0
    for byte in text.utf8 {
      switch length {
      case 4, 7:
        guard byte == UInt8(ascii: "-") else { return nil }
      case 0..<10:
        guard (48...57).contains(byte) else { return nil }
        let digit = Int(byte - 48)
        switch length {
        case ..<4: year = year * 10 + digit
        case ..<7: month = month * 10 + digit
        default: day = day * 10 + digit
        }
      default:
        return nil
      }
      length += 1
    }
    guard length == 4 || length == 7 || length == 10 else { return nil }
    self.init(year: year, month: length > 4 ? month : nil, day: length > 7 ? day : nil)
  }

  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day it can mean, as a number that orders days: 20240516.
  package var earliest: Int { Int(year) * 10_000 + Int(month ?? 1) * 100 + Int(day ?? 1) }

  /// The last day it can mean, as `earliest` counts.
  package var latest: Int {
    let month = Int(month ?? 12)
    return Int(year) * 10_000 + month * 100
      + (day.map { Int($0) } ?? Self.days(in: month, of: Int(year)))
  }

  /// As it is written: `2024`, `2024-05`, `2024-05-16`.
  package var text: String {
    var text = String(year)
    if let month { text += month < 10 ? "-0\(month)" : "-\(month)" }
    if let day { text += day < 10 ? "-0\(day)" : "-\(day)" }
    return text
  }
}
