import Content

/// What is known of a column without looking at a row: its name, type and words. What it means is
/// among the theme's strings.
struct ColumnFacts: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case text, list, whole, amount, date, moment, flag, address
  }

  let name: String
  let kind: Kind
  var isRequired = false
  /// The words it may hold; empty where it is no enumeration.
  var choices: [String] = []
  /// The group of strings that says what each of them means.
  var meanings: String?
  /// The table in whose key its value is found.
  var table: String?
  /// Whether it is too long for a spreadsheet, so that CSV leaves it out.
  var isLong = false
}

/// One column: what it is, and how its value is read from a row.
struct Column<Row: Sendable>: Sendable {
  let facts: ColumnFacts
  let value: @Sendable (Row) -> DataValue

  init(
    _ name: String, _ kind: ColumnFacts.Kind, required: Bool = false, choices: [String] = [],
    meaning meanings: String? = nil, in table: String? = nil, long: Bool = false,
    _ value: @escaping @Sendable (Row) -> DataValue
  ) {
    facts = ColumnFacts(
      name: name, kind: kind, isRequired: required, choices: choices, meanings: meanings,
      table: table, isLong: long)
    self.value = value
  }

  /// A field of front matter as its schema declares it: type, words and value.
  ///
  /// `lend` gives the entry of a row to a function, since a copy would share its dozen texts.
  init<Entry>(
    _ schema: Schema<Entry>, _ key: String, as name: String? = nil,
    meaning meanings: String? = nil, in table: String? = nil,
    _ lend: @escaping @Sendable (Row, (Entry) -> DataValue) -> DataValue
  ) {
    guard let field = schema.fields.first(where: { $0.key == key }), let shown = field.shown else {
      preconditionFailure("'\(schema.name)' has a field '\(key)' that can be shown")
    }
    var kind = ColumnFacts.Kind(typeInWords: field.type)
    switch shown {
    case .text(let text): value = { lend($0) { .optional(text($0)) } }
    case .texts(let texts):
      kind = .list
      value = { lend($0) { .slugs(texts($0)) } }
    case .flag(let flag):
      kind = .flag
      value = { lend($0) { .flag(flag($0)) } }
    }
    facts = ColumnFacts(
      name: name ?? key, kind: kind, isRequired: field.isRequired || kind == .flag,
      choices: field.choices.map(\.word), meanings: meanings, table: table)
  }
}

extension ColumnFacts.Kind {
  /// The column for a type of the schema that is shown as one text.
  fileprivate init(typeInWords words: String) {
    switch words {
    case "date": self = .date
    case "web address": self = .address
    default: self = .text
    }
  }
}
