/// Follows a leaf block through the source file while its inline nodes are read in order, so that
/// everything in it has an exact place.
///
/// libcmark's own inline positions are not used: they are counted from the de-indented line and
/// drift at backslash line breaks and titles of several lines (commonmark/cmark#296).
/// When the source does not show what a node says, the cursor looks ahead for it and goes on there;
/// it never leaves its block.
struct SourceCursor {
  let source: Bytes
  private let lines: LineMap.View
  /// The next byte that no node has accounted for.
  private(set) var position = 0
  private var line = 0
  private var lastLine = 0
  /// Where the present line ends.
  private(set) var end = 0
  private var quoteDepth = 0
  /// Bytes that may still be searched when source and nodes disagree: a bound on the work.
  private var searchable: Int
  /// Whether a `&` stands anywhere.
  private let holdsReferences: Bool

  init(source: Bytes, lines: LineMap.View) {
    self.source = source
    self.lines = lines
    searchable = 4 * source.count + 65_536
    holdsReferences = source.first(UInt8(ascii: "&"), in: 0..<source.count) != nil
  }

  /// Begins a block at 1-based lines and a byte column of what libcmark was given.
  mutating func enter(line first: Int, column: Int, through last: Int, quoteDepth: Int) {
    line = first
    lastLine = max(first, last)
    self.quoteDepth = quoteDepth
    position = lines.offset(line: first, column: column)
    end = Int(lines[first].end)
  }

  /// Begins a stretch that lies in one line, such as a table's cell.
  mutating func enter(_ range: Range<Int>) {
    line = 0
    lastLine = 0
    position = range.lowerBound
    end = range.upperBound
  }

  /// The lines that libcmark was given.
  var lineCount: Int { lines.count }
  var byte: UInt8? { position < end ? source[position] : nil }
  /// Where the block ends.
  var blockEnd: Int { line < lastLine ? Int(lines[lastLine].end) : end }

  mutating func advance(_ count: Int) { position = min(position + count, end) }

  mutating func skipBlanks() {
    while position < end, source[position].isBlank { position += 1 }
  }

  /// Goes to the first character of the next line, behind block quote markers and indentation.
  mutating func nextLine() {
    guard line < lastLine else {
      position = end
      return
    }
    line += 1
    let next = lines[line]
    position = Int(next.start)
    end = Int(next.end)
    for _ in 0..<quoteDepth {
      let start = position
      skipBlanks()
      guard byte == UInt8(ascii: ">") else {
        position = start
        break
      }
      position += 1
    }
    skipBlanks()
  }

  /// Goes to an offset further on in the block, on whatever line it is.
  mutating func jump(to offset: Int) {
    while offset > end, line < lastLine {
      line += 1
      end = Int(lines[line].end)
    }
    position = min(max(offset, position), end)
  }

  /// Accounts for text on one line; returns where it begins.
  @inline(__always)
  mutating func text(_ literal: Bytes) -> Int {
    let start = position
    if literal.count <= end - start, source.holds(literal, at: start),
      !holdsReferences || literal.first(UInt8(ascii: "&"), in: 0..<literal.count) == nil
    {
      position = start + literal.count
      return start
    }
    return textAsTyped(literal)
  }

  /// Text that backslashes and character references stand in.
  private mutating func textAsTyped(_ literal: Bytes) -> Int {
    var match = TextMatch(at: position, before: end)
    match.run(through: literal, in: source)
    if match.isWhole(of: literal) {
      defer { position = match.offset }
      return position
    }
    match.leaveBrokenCharacter(of: literal)
    // Something unforeseen: look for what is left, or for its beginning.
    let rest = literal.part(match.index..<literal.count)
    let start = position
    position = match.offset
    if let hit = search(rest.beginning(of: 48)) ?? search(rest.beginning(of: 12)) {
      return match.index == 0 ? hit : start
    }
    return start
  }

  private mutating func search(_ literal: Bytes) -> Int? {
    let blockEnd = blockEnd
    guard searchable > 0 else { return nil }
    let hit = source.first(literal, in: position..<max(position, blockEnd))
    searchable -= (hit ?? blockEnd) - position
    guard let hit else { return nil }
    jump(to: hit)
    advance(literal.count)
    return hit
  }

  /// Accounts for `count` delimiters of emphasis.
  mutating func emphasis(_ count: Int) {
    for _ in 0..<count where byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") {
      position += 1
    }
  }

  /// Accounts for a code span with its backticks; returns the range of the whole.
  mutating func code() -> Range<Int> {
    let start = position
    let ticks = run(of: UInt8(ascii: "`"), at: start)
    guard ticks > 0 else { return start..<start }
    let limit = blockEnd
    var offset = start + ticks
    while let next = source.first(UInt8(ascii: "`"), in: offset..<limit) {
      let closing = run(of: UInt8(ascii: "`"), at: next)
      offset = next + closing
      if closing == ticks {
        jump(to: offset)
        return start..<offset
      }
    }
    return start..<start
  }

  private func run(of wanted: UInt8, at offset: Int) -> Int {
    let limit = blockEnd
    var end = offset
    while end < limit, source[end] == wanted { end += 1 }
    return end - offset
  }

  /// Accounts for raw inline HTML, which may go over several lines; returns its range.
  mutating func html(_ literal: Bytes) -> Range<Int> {
    let start = position
    var offset = 0
    while offset < literal.count {
      let lineEnd = literal.first(.lineFeed, in: offset..<literal.count)
      let piece = literal.part(offset..<(lineEnd ?? literal.count))
      if !piece.isEmpty { _ = text(piece) }
      guard let lineEnd else { break }
      nextLine()
      offset = lineEnd + 1
    }
    return start..<max(start, position)
  }
}
