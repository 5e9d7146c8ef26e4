import Foundation
import Testing

@testable import Publishing

struct NewFilesTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func contents(_ path: String) throws -> String {
    try String(contentsOfFile: sandbox[path], encoding: .utf8)
  }

  @Test func `files come to be with the folders they need`() throws {
    try NewFiles(in: sandbox["site"]).write([
      ("content/cases/a.md", bytes("a")), ("content/cases/b.md", bytes("b")),
    ])
    #expect(try contents("site/content/cases/a.md") == "a")
    #expect(try contents("site/content/cases/b.md") == "b")
  }

  @Test func `a file that is there is never overwritten, and the others are not left behind`()
    throws
  {
    try sandbox.makeFile("site/content/b.md", "old")
    let error = #expect(throws: NewFileError.self) {
      try NewFiles(in: sandbox["site"]).write([
        ("content/new/a.md", bytes("a")), ("content/b.md", bytes("new")),
      ])
    }
    #expect(
      error?.description
        == "cannot write '\(sandbox["site/content/b.md"])': it is there already; nothing was written"
    )
    #expect(try contents("site/content/b.md") == "old")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: sandbox["site/content"]) == ["b.md"])
  }

  @Test func `a link that leads nowhere is not written through`() throws {
    try sandbox.makeFile("site/content/x.md", "")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox["site/content/a.md"], withDestinationPath: sandbox["elsewhere.md"])
    #expect(throws: NewFileError.self) {
      try NewFiles(in: sandbox["site"]).write([("content/a.md", bytes("a"))])
    }
    #expect(!FileManager.default.fileExists(atPath: sandbox["elsewhere.md"]))
  }

  @Test(arguments: ["../a.md", "/a.md", "content/../../a.md", "", "content//a.md"])
  func `a path that would leave the folder is refused`(path: String) {
    let error = #expect(throws: NewFileError.self) {
      try NewFiles(in: sandbox["site"]).write([(path, bytes("a"))])
    }
    #expect(error?.description.hasSuffix("; nothing was written") == true)
    #expect(sandbox.names() == [])
  }

  @Test(arguments: [PublishingError.Step.write, .makeFolder, .open])
  func `whatever fails on the way, nothing is left behind`(step: PublishingError.Step) throws {
    let disk = Disk { asked, path in
      asked == step && path.contains("second") ? .error(ENOSPC) : nil
    }
    let error = #expect(throws: NewFileError.self) {
      try NewFiles(in: sandbox["site"], disk: disk).write([
        ("first/a.md", bytes("a")), ("second/b.md", bytes("b")),
      ])
    }
    #expect(error?.description.contains("no space left on the device") == true)
    #expect(sandbox.names() == [])
  }

  @Test func `a disk that takes half of what it is given gets the rest`() throws {
    let disk = Disk { step, _ in step == .write ? .short : nil }
    try NewFiles(in: sandbox["site"], disk: disk).write([("a.md", bytes("a longer text"))])
    #expect(try contents("site/a.md") == "a longer text")
  }
}
