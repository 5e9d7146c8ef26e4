/// ANSI colours, or none.
struct Ink {
  private let isOn: Bool

  init(_ isOn: Bool) { self.isOn = isOn }

  private func wrapped(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  func bold(_ text: String) -> String { wrapped(text, "1") }
  func faint(_ text: String) -> String { wrapped(text, "2") }
  func mark(_ text: String) -> String { wrapped(text, "1;32") }

  /// A line that goes or comes.
  func change(_ text: String, _ mark: Character) -> String {
    switch mark {
    case "-": wrapped(text, "31")
    case "+": wrapped(text, "32")
    default: text
    }
  }

  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: wrapped("error:", "1;31")
    case .warning: wrapped("warning:", "1;35")
    case .hint: wrapped("hint:", "1;36")
    }
  }
}

/// Whether a terminal would obey the character instead of showing it.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
}

/// A message quotes what was typed, which may hold anything: line ends and what steers a terminal
/// are written as escapes.
func onOneLine(_ message: String) -> String {
  guard message.unicodeScalars.contains(where: isControl) else { return message }
  return message.unicodeScalars.reduce(into: "") { line, scalar in
    if isControl(scalar) {
      line += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    } else {
      line.unicodeScalars.append(scalar)
    }
  }
}

/// A line of a file as it can be shown, each control character but the tab as one that says so.
func withoutControls(_ line: String) -> String {
  guard line.unicodeScalars.contains(where: isControl) else { return line }
  return line.unicodeScalars.reduce(into: "") { shown, scalar in
    shown.unicodeScalars.append(isControl(scalar) && scalar != "\t" ? "\u{FFFD}" : scalar)
  }
}
