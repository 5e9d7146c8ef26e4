/// A piece of YAML with nothing guessed: a scalar is the text that was written.
struct YAMLNode: Sendable {
  enum Kind: Sendable {
    case scalar(String)
    case list([YAMLNode])
    case record([(key: YAMLNode, value: YAMLNode)])
    /// Something already reported, such as an alias; readers pass over it in silence.
    case broken
  }

  let kind: Kind
  /// Bytes from the top of the file, quotation marks included.
  let start: Int
  let end: Int

  /// Whether it is the text given.
  func isScalar(_ text: String) -> Bool {
    if case .scalar(text) = kind { true } else { false }
  }

  /// What it is, in words for a message.
  var words: String {
    switch kind {
    case .scalar(""): "nothing"
    case .scalar: "text"
    case .list: "a list"
    case .record: "a record of keys and values"
    case .broken: "something unreadable"
    }
  }
}
