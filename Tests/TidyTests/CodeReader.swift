/// Blanks the comments and texts of Swift source; what is interpolated into a text is code.
struct CodeReader {
  private(set) var code = ""
  /// How many lines belong to multi-line texts, their delimiters aside.
  private(set) var dataLines = 0

  private let source: [Character]
  private var index = 0
  /// What is open around the place that is read, the innermost last.
  private var open: [Surrounding] = []

  private enum Surrounding {
    /// Code in a text, up to the bracket that closes it.
    case interpolation(brackets: Int)
    case text(hashes: Int, isMultiline: Bool)
  }

  init(_ text: String) { source = Array(text) }

  mutating func read() {
    while index < source.count {
      if case .text(let hashes, let isMultiline) = open.last {
        readText(hashes, isMultiline)
      } else {
        readCode()
      }
    }
  }

  private mutating func readCode() {
    if isNext("//") {
      while index < source.count, source[index] != "\n" { index += 1 }
    } else if isNext("/*") {
      skipComment()
    } else if source[index] == "`" {
      skipQuotedName()
    } else if let hashes = hashesBeforeQuote() {
      index += hashes
      let isMultiline = isNext("\"\"\"")
      index += isMultiline ? 3 : 1
      // Of its line breaks, the first ends the line of the delimiter.
      if isMultiline { dataLines -= 1 }
      open.append(.text(hashes: hashes, isMultiline: isMultiline))
      code += "\""
    } else {
      followBrackets()
      code.append(source[index])
      index += 1
    }
  }

  private mutating func readText(_ hashes: Int, _ isMultiline: Bool) {
    let marks = String(repeating: "#", count: hashes)
    if isNext("\\" + marks + "(") {
      index += hashes + 2
      open.append(.interpolation(brackets: 0))
      code += "("
    } else if isNext("\\" + marks) {
      // The character that is escaped may be the one that would end the text.
      index += hashes + 1
      if index < source.count, source[index] == "\n" { breakLine(isMultiline) }
      index += 1
    } else if isNext((isMultiline ? "\"\"\"" : "\"") + marks) {
      index += (isMultiline ? 3 : 1) + hashes
      open.removeLast()
      code += "\""
    } else {
      if source[index] == "\n" { breakLine(isMultiline) }
      index += 1
    }
  }

  private mutating func breakLine(_ isMultiline: Bool) {
    code += "\n"
    if isMultiline { dataLines += 1 }
  }

  /// Brackets count only while the code around them is interpolated.
  private mutating func followBrackets() {
    guard case .interpolation(let brackets) = open.last else { return }
    if source[index] == "(" {
      open[open.count - 1] = .interpolation(brackets: brackets + 1)
    } else if source[index] == ")" {
      open.removeLast()
      if brackets > 0 { open.append(.interpolation(brackets: brackets - 1)) }
    }
  }

  /// Comments nest in Swift.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      if isNext("/*") {
        depth += 1
        index += 2
      } else if isNext("*/") {
        depth -= 1
        index += 2
      } else {
        if source[index] == "\n" { code += "\n" }
        index += 1
      }
    } while depth > 0 && index < source.count
  }

  /// A name between backticks may be a whole sentence.
  private mutating func skipQuotedName() {
    index += 1
    while index < source.count, source[index] != "`", source[index] != "\n" { index += 1 }
    index += 1
    code += "_"
  }

  /// How many `#` stand before a quotation mark; nil where no text begins.
  private func hashesBeforeQuote() -> Int? {
    var end = index
    while end < source.count, source[end] == "#" { end += 1 }
    return end < source.count && source[end] == "\"" ? end - index : nil
  }

  private func isNext(_ text: String) -> Bool {
    var place = index
    for character in text {
      guard place < source.count, source[place] == character else { return false }
      place += 1
    }
    return true
  }
}
