extension Report {
  package enum Format: String, Sendable, CaseIterable {
    /// For people: the message, the line it is about, the way out.
    case human
    /// One line for each problem, for editors and `grep`.
    case short
    /// One versioned JSON document, for programs.
    case json
    /// GitHub's workflow commands, which become annotations.
    case github
    /// SARIF 2.1.0, for code scanning.
    case sarif

    /// Whether people read it, so that a tally behind it helps and does not hurt.
    package var isForPeople: Bool { self == .human || self == .short }
  }

  /// The report as text, each line ended; for people empty when there is nothing to say.
  ///
  /// `hidesHints` leaves hints out of what people read. `version` is Gazette's.
  package func formatted(
    as format: Format, colored: Bool, hidesHints: Bool, version: String
  ) -> String {
    switch format {
    case .json: return json(tool: "gazette \(version)")
    case .github: return githubAnnotations
    case .sarif: return sarif(version: version)
    case .human, .short: break
    }
    var text = ""
    for item in items where !(hidesHints && item.diagnostic.severity == .hint) {
      text += item.headline(colored: colored) + "\n"
      if format == .human { text += item.details(colored: colored) }
    }
    return text
  }

  /// `2 errors, 1 warning, 3 hints (--verbose shows them)`; nil when there is nothing.
  package func tally(hidesHints: Bool) -> String? {
    let counts: [(Int, String)] = [
      (count(.error), "error"), (count(.warning), "warning"), (count(.hint), "hint"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    guard !parts.isEmpty else { return nil }
    let hidden = hidesHints && count(.hint) > 0 ? " (--verbose shows hints)" : ""
    return parts.joined(separator: ", ") + hidden
  }
}

extension Report.Item {
  /// `path:line:column: error: message [rule]`, which editors know how to jump to (GNU standards).
  fileprivate func headline(colored: Bool) -> String {
    let place = start.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
    let ink = Ink(colored)
    let word = ink.severity(diagnostic.severity)
    let message = onOneLine(diagnostic.message)
    return "\(ink.bold(place))\(word) \(message) \(ink.faint("[\(diagnostic.rule.id)]"))"
  }

  fileprivate func details(colored: Bool) -> String {
    let ink = Ink(colored)
    var text = ""
    let number = start.map { String($0.line) } ?? ""
    let margin = String(repeating: " ", count: number.count)
    if let start, let excerpt, !excerpt.isEmpty {
      let (shown, caret) = underline(excerpt, from: start.column)
      text += "  \(ink.faint(number + " |")) \(shown)\n"
      text += "  \(ink.faint(margin + " |")) \(ink.mark(caret))\n"
    }
    for note in notes {
      let place = note.position.map { " (\($0.path):\($0.line):\($0.column))" } ?? ""
      text += "  \(margin) = note: \(onOneLine(note.message))\(place)\n"
    }
    if let help = diagnostic.help { text += "  \(margin) = help: \(onOneLine(help))\n" }
    return text
  }

  /// The line, cut to what fits a screen, and a line that points at the columns in question.
  private func underline(_ line: String, from column: Int) -> (shown: String, caret: String) {
    let characters = Array(withoutControls(line))
    let first = max(0, column - 1)
    let dropped = first > 70 ? first - 40 : 0
    let window = characters.dropFirst(dropped).prefix(110)
    let cutLeft = dropped > 0 ? "…" : ""
    let cutRight = dropped + window.count < characters.count ? "…" : ""
    var caret = cutLeft.isEmpty ? "" : " "
    for character in window.prefix(first - dropped) { caret += blank(for: character) }
    caret += "^"
    if let start, let end, end.line == start.line, end.column > start.column + 1 {
      let marked = window.dropFirst(first - dropped).prefix(end.column - start.column).dropFirst()
      for character in marked { caret += isWide(character) ? "~~" : "~" }
    }
    return (cutLeft + String(window) + cutRight, caret)
  }

  /// As wide as the character above it.
  private func blank(for character: Character) -> String {
    character == "\t" ? "\t" : isWide(character) ? "  " : " "
  }

  /// Whether terminals draw the character two columns wide (CJK, Hangul, emoji).
  private func isWide(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}

/// Whether a terminal would obey the character instead of showing it.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
}

/// A message quotes what was typed, which may hold anything: line ends and what steers a terminal
/// are written as escapes.
private func onOneLine(_ message: String) -> String {
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
private func withoutControls(_ line: String) -> String {
  guard line.unicodeScalars.contains(where: isControl) else { return line }
  return line.unicodeScalars.reduce(into: "") { shown, scalar in
    shown.unicodeScalars.append(isControl(scalar) && scalar != "\t" ? "\u{FFFD}" : scalar)
  }
}

/// ANSI colours, or none.
private struct Ink {
  private let isOn: Bool

  init(_ isOn: Bool) { self.isOn = isOn }

  private func wrapped(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  func bold(_ text: String) -> String { wrapped(text, "1") }
  func faint(_ text: String) -> String { wrapped(text, "2") }
  func mark(_ text: String) -> String { wrapped(text, "1;32") }

  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: wrapped("error:", "1;31")
    case .warning: wrapped("warning:", "1;35")
    case .hint: wrapped("hint:", "1;36")
    }
  }
}
