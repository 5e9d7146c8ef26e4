import Diagnostics

/// A file of words, `templates/strings/LANG.yml`: texts by where they stand in it, such as
/// `case.sources`; the first item of a list has `.1` behind the list's key.
package struct WordFile: Sendable {
  package struct Entry: Sendable {
    package let key: String
    package let text: String
    package let place: Place
    /// Whether the file has the text just so, without quotation marks or escapes.
    package let isVerbatim: Bool
  }

  package let path: String
  /// In the order of the file; no key twice.
  package private(set) var entries: [Entry] = []

  package init(path: String) { self.path = path }
}

extension WordFile {
  /// Reads a file of words, and says what in it is not one.
  package static func read(_ bytes: [UInt8], path: String) -> Diagnosed<WordFile> {
    bytes.withUnsafeBufferPointer { buffer in
      let text = SourceText(buffer, path: path)
      guard text.isUTF8 else { return Diagnosed(WordFile(path: path), text.diagnostics) }
      let slice = UnsafeBufferPointer(rebasing: buffer[text.start...])
      let document = YAMLReader.document(in: slice, from: text.start, path: path)
      var reading = Reading(file: WordFile(path: path))
      if let root = document.value { reading.take(root, at: "") }
      return Diagnosed(
        reading.file, text.diagnostics + document.diagnostics + reading.diagnostics)
    }
  }

  private struct Reading {
    var file: WordFile
    var diagnostics: [Diagnostic] = []
    /// Where each key stands that was met.
    private var places: [String: Place] = [:]

    init(file: WordFile) { self.file = file }

    /// Goes down a record or list, no deeper than the YAML reader lets one nest.
    mutating func take(_ node: YAMLNode, at key: String) {
      let place = Place(path: file.path, start: node.start, end: node.end)
      switch node.kind {
      case .scalar(let text):
        guard !key.isEmpty, node.end > node.start else {
          return diagnostics.append(.noString(key, at: place))
        }
        file.entries.append(
          Entry(key: key, text: text, place: place, isVerbatim: node.plainText != nil))
      case .list(let items):
        for (index, item) in items.enumerated() { take(item, at: "\(key).\(index + 1)") }
      case .record(let pairs):
        for pair in pairs { take(pair.value, under: pair.key, of: key) }
      case .broken: break
      }
    }

    private mutating func take(_ value: YAMLNode, under name: YAMLNode, of group: String) {
      let place = Place(path: file.path, start: name.start, end: name.end)
      guard case .scalar(let name) = name.kind else {
        return diagnostics.append(.noString(group, at: place))
      }
      let key = group.isEmpty ? name : group + "." + name
      if let first = places[key] {
        return diagnostics.append(.duplicateKey(name, at: place, first: first))
      }
      places[key] = place
      take(value, at: key)
    }
  }
}

extension Diagnostic {
  fileprivate static func noString(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .emptyString, key.isEmpty ? "these are no strings" : "'\(key)' has no text", at: place,
      help: "write key: text, or key: \"\" where the language says nothing")
  }
}

extension Rule {
  package static let emptyString = Rule(
    "empty-string", "a string of the theme has a text",
    why: "Nobody could tell a text that was forgotten from one that is meant to be empty.",
    in: .files,
    bad: """
      === templates/strings/en.yml
      case:
        sources:
      """,
    good: """
      === templates/strings/en.yml
      case:
        sources: Documents and notes
      """)
}
