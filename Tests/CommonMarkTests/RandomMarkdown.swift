import TestSupport

/// A tree of random Markdown with words that are each there once, all of which must be shown.
struct RandomMarkdown {
  private(set) var text = ""
  /// Every word that stands in text, in a code span or block, in a cell, a note or a text alternative.
  private(set) var words: [String] = []
  private var random: SeededGenerator
  private var notes: [String] = []
  private var budget = 60

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    while budget > 0 { text += block(depth: 0) + "\n\n" }
    for (index, note) in notes.enumerated() {
      text += "[^n\(index)]: " + indented(note, by: "    ") + "\n\n"
    }
  }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices.randomElement(using: &random) ?? choices[0]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func word() -> String {
    let word = "w\(words.count)x"
    words.append(word)
    return pick(["", "", "", "é", "数", "👍🏽", "e\u{301}"]) + word
  }

  private func indented(_ block: String, by indent: String) -> String {
    block.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      index == 0 || line.isEmpty ? String(line) : indent + line
    }.joined(separator: "\n")
  }

  private mutating func block(depth: Int) -> String {
    budget -= 1
    switch Int.random(in: 0..<(depth < 3 ? 12 : 6), using: &random) {
    case 0: return "## " + inline(depth: 0)
    case 1: return "```text\n" + word() + " <" + word() + ">\n\n" + word() + "\n```"
    case 2: return table()
    case 3: return "![" + word() + " *" + word() + "*](files/a.png \"" + word() + "\")"
    case 4, 5, 6: return paragraph()
    case 7:
      return block(depth: depth + 1).split(separator: "\n", omittingEmptySubsequences: false)
        .map { "> " + $0 }.joined(separator: "\n")
    case 8, 9: return list(depth: depth)
    case 10 where depth == 0:
      var note = paragraph()
      if chance(50) { note += "\n\n" + block(depth: 3) }
      notes.append(note)
      return inline(depth: 0) + "[^n\(notes.count - 1)]"
    default: return paragraph()
    }
  }

  private mutating func paragraph() -> String {
    (0...Int.random(in: 0..<3, using: &random)).map { _ in inline(depth: 0) }
      .joined(separator: pick(["\n", "  \n", "\\\n"]))
  }

  private mutating func list(depth: Int) -> String {
    let marker = pick(["-", "*", "1.", "12)"])
    let gap = pick(["\n", "\n\n"])
    let indent = String(repeating: " ", count: marker.count + 1)
    return (0...Int.random(in: 0..<3, using: &random)).map { _ in
      let first = paragraph()
      let nested = block(depth: depth + 1)
      // A list that begins with 12 cannot interrupt a paragraph.
      let between = nested.hasPrefix("12)") ? "\n\n" : gap
      return marker + " " + indented(first + between + nested, by: indent)
    }.joined(separator: gap)
  }

  private mutating func table() -> String {
    let columns = Int.random(in: 1..<4, using: &random)
    var rows = [
      row(columns), "|" + String(repeating: pick([" --- |", ":-:|", "-:|"]), count: columns),
    ]
    for _ in 0..<Int.random(in: 0..<4, using: &random) {
      rows.append(row(Int.random(in: 1...columns, using: &random)))
    }
    return (chance(20) ? inline(depth: 0) + "\n" : "") + rows.joined(separator: "\n")
  }

  private mutating func row(_ columns: Int) -> String {
    "|"
      + (0..<columns).map { _ in " " + inline(depth: 1) + (chance(10) ? " \\| " : " ") + "|" }
      .joined()
  }

  private mutating func inline(depth: Int) -> String {
    (0...Int.random(in: 0..<5, using: &random)).map { _ in span(depth: depth) }
      .joined(separator: pick([" ", " ", ", ", " & ", " \"", "' "]))
  }

  private mutating func span(depth: Int) -> String {
    guard depth < 2 else { return word() }
    switch Int.random(in: 0..<18, using: &random) {
    case 0: return "*" + inline(depth: depth + 1) + "*"
    case 1: return "**" + word() + "**"
    case 2: return "`" + word() + "`"
    case 3: return "[" + word() + "](case:acme#x)"
    case 4: return "[" + word() + " *" + word() + "*](https://e.org/ \"title\")"
    case 5: return "H<sub>" + word() + "</sub>"
    case 6: return word() + pick(["[^decision]", "[^press]"])
    case 7: return "\\*" + word() + "\\_"
    case 8: return "&lt;" + word() + " &copy; " + word()
    case 9: return "![" + word() + "](files/a.png)"
    case 10: return word() + " Acme " + word()
    case 11: return "<https://e.org/\(word())>"
    default: return word()
    }
  }
}
