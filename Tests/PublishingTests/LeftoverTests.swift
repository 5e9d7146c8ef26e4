import Foundation
import Testing

@testable import Publishing

struct LeftoverTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func `what a killed build has staged is cleared`() throws {
    try sandbox.publish(["index.html": "old"])
    try sandbox.makeFile(".public.gazette-new/cases/acme/index.html", "half a p")
    try sandbox.makeFolder(".public.gazette-new/cases/empty/deeper")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox[".public.gazette-new/link"], withDestinationPath: sandbox["public"])
    #expect(try sandbox.publish(["index.html": "old"]).unchanged == 1)
    #expect(sandbox.names() == ["public"])
    #expect(sandbox.site() == ["index.html": "old"])
  }

  @Test func `what was killed after the exchange is cleared, read-only folders too`() throws {
    try sandbox.publish(["index.html": "new"])
    try sandbox.publish(["a/index.html": "old"], to: ".public.gazette-new")
    chmod(sandbox[".public.gazette-new/a"], 0o555)
    chmod(sandbox[".public.gazette-new"], 0o555)
    try sandbox.publish(["index.html": "new"])
    #expect(sandbox.names() == ["public"])
  }

  @Test func `what a kill has left inside the destination is cleared`() throws {
    try sandbox.publish(["index.html": "old"])
    try sandbox.makeFile("public/.gazette-new/index.html", "half a p")
    try sandbox.makeFile("public/.gazette-part", "half a p")
    try sandbox.publish(["index.html": "old"])
    #expect(sandbox.names(in: "public") == [".gazette-manifest", "index.html"])
  }

  @Test func `what is left of another destination's build is not touched`() throws {
    try sandbox.makeFile(".drafts.gazette-new/index.html", "draft")
    try sandbox.publish(["index.html": "front page"])
    #expect(sandbox.names() == [".drafts.gazette-new", "public"])
  }

  @Test func `a file put into the old site during the build is kept and refused by the next`()
    throws
  {
    try sandbox.publish(["index.html": "old", "a/index.html": "old"])
    let edition = try sandbox.output().begin()
    try edition.write("index.html", "new")
    try sandbox.makeFile("public/a/notes.txt", "mine")
    #expect(try edition.finish().leftBehind == nil)
    #expect(sandbox.site() == ["index.html": "new", "a/notes.txt": "mine"])
    #expect(sandbox.names() == ["public"])
    let error = #expect(throws: PublishingError.self) { _ = try sandbox.output().begin() }
    #expect(error?.cause == .foreign(["a/notes.txt"], others: 0, counted: true))
  }

  @Test func `a folder that appears where there was none is not replaced`() throws {
    let edition = try sandbox.output().begin()
    try edition.write("index.html", "new")
    try sandbox.makeFile("public/notes.txt", "mine")
    #expect(throws: PublishingError.self) { try edition.finish() }
    #expect(sandbox.site() == ["notes.txt": "mine"])
    #expect(sandbox.names() == ["public"])
  }
}
