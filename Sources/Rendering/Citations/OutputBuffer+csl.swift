import Content
import Mustache

// CSL-JSON, which Zotero, Pandoc and others read: one array of items.

extension OutputBuffer {
  mutating func append(csl citations: [Citation]) {
    append("[")
    for (index, citation) in citations.enumerated() {
      append(index == 0 ? "\n" : ",\n")
      append(csl: citation)
    }
    append("\n]\n")
  }

  private mutating func append(csl citation: Citation) {
    append("{\"id\": ")
    append(json: citation.key)
    append(csl: "type", citation.work == .decision ? "legal_case" : "webpage")
    append(csl: "title", citation.title)
    append(",\n \"author\": ")
    appendNames(citation.authors)
    if citation.work == .decision {
      append(csl: "authority", citation.authors.map(\.name).joined(separator: ", "))
    }
    append(csl: "container-title", citation.container)
    append(csl: "number", citation.numbers.isEmpty ? nil : citation.numbers.joined(separator: ", "))
    append(csl: "jurisdiction", citation.jurisdiction)
    append(csl: "issued", citation.date)
    append(csl: "accessed", citation.retrieved)
    append(csl: "URL", citation.url)
    append(csl: "archive_location", citation.archive)
    append(csl: "language", citation.language)
    append(csl: "abstract", citation.summary)
    append("}")
  }

  private mutating func appendNames(_ authors: [Citation.Author]) {
    append("[")
    for (index, author) in authors.enumerated() {
      append(index == 0 ? "{\"literal\": " : ", {\"literal\": ")
      append(json: author.name)
      append("}")
    }
    append("]")
  }

  private mutating func append(csl key: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    append(",\n \"")
    append(key)
    append("\": ")
    append(json: value)
  }

  private mutating func append(csl key: StaticString, _ date: CalendarDate?) {
    guard let date else { return }
    append(",\n \"")
    append(key)
    append("\": {\"date-parts\": [[")
    append(number: Int(date.year))
    for part in [date.month, date.day] {
      guard let part else { break }
      append(", ")
      append(number: Int(part))
    }
    append("]]}")
  }
}
