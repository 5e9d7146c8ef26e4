import Diagnostics

/// What names mean at one place of a template: the page's fields, then those of each open section.
struct Scope {
  private enum Layer {
    /// A page, row or object, which is at this level while the template renders.
    case fields(FieldTable, level: Int)
    /// The section of a text, markup or object field that `{{.}}` stands for.
    case value(Field.Content, level: Int)
  }

  private var layers: [Layer]
  /// The level of the innermost page, row or object; the page itself is at 0.
  private(set) var level = 0

  init(_ page: FieldTable) { layers = [.fields(page, level: 0)] }

  /// The scope inside a section of a list or object.
  func entering(_ fields: FieldTable) -> Scope {
    var inner = self
    inner.level += 1
    inner.layers.append(.fields(fields, level: inner.level))
    return inner
  }

  /// The scope inside a section of a text, where `{{.}}` is that text.
  func entering(_ value: FieldReference) -> Scope {
    var inner = self
    inner.layers.append(.value(value.content, level: value.level))
    return inner
  }

  /// The fields of the page, row or object that is innermost.
  private var tables: [(table: FieldTable, level: Int)] {
    layers.reversed().compactMap { layer in
      if case .fields(let table, let level) = layer { return (table, level) }
      return nil
    }
  }
}

/// A field, and the level of the value it is read from.
struct FieldReference {
  let content: Field.Content
  let level: Int

  static let absent = FieldReference(content: .absent, level: 0)

  var isAbsent: Bool { if case .absent = content { true } else { false } }
}

/// Why a name means nothing at its place.
enum UnknownName {
  /// No such name: the part of the typed name, the nearest there is, and what the place offers.
  case notOffered(part: Range<Int>, nearest: String?, kind: String, names: [String])
  /// A dot behind a list, whose rows have no names from outside.
  case behindList(part: Range<Int>)
  /// A dot behind something that is one value.
  case behindValue(part: Range<Int>)
  /// `{{.}}` where the innermost value has fields only.
  case fieldsOnly(kind: String)
}

extension Scope {
  /// What a name stands for, its parts given as ranges of `bytes`.
  func resolved(_ name: Range<Int>, in bytes: [UInt8]) -> Result<FieldReference, UnknownName> {
    if bytes[name].elementsEqual(".".utf8) { return implicitValue }
    let parts = bytes[name].split(separator: UInt8(ascii: ".")).map(\.indices)
    guard let first = parts.first else { return .success(.absent) }
    let typed = bytes.text(first)
    let tables = tables
    guard let (content, level) = lookup(typed, in: tables) else {
      return unknown(first, typed, in: tables.map(\.table))
    }
    var field = FieldReference(content: content, level: level)
    var prefix = first
    for part in parts.dropFirst() {
      switch field.content {
      case .absent: return .success(.absent)
      case .object(let object):
        guard let inner = object.fields[bytes.text(part)] else {
          return unknown(part, bytes.text(part), in: [object.fields])
        }
        field = FieldReference(content: inner.of(object.reach), level: field.level)
      case .list: return .failure(.behindList(part: prefix))
      case .text, .html, .flag: return .failure(.behindValue(part: prefix))
      }
      prefix = first.lowerBound..<part.upperBound
    }
    return .success(field)
  }

  private func lookup(
    _ name: String, in tables: [(table: FieldTable, level: Int)]
  ) -> (Field.Content, Int)? {
    for (table, level) in tables {
      if let content = table[name] { return (content, level) }
    }
    return nil
  }

  private func unknown(
    _ part: Range<Int>, _ typed: String, in tables: [FieldTable]
  ) -> Result<FieldReference, UnknownName> {
    if tables.contains(where: \.followsSpecification) { return .success(.absent) }
    let names = tables.flatMap(\.names)
    return .failure(
      .notOffered(
        part: part, nearest: nearestName(to: typed, among: names),
        kind: tables.first?.kind ?? "", names: tables.first?.names ?? []))
  }

  private var implicitValue: Result<FieldReference, UnknownName> {
    guard let innermost = layers.last else { return .success(.absent) }
    switch innermost {
    case .value(let content, let level):
      return .success(FieldReference(content: content, level: level))
    case .fields(let table, let level):
      if let content = table["."] {
        return .success(FieldReference(content: content, level: level))
      }
      return table.followsSpecification
        ? .success(.absent) : .failure(.fieldsOnly(kind: table.kind))
    }
  }
}

extension UnknownName: Error {}
