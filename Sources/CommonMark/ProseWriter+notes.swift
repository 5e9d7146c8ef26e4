import Diagnostics

extension ProseWriter {
  /// Writes a reference such as `[^1]` that stands at the cursor, if it means anything.
  mutating func writeReference(_ literal: Bytes) -> Bool {
    // An escaped bracket is text.
    guard source.holds(literal, at: cursor.position), cursor.position + literal.count <= cursor.end
    else { return false }
    let range = cursor.position..<cursor.position + literal.count
    let label = literal.part(2..<literal.count - 1)
    guard openLinks.isEmpty else {
      if !isBare { diagnostics.append(.noteInLink(label.text, at: place(range))) }
      return false
    }
    guard let index = notes.entry(for: label) else {
      if !isBare {
        let candidates = maySuggest() ? notes.names : []
        diagnostics.append(.unknownNote(label.text, among: candidates, at: place(range)))
      }
      return false
    }
    cursor.advance(literal.count)
    if isBare { writeBareReference(to: index) } else { writeReference(to: index) }
    return true
  }

  private mutating func writeReference(to index: Int) {
    let clashes = notes.refer(to: index)
    let slug = notes.entries[index].slug
    let number = notes.entries[index].references.count
    html.write("<sup class=\"note-ref\"><a id=\"ref-")
    html.write(text: slug)
    if clashes { html.write("-") }
    if clashes || number > 1 {
      html.write("-")
      html.write(number: number)
    }
    html.write("\" href=\"")
    pageAddresses.append(html.offset)
    html.write("#note-")
    html.writeAddress(slug)
    html.write("\" role=\"doc-noteref\" aria-label=\"")
    let isSource = notes.entries[index].definition == nil
    html.writeEscaped(isSource ? options.words.source : options.words.note)
    html.write(" ")
    html.write(number: index + 1)
    html.write("\">")
    html.write(number: index + 1)
    html.write("</a></sup>")
  }

  /// Writes the contents of the footnotes that were referred to, in the order of their numbers.
  mutating func writeNotes() {
    unlinkable = 0
    section = UInt32(truncatingIfNeeded: survey.headings.count + 1)
    var index = 0
    // A footnote may be the first to refer to another.
    while index < notes.entries.count {
      if let definition = notes.entries[index].definition {
        let start = html.count
        if let node = survey.notes[definition] { writeContents(of: node) }
        notes.setHTML(start..<html.count, of: index)
      }
      index += 1
    }
  }

  private mutating func writeContents(of note: Node) {
    quoteDepth = 1
    var ancestor = note.parent
    while let present = ancestor {
      if present.kind == .blockQuote { quoteDepth += 1 }
      ancestor = present.parent
    }
    write(childrenOf: note)
    quoteDepth = 0
  }
}

// MARK: Bare HTML

extension ProseWriter {
  /// GitHub's ids go by number.
  private mutating func writeBareReference(to index: Int) {
    _ = notes.refer(to: index)
    html.write(
      text: "<sup class=\"footnote-ref\"><a href=\"#fn\(index + 1)\" id=\"fnref\(index + 1)")
    let count = notes.entries[index].references.count
    if count > 1 { html.write(text: "-\(count)") }
    html.write(text: "\">\(index + 1)</a></sup>")
  }

  /// Writes GitHub's section of footnotes, if there is one.
  mutating func writeBareNotes() {
    guard !notes.entries.isEmpty else { return }
    html.write("<section class=\"footnotes\">\n<ol>\n")
    var index = 0
    while index < notes.entries.count {
      html.write(text: "<li id=\"fn\(index + 1)\">\n")
      if let definition = notes.entries[index].definition, let node = survey.notes[definition] {
        bareNote = definition
        bareNumber = index
        writeContents(of: node)
        if bareNote != nil {
          writeBackLinks(of: definition)
          html.write("\n")
          bareNote = nil
        }
      }
      html.write("</li>\n")
      index += 1
    }
    html.write("</ol>\n</section>\n")
  }

  mutating func writeBackLinks(of definition: Int) {
    for count in 1...max(1, notes.entries[bareNumber].references.count) {
      if count == 1 {
        html.write(text: "<a href=\"#fnref\(bareNumber + 1)\" class=\"footnote-backref\">↩</a>")
      } else {
        html.write(
          text: " <a href=\"#fnref\(bareNumber + 1)-\(count)\" class=\"footnote-backref\">↩")
        html.write(text: "<sup class=\"footnote-ref\">\(count)</sup></a>")
      }
    }
  }
}
