import Testing

@testable import Previewing

/// Answers to clients that have something already, or want a part of it (RFC 9110 §13 and §14).
struct ResponseTests {
  private let whole = Response(.ok, "text/plain", .bytes(Array("0123456789".utf8)), tag: "\"t\"")

  private func asked(_ fields: String..., method: String = "GET") throws -> Request {
    let text = "\(method) / HTTP/1.1\r\nHost: a\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n"
    guard case .request(let request, _) = Request.reading(Array(text.utf8)) else {
      throw NoRequest()
    }
    return request
  }

  private struct NoRequest: Error {}

  private func text(_ response: Response) -> String? {
    if case .bytes(let bytes) = response.content {
      String(decoding: bytes, as: UTF8.self)
    } else {
      nil
    }
  }

  @Test(arguments: [
    ("bytes=0-3", "0123", "bytes 0-3/10"), ("bytes=7-", "789", "bytes 7-9/10"),
    ("bytes=-2", "89", "bytes 8-9/10"), ("bytes=5-99", "56789", "bytes 5-9/10"),
    ("bytes=-99", "0123456789", "bytes 0-9/10"), ("Bytes=9-9", "9", "bytes 9-9/10"),
  ])
  func `a part is sent with its place`(_ range: String, _ part: String, _ place: String) throws {
    let answer = whole.narrowed(to: try asked("Range: \(range)"))
    #expect(answer.status == .partialContent)
    #expect(text(answer) == part)
    #expect(answer.fields.contains { $0.name == "Content-Range" && $0.value == place })
  }

  @Test(arguments: ["bytes=10-", "bytes=10-20", "bytes=-0"])
  func `a part behind the end is not there`(_ range: String) throws {
    let answer = whole.narrowed(to: try asked("Range: \(range)"))
    #expect(answer.status == .rangeNotSatisfiable)
    #expect(answer.fields.contains { $0.name == "Content-Range" && $0.value == "bytes */10" })
  }

  @Test(arguments: [
    "bytes=5-3", "bytes=a-b", "bytes=", "bytes=-", "lines=1-2", "bytes=0-1,3-4", "bytes=+1-2",
    "bytes=99999999999999999999-",
  ])
  func `what is no single range is answered with the whole`(_ range: String) throws {
    let answer = whole.narrowed(to: try asked("Range: \(range)"))
    #expect(answer.status == .ok)
    #expect(text(answer) == "0123456789")
  }

  @Test(arguments: ["\"t\"", "W/\"t\"", "\"a\", \"t\"", "*"])
  func `who has it already is told so`(_ tags: String) throws {
    let answer = whole.narrowed(to: try asked("If-None-Match: \(tags)"))
    #expect(answer.status == .notModified)
    let head = String(decoding: answer.head(keepsConnection: true), as: UTF8.self)
    #expect(head.hasPrefix("HTTP/1.1 304 Not Modified\r\n"))
    #expect(head.contains("ETag: \"t\"\r\n"))
    #expect(!head.contains("Content-Length"))
  }

  @Test func `who has another state gets this one`() throws {
    #expect(whole.narrowed(to: try asked("If-None-Match: \"u\"")).status == .ok)
  }

  @Test func `a part of another state is no part of this one`() throws {
    let other = try asked("Range: bytes=0-3", "If-Range: \"u\"")
    #expect(whole.narrowed(to: other).status == .ok)
    let same = try asked("Range: bytes=0-3", "If-Range: \"t\"")
    #expect(whole.narrowed(to: same).status == .partialContent)
  }

  @Test func `a HEAD request asks for no part`() throws {
    let answer = whole.narrowed(to: try asked("Range: bytes=0-3", method: "HEAD"))
    #expect(answer.status == .ok)
    #expect(answer.length == 10)
  }

  @Test func `nothing is to be stored or guessed at`() {
    let head = String(decoding: whole.head(keepsConnection: false), as: UTF8.self)
    #expect(head.contains("Cache-Control: no-store\r\n"))
    #expect(head.contains("X-Content-Type-Options: nosniff\r\n"))
    #expect(head.contains("Connection: close\r\n"))
    #expect(head.hasSuffix("\r\n\r\n"))
  }

  @Test(arguments: [
    ("cases/acme/index.html", "text/html; charset=utf-8"), ("style.css", "text/css; charset=utf-8"),
    ("feed.atom", "application/atom+xml; charset=utf-8"), ("data/cases.json", "application/json"),
    ("a.b/ruling.PDF", "application/pdf"), ("files/README", "application/octet-stream"),
    ("figure.svg", "image/svg+xml; charset=utf-8"), ("x.unheard-of", "application/octet-stream"),
  ])
  func `a file is what the end of its name says`(_ path: String, _ type: String) {
    #expect(MediaType.of(path) == type)
  }
}
