/// Turns straight quotes, double hyphens and three dots into what the language prints.
///
/// libcmark's own smart punctuation knows English marks only, and joins `'` into pairs across a
/// whole paragraph; this follows the same flanking rules with the marks of the body's language.
struct Typography {
  /// What stands beside a quote, as far as it matters.
  enum Neighbour: UInt8 {
    case space, punctuation, word
  }

  var marks: QuotationMarks
  var language: LanguageCode
  /// What the last character written was.
  private(set) var before = Neighbour.space
  /// Where a single opening mark stands in the HTML that nothing has closed.
  private var openSingle: Int?
  private var isDoubleOpen = false

  init(language: String) {
    self.language = LanguageCode(of: language)
    marks = QuotationMarks(language: language)
  }

  /// A block begins.
  mutating func begin() {
    before = .space
    openSingle = nil
    isDoubleOpen = false
  }

  /// A block ends: a single mark that was never closed was an apostrophe.
  mutating func end(in html: inout HTMLBuffer) {
    if let openSingle { html.overwrite(at: openSingle, with: "\u{2019}") }
    begin()
  }

  /// Something that is not text was written.
  mutating func passed(_ neighbour: Neighbour) { before = neighbour }

  /// Text was written that is the same in every language.
  @inline(__always)
  mutating func passed(plain text: Bytes) {
    before = Self.neighbour(before: text.count, in: text)
  }

  /// One bit for each byte below 0x40 that needs a look: `" & ' - . < >`.
  private static let special: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x2D | 1 << 0x2E | 1 << 0x3C | 1 << 0x3E

  /// Writes a text node; the cursor stands behind it in the source.
  mutating func write(
    _ literal: Bytes, from cursor: SourceCursor, into html: inout HTMLBuffer
  ) {
    guard !literal.isEmpty else { return }
    var start = 0
    var next = 0
    while let index = literal.first(of: Self.special, from: next) {
      let replaced = replacement(
        at: index, of: literal, from: cursor, htmlCount: html.count + index - start)
      if let text = replaced.text {
        html.write(literal.part(start..<index))
        html.write(text)
        start = index + replaced.count
      }
      next = index + replaced.count
    }
    html.write(literal.part(start..<literal.count))
    before = Self.neighbour(before: literal.count, in: literal)
  }

  /// What the `count` bytes at `index` become; nil leaves them as they are.
  private mutating func replacement(
    at index: Int, of literal: Bytes, from cursor: SourceCursor, htmlCount: Int
  ) -> (text: StaticString?, count: Int) {
    let byte = literal[index]
    switch byte {
    case UInt8(ascii: "-"):
      let run = Self.run(at: index, in: literal)
      return (run == 2 ? "\u{2013}" : run == 3 ? "\u{2014}" : nil, run)
    case UInt8(ascii: "."):
      let run = Self.run(at: index, in: literal)
      return run == 3 ? ("\u{2026}", 3) : (nil, run)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let before = index > 0 ? Self.neighbour(before: index, in: literal) : before
      let after =
        index + 1 < literal.count
        ? Self.neighbour(at: index + 1, in: literal)
        : Self.neighbour(behind: cursor)
      if byte == UInt8(ascii: "\"") { return (double(before, after), 1) }
      return (single(before, after, at: index, of: literal, htmlCount: htmlCount), 1)
    default: return (HTMLBuffer.escape(of: byte), 1)
    }
  }

  private mutating func double(_ before: Neighbour, _ after: Neighbour) -> StaticString {
    let opens = Self.opens(before, after)
    let closes = Self.opens(after, before)
    guard opens || closes else { return "&quot;" }
    isDoubleOpen = opens && closes ? !isDoubleOpen : opens
    return isDoubleOpen ? marks.open : marks.close
  }

  private mutating func single(
    _ before: Neighbour, _ after: Neighbour, at index: Int, of literal: Bytes, htmlCount: Int
  ) -> StaticString {
    if before == .word, after == .word { return "\u{2019}" }
    if Self.opens(before, after), before != .word {
      if before == .space, isElided(literal.part(index + 1..<literal.count)) { return "\u{2019}" }
      openSingle = htmlCount
      return marks.innerOpen
    }
    guard openSingle != nil else { return "\u{2019}" }
    openSingle = nil
    return marks.innerClose
  }

  /// Whether a word begins with an apostrophe: `'90s`, Dutch `'s`, `'t`, `'n`, English `'tis`.
  private func isElided(_ rest: Bytes) -> Bool {
    guard let first = rest.first else { return false }
    if first.isDigit { return true }
    var length = 0
    while length < rest.count, rest[length].isLetter { length += 1 }
    let word = rest.part(0..<length).text.lowercased()
    switch language {
    case "nl": return ["s", "t", "n", "k", "m", "r", "ie"].contains(word)
    case "en": return ["tis", "twas", "til", "em", "cause", "n"].contains(word)
    default: return false
    }
  }

  /// CommonMark's left-flanking; with the arguments exchanged, right-flanking.
  private static func opens(_ before: Neighbour, _ after: Neighbour) -> Bool {
    after == .word || (after == .punctuation && before != .word)
  }

  private static func run(at start: Int, in literal: Bytes) -> Int {
    var end = start
    while end < literal.count, literal[end] == literal[start] { end += 1 }
    return end - start
  }
}

extension Typography {
  /// What stands in front of `index`.
  static func neighbour(before index: Int, in text: Bytes) -> Neighbour {
    var start = index - 1
    while start > 0, text[start].isContinuation, index - start < 4 { start -= 1 }
    return neighbour(at: start, in: text)
  }

  static func neighbour(at index: Int, in text: Bytes) -> Neighbour {
    let byte = text[index]
    if byte < 0x80 {
      return byte <= .space ? .space : byte.isASCIIPunctuation ? .punctuation : .word
    }
    let second = index + 1 < text.count ? text[index + 1] : 0
    let third = index + 2 < text.count ? text[index + 2] : 0
    switch (byte, second, third) {
    case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xAF), (0xE3, 0x80, 0x80):
      return .space
    case (0xC2, 0xA1...0xBF, _), (0xE2, 0x80...0x81, _), (0xE3, 0x80, 0x81...0x9F),
      (0xEF, 0xBC, 0x81...0x8F):
      return .punctuation
    default: return .word
    }
  }

  /// What the source shows behind a text node: markup that leaves no trace is passed over.
  private static func neighbour(behind cursor: SourceCursor) -> Neighbour {
    var offset = cursor.position
    while offset < cursor.end {
      switch cursor.source[offset] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "`"):
        offset += 1
      case UInt8(ascii: "["):
        // A note's number stands to the word like a space.
        return offset + 1 < cursor.end && cursor.source[offset + 1] == UInt8(ascii: "^")
          ? .space : .word
      default: return neighbour(at: offset, in: cursor.source)
      }
    }
    return .space
  }
}
