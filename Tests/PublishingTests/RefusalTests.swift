import Foundation
import Testing

@testable import Publishing

struct RefusalTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// The error of a build that does not get to its first file.
  private func refusal(
    of name: String = "public", keepingOut: [String] = []
  ) -> PublishingError? {
    let output = sandbox.output(name, keepingOut: keepingOut)
    return #expect(throws: PublishingError.self) { _ = try output.begin(waiting: .zero) }
  }

  // MARK: Foreign files

  @Test func `a folder with files of somebody else's is refused with their names`() throws {
    try sandbox.makeFile("public/notes.txt")
    try sandbox.makeFile("public/pictures/cat.jpg")
    let error = refusal()
    #expect(error?.cause == .foreign(["notes.txt", "pictures/cat.jpg"], others: 0, counted: true))
    #expect(
      error?.description
        == "'\(sandbox["public"])' holds files that Gazette did not put there: 'notes.txt' and "
        + "'pictures/cat.jpg'; move them away or choose another destination")
    #expect(sandbox.names() == ["public"])
    #expect(sandbox.site() == ["notes.txt": "", "pictures/cat.jpg": ""])
  }

  @Test func `a file added to the site since is refused`() throws {
    try sandbox.publish(["index.html": "front page"])
    try sandbox.makeFile("public/notes.txt")
    #expect(refusal()?.cause == .foreign(["notes.txt"], others: 0, counted: true))
    #expect(sandbox.site() == ["index.html": "front page", "notes.txt": ""])
  }

  @Test func `a foreign file is refused even where the new site has one of its name`() throws {
    try sandbox.makeFile("public/index.html", "somebody's")
    #expect(refusal()?.cause == .foreign(["index.html"], others: 0, counted: true))
    #expect(sandbox.site() == ["index.html": "somebody's"])
  }

  @Test func `hidden files, links and empty folders are foreign too`() throws {
    try sandbox.makeFile("public/.git/HEAD")
    try sandbox.makeFolder("public/a/empty")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox["public/link"], withDestinationPath: "/")
    #expect(
      refusal()?.cause == .foreign([".git/HEAD", "a/empty/", "link"], others: 0, counted: true))
  }

  @Test func `a name that is not text is foreign`() throws {
    try sandbox.makeFolder("public")
    let bytes: [CChar] = sandbox["public/"].utf8CString.dropLast() + [-1, 0]
    close(open(bytes, O_WRONLY | O_CREAT, 0o600))
    #expect(refusal()?.cause == .foreign(["\u{fffd}"], others: 0, counted: true))
  }

  @Test func `twenty foreign names are listed and the others counted`() throws {
    for number in 10..<35 { try sandbox.makeFile("public/\(number).txt") }
    let error = refusal()
    #expect(
      error?.cause == .foreign((10..<30).map { "\($0).txt" }, others: 5, counted: true))
    #expect(error?.description.contains("'28.txt', '29.txt' and 5 more; move") == true)
  }

  @Test func `nothing of a folder is foreign that the site has made`() throws {
    try sandbox.publish(["a/b/index.html": "page"])
    try FileManager.default.removeItem(atPath: sandbox["public/a/b/index.html"])
    _ = try sandbox.output().begin()
  }

  // MARK: Other destinations that cannot be

  @Test func `a file is refused`() throws {
    try sandbox.makeFile("public", "a file")
    let error = refusal()
    #expect(error?.cause == .notAFolder)
    #expect(
      error?.description
        == "'\(sandbox["public"])' is not a folder; move it away or choose another destination")
  }

  @Test(arguments: [
    ("content", PublishingError.Overlap.equals), ("content/public", .inside),
    ("content/not/yet", .inside), (".", .contains), ("templates/../content", .equals),
    ("link/public", .inside),
  ])
  func `a destination may have no source in common`(
    name: String, overlap: PublishingError.Overlap
  ) throws {
    try sandbox.makeFile("content/site.yml", "title: A")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox["link"], withDestinationPath: "content")
    let error = refusal(of: name, keepingOut: ["content", "templates"])
    #expect(error?.cause == .overlap(overlap, source: sandbox["content"]))
    #expect(sandbox.names() == ["content", "link"])
    #expect(sandbox.names(in: "content") == ["site.yml"])
  }

  @Test func `a destination inside a source that does not exist is refused`() {
    let error = refusal(of: "templates/public", keepingOut: ["templates"])
    #expect(
      error?.description
        == "the destination '\(sandbox["templates/public"])' lies inside the source folder "
        + "'\(sandbox["templates"])'; choose a folder of its own")
  }

  @Test func `a destination beside the sources is admitted, whatever its name begins with`() throws
  {
    try sandbox.makeFolder("content")
    _ = try sandbox.output("content-public", keepingOut: ["content"]).begin()
  }

  @Test func `the root of the file system is refused`() {
    let error = #expect(throws: PublishingError.self) {
      _ = try OutputDirectory(at: "/", keepingOut: []).begin()
    }
    #expect(error?.cause == .notAFolder)
  }

  @Test func `links in a circle are refused`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: sandbox["public"], withDestinationPath: "public")
    #expect(refusal()?.cause == .system(ELOOP))
  }

  // MARK: Paths

  @Test(arguments: [
    "", "/index.html", "a//b", "a/", "..", "../a", "a/../b", "./a", "a/.", "a\nb", "a\0b",
    ".gazette-manifest", ".gazette-new/a",
  ])
  func `a path that could leave the site or hide from the manifest is an error`(
    path: String
  ) throws {
    let edition = try sandbox.output().begin()
    let error = #expect(throws: PublishingError.self) { try edition.write(path, "text") }
    guard case .unlawfulPath? = error?.cause else {
      Issue.record("'\(path)' was not refused for what it is")
      return
    }
    edition.abandon()
    #expect(sandbox.names() == [])
  }

  @Test(arguments: ["...", "..a", "a b", ".well-known/x", "_redirects", "ä/ö", "gazette-x"])
  func `other paths are a site's own affair`(path: String) throws {
    try sandbox.publish([path: "text"])
    #expect(sandbox.site() == [path: "text"])
  }

  @Test func `a path written twice is an error`() throws {
    let edition = try sandbox.output().begin()
    try edition.write("a.html", "one")
    let error = #expect(throws: PublishingError.self) { try edition.write("a.html", "two") }
    #expect(error?.cause == .writtenTwice)
    #expect(throws: PublishingError.self) { try edition.finish() }
    #expect(sandbox.names() == [])
  }

  @Test func `a path that would be a file and a folder is an error`() throws {
    try sandbox.publish(["a": "file"])
    let edition = try sandbox.output().begin()
    try edition.write("a", "file")
    try edition.write("a/b", "file")
    let error = #expect(throws: PublishingError.self) { try edition.finish() }
    #expect(error?.cause == .alsoAFolder)
    #expect(sandbox.site() == ["a": "file"])
    #expect(sandbox.names() == ["public"])
  }
}
