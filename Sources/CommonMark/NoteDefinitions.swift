/// The footnote definitions of a body, and the text that libcmark is given in their place.
///
/// libcmark would read `[^1]: https://…` as a link definition and drop it. So each definition is
/// handed to it as a block quote where it stands: `> …`, its further lines likewise. libcmark then
/// settles what belongs to it, and the tree shows it as one block quote at a known line and column.
struct NoteDefinitions {
  struct Definition {
    /// The label as typed, between `[^` and `]`.
    let label: Range<Int>
    /// Where its block quote begins in what libcmark is given: 1-based, in bytes.
    let line: Int
    let column: Int
    /// The line that could be a definition, as an index into the candidates.
    let candidate: Int
  }

  let definitions: [Definition]
  let text: [UInt8]
  let lines: LineMap

  /// Nothing was rewritten.
  static let none = NoteDefinitions(definitions: [], text: [], lines: LineMap())

  /// Lends the text that libcmark is given: `body` as it is where nothing was rewritten.
  func withText<Result, Failure>(
    orElse body: Bytes, _ work: (Bytes) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if definitions.isEmpty { return try work(body) }
    return try text.withUnsafeBufferPointer { (text) throws(Failure) in try work(text) }
  }
}

/// A line that reads like the beginning of a footnote definition: `[^label]:`.
struct NoteCandidate {
  /// 0-based.
  let line: Int
  /// The offset of `[^`.
  let start: Int
  /// The label between `[^` and `]`.
  let label: Range<Int>
  /// Block quote markers in front of it.
  let quotes: Int
  /// Columns between the last of them, or the line's start, and `[^`.
  let indent: Int
  /// Whether a list's marker stands in front of it in the line.
  let isFirstInItem: Bool

  /// The candidates of all `lines`, in order.
  static func all(in source: Bytes, lines: LineMap.View) -> [NoteCandidate] {
    var found: [NoteCandidate] = []
    for (index, line) in lines.lines.enumerated() {
      let range = line.range
      // Nearly every line begins with a letter: one look is enough.
      guard let first = range.isEmpty ? nil : source[range.lowerBound],
        !first.isLetter, first < 0x80,
        let candidate = NoteCandidate(line: index, range: range, in: source)
      else { continue }
      found.append(candidate)
    }
    return found
  }

  private init?(line: Int, range: Range<Int>, in source: Bytes) {
    var offset = range.lowerBound
    var quotes = 0
    var indentStart = offset
    var isFirstInItem = false
    scan: while offset < range.upperBound {
      switch source[offset] {
      case .space, .tab: offset += 1
      case UInt8(ascii: ">"):
        offset += 1
        quotes += 1
        indentStart = offset
      case UInt8(ascii: "["): break scan
      default:
        guard let marker = Self.listMarker(at: offset, in: source, before: range.upperBound) else {
          return nil
        }
        offset += marker
        isFirstInItem = true
      }
    }
    guard offset + 4 < range.upperBound, source[offset + 1] == UInt8(ascii: "^") else { return nil }
    var end = offset + 2
    while end < range.upperBound, Self.isInLabel(source[end]) { end += 1 }
    guard end > offset + 2, end + 1 < range.upperBound, source[end] == UInt8(ascii: "]"),
      source[end + 1] == UInt8(ascii: ":")
    else { return nil }
    self.line = line
    self.start = offset
    self.label = offset + 2..<end
    self.quotes = quotes
    self.isFirstInItem = isFirstInItem
    // One blank behind `>` belongs to it.
    let indent = source.columns(from: indentStart, to: offset, lineStart: range.lowerBound)
    self.indent = quotes > 0 ? max(0, indent - 1) : indent
  }

  /// Where the text of the definition begins, behind `]:`.
  var textStart: Int { label.upperBound + 2 }

  /// Where the reference that begins with the bracket at `start` ends, behind `]`; nil for others.
  static func referenceEnd(at start: Int, in text: Bytes) -> Int? {
    guard start + 3 < text.count, text[start + 1] == UInt8(ascii: "^") else { return nil }
    var end = start + 2
    let limit = min(text.count, start + longestLabel)
    while end < limit, isInLabel(text[end]) { end += 1 }
    guard end < limit, end > start + 2, text[end] == UInt8(ascii: "]") else { return nil }
    return end + 1
  }

  /// libcmark's bound for link labels.
  private static let longestLabel = 1_000

  static func isInLabel(_ byte: UInt8) -> Bool {
    byte > .space && byte != UInt8(ascii: "]") && byte != UInt8(ascii: "[")
  }

  /// The length of a bullet or number that begins a list item here, or nil.
  static func listMarker(at start: Int, in source: Bytes, before end: Int) -> Int? {
    var offset = start
    switch source[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): offset += 1
    default:
      while offset < end, source[offset].isDigit, offset - start < 9 { offset += 1 }
      guard offset > start, offset < end,
        source[offset] == UInt8(ascii: ".") || source[offset] == UInt8(ascii: ")")
      else { return nil }
      offset += 1
    }
    guard offset == end || source[offset].isBlank else { return nil }
    return offset - start
  }
}

extension Bytes {
  /// The columns that a stretch of a line takes, with tab stops every four.
  func columns(from start: Int, to end: Int, lineStart: Int) -> Int {
    var column = 0
    var first = 0
    for offset in lineStart..<end {
      if offset == start { first = column }
      column += self[offset] == .tab ? 4 - column % 4 : 1
    }
    return start == end ? 0 : column - first
  }

  /// The block quote markers that a line begins with.
  func leadingQuotes(in range: Range<Int>) -> Int {
    var count = 0
    for offset in range {
      if self[offset] == UInt8(ascii: ">") {
        count += 1
      } else if !self[offset].isBlank {
        break
      }
    }
    return count
  }
}
