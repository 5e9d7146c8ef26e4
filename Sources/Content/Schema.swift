import Diagnostics

/// What the front matter of one kind of entry may hold.
///
/// This is the only place that knows a field: reading, checking, the editors' reference and what
/// templates may name are all derived from it.
package struct Schema<Entry: Sendable>: Sendable {
  /// The kind in words: `case`, `company`, `measure`.
  package let name: String
  package let fields: [Field<Entry>]
  /// An entry in which nothing has been said yet.
  let blank: @Sendable () -> Entry

  init(_ name: String, blank: @escaping @Sendable () -> Entry, _ fields: [Field<Entry>]) {
    precondition(fields.count <= UInt64.bitWidth, "a schema has at most 64 fields")
    self.name = name
    self.fields = fields
    self.blank = blank
  }

  /// The record's entry; every problem goes to `reading`, and what could not be read stays blank.
  ///
  /// `node` nil means that there is no front matter at all, which lacks every required field.
  func read(_ node: YAMLNode?, at start: Int, _ reading: inout Reading) -> Entry {
    var entry = blank()
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    switch node?.kind {
    case .record(let written): pairs = written
    case .broken: return entry
    case .none: break
    case .some where node?.isBlank == true: break
    case .some:
      if let node { reading.note(.notARecord(name, node.words, at: reading.place(node))) }
      return entry
    }
    /// One bit for each field.
    var seen: UInt64 = 0
    /// Editors mostly keep to the schema's order.
    var next = 0
    for number in pairs.indices {
      guard case .scalar(let typed) = pairs[number].key.kind else {
        if case .broken = pairs[number].key.kind { continue }
        reading.note(.keyIsNotText(at: reading.place(pairs[number].key)))
        continue
      }
      guard let index = index(of: typed, from: next) else {
        reading.note(
          .unknownKey(
            typed, of: name, known: fields.map(\.key), at: reading.place(pairs[number].key)))
        continue
      }
      guard seen & (1 << index) == 0 else {
        let key = pairs[number].key
        let first = pairs[..<number].first { $0.key.isScalar(typed) }?.key ?? key
        reading.note(.duplicateKey(typed, at: reading.place(key), first: reading.place(first)))
        continue
      }
      seen |= 1 << index
      next = index + 1
      fields[index].read(pairs[number].value, &entry, &reading)
    }
    // In a file the whole block lacks the field; inside a list it is the record that does.
    let place = Place(path: reading.path, start: start, end: start + (node == nil ? 0 : 1))
    for (index, field) in fields.enumerated() where field.isRequired && seen & (1 << index) == 0 {
      reading.note(.missingField(field.key, of: name, field.summary, at: place))
    }
    return entry
  }
}

extension Schema {
  /// The field of that name, looked for from one of them on, and round.
  private func index(of key: String, from start: Int) -> Int? {
    fields[start...].firstIndex { $0.key == key } ?? fields[..<start].firstIndex { $0.key == key }
  }
}

/// One key of front matter: its name, its type, and where its value goes.
package struct Field<Entry: Sendable>: Sendable {
  package let key: String
  package let isRequired: Bool
  /// The type in words, for the reference and for messages.
  package let type: String
  /// What an editor writes here, as a phrase without a full stop.
  package let summary: String
  /// How a template sees the value; nil where pages show something richer than what was written.
  package let shown: Shown<Entry>?
  /// The words it may hold, with their meanings; empty where it is no enumeration.
  package let choices: [Choice]
  let read: @Sendable (YAMLNode, inout Entry, inout Reading) -> Void

  /// A field that is always there: required, or with a blank value that means "none".
  init<Value>(
    _ key: String, _ type: FieldType<Value>, _ path: any WritableKeyPath<Entry, Value> & Sendable,
    required: Bool = false, _ summary: String
  ) {
    self.key = key
    self.type = type.words
    self.isRequired = required
    self.summary = summary
    self.choices = type.choices
    self.shown = type.shown.map { shown in shown.of { $0[keyPath: path] } }
    self.read = { node, entry, reading in
      if let value = type.parsed(node, key, &reading) { entry[keyPath: path] = value }
    }
  }

  /// A field that may be absent.
  init<Value>(
    _ key: String, _ type: FieldType<Value>, _ path: any WritableKeyPath<Entry, Value?> & Sendable,
    required: Bool = false, _ summary: String
  ) {
    self.key = key
    self.type = type.words
    self.isRequired = required
    self.summary = summary
    self.choices = type.choices
    self.shown = type.shown.map { shown in shown.of { $0[keyPath: path] } }
    self.read = { node, entry, reading in
      if let value = type.parsed(node, key, &reading) { entry[keyPath: path] = value }
    }
  }
}

/// What a template may do with a value that front matter holds.
package enum Shown<Value: Sendable>: Sendable {
  case text(@Sendable (Value) -> String?)
  case texts(@Sendable (Value) -> [String])
  case flag(@Sendable (Value) -> Bool)

  /// The same of something that holds the value, or may hold it.
  func of<Whole>(_ part: @escaping @Sendable (Whole) -> Value?) -> Shown<Whole> {
    switch self {
    case .text(let text): .text { part($0).flatMap(text) }
    case .texts(let texts): .texts { part($0).map(texts) ?? [] }
    case .flag(let flag): .flag { part($0).map(flag) ?? false }
    }
  }
}

/// Reading one file's front matter: where it is, and what was noticed.
struct Reading {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  func place(_ node: YAMLNode) -> Place { Place(path: path, start: node.start, end: node.end) }

  mutating func note(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
