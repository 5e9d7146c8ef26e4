import Foundation
import Testing

@testable import Publishing

struct ChangedFileTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func contents(_ path: String) throws -> String {
    try String(contentsOfFile: sandbox[path], encoding: .utf8)
  }

  @Test func `a file gets its new bytes in one step, and keeps its mode`() throws {
    try sandbox.makeFile("content/a.md", "old")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: sandbox["content/a.md"])
    try ChangedFile(at: sandbox["content/a.md"]).replace(bytes("old"), with: bytes("new"))
    #expect(try contents("content/a.md") == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: sandbox["content/a.md"])
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox["content"]) == ["a.md"])
  }

  @Test func `a file that somebody saved in between is left alone`() throws {
    try sandbox.makeFile("content/a.md", "saved")
    let error = #expect(throws: ChangedFileError.self) {
      try ChangedFile(at: sandbox["content/a.md"]).replace(bytes("old"), with: bytes("new"))
    }
    #expect(error == .changedMeanwhile(sandbox["content/a.md"]))
    #expect(try contents("content/a.md") == "saved")
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox["content"]) == ["a.md"])
  }

  @Test func `a link stays a link, and what it leads to is changed`() throws {
    try sandbox.makeFile("shared/a.md", "old")
    try FileManager.default.createDirectory(
      atPath: sandbox["content"], withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox["content/a.md"], withDestinationPath: "../shared/a.md")
    try ChangedFile(at: sandbox["content/a.md"]).replace(bytes("old"), with: bytes("new"))
    #expect(try contents("shared/a.md") == "new")
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: sandbox["content/a.md"])
    #expect(link == "../shared/a.md")
  }

  @Test func `what a fix that was killed has left does not stand in the way`() throws {
    try sandbox.makeFile("a.md", "old")
    try sandbox.makeFile(".gazette-fix-a.md", "ha")
    try ChangedFile(at: sandbox["a.md"]).replace(bytes("old"), with: bytes("new"))
    #expect(try contents("a.md") == "new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.path) == ["a.md"])
  }

  @Test func `a file that is gone is named`() throws {
    let error = #expect(throws: ChangedFileError.self) {
      try ChangedFile(at: sandbox["a.md"]).replace(bytes("old"), with: bytes("new"))
    }
    #expect(
      error?.description.hasSuffix("it does not exist; it was left alone")
        == true)
  }
}
