/// What the bytes that have come in so far are.
package enum RequestReading: Sendable, Equatable {
  /// No whole head yet.
  case incomplete
  /// Nothing that this server answers; the connection ends with the status.
  case refused(Status)
  /// A request, and how many bytes its head has.
  case request(Request, length: Int)
}

extension Request {
  /// Longer heads are refused; browsers send less than a tenth of it.
  static let longestHead = 16 << 10
  static let longestTarget = 8 << 10
  static let mostFields = 100

  /// Reads one head from the front of what came in.
  ///
  /// Strict where leniency has been an entrance: no folded lines, no blank before a colon, no line
  /// feed alone, one `Host`, no two lengths.
  package static func reading(_ bytes: some RandomAccessCollection<UInt8>) -> RequestReading {
    // A client may send a line end too many between requests (RFC 9112 §2.2).
    let skipped = bytes.prefix(4).prefix { $0 == 0x0D || $0 == 0x0A }.count
    let bytes = Array(bytes.dropFirst(skipped).prefix(longestHead + 1))
    guard let end = endOfHead(in: bytes) else {
      if bytes.contains(0) { return .refused(.badRequest) }
      return bytes.count > longestHead ? .refused(.headTooLarge) : .incomplete
    }
    guard end <= longestHead else { return .refused(.headTooLarge) }
    guard let text = String(validating: bytes[..<(end - 4)], as: UTF8.self) else {
      return .refused(.badRequest)
    }
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    // Every line but the last one ends with a carriage return, and none holds another.
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      guard isLast || line.last == 0x0D,
        !line.dropLast(isLast ? 0 : 1).contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F })
      else { return .refused(.badRequest) }
    }
    guard let first = lines.popFirst() else { return .refused(.badRequest) }
    let written = lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }
    guard written.count <= mostFields else { return .refused(.headTooLarge) }
    let fields = written.compactMap { Field(line: $0) }
    guard fields.count == written.count else { return .refused(.badRequest) }
    return reading(first.last == 0x0D ? first.dropLast() : first, fields, length: end + skipped)
  }

  private static func endOfHead(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    for index in 3..<bytes.count
    where bytes[index] == 0x0A && bytes[index - 1] == 0x0D && bytes[index - 2] == 0x0A
      && bytes[index - 3] == 0x0D
    {
      return index + 1
    }
    return nil
  }

  private static func reading(
    _ line: Substring.UTF8View, _ fields: [Field], length: Int
  ) -> RequestReading {
    let parts = line.split(separator: 0x20, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    guard parts.count == 3, !parts[0].isEmpty, parts[0].utf8.allSatisfy(isTokenByte) else {
      return .refused(.badRequest)
    }
    guard parts[2] == "HTTP/1.1" || parts[2] == "HTTP/1.0" else {
      return .refused(parts[2].hasPrefix("HTTP/") ? .versionNotSupported : .badRequest)
    }
    guard parts[1].utf8.count <= longestTarget else { return .refused(.targetTooLong) }
    let isModern = parts[2] == "HTTP/1.1"
    let hosts = fields.filter { $0.name == "host" }
    guard hosts.count <= 1, !isModern || hosts.count == 1 else { return .refused(.badRequest) }
    guard let target = Target(parts[1]) else { return .refused(.badRequest) }
    let lengths = fields.filter { $0.name == "content-length" }
    guard lengths.count <= 1, lengths.allSatisfy({ $0.value.utf8.allSatisfy(isDigit) }) else {
      return .refused(.badRequest)
    }
    let connection = fields.filter { $0.name == "connection" }.map { $0.value.lowercased() }
    let request = Request(
      method: parts[0] == "GET" ? .get : parts[0] == "HEAD" ? .head : .other,
      path: target.path, query: target.query, host: target.host ?? hosts.first?.value,
      fields: fields,
      keepsConnection: isModern
        ? !connection.contains { $0.contains("close") }
        : connection.contains { $0.contains("keep-alive") },
      hasContent: fields.contains { $0.name == "transfer-encoding" }
        || lengths.contains { !$0.value.utf8.allSatisfy { $0 == 0x30 } })
    return .request(request, length: length)
  }
}

extension Request.Field {
  fileprivate init?(line: Substring.UTF8View) {
    guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex,
      line[..<colon].allSatisfy(isTokenByte)
    else { return nil }
    name = String(Substring(line[..<colon])).lowercased()
    var value = line[line.index(after: colon)...]
    while let byte = value.first, byte == 0x20 || byte == 0x09 { value.removeFirst() }
    while let byte = value.last, byte == 0x20 || byte == 0x09 { value.removeLast() }
    self.value = String(Substring(value))
  }
}

/// What is asked for: a path from the root, or a whole address as proxies are sent.
private struct Target {
  let path: String
  let query: String
  let host: String?

  init?(_ typed: String) {
    var rest = typed[...]
    var host: String?
    for scheme in ["http://", "https://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      let name = rest.prefix { $0 != "/" && $0 != "?" }
      host = String(name)
      rest = rest.dropFirst(name.count)
      if !rest.hasPrefix("/") { rest = "/" + rest }
      break
    }
    guard rest.hasPrefix("/"), rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    let whole = rest.prefix { $0 != "#" }
    let path = whole.prefix { $0 != "?" }
    self.path = String(path)
    query = String(whole.dropFirst(path.count).dropFirst())
    self.host = host
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// RFC 9110 §5.6.2.
private func isTokenByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
