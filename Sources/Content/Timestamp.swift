/// A moment, with the offset from UTC that its writer gave (RFC 3339).
package struct Timestamp: Hashable, Sendable, Comparable {
  /// Since 1970-01-01T00:00:00Z, leap seconds left out as POSIX does.
  package let seconds: Int64
  /// East is positive; how the moment is shown, never how it is compared.
  package let offsetMinutes: Int16

  package init(seconds: Int64, offsetMinutes: Int16 = 0) {
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  /// Midnight UTC at the date's first day.
  package init(_ date: CalendarDate) {
    self.init(
      seconds: Self.days(Int(date.year), Int(date.month ?? 1), Int(date.day ?? 1)) * 86_400)
  }

  /// RFC 3339, or a bare date, which means 00:00 UTC; nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let date = CalendarDate(text.prefix(10)), date.day != nil else {
      return nil
    }
    let midnight = Timestamp(date).seconds
    if bytes.count == 10 {
      self.init(seconds: midnight)
      return
    }
    guard bytes.count >= 17, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      let hour = Self.pair(bytes, at: 11, below: 24), bytes[13] == UInt8(ascii: ":"),
      let minute = Self.pair(bytes, at: 14, below: 60)
    else { return nil }
    var second = 0
    var index = 16
    if bytes[index] == UInt8(ascii: ":") {
      guard let value = Self.pair(bytes, at: 17, below: 61) else { return nil }
      second = min(value, 59)
      index = 19
      if index < bytes.count && bytes[index] == UInt8(ascii: ".") {
        index += 1
        let fraction = index
        while index < bytes.count && (48...57).contains(bytes[index]) { index += 1 }
        guard index > fraction else { return nil }
      }
    }
    guard let offset = Self.offset(bytes, at: index) else { return nil }
    self.init(
      seconds: midnight + Int64(hour * 3600 + minute * 60 + second) - Int64(offset) * 60,
      offsetMinutes: Int16(offset))
  }

  /// `Z`, `+02:00` or `-05:30` at the end of `bytes`, in minutes.
  private static func offset(_ bytes: [UInt8], at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "Z") || bytes[index] == UInt8(ascii: "z") {
      return index + 1 == bytes.count ? 0 : nil
    }
    let isEast = bytes[index] == UInt8(ascii: "+")
    guard isEast || bytes[index] == UInt8(ascii: "-"), index + 6 == bytes.count,
      let hours = pair(bytes, at: index + 1, below: 24), bytes[index + 3] == UInt8(ascii: ":"),
      let minutes = pair(bytes, at: index + 4, below: 60)
    else { return nil }
    return (hours * 60 + minutes) * (isEast ? 1 : -1)
  }

  private static func pair(_ bytes: [UInt8], at index: Int, below limit: Int) -> Int? {
    guard index + 1 < bytes.count, (48...57).contains(bytes[index]),
      (48...57).contains(bytes[index + 1])
    else { return nil }
    let value = Int(bytes[index] - 48) * 10 + Int(bytes[index + 1] - 48)
    return value < limit ? value : nil
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  /// Days from 1970-01-01 (Howard Hinnant's `days_from_civil`).
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return Int64(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear)
      - 719_468
  }

  /// The day it falls on where its writer was.
  package var date: CalendarDate { Self.date(ofDay: Self.day(local)) }

  private var local: Int64 { seconds + Int64(offsetMinutes) * 60 }

  private static func day(_ seconds: Int64) -> Int64 {
    seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
  }

  private static func date(ofDay days: Int64) -> CalendarDate {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return CalendarDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthIndex + 2) / 5 + 1) ?? .unknown
  }

  /// RFC 3339 with its own offset: `2024-09-03T09:00:00+02:00`, `2024-09-03T00:00:00Z`.
  package var text: String {
    let time = Int(local - Self.day(local) * 86_400)
    var text = date.text + "T" + Self.two(time / 3600) + ":" + Self.two(time / 60 % 60) + ":"
    text += Self.two(time % 60)
    if offsetMinutes == 0 { return text + "Z" }
    let offset = abs(Int(offsetMinutes))
    return text + (offsetMinutes < 0 ? "-" : "+") + Self.two(offset / 60) + ":"
      + Self.two(offset % 60)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CalendarDate {
  /// Stands in where a moment lies outside the years that a date can have.
  fileprivate static let unknown = CalendarDate(whole: 1000)

  private init(whole year: Int16) {
    self.year = year
    month = nil
    day = nil
  }
}
