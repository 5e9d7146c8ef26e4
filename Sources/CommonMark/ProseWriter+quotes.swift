import Diagnostics

extension ProseWriter {
  /// A block quote may end in a line of its own that names its language: `{lang=nl}`.
  mutating func enterQuote(_ node: Node) -> Step {
    // A note's contents are written with the notes.
    if node.mark > 0 || holdsNotesAlone(node) { return .over }
    html.startLine()
    quoteDepth += 1
    if isBare {
      html.write("<blockquote>\n")
      return .into
    }
    unlinkable += 1
    guard let language = takeLanguage(of: node) else {
      html.write("<blockquote>\n")
      return .into
    }
    languages.append((node, typography))
    typography = Typography(language: language)
    html.write("<blockquote lang=\"")
    html.writeEscaped(language)
    html.write("\">\n")
    return .into
  }

  /// Whether nothing would be left of a quote, since its notes stand elsewhere.
  private func holdsNotesAlone(_ quote: Node) -> Bool {
    guard !isBare, var child = quote.firstChild else { return false }
    while child.mark > 0, child.kind == .blockQuote {
      guard let next = child.next else { return true }
      child = next
    }
    return false
  }

  mutating func leaveQuote(_ node: Node) {
    html.startLine()
    html.write("</blockquote>\n")
    quoteDepth -= 1
    if isBare { return }
    unlinkable -= 1
    if let last = languages.last, last.quote == node {
      typography = last.typography
      languages.removeLast()
    }
  }

  /// The language a quote names, whose line is then left out of the text.
  private mutating func takeLanguage(of quote: Node) -> String? {
    guard let paragraph = quote.lastChild, paragraph.kind == .paragraph, paragraph.mark == 0,
      let text = paragraph.lastChild, text.kind == .text
    else { return nil }
    let literal = text.literal
    guard literal.count > 6, literal.prefix(6).elementsEqual("{lang=".utf8),
      literal.last == UInt8(ascii: "}")
    else { return nil }
    if let lineBreak = text.previous, lineBreak.kind != .softBreak { return nil }
    let tag = literal.part(6..<literal.count - 1)
    guard Self.isLanguageTag(tag) else {
      report(language: tag, in: paragraph)
      return nil
    }
    text.mark = -1
    if let lineBreak = text.previous {
      lineBreak.mark = -1
    } else {
      paragraph.mark = -1
    }
    return tag.text
  }

  private mutating func report(language: Bytes, in paragraph: Node) {
    var probe = cursor
    probe.enter(
      line: paragraph.endLine, column: 1, through: paragraph.endLine, quoteDepth: quoteDepth)
    guard let start = source.first(UInt8(ascii: "{"), in: probe.position..<probe.end) else {
      return
    }
    let range = start + 6..<start + 6 + language.count
    diagnostics.append(.quoteLanguage(language.text, at: place(range)))
  }

  /// The shape of BCP 47: a language of two or three letters, then subtags of up to eight
  /// letters and digits.
  static func isLanguageTag(_ tag: Bytes) -> Bool {
    let parts = tag.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.count),
      language.allSatisfy(\.isLetter)
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isLetter || $0.isDigit }
    }
  }
}
