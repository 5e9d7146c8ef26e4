import Content
import Linking
import Mustache

// CSV as RFC 4180 has it: a header, CRLF behind every record, quotes where a cell needs them.

extension OutputBuffer {
  /// The header of a table.
  mutating func append(csvHeaderOf table: TableFacts) {
    for (index, column) in table.csvColumns.enumerated() {
      if index > 0 { append(",") }
      append(table.columns[column].name)
    }
    append("\r\n")
  }

  /// The rows of a table that come of some of the cases.
  mutating func append(
    csv table: any DataTable, of publication: Publication, cases: Range<Int>
  ) {
    let columns = table.facts.csvColumns
    table.forEachRow(in: publication, cases: cases) { value in
      for (index, column) in columns.enumerated() {
        if index > 0 { append(",") }
        append(cell: value(column))
      }
      append("\r\n")
    }
  }

  private mutating func append(cell value: DataValue) {
    switch value {
    case .text(let text): append(cell: text)
    case .list(let items): append(cell: items.joined(separator: "|"))
    default: append(plain: value)
    }
  }

  private mutating func append(cell text: String) {
    var text = text
    text.withUTF8 { bytes in
      // What begins like a formula would be one for a spreadsheet that opens the file.
      let isFormula = bytes.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
      let isQuoted =
        bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        || bytes.first == 0x20 || bytes.last == 0x20
      if isQuoted { append("\"") }
      if isFormula { append("'") }
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while let quote = rest.firstIndex(of: 0x22) {
        append(UnsafeRawBufferPointer(rebasing: rest[...quote]))
        append("\"")
        rest = rest[(quote + 1)...]
      }
      append(UnsafeRawBufferPointer(rebasing: rest))
      if isQuoted { append("\"") }
    }
  }

  /// A value that has no marks of its own: a number, a date, a word; nothing for one that is absent.
  mutating func append(plain value: DataValue) {
    switch value {
    case .absent: break
    case .text(let text): append(text)
    case .list(let items): for item in items { append(item) }
    case .whole(let number): append(number: number)
    case .amount(let quantity): append(plain: quantity)
    case .date(let date): append(iso: date)
    case .moment(let moment): append(iso: Timestamp(seconds: moment.seconds))
    case .flag(let flag): append(flag ? "true" : "false")
    }
  }
}

extension TableFacts {
  /// The numbers of the columns that CSV has.
  var csvColumns: [Int] { columns.indices.filter { !columns[$0].isLong } }
}
