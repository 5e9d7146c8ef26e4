import Diagnostics

/// The texts that templates name by `{{words.KEY}}`, each once for the whole theme.
///
/// They are put in when a template is compiled, so naming one costs a page nothing. A name in braces
/// is a field of the place that the text is used at: `Cases {first} to {last}`. What stands between
/// backticks is code.
package struct WordBook: Sendable {
  /// A class, since a page looks up hundreds of them for their text alone.
  package final class Word: Sendable {
    package let text: String
    /// Where it stands.
    package let place: Place
    /// Whether it stands there just so, without quotation marks or escapes.
    package let isVerbatim: Bool
    /// What it says, with the names in it apart; a brace that is not closed is text.
    package let parts: [Part]

    package init(_ text: String, at place: Place, isVerbatim: Bool) {
      self.text = text
      parts = Self.parts(of: text)
      self.place = place
      self.isVerbatim = isVerbatim
    }
  }

  package private(set) var words: [String: Word]

  package init(_ words: [String: Word] = [:]) { self.words = words }

  package subscript(key: String) -> Word? { words[key] }

  /// Takes over the words of another; where both have one, the other's.
  package mutating func replace(by others: [String: Word]) {
    words.merge(others) { _, other in other }
  }
}

extension WordBook.Word {
  package enum Part: Sendable, Equatable {
    case text(Substring)
    /// What stands between braces.
    case name(Substring)
  }

  private static func parts(of text: String) -> [Part] {
    guard text.utf8.contains(UInt8(ascii: "{")) else {
      return text.isEmpty ? [] : [.text(text[...])]
    }
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(rest[..<open])) }
      parts.append(.name(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(rest)) }
    return parts
  }

  /// The names between braces, in their order.
  package var names: [String] {
    parts.compactMap { if case .name(let name) = $0 { String(name) } else { nil } }
  }

  /// Where a part of the text stands; the whole text where that cannot be said.
  package func place(of part: Substring) -> Place {
    guard isVerbatim else { return place }
    let start = place.start + text.utf8.distance(from: text.startIndex, to: part.startIndex)
    return Place(path: place.path, start: start, end: start + part.utf8.count)
  }
}
