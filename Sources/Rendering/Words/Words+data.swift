import Content

// What the page of the data says, and what describes the data for programs.
extension Words {
  /// Nil for what is not in the list of files: the page itself, and the files beside pages.
  func summary(of file: DataFile) -> String? {
    switch file {
    case .dictionary, .ofCase, .list: nil
    case .table(let index): title(of: Dataset.tables[index].facts)
    case .package: self[.dataPackage]
    case .json: self[.dataJSON]
    case .ndjson: self[.dataNDJSON]
    case .caseSchema: self[.dataCaseSchema]
    case .casesSchema: self[.dataCasesSchema]
    case .database: self[.dataDatabase]
    }
  }

  func title(of table: TableFacts) -> String {
    text(at: "data.tables.\(table.name).title") ?? table.name
  }

  /// What a row is, as a phrase without a full stop.
  func row(of table: TableFacts) -> String {
    text(at: "data.tables.\(table.name).row") ?? table.name
  }

  /// What a column holds, as a phrase without a full stop.
  func summary(of column: ColumnFacts, in table: TableFacts) -> String {
    text(at: "data.columns.\(table.name).\(column.name)")
      ?? text(at: "data.columns.\(column.name)") ?? column.name
  }

  func type(of column: ColumnFacts) -> String {
    text(at: "data.types.\(column.kind.rawValue)") ?? column.kind.rawValue
  }

  /// What a word of a column means, as a phrase without a full stop.
  func meaning(of word: String, in column: ColumnFacts) -> String {
    text(at: "meanings.\(column.meanings ?? column.name).\(word)") ?? word
  }
}
