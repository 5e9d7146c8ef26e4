import Diagnostics

extension ProseWriter {
  /// Writes the table, and the text in front of it, that a paragraph turned out to be.
  mutating func write(tableAt paragraph: Node) {
    let table = survey.tables[paragraph.mark - 1]
    let fragment =
      fragments.tables.isEmpty ? nil : fragments.tables[paragraph.mark - 1]
    if let lead = fragment?.lead { write(lead: lead, of: table, paragraph) }
    html.startLine()
    if !isBare { writeRegionStart(of: table, fragment) }
    if !isBare { reportExtraCells(of: table) }
    html.write("<table>\n<thead>\n")
    unlinkable += 1
    write(row: 0, of: table, fragment, tag: "th")
    unlinkable -= 1
    html.write("</thead>\n")
    if table.rowCount > 1 {
      html.write("<tbody>\n")
      for row in 1..<table.rowCount { write(row: row, of: table, fragment, tag: "td") }
      html.write("</tbody>\n")
    }
    html.write(isBare ? "</table>\n" : "</table></div>\n")
  }

  private mutating func write(lead: Node, of table: PipeTable, _ paragraph: Node) {
    html.startLine()
    html.write("<p>")
    cursor.enter(
      line: paragraph.startLine, column: paragraph.startColumn,
      through: paragraph.startLine + table.lead.count - 1, quoteDepth: quoteDepth)
    if cursor.byte == UInt8(ascii: "[") { cursor.skipDefinitions() }
    beginText(of: lead)
    write(childrenOf: lead)
    endText()
    html.write("</p>\n")
  }

  /// GitHub drops what a row has too much; here nothing is lost in silence.
  private mutating func reportExtraCells(of table: PipeTable) {
    for range in table.extra {
      diagnostics.append(.extraCell(source.part(range).text, at: place(range)))
    }
  }

  private mutating func writeRegionStart(
    of table: PipeTable, _ fragment: TableFragments.Table?
  ) {
    html.write("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
    html.writeEscaped(options.words.table)
    var separator: StaticString = ": "
    for index in table.row(0) where !table.cells[index].isEmpty {
      html.write(separator)
      separator = ", "
      if let node = fragment?.cells[index] {
        var text: [UInt8] = []
        BlockSurvey.appendText(of: node, to: &text)
        text.withUnsafeBufferPointer { html.writeEscaped($0) }
      } else {
        html.writeEscaped(source.part(table.cells[index]))
      }
    }
    html.write("\">")
  }

  private mutating func write(
    row: Int, of table: PipeTable, _ fragment: TableFragments.Table?, tag: StaticString
  ) {
    html.write("<tr>\n")
    let cells = table.row(row)
    for (column, alignment) in table.alignments.enumerated() {
      html.write("<")
      html.write(tag)
      if row == 0, !isBare { html.write(" scope=\"col\"") }
      write(alignment)
      html.write(">")
      let index = cells.lowerBound + column
      if index < cells.upperBound, !table.cells[index].isEmpty {
        write(cell: table.cells[index], fragment?.cells[index])
      }
      html.write("</")
      html.write(tag)
      html.write(">\n")
    }
    html.write("</tr>\n")
  }

  private mutating func write(cell: PipeTable.Cell, _ node: Node?) {
    cursor.enter(cell)
    if let node {
      beginText(of: node)
      write(childrenOf: node)
    } else {
      typography.begin()
      write(text: source.part(cell))
    }
    endText()
  }

  private mutating func write(_ alignment: PipeTable.Alignment) {
    let side: StaticString
    switch alignment {
    case .unaligned: return
    case .left: side = "left"
    case .center: side = "center"
    case .right: side = "right"
    }
    html.write(isBare ? " align=\"" : " class=\"")
    html.write(side)
    html.write("\"")
  }
}
