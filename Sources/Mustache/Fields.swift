/// What a template may name when it is shown a `Value`: declared once, checked for every template.
///
/// ```swift
/// let caseFields = Fields<Case>("case") { f in
///   f.text("title") { $0.title }
///   f.list("steps", of: stepFields) { $0.steps }
/// }
/// ```
/// A name may be typed anywhere inside: in sections of lists and objects the names of the row come
/// first, then those of the values around it. Fields are made before the fields that hold them,
/// so they form a finite tree.
package struct Fields<Value>: Sendable {
  let table: FieldTable

  /// `kind` is what a message calls the value, such as `case`.
  package init(_ kind: String, _ declare: (inout FieldDeclarations<Value>) -> Void) {
    var declarations = FieldDeclarations<Value>(kind: kind)
    declare(&declarations)
    table = declarations.table
  }

  /// The names that are offered, in the order of declaration.
  package var names: [String] { table.names }
}

/// The fields of one kind of value while they are being declared.
///
/// Each name may be declared once. The name `.` is the value itself, as in a list of texts.
package struct FieldDeclarations<Value> {
  private let kind: String
  private var own: [Field] = []
  private var ownNames: Set<String> = []
  private var included: [Field] = []
  private var followsSpecification = false

  fileprivate init(kind: String) { self.kind = kind }

  private mutating func add(_ name: String, _ content: Field.Content) {
    precondition(ownNames.insert(name).inserted, "'\(kind)' declares '\(name)' twice")
    own.append(Field(name: name, content: content))
  }

  /// Own fields first; one that an included part offers too takes its place.
  fileprivate var table: FieldTable {
    FieldTable(
      kind: kind, fields: own + included.filter { !ownNames.contains($0.name) },
      followsSpecification: followsSpecification)
  }
}

extension FieldDeclarations {
  /// Plain text, escaped when written. `{{#NAME}}` is shown when it is not empty.
  package mutating func text(_ name: String, _ read: @escaping @Sendable (Value) -> String) {
    add(name, .text(Field.Text { frame in frame.read(read) }))
  }

  /// Plain text that may be missing, which is as good as empty.
  package mutating func optionalText(
    _ name: String, _ read: @escaping @Sendable (Value) -> String?
  ) {
    add(name, .text(Field.Text { frame in frame.read(read) ?? "" }))
  }

  /// Markup, written as it is. `{{#NAME}}` is shown when `present` says so; without it, when
  /// `write` writes something, which means to write it twice.
  package mutating func html(
    _ name: String, when present: (@Sendable (Value) -> Bool)? = nil,
    _ write: @escaping @Sendable (Value, inout OutputBuffer) -> Void
  ) {
    let writer = Field.Writer { frame, out in
      frame.read { (value: Value) in write(value, &out) }
    }
    let isPresent =
      present.map { present in Field.Condition { frame in frame.read(present) } }
      ?? Field.Condition { frame in
        var scratch = OutputBuffer()
        writer.write(frame, &scratch)
        return !scratch.isEmpty
      }
    add(name, .html(Field.Markup(writer: writer, isPresent: isPresent)))
  }

  /// A condition for `{{#NAME}}` and `{{^NAME}}`.
  package mutating func flag(_ name: String, _ read: @escaping @Sendable (Value) -> Bool) {
    add(name, .flag(Field.Condition { frame in frame.read(read) }))
  }

  /// Rows of one kind, for `{{#NAME}}`; also declares the flag `has_NAME`.
  package mutating func list<Rows: RandomAccessCollection>(
    _ name: String, of fields: Fields<Rows.Element>, _ read: @escaping @Sendable (Value) -> Rows
  ) {
    let isFilled = Field.Condition { frame in
      frame.read { (value: Value) in !read(value).isEmpty }
    }
    let reach = Field.Reach { frame, body in
      frame.read { (value: Value) in Frame.showEach(of: read(value), body) }
    }
    add(name, .list(Field.Rows(fields: fields.table, isFilled: isFilled, reach: reach)))
    if name != "." { add("has_" + name, .flag(isFilled)) }
  }

  /// A list of texts: `{{#NAME}}{{.}}{{/NAME}}`; also declares the flag `has_NAME`.
  package mutating func texts<Rows: RandomAccessCollection>(
    _ name: String, _ read: @escaping @Sendable (Value) -> Rows
  ) where Rows.Element == String {
    list(name, of: Fields<String>("text of '\(name)'") { f in f.text(".") { $0 } }, read)
  }

  /// One value of another kind, or none: `{{#NAME}}…{{/NAME}}`, or a dot between two names.
  package mutating func object<Part>(
    _ name: String, of fields: Fields<Part>, _ read: @escaping @Sendable (Value) -> Part?
  ) {
    let reach = Field.Reach { frame, body in
      frame.read { (value: Value) in
        if let part = read(value) { Frame.show(part, body) }
      }
    }
    add(name, .object(Field.Part(fields: fields.table, reach: reach)))
  }

  /// A known name with nothing behind it: it writes nothing, and its section is never shown.
  package mutating func absent(_ name: String) { add(name, .absent) }

  /// Takes over every field of a part; a field of the same name declared here comes first.
  package mutating func include<Part>(
    _ fields: Fields<Part>, _ read: @escaping @Sendable (Value) -> Part
  ) {
    let reach = Field.Reach { frame, body in
      frame.read { (value: Value) in Frame.show(read(value), body) }
    }
    for field in fields.table.fields {
      precondition(
        !included.contains { $0.name == field.name },
        "'\(kind)' includes two parts that offer '\(field.name)'")
      included.append(Field(name: field.name, content: field.content.of(reach)))
    }
  }

  /// Follows the Mustache specification where Gazette is stricter: a name that is not declared
  /// shows nothing, and a text may be written unescaped.
  package mutating func followSpecification() { followsSpecification = true }
}
