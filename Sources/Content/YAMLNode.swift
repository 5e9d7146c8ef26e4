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

  /// Whether it is a record with a key, whatever that says.
  func hasKey(_ key: String) -> Bool {
    guard case .record(let pairs) = kind else { return false }
    return pairs.contains { if case .scalar(key) = $0.key.kind { true } else { false } }
  }

  /// Whether it is a text of nothing but white space, as a key without a value has.
  var isBlank: Bool {
    guard case .scalar(let text) = kind else { return false }
    return text.isBlank
  }

  /// The text where it stands in the file just so, without quotation marks.
  var plainText: String? {
    if case .scalar(let text) = kind, text.utf8.count == end - start { text } else { nil }
  }

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
