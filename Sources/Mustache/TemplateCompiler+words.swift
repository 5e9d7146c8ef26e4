import Diagnostics

extension TemplateCompiler {
  /// `{{words.KEY}}`: the text itself, with the fields that it names.
  mutating func addWord(_ key: String, _ name: Range<Int>, _ place: Surroundings) {
    guard let word = words[key] else {
      report(
        .unknownString(
          place.typed(name), key, nearest: nearestName(to: key, among: words.words.keys),
          isGroup: words.words.keys.contains { $0.hasPrefix(key + ".") }))
      return
    }
    var isCode = false
    for part in word.parts {
      switch part {
      case .text(let text): add(text, isCode: &isCode)
      case .name(let field): add(field, of: word, usedAt: name, place)
      }
    }
  }

  /// Text with its markup characters as references, and with code between backticks.
  private mutating func add(_ text: Substring, isCode: inout Bool) {
    for (index, run) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if index > 0 {
        program.append(literal: Array((isCode ? "</code>" : "<code>").utf8))
        isCode.toggle()
      }
      program.append(literal: run.escaped)
    }
  }

  private mutating func add(
    _ field: Substring, of word: WordBook.Word, usedAt tag: Range<Int>, _ place: Surroundings
  ) {
    let bytes = Array(field.utf8)
    let used = place.typed(tag)
    let typed = TypedName(
      text: String(field).shortened, place: word.place(of: field),
      notes: [Diagnostic.Note("'\(used.text)' is used here", at: used.place)] + used.notes)
    switch place.scope.resolved(0..<bytes.count, in: bytes) {
    case .success(let field): add(field, isRaw: false, place) { typed }
    case .failure(let unknown): report(unknown.diagnostic(0..<bytes.count) { _ in typed })
    }
  }
}

extension TemplateCompiler.Surroundings {
  /// What follows `words.` in a name; nil for the name of a field.
  func wordKey(_ name: Range<Int>) -> String? {
    let bytes = template.source.bytes[name]
    guard bytes.starts(with: "words.".utf8) else { return nil }
    return String(decoding: bytes.dropFirst("words.".utf8.count), as: UTF8.self)
  }
}

extension Substring {
  fileprivate var escaped: [UInt8] {
    var out = OutputBuffer(capacity: utf8.count)
    out.appendEscaped(String(self))
    return Array(out.bytes)
  }
}

extension Diagnostic {
  fileprivate static func unknownString(
    _ name: TypedName, _ key: String, nearest: String?, isGroup: Bool
  ) -> Diagnostic {
    let meant = nearest.map { "; did you mean 'words.\($0)'?" } ?? ""
    return Diagnostic(
      .unknownString,
      isGroup
        ? "'\(name.text)' is a group of strings; name one of them"
        : "'\(name.text)' is no string of the theme\(meant)",
      at: name.place, help: isGroup ? nil : "a new one goes into templates/strings/",
      notes: name.notes)
  }
}

extension Rule {
  package static let unknownString = Rule(
    "unknown-string", .error, "a word that a template names is one of the theme's strings",
    why: "Strings are in `templates/strings/LANG.yml`, so that a site can be in any language.",
    in: .template("case-row"),
    bad: "<td>{{words.list.stauts}}: {{status}}</td>",
    good: "<td>{{words.list.status}}: {{status}}</td>")
}
