/// A pipe table as GitHub Flavored Markdown defines it, found in a paragraph's source lines.
struct PipeTable {
  enum Alignment: UInt8 {
    case unaligned, left, center, right
  }

  /// One cell's text in the file, trimmed; escaped pipes are still escaped.
  typealias Cell = Range<Int>

  /// Lines of the paragraph in front of the header; they stay a paragraph.
  var lead: [Range<Int>]
  var alignments: [Alignment]
  /// The header's cells and then those of each row.
  var cells: [Cell]
  /// What stands behind the last column of a row, where that is anything.
  var extra: [Range<Int>] = []
  /// Where each row's cells begin in `cells`, and where the last row's end. A row has at most as many
  /// as the header.
  var rowStarts: [Int]

  var rowCount: Int { rowStarts.count - 1 }
  func row(_ index: Int) -> Range<Int> { rowStarts[index]..<rowStarts[index + 1] }
  /// The cells that its short rows lack.
  var addedCells: Int { rowCount * alignments.count - cells.count }
}

extension PipeTable {
  /// Splits a row at its unescaped pipes.
  fileprivate static func cells(of line: Range<Int>, in source: Bytes) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(8)
    _ = appendCells(of: line, in: source, atMost: .max, to: &cells)
    return cells
  }

  /// Returns what is left of the line behind the last of the cells.
  private static func appendCells(
    of line: Range<Int>, in source: Bytes, atMost count: Int, to cells: inout [Cell]
  ) -> Range<Int> {
    let line = source.trimmed(line)
    let first = cells.count
    var start = line.lowerBound
    if !line.isEmpty, source[start] == UInt8(ascii: "|") { start += 1 }
    while start < line.upperBound, cells.count - first < count {
      let end = unescapedPipe(in: start..<line.upperBound, of: source) ?? line.upperBound
      cells.append(source.trimmed(start..<end))
      start = end + 1
    }
    return min(start, line.upperBound)..<line.upperBound
  }

  /// What a row says behind its last column, without the pipe at its end; nil when it says nothing.
  private static func said(in rest: Range<Int>, of source: Bytes) -> Range<Int>? {
    guard !rest.isEmpty else { return nil }
    var said = source.trimmed(rest)
    if !said.isEmpty, source[said.upperBound - 1] == UInt8(ascii: "|") {
      said = source.trimmed(said.lowerBound..<said.upperBound - 1)
    }
    return source.part(said).allSatisfy { $0.isBlank || $0 == UInt8(ascii: "|") } ? nil : said
  }

  private static func unescapedPipe(in range: Range<Int>, of source: Bytes) -> Int? {
    var start = range.lowerBound
    while let pipe = source.first(UInt8(ascii: "|"), in: start..<range.upperBound) {
      if pipe == range.lowerBound || source[pipe - 1] != UInt8(ascii: "\\") { return pipe }
      start = pipe + 1
    }
    return nil
  }

  /// The alignments of a delimiter row such as `| :-- | --: |`, or nil when the line is none.
  static func alignments(of line: Range<Int>, in source: Bytes) -> [Alignment]? {
    let line = source.trimmed(line)
    guard let first = line.isEmpty ? nil : source[line.lowerBound],
      first == UInt8(ascii: "|") || first == UInt8(ascii: ":") || first == UInt8(ascii: "-")
    else { return nil }
    for offset in line {
      switch source[offset] {
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"), .space, .tab: continue
      default: return nil
      }
    }
    var alignments: [Alignment] = []
    for cell in cells(of: line, in: source) {
      guard let alignment = alignment(of: source.part(cell)) else { return nil }
      alignments.append(alignment)
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static func alignment(of cell: Bytes) -> Alignment? {
    var dashes = cell[...]
    let isLeft = dashes.first == UInt8(ascii: ":")
    if isLeft { dashes = dashes.dropFirst() }
    let isRight = dashes.last == UInt8(ascii: ":")
    if isRight { dashes = dashes.dropLast() }
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    return isLeft ? (isRight ? .center : .left) : (isRight ? .right : .unaligned)
  }

  fileprivate static func hasPipe(_ line: Range<Int>, _ source: Bytes) -> Bool {
    source.first(UInt8(ascii: "|"), in: line) != nil
  }

  /// Looks for a header and a delimiter row with as many cells among a paragraph's lines.
  init?(in paragraph: [Range<Int>], of source: Bytes) {
    for index in paragraph.indices.dropFirst() {
      guard let alignments = Self.alignments(of: paragraph[index], in: source) else { continue }
      let header = Self.cells(of: paragraph[index - 1], in: source)
      guard header.count == alignments.count else { continue }
      // `Foo` above an indented `---` is text.
      if header.count == 1, !Self.hasPipe(paragraph[index - 1], source),
        !Self.hasPipe(paragraph[index], source)
      {
        continue
      }
      lead = Array(paragraph[..<(index - 1)])
      self.alignments = alignments
      cells = header
      rowStarts = [0, header.count]
      for line in paragraph[(index + 1)...] {
        let rest = Self.appendCells(
          of: line, in: source, atMost: alignments.count, to: &cells)
        if let said = Self.said(in: rest, of: source) { extra.append(said) }
        rowStarts.append(cells.count)
      }
      return
    }
    return nil
  }
}

/// A line of dashes that does not fit the line above it, so that the two make no table.
struct TableMismatch {
  /// The line of dashes.
  let line: Range<Int>
  let cells: Int
  let headCells: Int

  /// Looks for one in the lines of a paragraph that is no table.
  init?(in paragraph: [Range<Int>], of source: Bytes) {
    for index in paragraph.indices.dropFirst() {
      let line = source.trimmed(paragraph[index])
      guard let dashes = PipeTable.alignments(of: line, in: source)?.count else { continue }
      let head = PipeTable.cells(of: paragraph[index - 1], in: source).count
      // Without a pipe it is the text above an indented `---`.
      guard dashes != head, dashes > 1 || PipeTable.hasPipe(line, source),
        PipeTable.hasPipe(paragraph[index - 1], source)
      else { continue }
      self.line = line
      cells = dashes
      headCells = head
      return
    }
    return nil
  }
}
