import TestSupport
import Testing

@testable import Inquiring

/// Against a server on this machine alone.
@Suite struct InquiryTests {
  private static let patience = Inquiry.Patience(connecting: 2, answering: 2, retries: 1)

  private func answers(_ paths: [String], of host: LocalHost) async throws -> [Answer?] {
    let addresses = paths.map { host.address + $0 }
    let inquiry = Inquiry(of: addresses, as: "gazette tests", patience: Self.patience)
    let answers = try await inquiry.asked()
    return addresses.map { answers[$0] }
  }

  /// What was asked of the host so far; asked for by the same door.
  private func log(of host: LocalHost) async throws -> [String] {
    let request = CurlRequest(
      addresses: [host.address + "/log"], agent: "gazette tests", patience: Self.patience)
    let whole = request.configuration(headOnly: false)
      .replacing("output = \"/dev/null\"\n", with: "").replacing("max-filesize = 1\n", with: "")
    return try await Inquiry.output(of: whole, limit: 65_536).split(separator: "\n").map(
      String.init)
  }

  @Test func `what is there is alive, what is not is dead, and the rest is for people`()
    async throws
  {
    let host = try LocalHost()
    let found = try await answers(
      ["/200.pdf", "/404.pdf", "/410", "/301", "/403.html", "/500", "/a%20b/200?c=[1-3]&d={x,y}"],
      of: host)
    #expect(
      found == [
        .alive, .dead("the host answers 404"), .dead("the host answers 410"), .alive,
        .unclear("the host answers 403, as it may do to programs"),
        .unclear("the host answers 500"), .alive,
      ])
  }

  @Test func `a server that does not know HEAD is asked for the document`() async throws {
    let host = try LocalHost()
    #expect(try await answers(["/405-head/200.pdf", "/200.pdf"], of: host) == [.alive, .alive])
    let log = try await log(of: host)
    #expect(log.contains("HEAD /405-head/200.pdf") && log.contains("GET /405-head/200.pdf"))
    #expect(log.contains("HEAD /200.pdf") && !log.contains("GET /200.pdf"))
  }

  @Test func `a server that is busy is asked again, and one that takes too long is not waited for`()
    async throws
  {
    let host = try LocalHost()
    #expect(try await answers(["/busy/200.pdf"], of: host) == [.alive])
    #expect(
      try await answers(["/slow/200.pdf"], of: host)
        == [.unclear("the host did not answer in time")])
  }

  @Test func `one host is asked two things at once and no more`() async throws {
    let host = try LocalHost()
    let found = try await answers((1...9).map { "/\($0)/200.pdf" }, of: host)
    #expect(found.allSatisfy { $0 == .alive })
    let most = try await log(of: host).first { $0.hasPrefix("most ") }
    #expect(most == "most 1" || most == "most 2")
  }

  @Test func `a host that takes no connection, or that is none, is told apart`() async throws {
    let host = try LocalHost()
    let inquiry = Inquiry(
      of: ["http://127.0.0.1:1/", "http://no-such-host.invalid/", "ftp://127.0.0.1/"],
      as: "gazette tests", patience: .init(connecting: 2, answering: 2, retries: 0))
    let answers = try await inquiry.asked()
    #expect(answers["http://127.0.0.1:1/"] == .unclear("the host takes no connection"))
    #expect(answers["http://no-such-host.invalid/"] == .dead("there is no such host"))
    guard case .unclear = answers["ftp://127.0.0.1/"] else {
      Issue.record("\(String(describing: answers["ftp://127.0.0.1/"]))")
      return
    }
    #expect(host.address.hasPrefix("http://127.0.0.1:"))
  }

  @Test func `rounds hold two addresses of a host, in the order in which they were named`() {
    let addresses = [
      "http://a/1", "http://A/2", "http://b/1", "http://a/3", "https://a/4?x", "http://a#5",
    ]
    #expect(
      Inquiry.rounds(of: addresses) == [
        ["http://a/1", "http://A/2", "http://b/1"], ["http://a/3", "https://a/4?x"], ["http://a#5"],
      ])
    #expect(Inquiry(of: ["x", "y", "x"], as: "").addresses == ["x", "y"])
  }

  @Test func `an address cannot say anything to curl but where to go`() {
    #expect(CurlRequest.quoted("a\"\nurl = \"b\\") == "\"a\\\"url = \\\"b\\\\\"")
    let lines = CurlRequest(addresses: ["a", "b"], agent: "x", patience: .usual)
      .configuration(headOnly: true).split(separator: "\n")
    #expect(
      lines.count { $0.hasPrefix("url = ") } == 2 && lines.count { $0.hasPrefix("output = ") } == 2)
  }
}
