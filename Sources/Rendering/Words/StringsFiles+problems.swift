import Content
import Diagnostics
import Mustache

extension StringsFiles {
  /// What is wrong with a publication's own strings beside their YAML: names that mean nothing,
  /// strings that nobody asks for, strings that are missing.
  func problems(in language: String, namedByTemplates named: Set<String>) -> [Diagnostic] {
    let known = Dictionary(
      english.entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var problems: [Diagnostic] = []
    for entry in own.flatMap(\.entries) {
      problems += entry.braceProblems
      if let model = known[entry.key] {
        problems += entry.nameProblems(beside: model)
      } else if !entry.isOptional, !named.contains(entry.key) {
        problems.append(
          .unusedString(entry, nearest: nearestName(to: entry.key, among: known.keys)))
      }
    }
    let isEnglish = language == "en" || language.hasPrefix("en-")
    guard let first = own.first ?? builtIn.first else {
      return problems + (isEnglish ? [] : [.noStrings(language)])
    }
    if isEnglish { return problems }
    return problems + missing(in: first)
  }

  /// One for each group of strings that lacks some.
  private func missing(in file: WordFile) -> [Diagnostic] {
    let translated = Set((builtIn + own).flatMap(\.entries).map(\.key))
    var groups: [(name: String, keys: [String])] = []
    for entry in english.entries where !entry.isOptional && !translated.contains(entry.key) {
      let group = String(entry.key.prefix { $0 != "." })
      if groups.last?.name != group { groups.append((group, [])) }
      groups[groups.count - 1].keys.append(String(entry.key.dropFirst(group.count + 1)))
    }
    return groups.map { group in
      let place = file.entries.first { $0.key.hasPrefix(group.name + ".") }?.place
      return .missingStrings(
        group.keys, of: group.name, at: place ?? Place(path: file.path, at: 0))
    }
  }
}

extension WordFile.Entry {
  private var word: WordBook.Word { WordBook.Word(text, at: place, isVerbatim: isVerbatim) }

  /// Whether a language may do without it, or have it where English does not: a form for numbers, the
  /// name of a place or of a language, the sign of a currency.
  fileprivate var isOptional: Bool {
    ["counts.", "places.", "languages.", "amounts.symbols."].contains { key.hasPrefix($0) }
  }

  /// Whether the program fills it in; what templates say is checked where they say it.
  private var isFilledByProgram: Bool {
    Word(rawValue: key) != nil || ["counts.", "dates.", "amounts."].contains { key.hasPrefix($0) }
  }

  /// A brace that is not closed, or that closes nothing.
  fileprivate var braceProblems: [Diagnostic] {
    word.parts.compactMap { part in
      guard case .text(let text) = part, let brace = text.firstIndex(where: { "{}".contains($0) })
      else { return nil }
      return .strayBrace(String(text[brace]), in: key, at: word.place(of: text[brace...brace]))
    }
  }

  /// Names that the program has nothing for.
  fileprivate func nameProblems(beside model: WordFile.Entry) -> [Diagnostic] {
    guard isFilledByProgram else { return [] }
    let names = model.word.names
    return word.parts.compactMap { part in
      guard case .name(let name) = part, !names.contains(String(name)) else { return nil }
      return .unknownPlaceholder(String(name), offered: names, at: word.place(of: name))
    }
  }
}

extension Diagnostic {
  fileprivate static func strayBrace(_ brace: String, in key: String, at place: Place) -> Diagnostic
  {
    Diagnostic(
      .strayBrace, "'\(brace)' in '\(key)' has no other brace; a name stands between two",
      at: place, help: "write {name}")
  }

  fileprivate static func unknownPlaceholder(
    _ name: String, offered: [String], at place: Place
  ) -> Diagnostic {
    let meant = nearestName(to: name, among: offered).map { "; did you mean '{\($0)}'?" } ?? ""
    let names = offered.map { "{\($0)}" }.joined(separator: ", ")
    return Diagnostic(
      .unknownPlaceholder, "'{\(name)}' stands for nothing here\(meant)", at: place,
      help: offered.isEmpty ? "this string has no names" : "it may name \(names)")
  }

  fileprivate static func unusedString(_ entry: WordFile.Entry, nearest: String?) -> Diagnostic {
    let meant = nearest.map { "; did you mean '\($0)'?" } ?? ""
    return Diagnostic(
      .unusedString, "'\(entry.key)' is a string that nothing shows\(meant)", at: entry.place)
  }

  fileprivate static func missingStrings(
    _ keys: [String], of group: String, at place: Place
  ) -> Diagnostic {
    let count = keys.count == 1 ? "1 string" : "\(keys.count) strings"
    let names = keys.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .missingStrings, "'\(group)' lacks \(count); English stands in for what is missing",
      at: place, help: "add \(names)")
  }

  fileprivate static func noStrings(_ language: String) -> Diagnostic {
    Diagnostic(
      .noStrings, "the theme has no strings in '\(language)'; what it says is in English",
      at: Place(path: "content/site.yml", at: 0, seeking: "language"),
      help: "add templates/strings/\(language).yml; docs/theme.md says how")
  }
}
