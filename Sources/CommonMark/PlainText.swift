/// What is left of a body's HTML without its markup, as feeds' summaries and search want it.
///
/// Reads only HTML that this module wrote: attributes hold no `>`. Numbers of notes are left out.
struct PlainText {
  /// Blocks end in a line feed; within them white space is single spaces.
  private(set) var bytes: [UInt8] = []

  init(of html: [UInt8], in range: Range<Int>) {
    self = html.withUnsafeBufferPointer { PlainText(of: $0, in: range) }
  }

  init(of html: Bytes, in range: Range<Int>) {
    bytes.reserveCapacity(range.count)
    var offset = range.lowerBound
    let end = min(range.upperBound, html.count)
    while offset < end {
      switch html[offset] {
      case UInt8(ascii: "<"): offset = passTag(at: offset, in: html, before: end)
      case UInt8(ascii: "&"): offset = passReference(at: offset, in: html, before: end)
      case .space, .lineFeed, .tab:
        space()
        offset += 1
      default:
        bytes.append(html[offset])
        offset += 1
      }
    }
    while bytes.last == .lineFeed || bytes.last == .space { bytes.removeLast() }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// All in one line.
  static func line(of html: Bytes, in range: Range<Int>) -> String {
    let part = html.part(range)
    let isPlain = part.allSatisfy {
      $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") && $0 >= .space
    }
    if isPlain { return part.text }
    let bytes = PlainText(of: html, in: range).bytes
    return String(decoding: bytes.map { $0 == .lineFeed ? .space : $0 }, as: UTF8.self)
  }

  private mutating func space() {
    if let last = bytes.last, last != .space, last != .lineFeed { bytes.append(.space) }
  }

  private mutating func endLine() {
    while bytes.last == .space { bytes.removeLast() }
    if let last = bytes.last, last != .lineFeed { bytes.append(.lineFeed) }
  }

  /// Returns the offset behind the tag, or behind the element when it is a note's number.
  private mutating func passTag(at start: Int, in html: Bytes, before end: Int) -> Int {
    guard let close = html.first(UInt8(ascii: ">"), in: start..<end) else { return end }
    let tag = html.part(start + 1..<close)
    if tag.starts(with: "sup class=\"note-ref\"".utf8) {
      let closing = ("</sup>" as StaticString).bytes
      guard let behind = html.first(closing, in: close..<end) else { return end }
      return behind + closing.count
    }
    let isClosing = tag.first == UInt8(ascii: "/")
    let name = tag.dropFirst(isClosing ? 1 : 0).prefix { $0.isLetter || $0.isDigit }
    switch (String(decoding: name, as: UTF8.self), isClosing) {
    case ("p", true), ("h1", true), ("h2", true), ("h3", true), ("h4", true), ("h5", true),
      ("h6", true), ("li", true), ("tr", true), ("pre", true), ("figure", true),
      ("blockquote", true), ("br", _), ("hr", _), ("ul", _), ("ol", _), ("figcaption", _):
      endLine()
    case ("td", true), ("th", true): space()
    default: break
    }
    return close + 1
  }

  private mutating func passReference(at start: Int, in html: Bytes, before end: Int) -> Int {
    let names: [(StaticString, UInt8)] = [
      ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
      ("&quot;", UInt8(ascii: "\"")), ("&#x27;", UInt8(ascii: "'")),
    ]
    for (name, byte) in names where html.holds(name.bytes, at: start) {
      bytes.append(byte)
      return start + name.utf8CodeUnitCount
    }
    bytes.append(UInt8(ascii: "&"))
    return start + 1
  }
}

extension PlainText {
  /// The first paragraphs outside block quotes in `range`, cut at a sentence or a word.
  static func excerpt(of html: [UInt8], in range: Range<Int>, length: Int = 300) -> String {
    var text = ""
    html.withUnsafeBufferPointer { bytes in
      var offset = range.lowerBound
      while text.count < length / 2,
        let start = nextParagraph(in: bytes, offset..<range.upperBound)
      {
        let closing = ("</p>" as StaticString).bytes
        let end = bytes.first(closing, in: start..<range.upperBound) ?? range.upperBound
        let paragraph = line(of: bytes, in: start..<end)
        if !paragraph.isEmpty { text += (text.isEmpty ? "" : " ") + paragraph }
        offset = end
      }
    }
    return cut(text, to: length)
  }

  /// The offset of the next `<p>` outside block quotes.
  private static func nextParagraph(in html: Bytes, _ range: Range<Int>) -> Int? {
    let closing = ("</blockquote>" as StaticString).bytes
    var offset = range.lowerBound
    var depth = 0
    while let tag = html.first(UInt8(ascii: "<"), in: offset..<range.upperBound) {
      offset = tag + 1
      if html.holds(closing, at: tag) { depth = max(0, depth - 1) }
      if html.holds(("<blockquote" as StaticString).bytes, at: tag) { depth += 1 }
      if depth == 0, html.holds(("<p>" as StaticString).bytes, at: tag) { return tag }
    }
    return nil
  }

  /// At most `length` characters: whole sentences when they are more than half of that, or else
  /// whole words and an ellipsis.
  static func cut(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    let start = text.prefix(length)
    var sentenceEnd: String.Index?
    var index = start.startIndex
    while index < start.endIndex {
      let next = start.index(after: index)
      if ".!?".contains(start[index]), next < text.endIndex, text[next] == " " {
        sentenceEnd = next
      }
      index = next
    }
    if let sentenceEnd, start.distance(from: start.startIndex, to: sentenceEnd) > length / 2 {
      return String(start[..<sentenceEnd])
    }
    let wordEnd = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<wordEnd] + "…"
  }
}
