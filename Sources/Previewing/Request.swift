/// What a client asks for: the head of one HTTP/1.1 message (RFC 9112).
package struct Request: Sendable, Equatable {
  enum Method: Sendable { case get, head, other }

  let method: Method
  /// The path as it was sent, up to the question mark.
  package let path: String
  /// What stands behind the question mark, as it was sent.
  let query: String
  /// The server's name as the client knows it; nil where it does not say.
  let host: String?
  /// Names in lower case, in the order in which they came.
  let fields: [Field]
  /// Whether the connection is used for the next request as well.
  let keepsConnection: Bool
  /// Whether something follows the head that nobody here wants to read.
  let hasContent: Bool

  struct Field: Sendable, Equatable {
    let name: String
    let value: String
  }

  /// The values of a field, joined as if they had come in one line; nil where there is none.
  subscript(_ name: String) -> String? {
    let values = fields.filter { $0.name == name }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// The value of a part of the query, with its escapes undone; nil where there is none.
  func parameter(_ name: String) -> String? {
    for part in query.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, pair[0] == name else { continue }
      return unescaped(pair[1])
    }
    return nil
  }

  /// Whether whoever asks shows pages to a person: browsers say that they want HTML, programs that
  /// compare or copy files do not.
  var isFromBrowser: Bool { self["accept"]?.lowercased().contains("text/html") == true }
}

/// Text with its `%XX` undone; nil where an escape is none or the bytes are no UTF-8.
func unescaped(_ text: some StringProtocol) -> String? {
  var bytes: [UInt8] = []
  var rest = text.utf8[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit)
    else { return nil }
    bytes.append(high << 4 | low)
  }
  return String(validating: bytes, as: UTF8.self)
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}
