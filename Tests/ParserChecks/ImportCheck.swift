import Content
import Drafting
import Loading
import TestSupport

/// What must hold of any bytes as a table: its cells survive being written and read again, and every row
/// becomes a draft that has no error but what is still to be filled in.
package struct ImportCheck {
  package private(set) var flaws: [String] = []

  private static let map = """
    columns:
      title: Title
      summary: Summary
      companies: Company
      regulators: Authority
      provisions: Articles
      topics: Topic
      date: Date
      fine: Fine
      currency: Currency
      source: Document
      url: Link
      text: Text
    separator: ";"
    dates: dmy
    """
  private static let today = CalendarDate(year: 2026, month: 7, day: 1)

  package init(_ file: [UInt8]) {
    guard let table = try? DelimitedTable(file), let today = Self.today else { return }
    checkCells(of: table)
    let map = SourceFile(path: "map.yml", bytes: Array(Self.map.utf8))
    guard let found = try? map.importMap() else { return }
    let base = Fixture(Publication.small)
    var importing = Importing(
      table.header, found.value, into: base.casebook.value, called: "table.csv", today: today)
    // A map that names other columns is refused.
    guard importing.missingColumns.isEmpty else { return }
    for row in table.rows.prefix(20) {
      let draft = importing.draft(of: row)
      check(draft.entry.file, over: base)
    }
  }

  private mutating func checkCells(of table: DelimitedTable) {
    var lines: [UInt8] = []
    for cells in [table.header] + table.rows.map(\.cells) {
      for (position, cell) in cells.enumerated() {
        lines += (position > 0 ? "," : "").utf8
        lines += [0x22] + cell.utf8.flatMap { $0 == 0x22 ? [$0, $0] : [$0] } + [0x22]
      }
      lines += "\r\n".utf8
    }
    let again = try? DelimitedTable(lines)
    if again?.rows.map(\.cells) != table.rows.map(\.cells) {
      flaws.append("cells are not read again as they were")
    }
  }

  /// A draft is in the way of nothing: what it lacks is a hint.
  private mutating func check(_ draft: SourceFile, over base: Fixture) {
    guard let bytes = try? draft.bytes() else { return }
    let fixture = Fixture(
      base.files.map { ($0.path, (try? $0.bytes()) ?? []) } + [(draft.path, bytes)])
    let errors = fixture.linked().diagnostics.filter { $0.severity == .error }
    if let error = errors.first {
      flaws.append("a draft has an error: \(error.rule.id), \(error.message)")
      flaws.append(String(decoding: bytes, as: UTF8.self))
    }
  }
}
