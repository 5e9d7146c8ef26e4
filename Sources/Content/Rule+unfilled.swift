import Diagnostics

// What `gazette new` leaves to be filled in: a value, or a paragraph of the text, that is only "…".
extension Rule {
  package static let unfilled = Rule(
    "unfilled", "nothing that is published is still to be filled in",
    why: "`gazette new` writes … where only the editor knows what belongs there, and readers must "
      + "never see it.",
    bad: "summary: …", good: "summary: The authority fined Acme Energy.")
  package static let unfilledDraft = Rule(
    "unfilled-draft", .hint, "a draft says what is still to be filled in",
    why: "A draft may wait for what is not known yet; without `draft: true` it would be an error.",
    bad: "summary: …\ndraft: true", good: "summary: The authority fined Acme Energy.\ndraft: true")
}

extension Diagnostic {
  static func unfilled(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(.unfilled, "'\(key)' is still to be filled in", at: place)
  }

  static func unfilledText(at place: Place) -> Diagnostic {
    Diagnostic(.unfilled, "the text is still to be written here", at: place)
  }

  /// The same as it is said of an entry that nobody sees yet.
  var ofDraft: Diagnostic {
    rule == .unfilled ? Diagnostic(.unfilledDraft, message, at: place, help: help) : self
  }
}

/// What stands where something is still to be filled in.
package enum Blank {
  package static let text = "…"

  /// Lines of a text that are only "…", with or without a note behind it.
  static func lines(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, path: String
  ) -> [Diagnostic] {
    guard mayHoldLines(bytes, from: start) else { return [] }
    var found: [Diagnostic] = []
    var line = start
    while line < bytes.count {
      if isBlank(bytes, at: line) {
        found.append(.unfilledText(at: Place(path: path, start: line, end: line + 3)))
      }
      while line < bytes.count && bytes[line] != 0x0A { line += 1 }
      line += 1
    }
    return found
  }

  /// Whether a line begins with the first byte of such a line. It looks at all bytes, many at a time.
  private static func mayHoldLines(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard start < bytes.count else { return false }
    var found: UInt8 = bytes[start] == 0xE2 ? 1 : 0
    for index in start..<bytes.count - 1 {
      let isEnd: UInt8 = bytes[index] == 0x0A ? 1 : 0
      let isFirst: UInt8 = bytes[index + 1] == 0xE2 ? 1 : 0
      found |= isEnd & isFirst
    }
    return found != 0
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, at line: Int) -> Bool {
    guard line + 2 < bytes.count, bytes[line] == 0xE2, bytes[line + 1] == 0x80,
      bytes[line + 2] == 0xA6
    else { return false }
    guard line + 3 < bytes.count else { return true }
    let next = bytes[line + 3]
    if next == 0x0A || next == 0x0D { return true }
    return next == UInt8(ascii: "[") && line + 4 < bytes.count
      && bytes[line + 4] == UInt8(ascii: "^")
  }
}
