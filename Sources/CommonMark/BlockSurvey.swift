/// What must be known of a tree before it is written: its headings, tables and notes.
///
/// One walk over the blocks. It leaves a mark at each node it found: the 1-based index of a heading
/// in `headings`, of a table's paragraph in `tables`, of a note's block quote in the definitions.
struct BlockSurvey {
  private(set) var headings: [HeadingAnchors.Entry] = []
  /// The headings' texts without markup and notes, one behind the other.
  private(set) var headingText: [UInt8] = []
  private(set) var tables: [PipeTable] = []
  /// What was probably meant as a table.
  private(set) var mismatches: [TableMismatch] = []
  /// Set where tables would grow beyond reason.
  private(set) var excess: Complexity?
  /// The definitions that libcmark saw as the block quotes they were written as; nil for the others.
  private(set) var notes: [Node?] = []
  /// How many of them it saw.
  private(set) var noteCount = 0
  /// The level that the body's own headings begin with; 1 when there is none.
  private(set) var topLevel = 1

  init() {}

  private mutating func restart() {
    headings.removeAll(keepingCapacity: true)
    headingText.removeAll(keepingCapacity: true)
    tables.removeAll(keepingCapacity: true)
    mismatches.removeAll(keepingCapacity: true)
    excess = nil
    notes.removeAll(keepingCapacity: true)
    noteCount = 0
    topLevel = 1
  }

  /// Forgets what it knew, and walks over a tree.
  mutating func walk(
    over root: Node, definitions: [NoteDefinitions.Definition], cursor: SourceCursor,
    mayHoldTables: Bool
  ) {
    restart()
    var places: [Int: Int] = [:]
    for (index, note) in definitions.enumerated() {
      places[note.line << 32 | note.column] = index
      notes.append(nil)
    }
    var cursor = cursor
    // The nodes that stand behind the block quotes the walk is in.
    var quoteEnds: [Node?] = []
    var lowest = 7
    var addedCells = 0
    var next = root.firstChild
    while let node = next {
      while let end = quoteEnds.last, end == node { quoteEnds.removeLast() }
      next = node.nextOutside(within: root)
      switch node.kind {
      case .blockQuote:
        if !places.isEmpty, let index = places[node.startLine << 32 | node.startColumn] {
          node.mark = index + 1
          if notes[index] == nil { noteCount += 1 }
          notes[index] = node
        }
        quoteEnds.append(next)
        next = node.firstChild ?? next
      case .list, .item: next = node.firstChild ?? next
      case .heading:
        guard quoteEnds.isEmpty else { continue }
        lowest = min(lowest, node.headingLevel)
        append(heading: node)
      case .paragraph:
        guard mayHoldTables, node.endLine > node.startLine,
          let table = table(in: node, cursor: &cursor, quotes: quoteEnds.count)
        else { continue }
        tables.append(table)
        addedCells += table.addedCells
        if addedCells > Complexity.addedCells + cursor.source.count, excess == nil {
          excess = Complexity(
            what: "short rows of a table leave \(table.addedCells) cells empty",
            range: table.cells[0])
        }
        node.mark = tables.count
      default: continue
      }
    }
    topLevel = lowest == 7 ? 1 : lowest
  }

  private mutating func append(heading node: Node) {
    let start = headingText.count
    Self.appendText(of: node, to: &headingText)
    headings.append(.init(level: node.headingLevel, text: start..<headingText.count))
    node.mark = headings.count
  }

  private mutating func table(
    in node: Node, cursor: inout SourceCursor, quotes: Int
  ) -> PipeTable? {
    cursor.enter(
      line: node.startLine, column: node.startColumn, through: node.endLine, quoteDepth: quotes)
    var rows = cursor
    var mayHaveDelimiters = false
    for _ in node.startLine..<node.endLine {
      cursor.nextLine()
      switch cursor.byte {
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"): mayHaveDelimiters = true
      default: break
      }
    }
    guard mayHaveDelimiters else { return nil }
    var lines: [Range<Int>] = []
    lines.reserveCapacity(node.endLine - node.startLine + 1)
    lines.append(rows.position..<rows.end)
    for _ in node.startLine..<node.endLine {
      rows.nextLine()
      lines.append(rows.position..<rows.end)
    }
    if let table = PipeTable(in: lines, of: cursor.source) { return table }
    if let mismatch = TableMismatch(in: lines, of: cursor.source) { mismatches.append(mismatch) }
    return nil
  }

  /// The text of a node's children without markup and notes.
  static func appendText(of heading: Node, to bytes: inout [UInt8]) {
    var next = heading.firstChild
    while let node = next {
      switch node.kind {
      case .code: bytes.append(contentsOf: node.literal)
      case .text:
        let literal = node.literal
        var written = 0
        var from = 0
        while let bracket = literal.first(UInt8(ascii: "["), in: from..<literal.count) {
          from = bracket + 1
          guard let end = NoteCandidate.referenceEnd(at: bracket, in: literal) else { continue }
          bytes.append(contentsOf: literal.part(written..<bracket))
          written = end
          from = end
        }
        bytes.append(contentsOf: literal.part(written..<literal.count))
      case .softBreak, .lineBreak: bytes.append(.space)
      default: break
      }
      next = node.firstChild ?? node.nextOutside(within: heading)
    }
  }
}
