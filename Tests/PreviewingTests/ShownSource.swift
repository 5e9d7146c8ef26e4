import Building
import Diagnostics
import Linking
import Loading
import TestSupport

@testable import Previewing

/// A publication on disk and what a preview shows of it, without a network.
struct ShownSource {
  let folder: TemporaryFolder
  private(set) var build: LiveBuild
  private(set) var showing: Showing
  let manner: Manner

  /// The files of `text` over the small publication.
  init(_ text: String = "", isBare: Bool = false) async throws {
    folder = try TemporaryFolder()
    for file in Fixture(text, over: Publication.small).files {
      try folder.write(String(decoding: try file.bytes(), as: UTF8.self), to: file.path)
    }
    var options = LinkingOptions.someDay
    (options.showsDrafts, options.showsEmbargoed) = (!isBare, !isBare)
    manner = Manner(
      run: "run", isBare: isBare, hosts: HostName(bound: "127.0.0.1"), source: folder.path)
    build = try await LiveBuild(reading: folder.path, options, on: Cores(1))
    showing = Showing(build)
  }

  /// Writes a file, or removes it, and shows what has become of the publication.
  mutating func save(_ text: String?, to path: String) async throws {
    if let text { try folder.write(text, to: path) } else { try folder.remove(path) }
    build = try await build.changed(.files([path]), on: Cores(1))
    showing = showing.after(build)
  }

  mutating func edit(_ path: String, _ change: (String) -> String) async throws {
    let file = build.sources.bytes(at: path) ?? []
    try await save(change(String(decoding: file, as: UTF8.self)), to: path)
  }

  /// The answer to a browser, or to a program.
  func answer(_ path: String, _ fields: String..., accept: String = "text/html") throws -> Response
  {
    let text =
      "GET \(path) HTTP/1.1\r\nHost: localhost\r\nAccept: \(accept)\r\n"
      + fields.map { $0 + "\r\n" }.joined() + "\r\n"
    guard case .request(let request, _) = Request.reading(Array(text.utf8)) else {
      throw NoRequest()
    }
    return showing.answer(request, manner)
  }

  struct NoRequest: Error {}

  func text(_ path: String, accept: String = "*/*") throws -> String {
    try answer(path, accept: accept).text
  }

  /// A browser that has just loaded a page.
  func reader(of path: String) -> Reader {
    Reader(path: path, page: showing.pageDigest(at: path), build: showing.build(manner))
  }

  func news(for reader: inout Reader) -> [News] {
    showing.news(for: &reader, manner) { showing.pageDigest(at: $0) }
  }
}

extension Response {
  var text: String {
    switch content {
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .file(let file, let range):
      (try? file.bytes(in: range)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    case .events: ""
    }
  }
}

extension ShownSource {
  /// The same, after a look at everything.
  func lookedAtAgain() async throws -> ShownSource {
    var copy = self
    try await copy.look()
    return copy
  }

  private mutating func look() async throws {
    build = try await build.changed(.anything, on: Cores(1))
    showing = showing.after(build)
  }
}

extension Publication {
  /// A case with one more line in its front matter.
  static func draft(_ line: String) -> String {
    let published = line.hasPrefix("published") ? "" : "published: 2024-06-01\n"
    return """
      === content/cases/quiet.md
      ---
      title: A quiet case
      summary: The authority said something.
      \(published)\(line)
      companies: [acme-energy]
      regulators: [nl-ap]
      steps:
        - { date: 2024-05-16, kind: decision }
      sources:
        - { id: decision, title: Decision, publisher: nl-ap }
      ---
      """
  }
}
