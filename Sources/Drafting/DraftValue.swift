import Content

/// What a new entry says under one key of its front matter.
package indirect enum DraftValue: Sendable, Equatable {
  case text(String)
  /// Written on one line: `[a, b]`.
  case list([String])
  /// Written on one line, one record after another: `[{ kind: fine, amount: 5 EUR }]`.
  case inline([[(key: String, text: String)]])
  /// Written as a block, field by field and with what each field is for.
  case records([DraftRecord])

  package static func == (left: DraftValue, right: DraftValue) -> Bool { left.line == right.line }

  /// The value as it stands behind its key; nil for a block, which begins on the next line.
  var line: String? {
    switch self {
    case .text(let text): yamlScalar(text)
    case .list(let items):
      "[" + items.map { yamlScalar($0, inBrackets: true) }.joined(separator: ", ") + "]"
    case .inline(let records):
      "[" + records.map(Self.inline).joined(separator: ", ") + "]"
    case .records: nil
    }
  }

  private static func inline(_ record: [(key: String, text: String)]) -> String {
    let fields = record.map { "\($0.key): \(yamlScalar($0.text, inBrackets: true))" }
    return "{ " + fields.joined(separator: ", ") + " }"
  }
}

/// A record within front matter: a step, a source.
package struct DraftRecord: Sendable {
  let notes: [FieldNote]
  let values: [String: DraftValue]

  package init(_ notes: [FieldNote], _ values: [String: DraftValue]) {
    self.notes = notes
    self.values = values
  }
}
