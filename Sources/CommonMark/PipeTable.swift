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
  private static func cells(of line: Range<Int>, in source: Bytes) -> [Cell] {
    var cells: [Cell] = []
    appendCells(of: line, in: source, atMost: .max, to: &cells)
    return cells
  }

  private static func appendCells(
    of line: Range<Int>, in source: Bytes, atMost count: Int, to cells: inout [Cell]
  ) {
    let line = source.trimmed(line)
    let first = cells.count
    var start = line.lowerBound
    if !line.isEmpty, source[start] == UInt8(ascii: "|") { start += 1 }
    while start < line.upperBound, cells.count - first < count {
      let end = unescapedPipe(in: start..<line.upperBound, of: source) ?? line.upperBound
      cells.append(source.trimmed(start..<end))
      start = end + 1
    }
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

  private static func hasPipe(_ line: Range<Int>, _ source: Bytes) -> Bool {
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
        Self.appendCells(of: line, in: source, atMost: alignments.count, to: &cells)
        rowStarts.append(cells.count)
      }
      return
    }
    return nil
  }
}
