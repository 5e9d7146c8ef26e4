/// Text as it was rendered, compared with how it was typed on one line of the source.
struct RenderedMatch {
  /// The offset in the HTML behind what has been compared.
  private(set) var index: Int
  /// The offset in the source behind what has been compared.
  private(set) var offset: Int

  init(at index: Int, source offset: Int) {
    self.index = index
    self.offset = offset
  }

  /// Goes on to `end` in the HTML, or until the two differ.
  mutating func run(to end: Int, of html: Bytes, in source: Bytes) {
    while index < end, offset < source.count, step(html, source) {}
  }

  /// What typography makes of ASCII, longest first where one begins like another.
  private static let marks: [(rendered: StaticString, typed: StaticString)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
    ("\u{AB}\u{202F}", "\""), ("\u{202F}\u{BB}", "\""), ("\u{AB}", "\""), ("\u{BB}", "\""),
    ("\u{201C}", "\""), ("\u{201D}", "\""), ("\u{201E}", "\""),
    ("\u{2018}", "'"), ("\u{2019}", "'"), ("\u{201A}", "'"), ("\u{201C}", "'"), ("\u{201D}", "'"),
    ("\u{2014}", "---"), ("\u{2013}", "--"), ("\u{2026}", "..."),
  ]

  private mutating func step(_ html: Bytes, _ source: Bytes) -> Bool {
    if source[offset] == UInt8(ascii: "&"),
      let reference = CharacterReference(at: offset, in: source, before: source.count),
      html[index] != UInt8(ascii: "&") || reference.isAmpersand
        || !html.holds(("&amp;" as StaticString).bytes, at: index)
    {
      offset = reference.range.upperBound
      passCharacter(html)
      return true
    }
    if html[index] == source[offset], html[index] != UInt8(ascii: "&") {
      index += 1
      offset += 1
      return true
    }
    if source[offset] == 0, html.holds(("\u{FFFD}" as StaticString).bytes, at: index) {
      offset += 1
      index += 3
      return true
    }
    let escape = source[offset] == UInt8(ascii: "\\") ? 1 : 0
    for (rendered, typed) in Self.marks
    where html.holds(rendered.bytes, at: index) && source.holds(typed.bytes, at: offset + escape) {
      index += rendered.utf8CodeUnitCount
      offset += escape + typed.utf8CodeUnitCount
      return true
    }
    if escape == 1, offset + 1 < source.count, source[offset + 1] == html[index] {
      index += 1
      offset += 2
      return true
    }
    return false
  }

  /// Passes what one character reference was rendered as.
  private mutating func passCharacter(_ html: Bytes) {
    if html[index] == UInt8(ascii: "&"),
      let escape = CharacterReference(at: index, in: html, before: html.count)
    {
      index = escape.range.upperBound
      return
    }
    index += 1
    while index < html.count, html[index].isContinuation { index += 1 }
  }
}
