import Content
import Linking
import Mustache
import SQLite

// The tables as a database: with keys, references, checks of words, and a full-text index.

extension Publication {
  /// Lends the bytes of the database file.
  func withDatabase(_ body: (UnsafeRawBufferPointer) -> Void) {
    let database = Database()
    for table in Dataset.tables {
      database.run(table.facts.definition)
      table.fill(database, with: self)
    }
    for index in Dataset.indexes { database.run(index) }
    if Database.makesFullTextIndexes {
      // Its content is the table of cases, by which name readers of such files find it.
      database.run(
        """
        CREATE VIRTUAL TABLE "cases_fts" USING fts5
        (title, short, summary, text, content="cases", tokenize="unicode61 remove_diacritics 2")
        """)
      database.run(#"INSERT INTO "cases_fts" ("cases_fts") VALUES ('rebuild')"#)
    }
    database.finished(body)
  }
}

extension DataTable {
  fileprivate func fill(_ database: borrowing Database, with publication: Publication) {
    let columns = facts.columns
    let places = Array(repeating: "?", count: columns.count).joined(separator: ",")
    let statement = database.statement(#"INSERT INTO "\#(facts.name)" VALUES (\#(places))"#)
    var row = OutputBuffer()
    var ends = [Int](repeating: 0, count: columns.count)
    forEachRow(in: publication, cases: publication.site.cases.indices) { value in
      row.removeAll()
      for index in columns.indices {
        switch value(index) {
        case .whole(let number): statement.bind(index + 1, whole: number)
        case .flag(let flag): statement.bind(index + 1, whole: flag ? 1 : 0)
        case .list(let items): row.append(json: items)
        case let other: row.append(plain: other)
        }
        ends[index] = row.count
      }
      row.withBytes { bytes in
        var start = 0
        for (index, end) in ends.enumerated() {
          if end > start {
            statement.bind(index + 1, text: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
          }
          start = end
        }
        statement.run()
      }
    }
  }
}

extension TableFacts {
  /// The statement that makes the table.
  fileprivate var definition: String {
    var parts = columns.map { $0.definition }
    parts.append("PRIMARY KEY (\(Self.names(key)))")
    for reference in references {
      parts.append(
        "FOREIGN KEY (\(Self.names(reference.columns))) REFERENCES \"\(reference.table)\""
          + " (\(Self.names(reference.key)))")
    }
    // A full-text index counts the rows of its table; the others are kept in the order of their keys.
    let order = columns.contains(where: \.isLong) ? "" : " WITHOUT ROWID"
    return "CREATE TABLE \"\(name)\" (\n  \(parts.joined(separator: ",\n  "))\n)\(order)"
  }

  private static func names(_ columns: [String]) -> String {
    columns.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

extension Dataset {
  /// One for each reference that its table's key does not begin with: joins and facets need them.
  fileprivate static var indexes: [String] {
    tables.flatMap { table in
      table.facts.columns.compactMap { column in
        guard column.table != nil, column.name != table.facts.key.first else { return nil }
        let name = table.facts.name
        return #"CREATE INDEX "\#(name)_\#(column.name)" ON "\#(name)" ("\#(column.name)")"#
      }
    }
  }
}

extension ColumnFacts {
  fileprivate var definition: String {
    let type =
      switch kind {
      case .text, .list, .date, .moment, .address: "TEXT"
      case .whole, .flag: "INTEGER"
      case .amount: "NUMERIC"
      }
    var definition = "\"\(name)\" \(type)"
    if isRequired { definition += " NOT NULL" }
    if !choices.isEmpty {
      let words = choices.map { "'\($0)'" }.joined(separator: ", ")
      definition += " CHECK (\"\(name)\" IN (\(words)))"
    }
    if kind == .flag { definition += " CHECK (\"\(name)\" IN (0, 1))" }
    return definition
  }
}
