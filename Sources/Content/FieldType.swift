import Diagnostics

/// How one kind of value is read from YAML text, checked, and shown.
struct FieldType<Value: Sendable>: Sendable {
  let words: String
  let shown: Shown<Value>?
  /// The words it may be; empty where it is no enumeration.
  let choices: [Choice]
  /// Nil when it was not a value of this type, which has then been noted.
  private let parse: @Sendable (YAMLNode, _ key: String, inout Reading) -> Value?

  init(
    _ words: String, shown: Shown<Value>? = nil, choices: [Choice] = [],
    parse: @escaping @Sendable (YAMLNode, _ key: String, inout Reading) -> Value?
  ) {
    self.words = words
    self.shown = shown
    self.choices = choices
    self.parse = parse
  }

  func parsed(_ node: YAMLNode, _ key: String, _ reading: inout Reading) -> Value? {
    if case .broken = node.kind { return nil }
    if node.isBlank {
      reading.note(.emptyValue(key, at: reading.place(node)))
      return nil
    }
    return parse(node, key, &reading)
  }

  /// A type written as one text; `rule` says in words what it must be when `value` answers nil.
  static func scalar(
    _ words: String, rule: Rule = .wrongValue, like example: String,
    shown: @escaping @Sendable (Value) -> String?,
    suggestions: [String] = [], choices: [Choice] = [],
    _ value: @escaping @Sendable (String) -> Value?
  ) -> FieldType {
    FieldType(words, shown: .text(shown), choices: choices) { node, key, reading in
      guard let typed = scalarText(node, key, words, &reading) else { return nil }
      if let value = value(typed) { return value }
      reading.note(
        .wrongValue(
          rule, typed, key: key, words: words, example: example, suggestions: suggestions,
          at: reading.place(node)))
      return nil
    }
  }

  /// A list of `element`; one value alone is a list of one only where it is written as a list.
  ///
  /// The usual `limit` is ten times what the longest procedure, or the longest list of articles, has had.
  static func list<Element>(
    of element: FieldType<Element>, upTo limit: Int = 1_000, shown: Shown<[Element]>? = nil
  ) -> FieldType<[Element]> {
    FieldType<[Element]>("list of \(element.words)", shown: shown) { node, key, reading in
      guard case .list(let nodes) = node.kind else {
        reading.note(
          .wrongType(
            key, expected: "a list", found: node.words, typed: node.plainText,
            at: reading.place(node)))
        return nil
      }
      if nodes.count > limit {
        let place = reading.place(nodes[limit])
        reading.note(.tooMany(key, nodes.count, limit: limit, at: place))
        return nil
      }
      if nodes.isEmpty {
        reading.note(.emptyValue(key, at: reading.place(node)))
        return nil
      }
      return nodes.compactMap { element.parsed($0, key, &reading) }
    }
  }

  /// A record with a schema of its own.
  static func record(_ schema: @escaping @autoclosure @Sendable () -> Schema<Value>) -> FieldType {
    FieldType("record") { node, _, reading in
      let schema = schema()
      guard case .record = node.kind else {
        reading.note(.notARecord(schema.name, node.words, at: reading.place(node)))
        return nil
      }
      return schema.read(node, at: node.start, &reading)
    }
  }
}

/// The text of a node that must be one; empty text and control characters are noted.
func scalarText(_ node: YAMLNode, _ key: String, _ words: String, _ reading: inout Reading)
  -> String?
{
  guard case .scalar(let typed) = node.kind else {
    reading.note(.wrongType(key, expected: words, found: node.words, at: reading.place(node)))
    return nil
  }
  if typed.isBlank {
    reading.note(.emptyValue(key, at: reading.place(node)))
    return nil
  }
  if typed.mayHoldForbidden,
    let control = typed.unicodeScalars.first(where: isForbidden)
  {
    reading.note(.controlCharacter(control, at: reading.place(node)))
    return nil
  }
  // Byte by byte, since other texts that are not ASCII would be normalized for the comparison.
  if typed.utf8.elementsEqual(Blank.text.utf8) {
    reading.note(.unfilled(key, at: reading.place(node)))
    // A draft's pages show it where a text is to be; anything else is not there yet.
    return words == "text" ? typed : nil
  }
  return typed
}

extension String {
  /// Whether it is nothing but white space.
  var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 } }

  /// Whether a byte of it can be part of a scalar that `isForbidden`; most texts have none.
  fileprivate var mayHoldForbidden: Bool {
    utf8.withContiguousStorageIfAvailable { ByteSurvey(of: $0) }.map {
      $0.mayHoldControls || $0.hasReturns
    } ?? true
  }
}

/// What XML 1.0 §2.2 does not allow in a document, or HTML calls a control character: such a feed
/// would be unreadable, such a page wrong.
func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D: false
  case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
  default: false
  }
}

extension FieldType where Value == String {
  static let text = FieldType("text", shown: Shown.text { $0 }) { node, key, reading in
    scalarText(node, key, "text", &reading)
  }

  /// A text that pages and feeds show whole up to a length; `rule` says so of a longer one.
  static func text(upTo limit: Int, _ rule: Rule) -> FieldType {
    FieldType("text", shown: Shown.text { $0 }) { node, key, reading in
      guard let typed = scalarText(node, key, "text", &reading) else { return nil }
      if typed.count > limit {
        reading.note(.long(rule, key, typed.count, limit: limit, at: reading.place(node)))
      }
      return typed
    }
  }

  static let address = scalar(
    "web address", like: "https://authority.example/decision", shown: { $0 }, isWebAddress)

  static let country = scalar(
    "country code", rule: .unknownCode, like: "NL (ISO 3166-1)", shown: { $0 },
    suggestions: StandardCodes.countryCodes
  ) { StandardCodes.country($0) == nil ? nil : $0 }

  static let jurisdiction = scalar(
    "jurisdiction code", rule: .unknownCode, like: "NL, DE-HH or EU (ISO 3166)", shown: { $0 },
    suggestions: StandardCodes.countryCodes + ["EU"]
  ) { StandardCodes.jurisdiction($0) == nil ? nil : $0 }

  static let language = scalar(
    "language tag", like: "en, nl or pt-BR (BCP 47)", shown: { $0 }, isLanguageTag)

  static let lei = scalar(
    "legal entity identifier", rule: .badIdentifier, like: "20 characters whose check digits hold",
    shown: { $0 }
  ) { isLEI($0) ? $0 : nil }

  static let wikidata = scalar(
    "Wikidata item", rule: .badIdentifier, like: "Q42", shown: { $0 }
  ) { isWikidataItem($0) ? $0 : nil }

  static let celex = scalar(
    "CELEX number", rule: .badIdentifier, like: "32016R0679", shown: { $0 }
  ) { isCELEX($0) ? $0 : nil }
}

extension FieldType where Value == [String] {
  static let texts = list(of: FieldType<String>.text, shown: .texts { $0 })
}

extension FieldType where Value == Bool {
  static let flag = FieldType("true or false", shown: .flag { $0 }) { node, key, reading in
    switch scalarText(node, key, "true or false", &reading) {
    case "true": return true
    case "false": return false
    case let typed?:
      reading.note(
        .wrongValue(
          .wrongValue, typed, key: key, words: "one of true, false", example: "true or false",
          suggestions: ["true", "false"], at: reading.place(node)))
      return nil
    case nil: return nil
    }
  }
}

extension FieldType where Value == Int {
  static let count = scalar(
    "whole number", like: "20", shown: { String($0) }
  ) { typed in
    typed.utf8.count <= 6 && typed.utf8.allSatisfy { (48...57).contains($0) } ? Int(typed) : nil
  }
}

extension FieldType where Value == CalendarDate {
  static let date = scalar(
    "date", rule: .badDate, like: "2024-05-16, 2024-05 or 2024", shown: { $0.text }
  ) { CalendarDate($0) }
}

extension FieldType where Value == Timestamp {
  static let timestamp = scalar(
    "date and time", rule: .badDate, like: "2024-09-03 or 2024-09-03T09:00:00+02:00",
    shown: { $0.text }
  ) { Timestamp($0) }
}

extension FieldType where Value == Amount {
  static let amount = scalar(
    "amount", rule: .badAmount, like: "30500000 EUR, 400..600 EUR or undisclosed (ISO 4217)",
    shown: { _ in nil }
  ) { Amount($0) }
}

extension FieldType where Value == Written<String> {
  /// The slug of another entry, with where it stands, so that a dangling one is reported there.
  static let slug = FieldType("slug", shown: .text { $0.value }) { node, key, reading in
    scalarText(node, key, "a slug", &reading).map {
      Written($0, start: node.start, end: node.end)
    }
  }
}

extension FieldType where Value == [Written<String>] {
  static let slugs = list(of: FieldType<Written<String>>.slug, shown: .texts { $0.map(\.value) })
}

extension FieldType where Value: Vocabulary {
  static var word: FieldType {
    let words = Value.allCases.map(\.rawValue)
    return scalar(
      "one of \(words.joined(separator: ", "))", rule: .unknownWord,
      like: words.joined(separator: " · "), shown: { $0.rawValue }, suggestions: words,
      choices: Value.choices
    ) { Value(rawValue: $0) }
  }
}
