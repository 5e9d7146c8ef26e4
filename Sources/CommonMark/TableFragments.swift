/// What stands in a body's tables, parsed by libcmark in a document of its own.
///
/// Each cell is handed over as a heading, which holds inline markup only: no list, quote or
/// definition can begin in it; a cell without a character that could be markup is not handed over at
/// all. Text in front of a table in the same paragraph is handed over as a paragraph. The body's link
/// definitions follow where there are any.
struct TableFragments {
  /// The nodes that hold a table's text; nil where a cell is empty or plain.
  struct Table {
    var lead: Node?
    /// In the order of the table's cells.
    var cells: [Node?]
  }

  /// Empty when all cells of all tables are plain.
  private(set) var tables: [Table] = []

  init() {}

  /// Finds the fragments of `tables` in the tree of `text(of:…)`.
  init(of tables: [PipeTable], in root: Node, source: Bytes) {
    var next = root.firstChild
    for table in tables {
      var found = Table(lead: nil, cells: [])
      if !table.lead.isEmpty, let node = next, node.kind == .paragraph {
        found.lead = node
        next = node.next
      }
      for cell in table.cells {
        if Self.isPlain(cell, in: source) {
          found.cells.append(nil)
        } else {
          found.cells.append(next)
          next = next?.next
        }
      }
      self.tables.append(found)
    }
  }

  /// Whether a cell is empty or holds nothing that Markdown could read as markup.
  static func isPlain(_ cell: PipeTable.Cell, in source: Bytes) -> Bool {
    for byte in source.part(cell) {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), 0:
        return false
      default: continue
      }
    }
    return true
  }

  /// The document to parse for `tables`, empty when there is nothing to parse; `definitions` is Markdown that may define links.
  static func text(
    of tables: [PipeTable], in source: Bytes, definitions: [UInt8]
  ) -> [UInt8] {
    var text: [UInt8] = []
    for table in tables {
      for (index, line) in table.lead.enumerated() {
        // Five columns: a line that goes on with a paragraph and can begin nothing.
        if index > 0 { text.append(contentsOf: "     ".utf8) }
        text.append(contentsOf: source.part(line))
        text.append(.lineFeed)
      }
      if !table.lead.isEmpty { text.append(.lineFeed) }
      for cell in table.cells where !isPlain(cell, in: source) {
        text.append(contentsOf: "# ".utf8)
        appendUnescaped(cell, of: source, to: &text)
        // A closing sequence of our own keeps a cell's last `#`.
        text.append(contentsOf: " #\n".utf8)
      }
    }
    guard !text.isEmpty else { return [] }
    text.append(.lineFeed)
    text.append(contentsOf: definitions)
    return text
  }

  /// In a cell `\|` is a pipe, in code spans too.
  private static func appendUnescaped(_ cell: Range<Int>, of source: Bytes, to text: inout [UInt8])
  {
    var start = cell.lowerBound
    var from = start
    while let escape = source.first(UInt8(ascii: "\\"), in: from..<cell.upperBound) {
      from = escape + 1
      guard from < cell.upperBound, source[from] == UInt8(ascii: "|") else { continue }
      text.append(contentsOf: source.part(start..<escape))
      start = from
    }
    text.append(contentsOf: source.part(start..<cell.upperBound))
  }
}
