import Testing

/// What the compiler and the formatter let pass and this project does not.
struct StyleTests {
  let sources: [SwiftFile]
  let tests: [SwiftFile]

  init() throws {
    sources = try Repository.sources.get()
    tests = try Repository.tests.get()
  }

  @Test func `no value is unwrapped by force, and no error is declared impossible`() {
    #expect(sources.flatMap(\.forced) == [])
  }

  @Test func `no rule of concurrency is switched off`() {
    let findings = sources.flatMap { file in
      file.words.filter { word in
        word.before == "@" && ["unchecked", "preconcurrency"].contains(word.text)
          || word.text == "nonisolated" && word.after == "("
      }.map { file.finding("'\($0.text)' hides what the compiler would say", line: $0.line) }
    }
    #expect(findings == [])
  }

  @Test func `work is handed out by Cores alone`() {
    let findings = sources.flatMap { file in
      file.words.filter { ["Task", "DispatchQueue", "Thread", "pthread_create"].contains($0.text) }
        .map { file.finding("'\($0.text)' starts work whose order nobody knows", line: $0.line) }
    }
    #expect(findings == [])
  }

  @Test func `an invariant that breaks is said in words`() {
    let findings = sources.flatMap { file in
      file.words.filter { ["fatalError", "assert", "assertionFailure"].contains($0.text) }
        .map { file.finding("'\($0.text)'; say it with precondition", line: $0.line) }
    }
    #expect(findings == [])
  }

  @Test func `modules share package, and nothing is public`() {
    let declarations: Set = [
      "actor", "class", "enum", "extension", "final", "func", "import", "init", "let", "override",
      "protocol", "static", "struct", "subscript", "typealias", "var",
    ]
    let findings = sources.flatMap { file in
      zip(file.words, file.words.dropFirst()).filter { word, next in
        ["public", "open"].contains(word.text) && word.before != "." && word.after == " "
          && declarations.contains(next.text)
      }.map { file.finding("'\($0.0.text)'; modules share 'package'", line: $0.0.line) }
    }
    #expect(findings == [])
  }

  @Test func `no value is shared by the whole program`() {
    let findings = sources.flatMap { file in
      file.words.indices.dropFirst(2).filter { index in
        file.words[index].text == "shared" && file.words[index - 2].text == "static"
          && ["let", "var"].contains(file.words[index - 1].text)
      }.map { file.finding("a singleton", line: file.words[$0].line) }
    }
    #expect(findings == [])
  }

  @Test func `a file has at most 300 lines`() {
    let findings = (sources + tests).filter { $0.length > 300 }
      .map { $0.finding("\($0.length) lines", line: 1) }
    #expect(findings == [])
  }

  @Test func `files and types are named after what they are`() {
    let findings = (sources + tests).flatMap { file in
      (file.types.map { ($0.name, $0.line) } + [(file.name, 1)]).compactMap { name, line in
        EmptyName.word(in: name).map {
          file.finding("'\(name)': '\($0)' says nothing", line: line)
        }
      }
    }
    #expect(findings == [])
  }

  @Test func `no test sleeps or asks another machine`() {
    let forbidden: Set = [
      "sleep", "usleep", "nanosleep", "URLSession", "socket", "XCTest", "XCTAssertEqual",
    ]
    let findings = tests.flatMap { file in
      file.words.filter { forbidden.contains($0.text) }
        .map { file.finding("a test may not use \($0.text)", line: $0.line) }
    }
    #expect(findings == [])
  }
}

/// Words in names that say nothing of what a thing is.
private enum EmptyName {
  static let words: Set = [
    "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Context", "Handler",
    "Misc", "Impl", "Stuff",
  ]

  /// The first such word in a name of words that begin with capitals.
  static func word(in name: String) -> String? {
    var parts: [String] = []
    for character in name {
      if character.isUppercase || parts.isEmpty { parts.append("") }
      parts[parts.count - 1].append(character)
    }
    return parts.map { $0.filter(\.isLetter) }.first { words.contains($0) }
  }
}

extension SwiftFile {
  /// Every `!` that stands behind a value, a type, `try` or `as`.
  fileprivate var forced: [Finding] {
    var findings: [Finding] = []
    var line = 1
    var before: Character = " "
    var rest = Substring(code)
    while let character = rest.popFirst() {
      if character == "\n" { line += 1 }
      let isBehindValue = before.isLetter || before.isNumber || ")]}\"_?".contains(before)
      if character == "!", isBehindValue, rest.first != "=" {
        findings.append(finding("'!' behind '\(before)'", line: line))
      }
      before = character
    }
    return findings
  }
}
