import Content
import Linking
import Mustache

// Dates to watch as an iCalendar document (RFC 5545), all of them whole days.

extension Publication {
  func writeCalendar(into out: inout OutputBuffer) {
    let title = words.feedTitle(words[.datesToWatch], site: site.settings.title)
    out.append(contentLine: "BEGIN:VCALENDAR")
    out.append(contentLine: "VERSION:2.0")
    out.append(contentLine: "PRODID:-//Gazette//Gazette//EN")
    out.append(contentLine: "CALSCALE:GREGORIAN")
    out.append(contentLine: "NAME:" + escaped(title))
    out.append(contentLine: "X-WR-CALNAME:" + escaped(title))
    out.append(contentLine: "SOURCE;VALUE=URI:\(site.root.url)/calendar.ics")
    out.append(contentLine: "REFRESH-INTERVAL;VALUE=DURATION:P1D")
    for date in deadlines { write(date, into: &out) }
    out.append(contentLine: "END:VCALENDAR")
  }

  private func write(_ date: WatchedDate, into out: inout OutputBuffer) {
    let linked = site.cases[date.case]
    let changed = Timestamp(seconds: linked.updated.seconds).text.filter { $0 != "-" && $0 != ":" }
    let authority = feedAuthority.prefix { $0 != "," }
    let note = date.deadline.note.map { $0 + "\n\n" } ?? ""
    out.append(contentLine: "BEGIN:VEVENT")
    // No slug and no host that may change: calendars know an event by this alone.
    out.append(contentLine: "UID:case-\(linked.identity)-\(date.key)@\(authority)")
    // When what it says last changed, so that the same sources give the same calendar.
    out.append(contentLine: "DTSTAMP:" + changed)
    out.append(contentLine: "LAST-MODIFIED:" + changed)
    out.append(contentLine: "DTSTART;VALUE=DATE:" + date.first.digits)
    // The first day that is no longer part of it.
    out.append(contentLine: "DTEND;VALUE=DATE:" + date.last.dayAfter.digits)
    out.append(
      contentLine: "SUMMARY:"
        + escaped("\(linked.short): \(words.deadlineEvent[date.deadline.kind])"))
    out.append(contentLine: "DESCRIPTION:" + escaped(note + linked.fields.title))
    out.append(contentLine: "URL:\(site.root.url)\(linked.permalink.path)")
    out.append(contentLine: "CATEGORIES:" + escaped(words.deadline[date.deadline.kind]))
    if date.isCancelled { out.append(contentLine: "STATUS:CANCELLED") }
    out.append(contentLine: "TRANSP:TRANSPARENT")
    out.append(contentLine: "END:VEVENT")
  }

  /// RFC 5545 §3.3.11.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\n": escaped += "\\n"
      case "\r": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension OutputBuffer {
  /// A line that ends in CRLF and is folded so that no part has more than 75 octets, without cutting
  /// a character in two (RFC 5545 §3.1).
  mutating func append(contentLine line: String) {
    var room = 75
    for character in line.unicodeScalars {
      let length = UTF8.width(character)
      if length > room {
        append("\r\n ")
        room = 74
      }
      append(String(character))
      room -= length
    }
    append("\r\n")
  }
}

extension CalendarDate {
  /// `20240516`.
  fileprivate var digits: String { text.filter { $0 != "-" } }

  fileprivate var dayAfter: CalendarDate {
    Timestamp(seconds: Timestamp(self).seconds + 86_400).date
  }
}
