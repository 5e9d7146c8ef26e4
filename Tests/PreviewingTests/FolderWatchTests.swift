import Building
import Loading
import TestSupport
import Testing

@testable import Previewing

/// What the system tells of a folder, and what is made of it. The watch is real, time is not.
struct FolderWatchTests {
  private let folder: TemporaryFolder
  private let watch: FolderWatch

  init() async throws {
    folder = try TemporaryFolder()
    try folder.write("one", to: "content/cases/a.md")
    try folder.write("two", to: "content/cases/2024/b.md")
    let door = Doorway()
    try await door.prepare()
    // The system's own queue is never empty when these tests ask, so nobody has to wait.
    watch = try FolderWatch(of: folder.path, time: Timekeeper(now: { .zero }, pause: { _ in })) {
      _ in
    }
    _ = await watch.follow(try SourceTree(reading: folder.path).folders)
  }

  private func change() async -> SourceChange? { await watch.pending() }

  @Test func `a file that is written is named`() async throws {
    #expect(await change() == nil)
    try folder.write("three", to: "content/cases/a.md")
    #expect(await change()?.names("content/cases/a.md") == true)
    #expect(await change() == nil)
  }

  @Test func `a file that comes, goes or is renamed is named by all its names`() async throws {
    try folder.write("new", to: "content/cases/c.md")
    #expect(await change()?.names("content/cases/c.md") == true)
    try folder.move("content/cases/c.md", to: "content/cases/d.md")
    let change = await change()
    #expect(change?.names("content/cases/c.md") == true)
    #expect(change?.names("content/cases/d.md") == true)
    try folder.remove("content/cases/d.md")
    #expect(await self.change()?.names("content/cases/d.md") == true)
  }

  @Test func `folders that come, go or are renamed have everything looked at`() async throws {
    try folder.makeFolder("content/topics")
    #expect(await change() == .anything)
    try folder.move("content/cases/2024", to: "content/cases/2025")
    #expect(await change() == .anything)
    try folder.remove("content/cases/2025")
    #expect(await change() == .anything)
    try folder.makeFolder("templates")
    #expect(await change() == .anything)
  }

  @Test func `what is in a folder that came later is followed too`() async throws {
    try folder.write("new", to: "content/topics/privacy/t.md")
    #expect(await change() == .anything)
    _ = await watch.follow(try SourceTree(reading: folder.path).folders)
    try folder.write("newer", to: "content/topics/privacy/t.md")
    #expect(await change()?.names("content/topics/privacy/t.md") == true)
  }

  @Test func `hidden files, back-ups and what lies beside the sources are nobody's business`()
    async throws
  {
    try folder.write("x", to: "content/cases/.a.md.swp")
    try folder.write("x", to: "content/cases/a.md~")
    try folder.write("x", to: "public/index.html")
    try folder.write("x", to: "notes.txt")
    #expect(await change() == nil)
  }

  @Test func `ten thousand files are followed by their folders alone`() async throws {
    for number in 0..<10_000 {
      try folder.write("", to: "content/cases/\(number / 1000)/case-\(number).md")
    }
    let tree = try SourceTree(reading: folder.path)
    #expect(tree.folders.files.count >= 10_000)
    #expect(await watch.follow(tree.folders))
    while await change() != nil {}
    try folder.write("new", to: "content/cases/7/case-7777.md")
    #expect(await change()?.names("content/cases/7/case-7777.md") == true)
  }
}

extension SourceChange {
  fileprivate func names(_ path: String) -> Bool {
    if case .files(let paths) = self { paths.contains(path) } else { false }
  }
}
