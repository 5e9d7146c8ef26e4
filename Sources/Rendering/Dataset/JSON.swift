import Mustache

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
