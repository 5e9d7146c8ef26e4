import Foundation
import Testing

@testable import Publishing

struct PublishingTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  static let old = [
    "index.html": "old front page", "cases/acme/index.html": "acme", "style.css": "body {}",
  ]

  @Test func `a site is published into a folder that is not there yet`() throws {
    let tally = try sandbox.publish(Self.old)
    #expect(sandbox.site() == Self.old)
    #expect((tally.written, tally.unchanged, tally.removed) == (3, 0, 0))
    #expect(tally.exchanged)
    #expect(tally.leftBehind == nil)
  }

  @Test func `a file is kept by what it says at its end, and others are left to be made`() throws {
    try sandbox.publish(["a.png": "whatever, of drawing 1", "b.png": "of drawing 1, or not"])
    let edition = try sandbox.output().begin()
    #expect(try edition.keep("a.png", endingWith: Array("of drawing 1".utf8)))
    #expect(try !edition.keep("b.png", endingWith: Array("of drawing 1".utf8)))
    #expect(try !edition.keep("c.png", endingWith: Array("of drawing 1".utf8)))
    try edition.write("b.png", "new, of drawing 1")
    let tally = try edition.finish()
    #expect(sandbox.site() == ["a.png": "whatever, of drawing 1", "b.png": "new, of drawing 1"])
    #expect((tally.written, tally.unchanged, tally.removed) == (1, 1, 0))
  }

  @Test func `folders above the destination are made`() throws {
    try sandbox.publish(Self.old, to: "a/b/c")
    #expect(sandbox.site("a/b/c") == Self.old)
  }

  @Test func `folders made above the destination go when the edition is abandoned`() throws {
    let edition = try sandbox.output("a/b/c").begin()
    try edition.write("index.html", "front page")
    edition.abandon()
    #expect(sandbox.names() == [])
  }

  @Test func `an empty folder is filled`() throws {
    try sandbox.makeFolder("public")
    let tally = try sandbox.publish(Self.old)
    #expect(sandbox.site() == Self.old)
    #expect(tally.written == 3)
  }

  @Test func `nothing but the destination is left behind`() throws {
    try sandbox.publish(Self.old)
    try sandbox.publish(["index.html": "new"])
    #expect(sandbox.names() == ["public"])
    #expect(sandbox.names(in: "public") == [".gazette-manifest", "index.html"])
  }

  @Test func `the same site again makes and changes nothing`() throws {
    try sandbox.publish(Self.old)
    let calls = Calls()
    let tally = try sandbox.publish(Self.old, disk: calls.disk())
    #expect((tally.written, tally.unchanged, tally.removed) == (0, 3, 0))
    let changing: [PublishingError.Step] = [.makeFolder, .setMode, .link, .move, .exchange]
    for step in changing { #expect(calls.paths(step) == []) }
    #expect(calls.paths(.remove) == [sandbox[".public.gazette-lock"]])
  }

  @Test
  func `of a site that is there, single files are exchanged and the others taken over unread`()
    throws
  {
    try sandbox.publish(["a/index.html": "one", "b/index.html": "two", "c.txt": "three"])
    let before = try sandbox.number("public/b/index.html")
    let edition = try sandbox.output().begin(waiting: .zero)
    #expect(try edition.old("a/index.html") == Array("one".utf8))
    #expect(try edition.old("d.txt") == nil)
    try edition.write("a/index.html", "another")
    #expect(edition.remaining == ["b/index.html", "c.txt"])
    for path in edition.remaining { try edition.keep(path) }
    #expect(edition.remaining == [])
    let tally = try edition.finish()
    #expect(tally.written == 1 && tally.unchanged == 2 && tally.removed == 0)
    #expect(
      sandbox.site() == ["a/index.html": "another", "b/index.html": "two", "c.txt": "three"])
    #expect(try sandbox.number("public/b/index.html") == before)
  }

  @Test func `changed files are written, the others keep their inode and date`() throws {
    try sandbox.publish(Self.old)
    let kept = try (sandbox.number("public/style.css"), sandbox.date("public/style.css"))
    let changed = try sandbox.number("public/index.html")
    let site = Self.old.merging(["index.html": "new front page"]) { $1 }
    let tally = try sandbox.publish(site)
    #expect((tally.written, tally.unchanged, tally.removed) == (1, 2, 0))
    #expect(sandbox.site() == site)
    #expect(try (sandbox.number("public/style.css"), sandbox.date("public/style.css")) == kept)
    #expect(try sandbox.number("public/index.html") != changed)
  }

  @Test(arguments: ["shorter", "old front pagf", "old front page, longer"])
  func `a file with other bytes is a changed file`(text: String) throws {
    try sandbox.publish(["index.html": "old front page"])
    #expect(try sandbox.publish(["index.html": text]).written == 1)
    #expect(sandbox.site() == ["index.html": text])
  }

  @Test func `a file larger than what is read at a time is compared to its last byte`() throws {
    let long = String(repeating: "x", count: 300_000)
    try sandbox.publish(["a.txt": long])
    #expect(try sandbox.publish(["a.txt": long]).unchanged == 1)
    #expect(try sandbox.publish(["a.txt": String(long.dropLast()) + "y"]).written == 1)
  }

  @Test func `an empty file is a file`() throws {
    try sandbox.publish(["empty.txt": ""])
    #expect(sandbox.site() == ["empty.txt": ""])
    #expect(try sandbox.publish(["empty.txt": ""]).unchanged == 1)
  }

  @Test func `files that the new site lacks go, with the folders they leave empty`() throws {
    try sandbox.publish(Self.old)
    let tally = try sandbox.publish(["index.html": "old front page"])
    #expect((tally.written, tally.unchanged, tally.removed) == (0, 1, 2))
    #expect(sandbox.site() == ["index.html": "old front page"])
  }

  @Test func `a folder that somebody has emptied goes too`() throws {
    try sandbox.publish(Self.old)
    try FileManager.default.removeItem(atPath: sandbox["public/cases/acme/index.html"])
    let site = ["index.html": "old front page", "style.css": "body {}"]
    try sandbox.publish(site)
    #expect(sandbox.site() == site)
    #expect(try sandbox.publish(site).unchanged == 2)
  }

  @Test func `a page that somebody has removed comes back`() throws {
    try sandbox.publish(Self.old)
    try FileManager.default.removeItem(atPath: sandbox["public/index.html"])
    #expect(try sandbox.publish(Self.old).written == 1)
    #expect(sandbox.site() == Self.old)
  }

  @Test func `a file becomes a folder, and a folder a file`() throws {
    try sandbox.publish(["a": "file", "b/c/index.html": "page"])
    let site = ["a/index.html": "page", "b": "file"]
    try sandbox.publish(site)
    #expect(sandbox.site() == site)
  }

  @Test func `the permissions of the destination stay`() throws {
    try sandbox.publish(Self.old)
    chmod(sandbox["public"], 0o2751)
    try sandbox.publish(["index.html": "new"])
    #expect(try sandbox.mode("public") == 0o2751)
  }

  @Test func `a link to a folder stays a link, and the folder gets the site`() throws {
    try sandbox.makeFolder("www/site")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox["public"], withDestinationPath: "www/site")
    try sandbox.publish(Self.old)
    try sandbox.publish(["index.html": "new"])
    #expect(sandbox.site("www/site") == ["index.html": "new"])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: sandbox["public"]) == "www/site")
    #expect(sandbox.names(in: "www") == ["site"])
  }

  @Test func `a link to nowhere yet is followed`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: sandbox["public"], withDestinationPath: sandbox["www/site"])
    try sandbox.publish(Self.old)
    #expect(sandbox.site("www/site") == Self.old)
  }

  @Test func `a page that somebody has made a link is a page again`() throws {
    try sandbox.publish(Self.old)
    try sandbox.makeFile("elsewhere", "old front page")
    try FileManager.default.removeItem(atPath: sandbox["public/index.html"])
    try FileManager.default.createSymbolicLink(
      atPath: sandbox["public/index.html"], withDestinationPath: sandbox["elsewhere"])
    #expect(try sandbox.publish(Self.old).written == 1)
    #expect(sandbox.site() == Self.old)
    #expect(sandbox.names() == ["elsewhere", "public"])
  }

  @Test func `an abandoned edition leaves the old site and nothing else`() throws {
    try sandbox.publish(Self.old)
    let number = try sandbox.number("public")
    let edition = try sandbox.output().begin()
    try edition.write("index.html", "new")
    try edition.write("cases/acme/index.html", "acme")
    #expect(sandbox.names() == [".public.gazette-lock", ".public.gazette-new", "public"])
    edition.abandon()
    #expect(sandbox.names() == ["public"])
    #expect(sandbox.site() == Self.old)
    #expect(try sandbox.number("public") == number)
  }

  @Test func `an edition that is forgotten is abandoned`() throws {
    try sandbox.publish(Self.old)
    try { try sandbox.output().begin().write("index.html", "new") }()
    #expect(sandbox.names() == ["public"])
    #expect(sandbox.site() == Self.old)
  }

  @Test func `until it is finished readers see the old site`() throws {
    try sandbox.publish(Self.old)
    let edition = try sandbox.output().begin()
    try edition.write("index.html", "new")
    #expect(sandbox.site() == Self.old)
    _ = try edition.finish()
    #expect(sandbox.site() == ["index.html": "new"])
  }

  @Test func `many threads write at once`() async throws {
    let first = try sandbox.output().begin()
    try await withThrowingTaskGroup { group in
      for number in 0..<400 {
        group.addTask { try first.write("cases/\(number % 40)/\(number)/index.html", "\(number)") }
      }
      try await group.waitForAll()
    }
    #expect(try first.finish().written == 400)
    let second = try sandbox.output().begin()
    try await withThrowingTaskGroup { group in
      for number in 0..<400 {
        let text = number.isMultiple(of: 3) ? "new" : "\(number)"
        group.addTask { try second.write("cases/\(number % 40)/\(number)/index.html", text) }
      }
      try await group.waitForAll()
    }
    let tally = try second.finish()
    #expect((tally.written, tally.unchanged, tally.removed) == (134, 266, 0))
    let site = try #require(sandbox.site())
    #expect(site.count == 400)
    #expect(site["cases/7/7/index.html"] == "7")
    #expect(site["cases/9/9/index.html"] == "new")
  }

  #if os(Linux)
    @Test func `two names that differ in Unicode form alone are two files`() throws {
      let edition = try sandbox.output().begin()
      try edition.write("caf\u{e9}.txt", "composed")
      try edition.write("cafe\u{301}.txt", "decomposed")
      #expect(try edition.finish().written == 2)
      #expect(sandbox.names(in: "public").count == 3)
    }
  #endif
}
