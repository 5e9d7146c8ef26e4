import Content
import Mustache

// Dates go straight into bytes: a page shows dozens, a list hundreds.

extension OutputBuffer {
  /// For HTML: `16 May 2024`, `May 2024` or `2024`, as the language has it.
  mutating func append(words date: CalendarDate, in words: Words) {
    let dates = words.dates
    append(date.day != nil ? dates.day : date.month != nil ? dates.month : dates.year) {
      part, out in
      switch part {
      case 0: out.append(number: Int(date.day ?? 0))
      case 1: if let month = date.month { out.append(dates.months[Int(month) - 1]) }
      default: out.append(number: Int(date.year))
      }
    }
  }

  /// `2024-05-16`, `2024-05` or `2024`.
  mutating func append(iso date: CalendarDate) {
    append(padded: Int(date.year), to: 4)
    for part in [date.month, date.day] {
      guard let part else { return }
      append(UInt8(ascii: "-"))
      append(padded: Int(part), to: 2)
    }
  }

  /// The date as a `time` element.
  mutating func append(element date: CalendarDate, in words: Words) {
    append("<time datetime=\"")
    append(iso: date)
    append("\">")
    append(words: date, in: words)
    append("</time>")
  }

  /// RFC 3339, as its writer gave it: `2024-09-03T09:00:00+02:00`.
  mutating func append(iso moment: Timestamp) {
    append(iso: moment.date)
    append(UInt8(ascii: "T"))
    let local = moment.seconds + Int64(moment.offsetMinutes) * 60
    let second = Int(local % 86_400 + 86_400) % 86_400
    append(padded: second / 3600, to: 2)
    append(UInt8(ascii: ":"))
    append(padded: second / 60 % 60, to: 2)
    append(UInt8(ascii: ":"))
    append(padded: second % 60, to: 2)
    let offset = abs(Int(moment.offsetMinutes))
    guard offset != 0 else { return append(UInt8(ascii: "Z")) }
    append(UInt8(ascii: moment.offsetMinutes < 0 ? "-" : "+"))
    append(padded: offset / 60, to: 2)
    append(UInt8(ascii: ":"))
    append(padded: offset % 60, to: 2)
  }
}
