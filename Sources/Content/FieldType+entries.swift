import Diagnostics

// The types that only one field has, or that read more than one way of writing a value.

extension FieldType where Value == Respondents {
  static let respondents = FieldType("list of slugs, or unnamed") { node, key, reading in
    if case .scalar("unnamed") = node.kind { return .unnamed }
    return FieldType<[Written<String>]>.slugs.parsed(node, key, &reading).map { .named($0) }
  }
}

extension FieldType where Value == Provision {
  /// `gdpr 5(1)(a)`, or `{ at: gdpr 83(2), role: applied }`.
  static let provision = FieldType("provision") { node, key, reading in
    guard case .record = node.kind else {
      return scalarText(node, key, "a provision such as 'gdpr 5(1)(a)'", &reading).map {
        Provision(citing: $0, node)
      }
    }
    let written = WrittenProvision.schema.read(node, at: node.start, &reading)
    guard written.at.value != "" else { return nil }
    var provision = Provision(citing: written.at)
    provision.role = written.role ?? .infringed
    return provision
  }
}

private struct WrittenProvision: Sendable {
  var at = YAMLText(value: "", start: 0, end: 0)
  var role: Provision.Role?

  static let schema = Schema<WrittenProvision>(
    "provision", blank: { WrittenProvision() },
    [
      Field("at", .positionedText, \.at, required: true, "the law's slug and the provision"),
      Field(
        "role", .word, \.role, "alleged, infringed, not-infringed, left-open, applied or cited"),
    ])
}

/// A text and the bytes it was read from.
struct YAMLText: Sendable {
  let value: String
  let start: Int
  let end: Int
}

extension FieldType where Value == YAMLText {
  fileprivate static let positionedText = FieldType("text") { node, key, reading in
    scalarText(node, key, "text", &reading).map {
      YAMLText(value: $0, start: node.start, end: node.end)
    }
  }
}

extension Provision {
  fileprivate init(citing typed: String, _ node: YAMLNode) {
    self.init(citing: YAMLText(value: typed, start: node.start, end: node.end))
  }

  /// The law's slug is everything before the first blank.
  fileprivate init(citing typed: YAMLText) {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") }
    let text = typed.value[...].utf8.drop(while: isBlank)
    let slug = text.prefix { !isBlank($0) }
    law = Written(String(Substring(slug)), start: typed.start, end: typed.end)
    at = String(Substring(text[slug.endIndex...].drop(while: isBlank)))
  }
}

extension FieldType where Value == Relation {
  /// A slug, or `{ case: slug, how: same-conduct }`.
  static let relation = FieldType("related case") { node, key, reading in
    guard case .record = node.kind else {
      return FieldType<Written<String>>.slug.parsed(node, key, &reading).map {
        Relation(other: $0, how: nil)
      }
    }
    let relation = Relation.schema.read(node, at: node.start, &reading)
    return relation.other.value.isEmpty ? nil : relation
  }
}

extension FieldType where Value == Settings.Author {
  /// A name, or `{ name: …, email: …, uri: … }`.
  static let author = FieldType("author") { node, key, reading in
    guard case .record = node.kind else {
      return scalarText(node, key, "a name", &reading).map { Settings.Author(name: $0) }
    }
    return Settings.Author.schema.read(node, at: node.start, &reading)
  }
}

extension FieldType where Value == Settings.Licence {
  /// A name, or `{ name: …, url: … }`.
  static let licence = FieldType("licence", shown: .text { $0.name }) { node, key, reading in
    guard case .record = node.kind else {
      return scalarText(node, key, "a name", &reading).map { Settings.Licence(name: $0) }
    }
    return Settings.Licence.schema.read(node, at: node.start, &reading)
  }
}

extension FieldType where Value == String {
  /// A web address without query and fragment; kept without the slash at its end.
  static let baseURL = scalar(
    "web address", like: "https://watch.example", shown: { $0 }, Settings.baseURL(typed:))

  /// RFC 4151's authority and date, with or without `tag:` before it.
  static let feedID = scalar(
    "authority and date", like: "watch.example,2026 (RFC 4151)", shown: { $0 }
  ) { typed in
    let tag = typed.hasPrefix("tag:") ? String(typed.dropFirst(4)) : typed
    let parts = tag.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, CalendarDate(parts[1]) != nil, !parts[0].isEmpty,
      parts[0].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3A && $0 != 0x2F })
    else { return nil }
    return tag
  }
}

extension Settings {
  /// The address a site is published at, as it is used: without the slash at its end.
  package static func baseURL(typed: String) -> String? {
    guard isWebAddress(typed) != nil, !typed.utf8.contains(where: { $0 == 0x3F || $0 == 0x23 })
    else { return nil }
    var address = Substring(typed)
    while address.hasSuffix("/") { address.removeLast() }
    return String(address)
  }
}

extension FieldType where Value == [Law.Heading] {
  static let headings = FieldType("record of headings by number") { node, key, reading in
    guard case .record(let pairs) = node.kind else {
      reading.note(
        .wrongType(
          key, expected: "a record such as {\"5\": Principles}", found: node.words,
          at: reading.place(node)))
      return nil
    }
    var headings: [Law.Heading] = []
    var seen: [String: YAMLNode] = [:]
    for (number, heading) in pairs {
      guard let article = scalarText(number, key, "a number", &reading),
        let text = scalarText(heading, key, "text", &reading)
      else { continue }
      if let first = seen.updateValue(number, forKey: article) {
        reading.note(
          .duplicateKey(article, at: reading.place(number), first: reading.place(first)))
      }
      headings.append(
        Law.Heading(
          article: Written(article, start: number.start, end: number.end), text: text))
    }
    return headings
  }
}

// Values that a later stage may have to point at keep where they were written.

extension FieldType where Value == Written<String> {
  static let writtenText = FieldType<String>.text.written
  static let writtenJurisdiction = FieldType<String>.jurisdiction.written
}

extension FieldType where Value == Written<CalendarDate?> {
  static let writtenDate = FieldType<CalendarDate>.date.optional.written
}

extension FieldType where Value == Written<Amount?> {
  static let writtenAmount = FieldType<Amount>.amount.optional.written
}

extension FieldType where Value == Written<Step.Kind?> {
  static let writtenWord = FieldType<Step.Kind>.word.optional.written
}

extension FieldType where Value == Written<Step.Effect?> {
  static let optionalWord = FieldType<Step.Effect>.word.optional.written
}

extension FieldType {
  /// The same type, remembering where the value stands.
  var written: FieldType<Written<Value>> {
    FieldType<Written<Value>>(
      words, shown: shown.map { $0.of { $0.value } }, choices: choices
    ) { node, key, reading in
      parsed(node, key, &reading).map { Written($0, start: node.start, end: node.end) }
    }
  }

  /// The same type, as something that a blank entry does not have.
  var optional: FieldType<Value?> {
    FieldType<Value?>(words, shown: shown.map { $0.of { $0 } }, choices: choices) {
      node, key, reading in
      parsed(node, key, &reading).map { Optional($0) }
    }
  }
}
