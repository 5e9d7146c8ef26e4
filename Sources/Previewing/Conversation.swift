import Loading

/// One connection from its first request to its end.
struct Conversation: Sendable {
  let visit: Visit
  let preview: Preview
  let time: Timekeeper

  /// How long a client may take for a request's head, between two requests, and to take in what it
  /// is sent.
  static let patience = Duration.seconds(10)
  static let rest = Duration.seconds(60)
  static let piece = 1 << 18

  private var wire: Wire { visit.wire }

  /// Answers one request after the other; whatever goes wrong ends this connection and no other.
  func hold() async {
    do {
      var buffer: [UInt8] = []
      visit.expect(by: time.now() + Self.patience)
      while let request = try await next(in: &buffer) {
        let answer = await preview.answer(request)
        visit.expect(by: time.now() + Self.patience)
        guard try await send(answer, to: request) else { break }
        visit.expect(by: time.now() + Self.rest)
      }
      try await part()
    } catch {
      // The other side is gone, or the program is about to end.
    }
  }

  /// The next request; nil when there is none, after saying why if it is the client's fault.
  private func next(in buffer: inout [UInt8]) async throws -> Request? {
    while true {
      switch Request.reading(buffer) {
      case .request(let request, let length):
        buffer.removeFirst(length)
        if request.hasContent {
          try await refuse(.contentTooLarge)
          return nil
        }
        return request
      case .refused(let status):
        try await refuse(status)
        return nil
      case .incomplete:
        let isFirst = buffer.isEmpty
        guard try await wire.read(into: &buffer) else { return nil }
        if isFirst { visit.expect(by: time.now() + Self.patience) }
      }
    }
  }

  private func refuse(_ status: Status) async throws {
    let answer = Response(status, saying: status.words.lowercased())
    guard case .bytes(let bytes) = answer.content else { return }
    try await wire.write(answer.head(keepsConnection: false) + bytes)
  }

  /// False when the connection ends with this answer.
  private func send(_ answer: Response, to request: Request) async throws -> Bool {
    let keeps = request.keepsConnection && answer.length != nil
    let head = answer.head(keepsConnection: keeps)
    let hasBody = request.method != .head && answer.status != .notModified
    switch answer.content {
    case .bytes(let bytes): try await wire.write(hasBody ? head + bytes : head)
    case .file(let file, let range):
      try await wire.write(head)
      if hasBody { guard try await send(file, range) else { return false } }
    case .events(let reader):
      try await wire.write(head)
      if hasBody { await Following(visit: visit, preview: preview, time: time).tell(reader) }
    }
    return keeps
  }

  /// False when the file has become shorter than what was promised.
  private func send(_ file: SourceFile, _ range: Range<Int>) async throws -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      let part = try file.bytes(in: start..<min(start + Self.piece, range.upperBound))
      guard !part.isEmpty else { return false }
      try await wire.write(part)
      start += part.count
      visit.expect(by: time.now() + Self.patience)
    }
    return true
  }

  /// Says good-bye, and takes in what is still under way: to close at once would make the system
  /// take back what was just sent (RFC 9112 §9.6).
  private func part() async throws {
    visit.expect(by: time.now() + .seconds(1))
    wire.finish()
    var rest: [UInt8] = []
    while rest.count < 1 << 16, try await wire.read(into: &rest) {}
  }
}
