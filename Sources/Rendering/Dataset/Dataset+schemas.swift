import Content
import Linking

// What describes the data for programs: a Frictionless data package, and JSON Schema.

extension Publication {
  /// `datapackage.json` (Data Package 1.0, Table Schema 1.0).
  var dataPackage: JSON {
    let settings = site.settings
    var package: [(key: String, value: JSON)] = [
      ("profile", "tabular-data-package"), ("name", .text(slugged(settings.title))),
      ("title", .text(settings.title)),
    ]
    if let description = settings.description {
      package.append(("description", .text(description)))
    }
    package.append(("homepage", .text(site.root.url + "/data/")))
    if let licence = settings.licence {
      var members: [(key: String, value: JSON)] = []
      if let url = licence.url { members.append(("path", .text(url))) }
      if licence.url == nil { members.append(("name", .text(slugged(licence.name)))) }
      members.append(("title", .text(licence.name)))
      package.append(("licenses", [.object(members)]))
    }
    if !settings.authors.isEmpty {
      package.append(
        ("contributors", .array(settings.authors.map { ["title": .text($0.name)] })))
    }
    package.append(("resources", .array(Dataset.tables.map { resource($0.facts) })))
    return .object(package)
  }

  private func resource(_ table: TableFacts) -> JSON {
    [
      "profile": "tabular-data-resource", "name": .text(table.name),
      "title": .text(words.title(of: table)),
      "description": .text(Self.sentence(words.row(of: table))), "path": .text(table.name + ".csv"),
      "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
      "dialect": ["lineTerminator": "\r\n", "doubleQuote": .flag(true)],
      "schema": [
        "fields": .array(table.csvColumns.map { field(table.columns[$0], of: table) }),
        "missingValues": [""], "primaryKey": .array(table.key.map { .text($0) }),
        "foreignKeys": .array(
          table.references.filter { !$0.isPartial }.map { Self.key($0, of: table) }),
      ],
    ]
  }

  private static func key(_ reference: TableFacts.Reference, of table: TableFacts) -> JSON {
    [
      "fields": .array(reference.columns.map { .text($0) }),
      "reference": [
        "resource": .text(reference.table == table.name ? "" : reference.table),
        "fields": .array(reference.key.map { .text($0) }),
      ],
    ]
  }

  private func field(_ column: ColumnFacts, of table: TableFacts) -> JSON {
    var members: [(key: String, value: JSON)] = [("name", .text(column.name))]
    var constraints: [(key: String, value: JSON)] = []
    switch column.kind {
    case .text: members.append(("type", "string"))
    case .list: members.append(("type", "string"))
    case .whole: members.append(("type", "integer"))
    case .amount: members.append(("type", "number"))
    case .flag: members.append(("type", "boolean"))
    case .moment: members.append(("type", "datetime"))
    case .address: members += [("type", "string"), ("format", "uri")]
    case .date:
      members.append(("type", "string"))
      constraints.append(("pattern", .text(Self.datePattern)))
    }
    let summary = Self.sentence(words.summary(of: column, in: table))
    let parted = words.text(.partedList, ["sentence": String(summary.dropLast())])
    members.append(("description", .text(column.kind == .list ? parted : summary)))
    if column.isRequired { constraints.append(("required", .flag(true))) }
    if !column.choices.isEmpty {
      constraints.append(("enum", .array(column.choices.map { .text($0) })))
    }
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }

  /// `2024`, `2024-05` or `2024-05-16`.
  private static let datePattern = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"

  private static func sentence(_ phrase: String) -> String {
    phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
  }
}

extension Publication {
  /// JSON Schema of one case: of `data.json`, and of each line of `cases.ndjson`.
  var caseSchema: JSON {
    .object(
      [
        ("$schema", "https://json-schema.org/draft/2020-12/schema"),
        ("$id", .text(site.root.url + "/data/case.schema.json")),
        ("title", .text(words.text(.caseSchema, ["site": site.settings.title]))),
      ] + record(Dataset.cases.facts, parts: Dataset.partsOfCase.map(\.facts)))
  }

  /// JSON Schema of `cases.json`.
  var casesSchema: JSON {
    let lists = Dataset.besideCases.map { table in
      (key: table.facts.name, value: list(of: table.facts))
    }
    let licence: JSON = [
      "type": "object", "properties": ["name": ["type": "string"], "url": Self.address],
      "required": ["name"],
    ]
    return .object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("$id", .text(site.root.url + "/data/cases.schema.json")),
      ("title", .text(words.text(.casesSchema, ["site": site.settings.title]))), ("type", "object"),
      (
        "properties",
        .object(
          [
            ("title", ["type": "string"]), ("url", Self.address), ("schema", Self.address),
            ("licence", licence),
            ("cases", ["type": "array", "items": ["$ref": "case.schema.json"]]),
          ] + lists)
      ),
      ("required", .array((["title", "url", "cases"] + lists.map(\.key)).map { .text($0) })),
    ])
  }

  /// The schema of a row, with lists of what belongs to it.
  private func record(
    _ table: TableFacts, hiding hidden: String? = nil, parts: [TableFacts] = []
  ) -> [(key: String, value: JSON)] {
    let columns = table.columns.filter { $0.name != hidden }
    let lists = parts.compactMap { part in
      part.member.map { (key: $0, value: list(of: part, hiding: "case_slug")) }
    }
    let required = columns.filter(\.isRequired).map(\.name) + lists.map(\.key)
    return [
      ("description", .text(Self.sentence(words.row(of: table)))), ("type", "object"),
      ("properties", .object(columns.map { ($0.name, property($0, of: table)) } + lists)),
      ("required", .array(required.map { .text($0) })), ("additionalProperties", .flag(false)),
    ]
  }

  private func list(of table: TableFacts, hiding hidden: String? = nil) -> JSON {
    ["type": "array", "items": .object(record(table, hiding: hidden))]
  }

  private static let address: JSON = ["type": "string", "format": "uri"]

  private func property(_ column: ColumnFacts, of table: TableFacts) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("description", .text(Self.sentence(words.summary(of: column, in: table))))
    ]
    switch column.kind {
    case .text: members.append(("type", "string"))
    case .list: members += [("type", "array"), ("items", ["type": "string"])]
    case .whole: members.append(("type", "integer"))
    case .amount: members += [("type", "string"), ("pattern", "^[0-9]+(\\.[0-9]+)?$")]
    case .flag: members.append(("type", "boolean"))
    case .moment: members += [("type", "string"), ("format", "date-time")]
    case .address: members += [("type", "string"), ("format", "uri")]
    case .date: members += [("type", "string"), ("pattern", .text("^" + Self.datePattern + "$"))]
    }
    if !column.choices.isEmpty {
      members.append(("enum", .array(column.choices.map { .text($0) })))
    }
    return .object(members)
  }
}
