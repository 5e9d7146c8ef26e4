import Content
import Linking

/// A table from elsewhere on its way into a publication: each row becomes the draft of a case.
///
/// Nothing is guessed: a name that is not surely one of the publication's, an amount or date that
/// could be read two ways, and every column that the map does not name stay in the draft as comments.
package struct Importing: Sendable {
  package let map: ImportMap
  let header: [String]
  /// The columns by their names.
  private let positions: [String: Int]
  private let mapped: Set<Int>
  var companies: KnownNames
  var regulators: KnownNames
  var topics: KnownNames
  let laws: Set<String>
  private let today: CalendarDate
  private let table: String
  private var taken: [String: Int] = [:]

  /// `table` is what the table is called in comments.
  package init(
    _ header: [String], _ map: ImportMap, into casebook: Casebook, called table: String,
    today: CalendarDate
  ) {
    self.map = map
    self.header = header
    self.table = table
    self.today = today
    positions = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
    companies = KnownNames(NameBook(companiesOf: casebook), saying: map.companies)
    regulators = KnownNames(NameBook(regulatorsOf: casebook), saying: map.regulators)
    topics = KnownNames(NameBook(topicsOf: casebook), saying: map.topics)
    laws = Set(casebook.laws.map(\.slug))
    var mapped: Set<Int> = []
    for (_, column) in map.columns.all {
      mapped.formUnion(Self.columns(in: column.value, of: positions))
    }
    self.mapped = mapped
  }

  /// Columns that the map names and the table does not have.
  package var missingColumns: [(key: String, column: Written<String>)] {
    map.columns.all.filter { Self.columns(in: $0.column.value, of: positions).isEmpty }
  }

  /// Names in the table that are not surely an entry's, by the key of the map that could say so.
  package var uncertain: [(kind: String, names: [KnownNames.Uncertain])] {
    [
      ("companies", companies.uncertain), ("regulators", regulators.uncertain),
      ("topics", topics.uncertain),
    ]
  }

  /// Slugs that the map says and no entry has.
  package var unknownSlugs: [(kind: String, slugs: [String])] {
    [
      ("company", companies.unknownSlugs), ("regulator", regulators.unknownSlugs),
      ("topic", topics.unknownSlugs),
    ].filter { !$0.1.isEmpty }
  }

  /// The columns that a value of the map takes its text from: one by its name, or all between braces.
  private static func columns(in value: String, of positions: [String: Int]) -> Set<Int> {
    if let position = positions[value] { return [position] }
    let names = template(value).compactMap { $0.isColumn ? $0.text : nil }
    let found = names.compactMap { positions[$0] }
    return found.count == names.count ? Set(found) : []
  }

  /// The pieces of `Fine on {Company}`.
  private static func template(_ value: String) -> [(text: String, isColumn: Bool)] {
    var pieces: [(String, Bool)] = []
    var rest = value[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append((String(rest[..<open]), false))
      pieces.append((String(rest[rest.index(after: open)..<close]), true))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append((String(rest), false))
    return pieces
  }

  /// What a row says under one key of the map; nil where it says nothing.
  func text(_ column: Written<String>?, _ row: DelimitedTable.Row) -> String? {
    guard let value = column?.value else { return nil }
    let text: String
    if let position = positions[value] {
      text = cell(position, row)
    } else {
      let pieces = Self.template(value)
      let filled = pieces.map { $0.isColumn ? cell(positions[$0.text] ?? .max, row) : $0.text }
      // A sentence with a hole is none.
      guard zip(pieces, filled).allSatisfy({ !$0.isColumn || !$1.isEmpty }) else { return nil }
      text = filled.joined()
    }
    return text.isEmpty ? nil : text
  }

  private func cell(_ position: Int, _ row: DelimitedTable.Row) -> String {
    position < row.cells.count ? row.cells[position].readable : ""
  }

  /// The draft of a row.
  package mutating func draft(of row: DelimitedTable.Row) -> ImportedCase {
    var making = ImportedCase(row, in: self, today: today)
    making.read(&self)
    making.remark(leftOver(row), from: table)
    return making
  }

  /// What no key of the map takes up: columns, and cells behind the last column.
  private func leftOver(_ row: DelimitedTable.Row) -> [(name: String, text: String)] {
    row.cells.indices.compactMap { position in
      guard !mapped.contains(position) else { return nil }
      let text = cell(position, row)
      let name = position < header.count ? header[position].readable : "column \(position + 1)"
      return text.isEmpty ? nil : (name, text)
    }
  }

  /// The slug that nobody in the table has: a number behind those that are alike.
  mutating func unique(_ slug: String) -> String {
    let count = taken[slug, default: 0] + 1
    taken[slug] = count
    guard count > 1 else { return slug }
    let numbered = "\(slug)-\(count)"
    guard taken[numbered] == nil else { return unique(slug) }
    taken[numbered] = 1
    return numbered
  }
}

extension String {
  /// In one line, without characters that no front matter may hold.
  fileprivate var readable: String {
    let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain { return trimmed }
    var line = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA1, 0x2028, 0x2029, 0xFEFF: line.append(" ")
      case 0xFFFE, 0xFFFF: continue
      default: line.append(scalar)
      }
    }
    return String(line).split(separator: " ").joined(separator: " ")
  }
}
