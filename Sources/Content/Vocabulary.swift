/// An enumeration of the schema, written by its raw value; each word says what it means.
package protocol Vocabulary: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  /// A phrase without a full stop, for whoever reads the data and does not know the procedure.
  var meaning: String { get }
}

extension Vocabulary {
  /// Its words with their meanings, in the order of their declaration.
  package static var choices: [Choice] {
    allCases.map { Choice(word: $0.rawValue, meaning: $0.meaning) }
  }
}

/// One word that a field may hold.
package struct Choice: Sendable, Equatable {
  package let word: String
  package let meaning: String

  package init(word: String, meaning: String) {
    self.word = word
    self.meaning = meaning
  }
}
