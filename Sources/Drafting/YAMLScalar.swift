/// A text as it is written in YAML, so that reading it gives the same text: plain where that is safe,
/// in quotation marks otherwise.
///
/// `inBrackets` is whether it stands in a list or record of the form `[…]` or `{…}`, where commas and
/// brackets mean something too.
func yamlScalar(_ text: String, inBrackets: Bool = false) -> String {
  isPlain(text, inBrackets: inBrackets) ? text : quoted(text)
}

private func isPlain(_ text: String, inBrackets: Bool) -> Bool {
  guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
    return false
  }
  // What means something to YAML at the start of a value; a hyphen does only before a blank.
  if "!&*?|>@`%\"'#,[]{}:-= \u{FEFF}".unicodeScalars.contains(first) || last == " " || last == ":" {
    return false
  }
  if text.hasPrefix("...") || text == "~" || text == "null" { return false }
  let hasLineOrControl = text.unicodeScalars.contains {
    $0.value < 0x20 || (0x7F...0xA0).contains($0.value)
      || [0x2028, 0x2029, 0xFEFF].contains($0.value)
  }
  if hasLineOrControl || text.utf8.holdsMark { return false }
  // Between brackets libyaml takes a colon before another mark for a key's.
  return !inBrackets || !text.unicodeScalars.contains { ",[]{}:?".unicodeScalars.contains($0) }
}

extension String.UTF8View {
  /// Whether a colon stands before a blank or a hash behind one; by bytes, since a mark with a combining
  /// character behind it is a mark to YAML, and another character to Swift.
  fileprivate var holdsMark: Bool {
    zip(self, dropFirst()).contains { one, next in
      one == UInt8(ascii: ":") && next == UInt8(ascii: " ")
        || one == UInt8(ascii: " ") && next == UInt8(ascii: "#")
    }
  }
}

/// Double quotation marks, in which everything can be spelt.
private func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    case _
    where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value)
      || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
      let hex = String(scalar.value, radix: 16, uppercase: true)
      quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
