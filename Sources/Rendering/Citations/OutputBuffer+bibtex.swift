import Content
import Mustache

// BibTeX: entries of the type `misc`, which every style knows, with biblatex's fields beside it.

extension OutputBuffer {
  mutating func append(bibtex citation: Citation) {
    append("@misc{")
    append(citation.key)
    append(",\n  title = {{")
    append(latex: citation.title)
    append("}},\n  author = {")
    for (index, author) in citation.authors.enumerated() {
      if index > 0 { append(" and ") }
      // Braces keep a name of a body, or one with an `and` in it, in one piece.
      let isWhole = !author.isPerson || author.name.contains(" and ")
      append(isWhole ? "{" : "")
      append(latex: author.name)
      append(isWhole ? "}" : "")
    }
    append("},\n  year = {")
    append(number: Int(citation.date.year))
    append("},\n")
    if let month = citation.date.month {
      append("  month = ")
      append(Self.bibtexMonths[Int(month) - 1])
      append(",\n")
    }
    append("  date = {")
    append(iso: citation.date)
    append("},\n")
    append(bibtex: "howpublished", citation.container)
    append(
      bibtex: "number", citation.numbers.isEmpty ? nil : citation.numbers.joined(separator: ", "))
    if let url = citation.url {
      append("  url = {")
      append(bibtexURL: url)
      append("},\n")
    }
    if let retrieved = citation.retrieved {
      append("  urldate = {")
      append(iso: retrieved)
      append("},\n")
    }
    append(bibtex: "language", citation.language)
    append("}\n")
  }

  private static let bibtexMonths: [StaticString] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private mutating func append(bibtex key: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    append("  ")
    append(key)
    append(" = {")
    append(latex: value)
    append("},\n")
  }

  /// Text so that LaTeX prints it as it is, on one line.
  mutating func append(latex text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): append("\\textbackslash{}")
      case UInt8(ascii: "~"): append("\\textasciitilde{}")
      case UInt8(ascii: "^"): append("\\textasciicircum{}")
      // A brace by itself would end the field for BibTeX, which does not know `\{`.
      case UInt8(ascii: "{"): append("\\textbraceleft{}")
      case UInt8(ascii: "}"): append("\\textbraceright{}")
      case UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "%"),
        UInt8(ascii: "_"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0..<0x20, 0x7F: append(UInt8(ascii: " "))
      default: append(byte)
      }
    }
  }

  /// An address, which styles print without reading commands in it.
  private mutating func append(bibtexURL url: String) {
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "{"): append("%7B")
      case UInt8(ascii: "}"): append("%7D")
      case UInt8(ascii: "\\"): append("%5C")
      case 0...0x20, 0x7F: append("%20")
      default: append(byte)
      }
    }
  }
}
