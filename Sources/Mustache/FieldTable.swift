/// The fields of one kind of value, without its type.
final class FieldTable: Sendable {
  /// What the value is called in messages, such as `case`.
  let kind: String
  /// In the order of declaration.
  let fields: [Field]
  /// Whether the fields follow the Mustache specification where Gazette is stricter.
  let followsSpecification: Bool
  private let contents: [String: Field.Content]

  init(kind: String, fields: [Field], followsSpecification: Bool) {
    self.kind = kind
    self.fields = fields
    self.followsSpecification = followsSpecification
    contents = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.content) })
  }

  /// In the order of declaration.
  var names: [String] { fields.map(\.name) }

  subscript(name: String) -> Field.Content? { contents[name] }
}
