import Foundation
import TestSupport
import Testing

@testable import Loading

@Suite struct LoadingErrorTests {
  @Test func `a source without content says which folder it looked for`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("templates")
    let error = #expect(throws: LoadingError.self) { try SourceTree(reading: folder.path) }
    #expect(
      error?.description
        == "cannot list the folder '\(folder.path)/content': No such file or directory")
  }

  @Test func `a source needs no templates`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("content")
    let tree = try SourceTree(reading: folder.path)
    #expect(tree.settings == nil)
    #expect(tree.entries.isEmpty && tree.templates.isEmpty && tree.assets.isEmpty)
  }

  @Test func `content that is a file is no folder`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "content")
    let error = #expect(throws: LoadingError.self) { try SourceTree(reading: folder.path) }
    #expect(
      error?.description == "cannot list the folder '\(folder.path)/content': Not a directory")
  }

  @Test func `a text longer than memory is for is not read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("12345", to: "content/cases/acme.md")
    let path = folder.path + "/content/cases/acme.md"
    #expect(try readFile(path, atMost: 5, .sound).count == 5)
    let shorter = #expect(throws: LoadingError.self) { try readFile(path, atMost: 4, .sound) }
    #expect(shorter?.cause == "it has 5 bytes, more than 4")
    #expect(truncate(path, off_t(SourceFile.longest + 1)) == 0)
    let file = try #require(try SourceTree(reading: folder.path).entries.first)
    let error = #expect(throws: LoadingError.self) { try file.bytes() }
    #expect(error?.cause == "it has 536870913 bytes, more than 536870912")
  }

  @Test func `a link to nothing is reported when its bytes are wanted`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("content/cases")
    try folder.link("content/cases/acme.md", to: "gone.md")
    let tree = try SourceTree(reading: folder.path)
    let error = #expect(throws: LoadingError.self) { try tree.entries.first?.bytes() }
    #expect(
      error?.description
        == "cannot open '\(folder.path)/content/cases/acme.md': No such file or directory")
    #expect(tree.bytes(at: "content/cases/acme.md") == nil)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a file that may not be read is named with the system's reason`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "content/cases/acme.md")
    try folder.forbid("content/cases/acme.md")
    let tree = try SourceTree(reading: folder.path)
    let error = #expect(throws: LoadingError.self) { try tree.entries.first?.bytes() }
    #expect(
      error?.description == "cannot open '\(folder.path)/content/cases/acme.md': Permission denied")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a folder that may not be listed is named with the system's reason`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("content/cases")
    try folder.forbid("content/cases")
    let error = #expect(throws: LoadingError.self) { try SourceTree(reading: folder.path) }
    #expect(
      error?.description
        == "cannot list the folder '\(folder.path)/content/cases': Permission denied")
  }

  @Test func `a folder where a file should be cannot be read`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: LoadingError.self) {
      try SourceFile(typed: folder.path).bytes()
    }
    #expect(error?.description == "cannot read '\(folder.path)': Is a directory")
  }

  @Test func `a pipe among the sources is named, and nobody waits for it`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("content/cases")
    #expect(mkfifo(folder.path + "/content/cases/pipe.md", 0o600) == 0)
    try folder.link("content/cases/link.md", to: "pipe.md")
    let error = #expect(throws: LoadingError.self) { try SourceTree(reading: folder.path) }
    #expect(error?.description.hasSuffix(".md': it is neither a file nor a folder") == true)
  }

  @Test(arguments: [0, 1, 4095, 4096, 65_536, 300_001])
  func `a file is read whole, whatever its size`(size: Int) throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "x", count: size)
    try folder.write(text, to: "a")
    #expect(try SourceFile(typed: folder.path + "/a").bytes() == Array(text.utf8))
  }
}
