import Building
import TestSupport
import Testing

@testable import Previewing

/// What is sent for an address.
struct AnswerTests {
  @Test func `a style sheet is served as a build serves it, after a save too`() async throws {
    var shown = try await ShownSource("=== templates/own.css\n/* Ours. */\nbody { color: teal; }\n")
    #expect(try shown.text("/own.css") == "body{color:teal}")
    try await shown.save("body { color: red; }", to: "templates/own.css")
    #expect(shown.build.reach == .files)
    #expect(try shown.text("/own.css") == "body{color:red}")
  }

  @Test func `a program gets the bytes that are published, a browser a script more`() async throws {
    let shown = try await ShownSource()
    let plain = try shown.text("/about/")
    let dressed = try shown.text("/about/", accept: "text/html")
    let script = try #require(dressed.firstMatch(of: /<script src="\/\.gazette.*<\/script>\n/))
    #expect(dressed.replacing(script.output, with: "") == plain)
    #expect(!plain.contains("<script src"))
    #expect(try shown.answer("/.gazette/preview.js").text.contains("EventSource"))
  }

  @Test func `as it will be published, a page has no script for anybody`() async throws {
    let shown = try await ShownSource(isBare: true)
    #expect(try shown.text("/about/", accept: "text/html") == shown.text("/about/"))
    #expect(try shown.answer("/.gazette/preview.js").status == .notFound)
    #expect(try shown.answer("/.gazette/events").status == .notFound)
  }

  @Test func `drafts and what is under embargo are shown under a banner, or not at all`()
    async throws
  {
    func source(_ line: String) -> String {
      Publication.draft(line)
    }
    for (line, words) in [("draft: true", "Draft."), ("published: 2031-01-01", "Under embargo")] {
      let shown = try await ShownSource(source(line))
      #expect(try shown.text("/cases/quiet/").contains(words))
      let bare = try await ShownSource(source(line), isBare: true)
      #expect(try bare.answer("/cases/quiet/").status == .notFound)
    }
  }

  @Test func `an address without its slash leads to the one with it`() async throws {
    let answer = try await ShownSource().answer("/cases/acme")
    #expect(answer.status == .temporaryRedirect)
    #expect(answer.fields.contains { $0.name == "Location" && $0.value == "/cases/acme/" })
  }

  @Test func `an address that is not there is told with those that were meant`() async throws {
    let shown = try await ShownSource()
    let answer = try shown.answer("/cases/acmee/")
    #expect(answer.status == .notFound)
    #expect(answer.text.contains("<a href=\"/cases/acme/\">"))
    #expect(try shown.answer("/topics/nl-ap/").text.contains("<a href=\"/regulators/nl-ap/\">"))
    #expect(try !shown.answer("/%22%3E%3Cscript%3E/").text.contains("\"><script>"))
  }

  @Test func `a site below a path is shown there, and the root leads to it`() async throws {
    let shown = try await ShownSource(
      """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example/archive
      feed_id: watch.example,2026
      """)
    #expect(try shown.answer("/").fields.contains { $0.value == "/archive/" })
    #expect(try shown.answer("/archive/cases/acme/").status == .ok)
    #expect(try shown.answer("/cases/acme/").status == .notFound)
    #expect(try shown.answer("/archive").status == .temporaryRedirect)
    #expect(try shown.answer("/archive/../archive/").status == .notFound)
  }

  @Test func `files are sent with their type, in parts, and not again`() async throws {
    let shown = try await ShownSource("=== content/files/a.csv\n1,2,3")
    let answer = try shown.answer("/files/a.csv")
    #expect(answer.mediaType == "text/csv; charset=utf-8")
    #expect(answer.text == "1,2,3\n")
    let tag = try #require(answer.tag)
    #expect(try shown.answer("/files/a.csv", "If-None-Match: \(tag)").status == .notModified)
    #expect(try shown.answer("/files/a.csv", "Range: bytes=2-2").text == "2")
  }

  @Test func `a file that lies outside the sources is not there`() async throws {
    var shown = try await ShownSource("=== content/files/inside.txt\nours")
    let outside = try await ShownSource("=== content/files/secret.txt\ntheirs")
    try shown.folder.link(
      "content/files/link.txt", to: outside.folder.path + "/content/files/secret.txt")
    try shown.folder.link("content/files/near.txt", to: "inside.txt")
    try await shown.save("more", to: "content/files/more.txt")
    shown = try await shown.lookedAtAgain()
    let answer = try shown.answer("/files/link.txt")
    #expect(answer.status == .notFound)
    #expect(!answer.text.contains("theirs"))
    #expect(try shown.text("/files/near.txt") == "ours\n")
  }

  @Test func `other methods and other hosts are refused`() async throws {
    let shown = try await ShownSource()
    for (text, status) in [
      ("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n", Status.methodNotAllowed),
      ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", .misdirected),
      ("GET / HTTP/1.0\r\n\r\n", .misdirected),
    ] {
      guard case .request(let request, _) = Request.reading(Array(text.utf8)) else { continue }
      #expect(shown.showing.answer(request, shown.manner).status == status)
    }
  }
}
