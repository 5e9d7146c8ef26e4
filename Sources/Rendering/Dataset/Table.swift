import Linking

/// One table of the dataset, declared once: CSV, JSON, their schemas, SQL and the dictionary are all
/// derived from it.
protocol DataTable: Sendable {
  var facts: TableFacts { get }

  /// Hands on the rows that come of some of the site's cases, each as a function that gives the
  /// value of a column by its number. Rows that come of no case are with the first of them.
  func forEachRow(
    in publication: Publication, cases: Range<Int>, _ take: (_ value: (Int) -> DataValue) -> Void)
}

/// What is known of a table without looking at its rows.
struct TableFacts: Sendable {
  /// Columns whose values together are found in the key of another table.
  struct Reference: Sendable {
    let columns: [String]
    let table: String
    let key: [String]
    /// Whether it is none where a part of it is absent, which a data package cannot say.
    var isPartial = false
  }

  let name: String
  /// The columns that tell its rows apart.
  let key: [String]
  var columns: [ColumnFacts] = []
  /// References of more than one column; those of one are said by the column.
  var compounds: [Reference] = []
  /// Where a case's own rows stand within the case in JSON; nil where the case says it otherwise, or
  /// the rows belong to no case.
  var member: String?

  /// What stands before each column's value in JSON, such as `,"title":`.
  fileprivate(set) var jsonKeys: [[UInt8]] = []

  /// Every reference to another table, or to its own.
  var references: [Reference] {
    columns.compactMap { column in
      column.table.map { Reference(columns: [column.name], table: $0, key: ["slug"]) }
    } + compounds
  }
}

struct Table<Row: Sendable>: DataTable {
  enum Rows: Sendable {
    case ofEachCase(@Sendable (CaseSubject) -> [Row])
    case ofPublication(@Sendable (Publication) -> [Row])
  }

  let facts: TableFacts
  private let columns: [Column<Row>]
  private let rows: Rows

  init(_ facts: TableFacts, rows: Rows, _ columns: [Column<Row>]) {
    var facts = facts
    facts.columns = columns.map(\.facts)
    facts.jsonKeys = columns.map { Array(",\"\($0.facts.name)\":".utf8) }
    self.facts = facts
    self.columns = columns
    self.rows = rows
  }

  func forEachRow(
    in publication: Publication, cases: Range<Int>, _ take: (_ value: (Int) -> DataValue) -> Void
  ) {
    switch rows {
    case .ofEachCase(let rows):
      for index in cases {
        let subject = CaseSubject(
          publication: publication, linked: publication.site.cases[index])
        for row in rows(subject) { take { columns[$0].value(row) } }
      }
    case .ofPublication(let rows):
      guard cases.lowerBound == 0 else { return }
      for row in rows(publication) { take { columns[$0].value(row) } }
    }
  }
}

/// A case, and the publication that it is in.
struct CaseSubject: Sendable {
  let publication: Publication
  let linked: LinkedCase
}
