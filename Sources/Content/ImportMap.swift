import Diagnostics
import Loading

/// How a table from elsewhere becomes cases: `map.yml` of `gazette import`.
package struct ImportMap: Sendable {
  /// What of a case comes out of which column.
  package struct Columns: Sendable {
    package var slug: Written<String>?
    package var title: Written<String>?
    package var short: Written<String>?
    package var summary: Written<String>?
    package var companies: Written<String>?
    package var regulators: Written<String>?
    package var provisions: Written<String>?
    package var topics: Written<String>?
    package var date: Written<String>?
    package var fine: Written<String>?
    package var currency: Written<String>?
    package var source: Written<String>?
    package var url: Written<String>?
    package var language: Written<String>?
    package var docket: Written<String>?
    package var text: Written<String>?

    static let schema = Schema<Columns>(
      "record of columns", blank: { Columns() },
      [
        Field(
          "slug", .writtenText, \.slug, "the address; else made of regulator, company and year"),
        Field("title", .writtenText, \.title, "the title"),
        Field("short", .writtenText, \.short, "the name for tables"),
        Field("summary", .writtenText, \.summary, "the summary"),
        Field("companies", .writtenText, \.companies, "names or slugs of the respondents"),
        Field("regulators", .writtenText, \.regulators, "names or slugs of the authorities"),
        Field("provisions", .writtenText, \.provisions, "provisions such as gdpr 5(1)(a)"),
        Field("topics", .writtenText, \.topics, "names or slugs of topics"),
        Field("date", .writtenText, \.date, "the day of the decision"),
        Field("fine", .writtenText, \.fine, "the amount of the fine"),
        Field("currency", .writtenText, \.currency, "the currency of the fine"),
        Field("source", .writtenText, \.source, "the title of the decision or of its announcement"),
        Field("url", .writtenText, \.url, "where that is published"),
        Field("language", .writtenText, \.language, "its language"),
        Field("docket", .writtenText, \.docket, "the authority's number of the case"),
        Field("text", .writtenText, \.text, "what becomes the text of the write-up"),
      ])

    /// Each that is said, by the key it is said under.
    package var all: [(key: String, column: Written<String>)] {
      let values: [(String, Written<String>?)] = [
        ("slug", slug), ("title", title), ("short", short), ("summary", summary),
        ("companies", companies), ("regulators", regulators), ("provisions", provisions),
        ("topics", topics), ("date", date), ("fine", fine), ("currency", currency),
        ("source", source), ("url", url), ("language", language), ("docket", docket),
        ("text", text),
      ]
      return values.compactMap { key, column in column.map { (key, $0) } }
    }
  }

  /// The order of day, month and year in dates that are not ISO 8601.
  package enum DateOrder: String, Vocabulary {
    case dmy, mdy

    package var meaning: String {
      switch self {
      case .dmy: "31.12.2024"
      case .mdy: "12/31/2024"
      }
    }
  }

  /// What stands before the decimals of an amount.
  package enum DecimalMark: String, Vocabulary {
    case point, comma

    package var meaning: String {
      switch self {
      case .point: "1,250,000.50"
      case .comma: "1.250.000,50"
      }
    }
  }

  package enum Delimiter: String, Vocabulary {
    case comma, semicolon, tab

    package var meaning: String { "cells are parted by a \(rawValue)" }

    package var byte: UInt8 {
      switch self {
      case .comma: 0x2C
      case .semicolon: 0x3B
      case .tab: 0x09
      }
    }
  }

  package var delimiter = Delimiter.comma
  package var columns = Columns()
  package var dates: DateOrder?
  package var decimals = DecimalMark.point
  package var currency: String?
  /// What parts several companies, regulators, topics or provisions in one cell.
  package var separator: String?
  /// Slugs by the names that the table has for them.
  package var companies: [String: String] = [:]
  package var regulators: [String: String] = [:]
  package var topics: [String: String] = [:]

  package init() {}

  package static let schema = Schema<ImportMap>(
    "map", blank: { ImportMap() },
    [
      Field("delimiter", .word, \.delimiter, "what parts the cells: comma, semicolon or tab"),
      Field("columns", .record(Columns.schema), \.columns, required: true, "field: column"),
      Field("dates", .word, \.dates, "dmy or mdy, where dates are not ISO 8601"),
      Field("decimals", .word, \.decimals, "point or comma, before the decimals of amounts"),
      Field("currency", .currency, \.currency, "ISO 4217, of amounts that do not say it"),
      Field("separator", .text, \.separator, "what parts several names in one cell"),
      Field("companies", .slugsByName, \.companies, "slugs of companies by their names there"),
      Field("regulators", .slugsByName, \.regulators, "slugs of regulators by their names there"),
      Field("topics", .slugsByName, \.topics, "slugs of topics by their names there"),
    ])
}

extension FieldType where Value == String {
  fileprivate static let currency = scalar(
    "currency code", rule: .unknownCode, like: "EUR (ISO 4217)", shown: { $0 }
  ) { StandardCodes.isCurrency($0) ? $0 : nil }
}

extension FieldType where Value == [String: String] {
  fileprivate static let slugsByName = FieldType("record of slugs by name") { node, key, reading in
    guard case .record(let pairs) = node.kind else {
      reading.note(
        .wrongType(
          key, expected: "a record such as {\"Acme Ltd\": acme}", found: node.words,
          at: reading.place(node)))
      return nil
    }
    var slugs: [String: String] = [:]
    for (name, slug) in pairs {
      guard let name = scalarText(name, key, "a name", &reading),
        let slug = scalarText(slug, key, "a slug", &reading)
      else { continue }
      slugs[name] = slug
    }
    return slugs
  }
}

extension SourceFile {
  /// The map that the file holds; a blank one, and why, where it cannot be read.
  package func importMap() throws(LoadingError) -> Diagnosed<ImportMap> {
    let file = try YAMLFile(self)
    guard file.isReadable else { return Diagnosed(ImportMap(), file.diagnostics) }
    var reading = Reading(path: path)
    let map = ImportMap.schema.read(file.document, at: file.start, &reading)
    return Diagnosed(map, file.diagnostics + reading.diagnostics)
  }
}
