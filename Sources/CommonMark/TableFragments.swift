/// What stands in a body's tables, parsed by libcmark in a document of its own.
///
/// Each cell is handed over as a heading, which holds inline markup only: no list, quote or
/// definition can begin in it. Text in front of a table in the same paragraph is handed over as a
/// paragraph. The body's link definitions follow where there are any.
struct TableFragments {
  /// The nodes that hold each table's text; nil where a cell is empty.
  struct Table {
    var lead: Node?
    var rows: [[Node?]]
  }

  private(set) var tables: [Table] = []

  init() {}

  /// Finds the fragments of `tables` in the tree of `text(of:…)`.
  init(of tables: [PipeTable], in root: Node) {
    var next = root.firstChild
    for table in tables {
      var found = Table(lead: nil, rows: [])
      if !table.lead.isEmpty, let node = next, node.kind == .paragraph {
        found.lead = node
        next = node.next
      }
      for row in table.rows {
        found.rows.append(
          row.map { cell in
            guard !cell.isEmpty else { return nil }
            defer { next = next?.next }
            return next
          })
      }
      self.tables.append(found)
    }
  }

  /// The document to parse for `tables`; `definitions` is Markdown that may define links.
  static func text(
    of tables: [PipeTable], in source: Bytes, definitions: Bytes
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
      for cell in table.rows.joined() where !cell.isEmpty {
        text.append(contentsOf: "# ".utf8)
        appendUnescaped(cell, of: source, to: &text)
        // A closing sequence of our own keeps a cell's last `#`.
        text.append(contentsOf: " #\n".utf8)
      }
    }
    text.append(.lineFeed)
    text.append(contentsOf: definitions)
    return text
  }

  /// In a cell `\|` is a pipe, in code spans too.
  private static func appendUnescaped(_ cell: Range<Int>, of source: Bytes, to text: inout [UInt8])
  {
    for offset in cell {
      if source[offset] == UInt8(ascii: "\\"), offset + 1 < cell.upperBound,
        source[offset + 1] == UInt8(ascii: "|")
      {
        continue
      }
      text.append(source[offset])
    }
  }
}
