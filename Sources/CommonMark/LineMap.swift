/// Where each line that libcmark was given stands in the source file.
///
/// Lines end at LF, CRLF or CR, as libcmark counts them.
struct LineMap {
  struct Line {
    /// The first byte of the line in the file; for a rewritten line, of what was kept of it.
    var start: Int32
    /// The line end's first byte.
    var end: Int32
    /// The bytes that stand before `start` in what libcmark was given, and nowhere in the file.
    var inserted: Int32 = 0

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  private(set) var lines: [Line] = []

  init() {}

  /// Forgets its lines, and takes those of `source` from the offset `start` on.
  mutating func restart(with source: Bytes, from start: Int) {
    lines.removeAll(keepingCapacity: true)
    lines.reserveCapacity((source.count - start) / 48 + 4)
    let hasReturns = source.first(.carriageReturn, in: start..<source.count) != nil
    var offset = start
    while offset < source.count {
      let end =
        hasReturns
        ? Self.lineEnd(in: source, from: offset)
        : source.first(.lineFeed, in: offset..<source.count) ?? source.count
      lines.append(
        Line(start: Int32(truncatingIfNeeded: offset), end: Int32(truncatingIfNeeded: end)))
      offset = end + 1
      if end + 1 < source.count, source[end] == .carriageReturn, source[end + 1] == .lineFeed {
        offset += 1
      }
    }
  }

  var count: Int { lines.count }

  mutating func append(_ line: Line) { lines.append(line) }
  mutating func reserve(_ capacity: Int) { lines.reserveCapacity(capacity) }

  /// Lends the lines, to be looked up without counting references.
  func withView<Result, Failure>(
    _ work: (View) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try lines.withUnsafeBufferPointer { (lines) throws(Failure) in try work(View(lines: lines)) }
  }

  /// The lines of a map, valid only as long as they are lent out.
  struct View {
    let lines: UnsafeBufferPointer<Line>

    var count: Int { lines.count }

    /// The line with a 1-based number, clamped to the lines there are.
    subscript(number: Int) -> Line {
      guard !lines.isEmpty else { return Line(start: 0, end: 0) }
      return lines[min(max(number, 1), lines.count) - 1]
    }

    /// The offset in the file of a 1-based line and byte column.
    func offset(line number: Int, column: Int) -> Int {
      let line = self[number]
      let offset = Int(line.start) + column - 1 - Int(line.inserted)
      return min(max(offset, Int(line.start)), Int(line.end))
    }
  }

  private static func lineEnd(in source: Bytes, from start: Int) -> Int {
    var offset = start
    while offset < source.count, !source[offset].isLineEnd { offset += 1 }
    return offset
  }
}
