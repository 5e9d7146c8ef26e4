import Diagnostics

extension ProseWriter {
  /// Writes the table, and the text in front of it, that a paragraph turned out to be.
  mutating func write(tableAt paragraph: Node) {
    let table = survey.tables[paragraph.mark - 1]
    let fragment = fragments.tables[paragraph.mark - 1]
    if !table.lead.isEmpty, let lead = fragment.lead {
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
    html.startLine()
    if !isBare { writeRegionStart(of: fragment.rows[0]) }
    html.write("<table>\n<thead>\n")
    unlinkable += 1
    write(row: 0, of: table, fragment, tag: "th")
    unlinkable -= 1
    html.write("</thead>\n")
    if table.rows.count > 1 {
      html.write("<tbody>\n")
      for row in 1..<table.rows.count { write(row: row, of: table, fragment, tag: "td") }
      html.write("</tbody>\n")
    }
    html.write(isBare ? "</table>\n" : "</table></div>\n")
  }

  private mutating func writeRegionStart(of header: [Node?]) {
    html.write("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
    html.writeEscaped(options.words.table)
    let names = header.compactMap { $0.map(BlockSurvey.text) }.filter { !$0.isEmpty }
    if !names.isEmpty {
      html.write(": ")
      html.writeEscaped(names.joined(separator: ", "))
    }
    html.write("\">")
  }

  private mutating func write(
    row: Int, of table: PipeTable, _ fragment: TableFragments.Table, tag: StaticString
  ) {
    html.write("<tr>\n")
    for (column, alignment) in table.alignments.enumerated() {
      html.write("<")
      html.write(tag)
      if row == 0, !isBare { html.write(" scope=\"col\"") }
      write(alignment)
      html.write(">")
      if column < table.rows[row].count, let node = fragment.rows[row][column] {
        cursor.enter(table.rows[row][column])
        beginText(of: node)
        write(childrenOf: node)
        endText()
      }
      html.write("</")
      html.write(tag)
      html.write(">\n")
    }
    html.write("</tr>\n")
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
