import Mustache

extension OutputBuffer {
  /// Appends a JSON string (RFC 8259 §7): quoted, with quotation marks, backslashes and control
  /// characters escaped; everything else as it is.
  mutating func append(json text: String) {
    var text = text
    text.withUTF8 { append(json: UnsafeRawBufferPointer($0)) }
  }

  /// The same of UTF-8.
  mutating func append(json text: UnsafeRawBufferPointer) {
    append(UInt8(ascii: "\""))
    var start = 0
    for offset in text.indices where text[offset].needsEscape {
      append(UnsafeRawBufferPointer(rebasing: text[start..<offset]))
      append(escapeOf: text[offset])
      start = offset + 1
    }
    append(UnsafeRawBufferPointer(rebasing: text[start...]))
    append(UInt8(ascii: "\""))
  }

  private mutating func append(escapeOf byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    default:
      append("\\u00")
      for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    }
  }
}

extension UInt8 {
  fileprivate var needsEscape: Bool {
    self < 0x20 || self == 0x22 || self == 0x5C || self == 0x7F
  }
}

/// A small JSON document that describes others: schemas, a package.
indirect enum JSON: Sendable {
  case object([(key: String, value: JSON)])
  case array([JSON])
  case text(String)
  case number(Int)
  case flag(Bool)
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }

  init(arrayLiteral items: JSON...) { self = .array(items) }

  init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { (key: $0.0, value: $0.1) })
  }
}

extension OutputBuffer {
  /// Appends a document as people read it: two spaces a level, a line for each member.
  mutating func append(_ json: JSON, level: Int = 0) {
    switch json {
    case .text(let text): append(json: text)
    case .number(let number): append(String(number))
    case .flag(let flag): append(flag ? "true" : "false")
    case .array(let items) where items.isEmpty: append("[]")
    case .array(let items):
      append("[")
      for (index, item) in items.enumerated() {
        startLine(level + 1, isFirst: index == 0)
        append(item, level: level + 1)
      }
      startLine(level, isFirst: true)
      append("]")
    case .object(let members) where members.isEmpty: append("{}")
    case .object(let members):
      append("{")
      for (index, member) in members.enumerated() {
        startLine(level + 1, isFirst: index == 0)
        append(json: member.key)
        append(": ")
        append(member.value, level: level + 1)
      }
      startLine(level, isFirst: true)
      append("}")
    }
  }

  private mutating func startLine(_ level: Int, isFirst: Bool) {
    if !isFirst { append(",") }
    append("\n")
    for _ in 0..<level { append("  ") }
  }
}
