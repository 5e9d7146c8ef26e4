import Diagnostics

/// Why a body is not given to libcmark, or not written: it would take too long or grow too large.
///
/// libcmark 0.30 needs quadratic time where many brackets stay open (20 s for 600 kB of `![[]()`) and
/// where blocks are nested deeply. So the work is bounded beforehand by what a body contains; its size
/// alone bounds nothing, since real decisions reach a megabyte.
struct Complexity: Error {
  let what: String
  let range: Range<Int>

  /// Lists and block quotes within each other.
  static let deepest = 100
  /// Steps that libcmark may take back over open brackets, about 2 ns each.
  static let bracketSteps = 100_000_000
  /// So few closing brackets cannot take that many steps in a body of a megabyte.
  static let fewBrackets = 100
  /// Bytes of destinations and titles that references may be replaced by.
  static let expandedBytes = 100_000_000
  /// Mistakes that are told one by one; whoever has so many has pasted something.
  static let mistakes = 200
  /// Empty cells that may be added to a table's short rows, beside one for each byte of the file.
  static let addedCells = 10_000

  /// What is too much in the body that `lines` are of, if anything.
  static func excess(in source: Bytes, lines: LineMap.View, mayDefineLinks: Bool) -> Complexity? {
    let start = Int(lines.lines.first?.start ?? 0)
    let closing = source.part(start..<source.count).count(of: UInt8(ascii: "]"))
    do {
      var blocks = BlockDepth()
      for line in lines.lines { try blocks.pass(line.range, of: source) }
      if closing > fewBrackets {
        var brackets = Brackets()
        for line in lines.lines { try brackets.pass(line.range, of: source) }
        try brackets.endParagraph()
      }
      if mayDefineLinks { try checkReferences(closing, in: source, lines: lines) }
      return nil
    } catch {
      return error
    }
  }

  private static func checkReferences(
    _ count: Int, in source: Bytes, lines: LineMap.View
  ) throws(Complexity) {
    guard let longest = LinkDefinitions.longest(in: source, lines: lines) else { return }
    if longest.count.multipliedReportingOverflow(by: count).partialValue > expandedBytes {
      throw Complexity(
        what: "a link definition of \(longest.count) bytes may be referred to \(count) times",
        range: longest.lowerBound..<longest.lowerBound + 1)
    }
  }
}

/// How deeply lists and block quotes are nested, as far as their lines show.
private struct BlockDepth {
  /// The columns at which the text of the open list items begins, ascending.
  private var items: [Int] = []

  mutating func pass(_ line: Range<Int>, of source: Bytes) throws(Complexity) {
    guard let first = line.isEmpty ? nil : source[line.lowerBound], !first.isLetter, first < 0x80
    else { return }
    var offset = line.lowerBound
    var column = 0
    var quotes = 0
    while offset < line.upperBound {
      let byte = source[offset]
      if byte.isBlank {
        column += byte == .tab ? 4 - column % 4 : 1
        offset += 1
      } else if byte == UInt8(ascii: ">") {
        quotes += 1
        column += 1
        offset += 1
      } else if let length = NoteCandidate.listMarker(
        at: offset, in: source, before: line.upperBound)
      {
        if quotes + items.count < 8, isThematicBreak(offset..<line.upperBound, of: source) {
          return
        }
        while let last = items.last, last > column { items.removeLast() }
        column += length
        offset += length
        items.append(column + 1)
      } else {
        break
      }
      if quotes + items.count > Complexity.deepest {
        throw Complexity(
          what: "lists and quotations are nested more than \(Complexity.deepest) deep",
          range: offset - 1..<offset)
      }
    }
  }

  private func isThematicBreak(_ range: Range<Int>, of source: Bytes) -> Bool {
    let mark = source[range.lowerBound]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") else { return false }
    return source.part(range).allSatisfy { $0 == mark || $0.isBlank }
  }
}

/// How many brackets stay open while how many are closed, paragraph by paragraph.
private struct Brackets {
  private var steps = 0
  private var open = 0
  private var mostOpen = 0
  private var closed = 0
  private var start: Int?

  mutating func pass(_ line: Range<Int>, of source: Bytes) throws(Complexity) {
    var isBlank = true
    for offset in line {
      let byte = source[offset]
      if byte == UInt8(ascii: "[") {
        open += 1
        if open > mostOpen { mostOpen = open }
        if start == nil { start = offset }
      } else if byte == UInt8(ascii: "]") {
        closed += 1
        if open > 0 { open -= 1 }
      } else if byte.isBlank || byte == UInt8(ascii: ">") {
        continue
      }
      isBlank = false
    }
    if isBlank { try endParagraph() }
  }

  mutating func endParagraph() throws(Complexity) {
    // A few open brackets are forgotten ones; only many of them cost anything.
    if mostOpen > 8 {
      steps += mostOpen.multipliedReportingOverflow(by: closed).partialValue
      if steps > Complexity.bracketSteps {
        let start = start ?? 0
        throw Complexity(
          what: "a paragraph leaves \(mostOpen) brackets open", range: start..<start + 1)
      }
    }
    open = 0
    mostOpen = 0
    closed = 0
    start = nil
  }
}
