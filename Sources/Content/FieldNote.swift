/// A field as somebody needs to know it who writes front matter: derived from the schema, so that it
/// cannot say anything else.
package struct FieldNote: Sendable {
  package let key: String
  package let isRequired: Bool
  /// Whether its value is written as a list.
  package let isList: Bool
  /// What an editor writes there, as a phrase without a full stop.
  package let summary: String
}

extension Schema {
  /// Every field, in the order in which an entry gives them.
  package var notes: [FieldNote] {
    fields.map {
      FieldNote(
        key: $0.key, isRequired: $0.isRequired, isList: $0.type.hasPrefix("list"),
        summary: $0.summary)
    }
  }
}

extension EntryKind {
  /// What an entry of this kind may say of itself.
  package var fieldNotes: [FieldNote] {
    switch self {
    case .case: Case.schema.notes
    case .company: Company.schema.notes
    case .regulator: Regulator.schema.notes
    case .law: Law.schema.notes
    case .topic: Topic.schema.notes
    case .page: Page.schema.notes
    case .news: NewsItem.schema.notes
    }
  }
}
