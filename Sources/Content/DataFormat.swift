/// One form in which the publication's data are given out.
package enum DataFormat: String, Vocabulary {
  case csv, json, ndjson, sqlite, cases

  package var meaning: String {
    switch self {
    case .csv: "the tables as CSV files, with datapackage.json"
    case .json: "cases.json: everything in one document"
    case .ndjson: "cases.ndjson: one case a line"
    case .sqlite: "gazette.sqlite: the tables as a database, with a full-text index"
    case .cases: "data.json beside the page of each case"
    }
  }
}

extension FieldType where Value == Set<DataFormat> {
  /// A list of forms, or `true` and `false` for all and none of them.
  static let dataFormats = words("list of csv, json, ndjson, sqlite, cases, or false")
}
