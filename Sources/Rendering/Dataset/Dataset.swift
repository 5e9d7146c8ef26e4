import Content
import Linking

/// The publication's data: every table there is, in an order in which each refers only to itself and
/// to tables before it.
enum Dataset {
  static let tables: [any DataTable] = [
    companies, companyParents, regulators, laws, topics, cases, amounts, steps, measures,
    caseCompanies, caseRegulators, caseTopics, provisions, sources, referenceNumbers, history,
    deadlines, relatedCases,
  ]

  /// The tables whose rows are part of a case in JSON.
  static let partsOfCase = tables.filter { $0.facts.member != nil }

  /// The tables that JSON has beside the cases.
  static let besideCases: [any DataTable] = [companies, companyParents, regulators, laws, topics]

  /// How many cases are written in one piece.
  static let length = 256
}

/// One file of data.
enum DataFile: Sendable, Hashable {
  case dictionary
  case table(Int)
  case package
  case json, ndjson
  case caseSchema, casesSchema
  case database
  case ofCase(Int)
  /// What the script that filters lists asks for.
  case list
}

extension Dataset {
  /// The files of data that the settings ask for.
  static func sheets(of site: Site) -> [Sheet] {
    let wanted = site.settings.data
    guard !wanted.isEmpty else { return [] }
    var sheets: [Sheet] = []
    func add(_ file: DataFile, at path: String) {
      sheets.append(Sheet(path: path, content: .data(file)))
    }
    // What takes longest comes first, so that it is not what everything waits for at the end.
    if wanted.contains(.sqlite) { add(.database, at: "data/gazette.sqlite") }
    if wanted.contains(.json) { add(.json, at: "data/cases.json") }
    if wanted.contains(.ndjson) { add(.ndjson, at: "data/cases.ndjson") }
    if wanted.contains(.csv) {
      for (index, table) in tables.enumerated() {
        add(.table(index), at: "data/\(table.facts.name).csv")
      }
      add(.package, at: "data/datapackage.json")
    }
    if wanted.contains(.json) { add(.casesSchema, at: "data/cases.schema.json") }
    if !wanted.isDisjoint(with: [.json, .ndjson, .cases]) {
      add(.caseSchema, at: "data/case.schema.json")
    }
    add(.dictionary, at: Permalink("data").file)
    if site.cases.count >= ListSlice.worthFiltering { add(.list, at: "data/list.json") }
    if wanted.contains(.cases) {
      for (index, linked) in site.cases.enumerated() {
        add(.ofCase(index), at: linked.permalink.path.dropFirst() + "data.json")
      }
    }
    return sheets
  }
}
