import Foundation
import TestSupport
import Testing

@testable import Loading

@Suite struct SourceTreeTests {
  @Test func `files are sorted by the bytes of their paths, whatever the order they come in`() {
    let paths = [
      "content/cases/b.md", "content/cases/Z.md", "content/cases/a/z.md", "content/cases/a-b.md",
      "content/cases/é.md", "content/cases/a.md",
    ]
    let tree = SourceTree(paths.reversed().map { SourceFile(path: $0, bytes: []) })
    #expect(
      tree.entries.map(\.path) == [
        "content/cases/Z.md", "content/cases/a-b.md", "content/cases/a.md",
        "content/cases/a/z.md", "content/cases/b.md", "content/cases/é.md",
      ])
  }

  @Test func `every file is kept for what its path says it is`() {
    let paths = [
      "content/site.yml", "content/cases/2024/acme.md", "content/files/a/b.pdf",
      "content/files/read-me.md", "content/ledger.txt", "content/notes.txt",
      "templates/case.mustache", "templates/style.css",
    ]
    let tree = SourceTree(paths.map { SourceFile(path: $0, bytes: []) })
    #expect(tree.settings?.path == "content/site.yml")
    #expect(tree.entries.map(\.path) == ["content/cases/2024/acme.md"])
    #expect(tree.files.map(\.path) == ["content/files/a/b.pdf", "content/files/read-me.md"])
    #expect(tree.strays == ["content/notes.txt"])
    #expect(tree.templates.map(\.path) == ["templates/case.mustache"])
    #expect(tree.assets.map(\.path) == ["templates/style.css"])
  }

  @Test func `a folder on disk is read with all that is below it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("title: Watch\n", to: "content/site.yml")
    try folder.write("one", to: "content/cases/2024/acme.md")
    try folder.write("two", to: "templates/case.mustache")
    let tree = try SourceTree(reading: folder.path)
    #expect(try tree.settings?.bytes() == Array("title: Watch\n".utf8))
    #expect(try tree.entries.map { try $0.bytes() } == [Array("one".utf8)])
    #expect(tree.entries.first?.diskPath == folder.path + "/content/cases/2024/acme.md")
    #expect(tree.templates.map(\.path) == ["templates/case.mustache"])
    #expect(tree.bytes(at: "templates/case.mustache") == Array("two".utf8))
    #expect(tree.bytes(at: "templates/other.mustache") == nil)
  }

  @Test func `the folder may be typed with a slash at its end`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "content/cases/acme.md")
    let tree = try SourceTree(reading: folder.path + "/")
    #expect(tree.entries.map(\.path) == ["content/cases/acme.md"])
    #expect(tree.entries.first?.diskPath == folder.path + "/content/cases/acme.md")
  }

  @Test func `hidden files and editors' back-ups are passed over`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "content/cases/acme.md")
    try folder.write("", to: "content/cases/acme.md~")
    try folder.write("", to: "content/cases/.acme.md.swp")
    try folder.write("", to: "content/.git/cases/acme.md")
    let tree = try SourceTree(reading: folder.path)
    #expect(tree.entries.map(\.path) == ["content/cases/acme.md"])
    #expect(tree.strays.isEmpty)
  }

  @Test func `what lies in content and is nothing a publication has is a stray`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "content/site.yaml")
    try folder.write("", to: "content/cases/acme.markdown")
    try folder.write("", to: "content/files/acme.markdown")
    let tree = try SourceTree(reading: folder.path)
    #expect(tree.strays == ["content/cases/acme.markdown", "content/site.yaml"])
    #expect(tree.files.map(\.path) == ["content/files/acme.markdown"])
  }

  @Test func `links are followed, but not round and round`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "content/cases/acme.md")
    try folder.write("", to: "elsewhere/apex.md")
    try folder.link("content/cases/more", to: "../../elsewhere")
    try folder.link("content/cases/zoo.md", to: "acme.md")
    try folder.link("content/cases/again", to: "..")
    try folder.link("content/cases/self", to: "self")
    let tree = try SourceTree(reading: folder.path)
    #expect(
      tree.entries.map(\.path) == [
        "content/cases/acme.md", "content/cases/more/apex.md", "content/cases/zoo.md",
      ])
    #expect(tree.strays == ["content/cases/self"])
  }

  @Test func `two links to one folder are two folders`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "elsewhere/apex.md")
    try folder.makeFolder("content/cases")
    try folder.link("content/cases/a", to: "../../elsewhere")
    try folder.link("content/cases/b", to: "../../elsewhere")
    let tree = try SourceTree(reading: folder.path)
    #expect(
      tree.entries.map(\.path) == ["content/cases/a/apex.md", "content/cases/b/apex.md"])
  }

  @Test func `folders nested beyond all sense are refused and not cut off in silence`() throws {
    let folder = try TemporaryFolder()
    let deep = Array(repeating: "d", count: 70).joined(separator: "/")
    try folder.write("", to: "content/cases/\(deep)/acme.md")
    let error = #expect(throws: LoadingError.self) { try SourceTree(reading: folder.path) }
    #expect(error?.step == .list)
    #expect(error?.cause == "it lies more than 64 folders deep")
  }
}
