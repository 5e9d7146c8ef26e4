/// A tag, or the text between two tags up to and including a line feed.
struct Token {
  enum Kind {
    case text
    case comment
    /// A set-delimiter tag, `{{=<% %>=}}`.
    case delimiters
    case variable
    /// `{{{name}}}` or `{{&name}}`.
    case rawVariable
    case section
    case inverted
    case partial
    /// `{{<name}}`, the opening tag of inheritance.
    case parent
    /// `{{$name}}`, a part of a template that may be overridden, or that overrides.
    case block
    /// `{{/name}}`
    case close
  }

  let kind: Kind
  /// All bytes of the tag or text, from the file's top.
  let range: Range<Int>
  /// The name as typed, without the white space around it; empty in texts and comments.
  var name: Range<Int>
  /// Whether the name can be one; if not, that has been reported.
  var isNamed = true

  /// Whether it never shows anything and holds nothing.
  var isSilent: Bool { kind == .comment || kind == .delimiters }
}

extension Token.Kind {
  /// Whether a close tag belongs to it.
  var opens: Bool {
    switch self {
    case .section, .inverted, .parent, .block: true
    default: false
    }
  }

  /// The tags of templates begin with a character that says what they do; a variable has none.
  init?(sigil: UInt8) {
    switch sigil {
    case UInt8(ascii: "!"): self = .comment
    case UInt8(ascii: "="): self = .delimiters
    case UInt8(ascii: "&"), UInt8(ascii: "{"): self = .rawVariable
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverted
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "<"): self = .parent
    case UInt8(ascii: "$"): self = .block
    case UInt8(ascii: "/"): self = .close
    default: return nil
    }
  }
}

extension UInt8 {
  /// White space as it may stand around names and alone on lines.
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension [UInt8] {
  func holds(_ run: [UInt8], at offset: Int) -> Bool {
    offset + run.count <= count && self[offset..<offset + run.count].elementsEqual(run)
  }

  /// The range without the white space at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = range.first { !self[$0].isBlank } ?? range.upperBound
    let end = (range.last { !self[$0].isBlank }).map { $0 + 1 } ?? start
    return start..<Swift.max(start, end)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
