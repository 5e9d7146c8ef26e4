import Content
import Mustache

// RIS: a line for each field, each ended by carriage return and line feed.

extension OutputBuffer {
  mutating func append(ris citation: Citation) {
    append(ris: "TY", citation.work == .decision ? "CASE" : "ELEC")
    append(ris: "ID", citation.key)
    append(ris: "TI", citation.title)
    for author in citation.authors { append(ris: "AU", author.name) }
    append(ris: "T2", citation.container)
    append(ris: "PY", String(citation.date.year))
    append(risDate: "DA", citation.date)
    for number in citation.numbers { append(ris: "M1", number) }
    append(ris: "AB", citation.summary)
    append(ris: "CY", citation.jurisdiction)
    append(ris: "LA", citation.language)
    append(ris: "UR", citation.url)
    append(ris: "L2", citation.archive)
    if let retrieved = citation.retrieved { append(risDate: "Y2", retrieved) }
    append("ER  - \r\n\r\n")
  }

  private mutating func append(ris tag: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    append(tag)
    append("  - ")
    for byte in value.utf8 { append(byte < 0x20 || byte == 0x7F ? UInt8(ascii: " ") : byte) }
    append("\r\n")
  }

  /// `2024/05/16/`: the parts that are not known are empty.
  private mutating func append(risDate tag: StaticString, _ date: CalendarDate) {
    append(tag)
    append("  - ")
    append(padded: Int(date.year), to: 4)
    for part in [date.month, date.day] {
      append(UInt8(ascii: "/"))
      if let part { append(padded: Int(part), to: 2) }
    }
    append("/\r\n")
  }
}
