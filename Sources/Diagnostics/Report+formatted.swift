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
  /// For people the same thing at several places is said once, with how often, unless
  /// `isVerbose`. `version` is Gazette's.
  package func formatted(
    as format: Format, colored: Bool, isVerbose: Bool = false, version: String
  ) -> String {
    switch format {
    case .json: json(tool: "gazette \(version)")
    case .github: githubAnnotations
    case .sarif: sarif(version: version)
    case .short: items.map { $0.headline(colored: colored) + "\n" }.joined()
    case .human:
      groups(isVerbose: isVerbose).map { $0.text(colored: colored) }.joined()
    }
  }

  /// `2 errors, 1 warning; 3 hints (--verbose shows them)`; nil when there is nothing.
  package var tally: String? {
    let counts: [(Int, String)] = [
      (count(.error), "error"), (count(.warning), "warning"), (count(.hint), "hint"),
    ]
    var parts: [String] = []
    let shown = counts.filter { $0.0 > 0 }.map { Self.counted($0, $1) }
    if !shown.isEmpty { parts.append(shown.joined(separator: ", ")) }
    if hiddenHints > 0 {
      let them = hiddenHints == 1 ? "it" : "them"
      parts.append("\(Self.counted(hiddenHints, "hint")) (--verbose shows \(them))")
    }
    if allowed > 0 { parts.append("\(allowed) passed over by --allow") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension Report.Item {
  /// `path:line:column: error: message [rule]`, which editors know how to jump to (GNU standards).
  func headline(colored: Bool) -> String {
    let place = start.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
    let ink = Ink(colored)
    let word = ink.severity(diagnostic.severity)
    let message = onOneLine(diagnostic.message)
    return "\(ink.bold(place))\(word) \(message) \(ink.faint("[\(diagnostic.rule.id)]"))"
  }

  func details(colored: Bool) -> String {
    let ink = Ink(colored)
    var text = ""
    let number = start.map { String($0.line) } ?? ""
    let margin = String(repeating: " ", count: number.count)
    if let start, let excerpt, !excerpt.isEmpty {
      let (shown, caret) = underline(excerpt, from: start.column)
      text += "  \(ink.faint(number + " |")) \(shown)\n"
      text += "  \(ink.faint(margin + " |")) \(ink.mark(caret))\n"
      if let mended = mended(excerpt) {
        text += "  \(ink.mark(number + " +")) \(underline(mended, from: start.column).shown)\n"
      }
    }
    for note in notes {
      let place = note.position.map { " (\($0.path):\($0.line):\($0.column))" } ?? ""
      text += "  \(margin) = note: \(onOneLine(note.message))\(place)\n"
    }
    if let help = diagnostic.help { text += "  \(margin) = help: \(onOneLine(help))\n" }
    return text
  }

  /// The line with its replacement put in; nil where that is not one line, or nothing new.
  private func mended(_ line: String) -> String? {
    guard let replacement = diagnostic.replacement, let replaced, firstColumn == 1,
      replaced.start.path == start?.path,
      replaced.start.line == start?.line, replaced.end.line == replaced.start.line,
      !replacement.text.contains(where: \.isNewline)
    else { return nil }
    let characters = Array(line)
    guard replaced.end.column - 1 <= characters.count else { return nil }
    let before = String(characters[..<(replaced.start.column - 1)])
    let mended = before + replacement.text + String(characters[(replaced.end.column - 1)...])
    return mended == line || mended.allSatisfy(\.isWhitespace) ? nil : mended
  }

  /// The line, cut to what fits a screen, and a line that points at the columns in question.
  private func underline(_ line: String, from column: Int) -> (shown: String, caret: String) {
    let characters = Array(withoutControls(line))
    let first = max(0, column - firstColumn)
    let dropped = first > 70 ? first - 40 : 0
    let window = characters.dropFirst(dropped).prefix(110)
    let cutLeft = dropped > 0 || firstColumn > 1 ? "…" : ""
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
