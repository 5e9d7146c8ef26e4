import Loading

/// The status of an answer (RFC 9110 §15).
package struct Status: Sendable, Equatable {
  let code: Int
  let words: String

  static let ok = Status(code: 200, words: "OK")
  static let partialContent = Status(code: 206, words: "Partial Content")
  static let temporaryRedirect = Status(code: 307, words: "Temporary Redirect")
  static let notModified = Status(code: 304, words: "Not Modified")
  static let badRequest = Status(code: 400, words: "Bad Request")
  static let notFound = Status(code: 404, words: "Not Found")
  static let methodNotAllowed = Status(code: 405, words: "Method Not Allowed")
  static let timeout = Status(code: 408, words: "Request Timeout")
  static let contentTooLarge = Status(code: 413, words: "Content Too Large")
  static let targetTooLong = Status(code: 414, words: "URI Too Long")
  static let rangeNotSatisfiable = Status(code: 416, words: "Range Not Satisfiable")
  static let misdirected = Status(code: 421, words: "Misdirected Request")
  static let headTooLarge = Status(code: 431, words: "Request Header Fields Too Large")
  static let failed = Status(code: 500, words: "Internal Server Error")
  static let unavailable = Status(code: 503, words: "Service Unavailable")
  static let versionNotSupported = Status(code: 505, words: "HTTP Version Not Supported")
}

/// What is sent back: a head, and what follows it.
struct Response: Sendable {
  enum Content: Sendable {
    case bytes([UInt8])
    /// Sent in pieces while it is read, so that a large file is never in memory.
    case file(SourceFile, Range<Int>)
    /// News of changes for as long as the page is open.
    case events(Reader)
  }

  var status: Status
  var mediaType: String
  /// Names one state of what is at the address (RFC 9110 §8.8.3), with its quotation marks.
  var tag: String?
  var content: Content
  /// Further fields.
  var fields: [(name: String, value: String)] = []

  init(_ status: Status, _ mediaType: String, _ content: Content, tag: String? = nil) {
    self.status = status
    self.mediaType = mediaType
    self.content = content
    self.tag = tag
  }

  /// A short text for a person.
  init(_ status: Status, saying text: String) {
    self.init(status, MediaType.text, .bytes(Array((text + "\n").utf8)))
  }

  /// How many bytes the content has; nil where nobody knows.
  var length: Int? {
    switch content {
    case .bytes(let bytes): bytes.count
    case .file(_, let range): range.count
    case .events: nil
    }
  }

  /// The head as it is sent, with the empty line behind it.
  func head(keepsConnection: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status.code) \(status.words)\r\n"
    // A preview shows what is there now, and what it shows is nobody else's.
    head += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
    head += "Cross-Origin-Resource-Policy: same-origin\r\n"
    if status != .notModified {
      head += "Content-Type: \(mediaType)\r\n"
      if let length { head += "Content-Length: \(length)\r\n" }
    }
    if let tag { head += "ETag: \(tag)\r\n" }
    for field in fields { head += "\(field.name): \(field.value)\r\n" }
    head += "Connection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
    return Array(head.utf8)
  }
}
