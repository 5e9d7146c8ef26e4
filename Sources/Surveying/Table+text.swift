extension Table {
  /// The table for people: a heading and a line for each row, in columns.
  ///
  /// `width` is how many columns a line may take: what is longer is cut where its column allows that,
  /// and such a column is left out where next to nothing of it could be seen. Nil means that nothing
  /// is cut.
  package func text(width: Int?) -> String {
    var shown = columns.indices.filter { columns[$0].isShown }
    var widths = shown.map { column in
      ([heading(of: column)] + rows.map { $0[column].line(joiningBy: ", ") })
        .map { displayWidth(of: $0) }.max() ?? 0
    }
    if let width { fit(&shown, &widths, into: width) }
    let lines =
      [shown.map(heading)] + rows.map { row in shown.map { row[$0].line(joiningBy: ", ") } }
    return lines.reduce(into: "") { text, line in
      text += Self.line(line, widths, rightAligned: shown.map { columns[$0].isNumber }) + "\n"
    }
  }

  private func heading(of column: Int) -> String {
    columns[column].key.replacing("_", with: " ").uppercased()
  }

  /// Below this a cut text says next to nothing.
  private static let least = 16

  /// Takes what is too much from the column that may be cut.
  private func fit(_ shown: inout [Int], _ widths: inout [Int], into width: Int) {
    let excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    guard excess > 0, let flexible = shown.firstIndex(where: { columns[$0].isFlexible }) else {
      return
    }
    if widths[flexible] - excess >= Self.least {
      widths[flexible] -= excess
    } else {
      shown.remove(at: flexible)
      widths.remove(at: flexible)
    }
  }

  private static func line(_ cells: [String], _ widths: [Int], rightAligned: [Bool]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let shown = cut(cell, to: widths[column])
      let gap = String(repeating: " ", count: widths[column] - displayWidth(of: shown))
      line += rightAligned[column] ? gap + shown : shown + gap
      line += "  "
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func cut(_ text: String, to width: Int) -> String {
    guard displayWidth(of: text) > width else { return text }
    var cut = ""
    var taken = 0
    for character in text {
      let next = displayWidth(of: character)
      guard taken + next < width else { break }
      cut.append(character)
      taken += next
    }
    return cut + "…"
  }
}
