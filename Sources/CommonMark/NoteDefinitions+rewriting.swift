extension NoteDefinitions {
  /// Writes the body with those of `candidates` that `isDefinition` accepts as block quotes.
  init(
    rewriting source: Bytes, lines: LineMap.View, candidates: [NoteCandidate],
    excluding excluded: Set<Int>
  ) {
    var rewriter = Rewriter(source: source, lines: lines)
    for (index, candidate) in candidates.enumerated() where !excluded.contains(index) {
      // A line inside another definition is part of that one only when it is indented; then it has
      // been written already.
      guard candidate.line >= rewriter.next else { continue }
      rewriter.copy(upTo: candidate.line)
      rewriter.write(candidate, index: index)
    }
    rewriter.copy(upTo: lines.count)
    definitions = rewriter.definitions
    text = rewriter.text
    self.lines = rewriter.map
  }
}

/// Writes a body line by line, and keeps account of where each line comes from.
private struct Rewriter {
  let source: Bytes
  let lines: LineMap.View
  /// The next line to write, 0-based.
  var next = 0
  var text: [UInt8] = []
  var map = LineMap()
  var definitions: [NoteDefinitions.Definition] = []
  /// The line behind the last one of a definition, 0-based.
  private var noteEnd = -1

  init(source: Bytes, lines: LineMap.View) {
    self.source = source
    self.lines = lines
    text.reserveCapacity(source.count + 64)
    map.reserve(lines.count + 8)
  }

  mutating func copy(upTo limit: Int) {
    while next < limit {
      let line = lines.lines[next]
      if next == noteEnd, source.leadingQuotes(in: line.range) > 0 {
        separate(quotes: 0, before: line)
      }
      text.append(contentsOf: source.part(line.range))
      text.append(.lineFeed)
      map.append(line)
      next += 1
    }
  }

  mutating func write(_ candidate: NoteCandidate, index: Int) {
    let line = lines.lines[candidate.line]
    if next > 0, !candidate.isFirstInItem {
      let before = lines.lines[next - 1].range
      let quotes = source.leadingQuotes(in: before)
      if !source.trimmed(before).isEmpty, next == noteEnd || quotes > candidate.quotes {
        separate(quotes: candidate.quotes, before: line)
      }
    }
    let prefix = source.part(line.range.lowerBound..<candidate.start)
    let content = source.trimmed(candidate.textStart..<line.range.upperBound)
    definitions.append(
      .init(
        label: candidate.label, line: map.count + 1, column: prefix.count + 1, candidate: index))
    text.append(contentsOf: prefix)
    emit(content.lowerBound..<line.range.upperBound, inserted: prefix.count)
    next += 1
    writeContinuation(of: candidate)
    noteEnd = next
  }

  /// Ends the line with a block quote marker and the text of `range`.
  private mutating func emit(_ range: Range<Int>, inserted: Int) {
    text.append(UInt8(ascii: ">"))
    text.append(.space)
    text.append(contentsOf: source.part(range))
    text.append(.lineFeed)
    map.append(
      .init(
        start: Int32(truncatingIfNeeded: range.lowerBound),
        end: Int32(truncatingIfNeeded: range.upperBound),
        inserted: Int32(truncatingIfNeeded: inserted + 2)))
  }

  /// An empty line, so that two block quotes stay two.
  private mutating func separate(quotes: Int, before line: LineMap.Line) {
    for _ in 0..<quotes { text.append(contentsOf: "> ".utf8) }
    text.append(.lineFeed)
    map.append(.init(start: line.start, end: line.start))
  }

  private mutating func writeContinuation(of candidate: NoteCandidate) {
    var blanks = 0
    let needed = candidate.indent < 4 ? 4 : candidate.indent + 4
    while next + blanks < lines.count {
      let line = lines.lines[next + blanks].range
      let inner = behindQuotes(candidate.quotes, in: line)
      if source.trimmed(inner ?? line).isEmpty {
        blanks += 1
      } else if let inner, let rest = behindIndent(needed, in: inner, lineStart: line.lowerBound) {
        for _ in 0..<blanks { writeIndented(line.upperBound..<line.upperBound, of: candidate) }
        blanks = 0
        writeIndented(rest.range, of: candidate, columnsLeft: rest.columns)
      } else if blanks == 0, looksLazy(inner ?? line) {
        text.append(contentsOf: source.part(line))
        text.append(.lineFeed)
        map.append(lines.lines[next])
        next += 1
      } else {
        return
      }
    }
  }

  private mutating func writeIndented(
    _ range: Range<Int>, of candidate: NoteCandidate, columnsLeft: Int = 0
  ) {
    let start = text.count
    for _ in 0..<candidate.quotes { text.append(contentsOf: "> ".utf8) }
    let indent = candidate.indent <= 2 ? 2 : candidate.indent
    for _ in 0..<indent { text.append(.space) }
    text.append(contentsOf: "> ".utf8)
    for _ in 0..<columnsLeft { text.append(.space) }
    let inserted = text.count - start
    text.append(contentsOf: source.part(range))
    text.append(.lineFeed)
    map.append(
      .init(
        start: Int32(truncatingIfNeeded: range.lowerBound),
        end: Int32(truncatingIfNeeded: range.upperBound),
        inserted: Int32(truncatingIfNeeded: inserted)))
    next += 1
  }

  /// The line behind `quotes` block quote markers, or nil when it has fewer.
  private func behindQuotes(_ quotes: Int, in line: Range<Int>) -> Range<Int>? {
    var offset = line.lowerBound
    for _ in 0..<quotes {
      while offset < line.upperBound, source[offset].isBlank { offset += 1 }
      guard offset < line.upperBound, source[offset] == UInt8(ascii: ">") else { return nil }
      offset += 1
      if offset < line.upperBound, source[offset] == .space { offset += 1 }
    }
    return offset..<line.upperBound
  }

  /// What is left of a line behind `needed` columns of blanks; nil when it has fewer. A tab that
  /// reaches further leaves columns over.
  private func behindIndent(
    _ needed: Int, in inner: Range<Int>, lineStart: Int
  ) -> (range: Range<Int>, columns: Int)? {
    var offset = inner.lowerBound
    let first = source.columns(from: lineStart, to: offset, lineStart: lineStart)
    var column = first
    while column - first < needed {
      guard offset < inner.upperBound, source[offset].isBlank else { return nil }
      column += source[offset] == .tab ? 4 - column % 4 : 1
      offset += 1
    }
    return (offset..<inner.upperBound, column - first - needed)
  }

  /// Whether a line without indentation reads like text that goes on, not like another block.
  private func looksLazy(_ line: Range<Int>) -> Bool {
    let content = source.trimmed(line)
    guard let first = content.isEmpty ? nil : source[content.lowerBound] else { return false }
    switch first {
    case UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~"),
      UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "["), UInt8(ascii: "="):
      return false
    default:
      let end = line.upperBound
      return NoteCandidate.listMarker(at: content.lowerBound, in: source, before: end) == nil
    }
  }
}
