import Content
import Linking
import Mustache

// Rows as JSON: only what is there, amounts as decimal text.

extension OutputBuffer {
  /// A case with everything that belongs to it, as one line without its end.
  mutating func append(caseRecord index: Int, of publication: Publication) {
    append("{")
    Dataset.cases.forEachRow(in: publication, cases: index..<index + 1) { value in
      append(members: Dataset.cases.facts, value)
    }
    for table in Dataset.partsOfCase {
      guard let member = table.facts.member else { continue }
      append(",\"")
      append(member)
      append("\":[")
      var isFirstRow = true
      table.forEachRow(in: publication, cases: index..<index + 1) { value in
        append(isFirstRow ? "{" : ",{")
        isFirstRow = false
        // The first column is the slug of the case.
        append(members: table.facts, from: 1, value)
        append("}")
      }
      append("]")
    }
    append("}")
  }

  /// The rows of a table of its own, a line each, with the brackets around them.
  mutating func append(records table: any DataTable, of publication: Publication) {
    append("[")
    var isFirstRow = true
    table.forEachRow(in: publication, cases: 0..<0) { value in
      append(isFirstRow ? "\n{" : ",\n{")
      isFirstRow = false
      append(members: table.facts, value)
      append("}")
    }
    append("]")
  }

  /// What there is in a row, from the column `first` on.
  private mutating func append(
    members table: TableFacts, from first: Int = 0, _ value: (Int) -> DataValue
  ) {
    var isFirst = true
    for index in first..<table.jsonKeys.count {
      let value = value(index)
      if case .absent = value { continue }
      append(table.jsonKeys[index][(isFirst ? 1 : 0)...])
      isFirst = false
      append(json: value)
    }
  }

  private mutating func append(json value: DataValue) {
    switch value {
    case .text(let text): append(json: text)
    case .list(let items): append(json: items)
    case .whole, .flag: append(plain: value)
    case .absent, .amount, .date, .moment:
      append("\"")
      append(plain: value)
      append("\"")
    }
  }

  /// A list of texts as a JSON array.
  mutating func append(json items: [String]) {
    append("[")
    for (index, item) in items.enumerated() {
      if index > 0 { append(",") }
      append(json: item)
    }
    append("]")
  }
}

extension OutputBuffer {
  /// What stands before the cases in `cases.json`: whose they are, and under which licence.
  mutating func appendOpening(of publication: Publication) {
    let settings = publication.site.settings
    append("{\"title\":")
    append(json: settings.title)
    append(",\n\"url\":")
    append(json: publication.site.root.url + "/")
    append(",\n\"schema\":")
    append(json: publication.site.root.url + "/data/cases.schema.json")
    if let licence = settings.licence {
      append(",\n\"licence\":{\"name\":")
      append(json: licence.name)
      if let url = licence.url {
        append(",\"url\":")
        append(json: url)
      }
      append("}")
    }
    append(",\n\"cases\":[")
  }

  /// What stands behind them: the tables that cases refer to.
  mutating func appendClosing(of publication: Publication) {
    append("]")
    for table in Dataset.besideCases {
      append(",\n")
      append(json: table.facts.name)
      append(":")
      append(records: table, of: publication)
    }
    append("}\n")
  }
}
