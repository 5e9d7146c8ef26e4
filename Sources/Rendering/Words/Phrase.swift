import Mustache

/// A text with places for values, such as `{day} {month} {year}`, ready to go into HTML.
final class Phrase: Sendable {
  enum Piece: Sendable {
    /// A run of `bytes`, markup characters written as references.
    case literal(Range<Int>)
    /// The value with that number among the names.
    case value(Int)
  }

  let names: [String]
  let pieces: [Piece]
  let bytes: [UInt8]

  /// A name that is none of `names` stays in the text as it is.
  init(_ word: WordBook.Word, naming names: [String]) {
    var out = OutputBuffer(capacity: word.text.utf8.count)
    var pieces: [Piece] = []
    for part in word.parts {
      let start = out.count
      switch part {
      case .text(let text): out.appendEscaped(String(text))
      case .name(let name):
        if let index = names.firstIndex(of: String(name)) {
          pieces.append(.value(index))
          continue
        }
        out.appendEscaped("{\(name)}")
      }
      pieces.append(.literal(start..<out.count))
    }
    self.names = names
    self.pieces = pieces
    bytes = Array(out.bytes)
  }

  /// With the names that stand in it.
  convenience init(_ word: WordBook.Word) { self.init(word, naming: word.names) }
}

extension OutputBuffer {
  /// Appends a phrase; `value` appends what stands in a place of it, by the name's number.
  mutating func append(_ phrase: Phrase, _ value: (Int, inout OutputBuffer) -> Void) {
    for piece in phrase.pieces {
      switch piece {
      case .literal(let run):
        phrase.bytes.withUnsafeBytes { append(UnsafeRawBufferPointer(rebasing: $0[run])) }
      case .value(let index): value(index, &self)
      }
    }
  }

  /// The same, with values by their names.
  mutating func append(
    byName phrase: Phrase, _ value: (String, inout OutputBuffer) -> Void
  ) {
    append(phrase) { index, out in value(phrase.names[index], &out) }
  }
}
