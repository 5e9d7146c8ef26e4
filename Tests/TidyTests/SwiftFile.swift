/// A Swift file, with its code apart from its comments and texts.
struct SwiftFile {
  /// From the repository's root, such as `Sources/Loading/SourceTree.swift`.
  let path: String
  /// The code alone: comments are blank and texts are empty, but every line is where it was.
  let code: String
  /// How many lines there are, those of multi-line texts aside: a table of codes is data.
  let length: Int
  let words: [Word]

  /// A name or keyword, with what stands next to it.
  struct Word {
    let text: String
    let line: Int
    /// How many braces are open around it; 0 outside every declaration.
    let depth: Int
    /// The character right before and right behind it; a space at the file's ends.
    let before: Character
    let after: Character

    /// Whether it calls a function that belongs to no value: `open(`, but neither `file.open(`
    /// nor `func open(`.
    let isFreeCall: Bool
  }

  init(path: String, text: String) {
    var reader = CodeReader(text)
    reader.read()
    self.path = path
    code = reader.code
    length = code.count { $0 == "\n" } - reader.dataLines
    words = Self.words(in: code)
  }

  /// The folder below `Sources/` or `Tests/` that the file belongs to.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }

  /// The file's name without `.swift`.
  var name: String { String(path.split(separator: "/").last?.dropLast(6) ?? "") }

  /// The modules that the file imports, with the lines; of `import struct A.B` it is `A`.
  var imports: [(module: String, line: Int)] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return words.indices.compactMap { index in
      guard words[index].text == "import", words[index].before != "." else { return nil }
      let named = words[(index + 1)...].first { !kinds.contains($0.text) }
      return named.map { ($0.text, words[index].line) }
    }
  }

  /// The names of the types that the file declares, with the lines; `depth` 0 is outside of others.
  var types: [(name: String, line: Int, depth: Int)] {
    let keywords: Set = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    return words.indices.compactMap { index in
      guard keywords.contains(words[index].text), words[index].before != ".",
        index == 0 || words[index - 1].text != "import",
        index + 1 < words.count, words[index + 1].text.first?.isUppercase == true
      else { return nil }
      return (words[index + 1].text, words[index].line, words[index].depth)
    }
  }

  func finding(_ words: String, line: Int) -> Finding {
    Finding(file: self, line: line, words: words)
  }

  private static func words(in code: String) -> [Word] {
    var words: [Word] = []
    let characters = Array(code)
    var line = 1
    var depth = 0
    var index = 0
    while index < characters.count {
      guard isPartOfWord(characters[index]) else {
        switch characters[index] {
        case "\n": line += 1
        case "{": depth += 1
        case "}": depth -= 1
        default: break
        }
        index += 1
        continue
      }
      let start = index
      while index < characters.count, isPartOfWord(characters[index]) { index += 1 }
      let before = start > 0 ? characters[start - 1] : " "
      let after = index < characters.count ? characters[index] : " "
      words.append(
        Word(
          text: String(characters[start..<index]), line: line, depth: depth, before: before,
          after: after,
          isFreeCall: after == "(" && before != "." && words.last?.text != "func"))
    }
    return words
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
