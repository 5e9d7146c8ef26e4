import Foundation
import Testing

@testable import Publishing

struct CopyingTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Publishes one file, copied from `source`.
  private func publish(_ path: String, from source: String) throws -> Tally {
    let edition = try sandbox.output().begin()
    try edition.copy(path, fromFile: sandbox[source])
    return try edition.finish()
  }

  @Test func `a copied file has the source's bytes and not its inode`() throws {
    try sandbox.makeFile("content/files/a.pdf", "bytes")
    #expect(try publish("files/a.pdf", from: "content/files/a.pdf").written == 1)
    #expect(sandbox.site() == ["files/a.pdf": "bytes"])
    #expect(try sandbox.number("public/files/a.pdf") != sandbox.number("content/files/a.pdf"))
  }

  @Test func `a copy that is the same as before is left alone`() throws {
    let text = String(repeating: "0123456789", count: 40_000)
    try sandbox.makeFile("a.pdf", text)
    _ = try publish("a.pdf", from: "a.pdf")
    #expect(try publish("a.pdf", from: "a.pdf").unchanged == 1)
    try sandbox.makeFile("a.pdf", String(text.dropLast()) + "x")
    #expect(try publish("a.pdf", from: "a.pdf").written == 1)
    #expect(sandbox.site() == ["a.pdf": String(text.dropLast()) + "x"])
  }

  @Test func `a source that is not there fails the build`() throws {
    let error = #expect(throws: PublishingError.self) {
      try publish("a.pdf", from: "missing.pdf")
    }
    #expect(
      error?.description
        == "cannot open '\(sandbox["missing.pdf"])': it does not exist; "
        + "'\(sandbox["public"])' is as it was")
    #expect(sandbox.names() == [])
  }

  @Test func `a source that is a folder fails the build`() throws {
    try sandbox.makeFolder("folder.pdf")
    let error = #expect(throws: PublishingError.self) { try publish("a.pdf", from: "folder.pdf") }
    #expect(error?.cause == .notAFile)
    #expect(sandbox.names() == ["folder.pdf"])
  }

  @Test func `a source that is a pipe fails the build and does not hang it`() throws {
    mkfifo(sandbox["pipe"], 0o600)
    let error = #expect(throws: PublishingError.self) { try publish("a.pdf", from: "pipe") }
    #expect(error?.cause == .notAFile)
    #expect(sandbox.names() == ["pipe"])
  }
}
