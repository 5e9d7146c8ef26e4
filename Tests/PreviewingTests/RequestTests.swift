import Testing

@testable import Previewing

/// What may come in at an open port, from browsers and from whoever else is there.
struct RequestTests {
  private func reading(_ text: String) -> RequestReading {
    Request.reading(Array(text.replacing("\n", with: "\r\n").utf8))
  }

  private func parsed(_ text: String) -> Request? {
    if case .request(let request, _) = reading(text) { request } else { nil }
  }

  @Test func `a browser's request is read with its path, query, host and fields`() throws {
    let text = """
      GET /cases/?page=2&q=a%20b HTTP/1.1
      Host: localhost:4747
      Accept: text/html,application/xhtml+xml
      Accept: */*


      """
    let request = try #require(parsed(text))
    #expect(request.method == .get)
    #expect(request.path == "/cases/")
    #expect(request.parameter("page") == "2")
    #expect(request.parameter("q") == "a b")
    #expect(request.parameter("x") == nil)
    #expect(request.host == "localhost:4747")
    #expect(request["accept"] == "text/html,application/xhtml+xml, */*")
    #expect(request.isFromBrowser)
    #expect(request.keepsConnection)
  }

  @Test func `a head that is not whole yet is waited for, at every length`() {
    let whole = Array("GET / HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n".utf8)
    for length in 0..<whole.count {
      #expect(Request.reading(whole[..<length]) == .incomplete)
    }
    guard case .request(_, let length) = Request.reading(whole + [0x47, 0x45]) else {
      Issue.record("the whole head is a request")
      return
    }
    #expect(length == whole.count)
  }

  @Test func `a line end between two requests belongs to neither`() {
    let bytes = Array("\r\nHEAD /x HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    guard case .request(let request, let length) = Request.reading(bytes) else {
      Issue.record("the line end is passed over")
      return
    }
    #expect(request.method == .head)
    #expect(length == bytes.count)
  }

  @Test(arguments: [
    "GET / HTTP/1.1\n\n",  // no Host
    "GET / HTTP/1.1\nHost: a\nHost: b\n\n", "GET  / HTTP/1.1\nHost: a\n\n",
    "GET / HTTP/1.1 \nHost: a\n\n", "GET /\n\n", "GET / HTTQ/1.1\nHost: a\n\n",
    "G(T / HTTP/1.1\nHost: a\n\n", "GET x HTTP/1.1\nHost: a\n\n", "GET * HTTP/1.1\nHost: a\n\n",
    "GET / HTTP/1.1\nHost : a\n\n", "GET / HTTP/1.1\nHost: a\n folded\n\n",
    "GET / HTTP/1.1\n: a\nHost: a\n\n", "GET / HTTP/1.1\nHost: a\nnonsense\n\n",
    "GET /\u{1} HTTP/1.1\nHost: a\n\n", "GET /é HTTP/1.1\nHost: a\n\n",
    "GET / HTTP/1.1\nHost: a\nContent-Length: 1\nContent-Length: 2\n\n",
    "GET / HTTP/1.1\nHost: a\nContent-Length: -1\n\n",
    "GET / HTTP/1.1\nHost: a\nX: \u{0}\n\n",
  ])
  func `what is no request is refused`(_ text: String) {
    #expect(reading(text) == .refused(.badRequest))
  }

  @Test func `a line feed alone ends no line`() {
    #expect(
      Request.reading(Array("GET / HTTP/1.1\nHost: a\r\n\r\n".utf8)) == .refused(.badRequest))
    #expect(
      Request.reading(Array("GET / HTTP/1.1\r\nHost: a\r\rX: b\r\n\r\n".utf8))
        == .refused(.badRequest))
  }

  @Test func `bytes that are no text are refused`() {
    let bytes = Array("GET / HTTP/1.1\r\nHost: ".utf8) + [0xFF, 0xFE] + Array("\r\n\r\n".utf8)
    #expect(Request.reading(bytes) == .refused(.badRequest))
  }

  @Test func `a head without end is refused once it is too long`() {
    let start = Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8)
    let long = start + [UInt8](repeating: 0x61, count: Request.longestHead)
    #expect(Request.reading(long) == .refused(.headTooLarge))
    #expect(
      Request.reading(long[..<Request.longestHead]) == .incomplete, "one less may still end")
  }

  @Test func `too many fields and too long a target are refused, one less is not`() {
    let field = "X: y\r\n"
    func head(_ count: Int) -> [UInt8] {
      let fields = String(repeating: field, count: count - 1)
      return Array("GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n".utf8)
    }
    #expect(Request.reading(head(101)) == .refused(.headTooLarge))
    #expect(Request.reading(head(100)) != .refused(.headTooLarge))
    func target(_ length: Int) -> [UInt8] {
      let path = "/" + String(repeating: "a", count: length - 1)
      return Array("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    }
    #expect(Request.reading(target(8193)) == .refused(.targetTooLong))
    #expect(Request.reading(target(8192)) != .refused(.targetTooLong))
  }

  @Test func `HTTP/1.0 closes after the answer unless it asks not to, and 1.1 the other way`() {
    #expect(parsed("GET / HTTP/1.0\n\n")?.keepsConnection == false)
    #expect(parsed("GET / HTTP/1.0\nConnection: keep-alive\n\n")?.keepsConnection == true)
    #expect(parsed("GET / HTTP/1.1\nHost: a\nConnection: close\n\n")?.keepsConnection == false)
    #expect(reading("GET / HTTP/2.0\nHost: a\n\n") == .refused(.versionNotSupported))
  }

  @Test func `a whole address brings its own host`() {
    let request = parsed("GET http://evil.example:80/a?b HTTP/1.1\nHost: localhost\n\n")
    #expect(request?.host == "evil.example:80")
    #expect(request?.path == "/a")
    #expect(request?.query == "b")
  }

  @Test func `what follows a head is noticed`() {
    #expect(parsed("GET / HTTP/1.1\nHost: a\nContent-Length: 5\n\n")?.hasContent == true)
    #expect(parsed("GET / HTTP/1.1\nHost: a\nContent-Length: 0\n\n")?.hasContent == false)
    #expect(
      parsed("GET / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n")?.hasContent == true)
  }
}
