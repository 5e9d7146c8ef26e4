import Foundation
import SampleFiles
import TestSupport
import Testing

@Suite struct InitCommandTests {
  @Test func `every file of the repository's sample is compiled in, as it is`() throws {
    let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let root = URL(fileURLWithPath: "/" + repository + "/sample")
    let walk = try #require(FileManager.default.enumerator(atPath: root.path))
    let written = walk.compactMap { $0 as? String }.filter { $0.contains(".") }
    #expect(
      written.sorted() == SamplePublication.files.map(\.path),
      "mend Sources/SampleFiles/SamplePublication.swift")
    for (path, bytes) in SamplePublication.files {
      #expect(try Data(contentsOf: root.appendingPathComponent(path)) == Data(bytes), "\(path)")
    }
  }

  @Test func `what init makes builds clean, and says what to do next`() throws {
    let folder = try TemporaryFolder()
    let run = try Program(["init", "watch"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("watch/content/cases/ferry-bookings-2024.md\n"))
    #expect(run.errors.contains("  cd watch\n  gazette preview"))
    let build = try Program(["build", "--strict", "--verbose"], in: folder.path + "/watch")
    #expect(build.status == 0, "\(build.errors)")
    #expect(build.errors.hasPrefix("built \(SamplePublication.files.count - 1) entries"))
    let site = try folder.contents(of: "watch/public")
    #expect(site["start-here/index.html"] != nil)
    let list = try Program(["list", "cases"], in: folder.path + "/watch")
    #expect(list.output.contains("ferry-bookings-2024  2024-05-16  reduced       900000 EUR"))
    #expect(list.output.contains("ferry-cameras-2025   2025-10-07  under-appeal"))
    #expect(
      try Program(["list", "--stale"], in: folder.path + "/watch").output
        .contains("checked 2026-01-30, 152 days ago"))
  }

  @Test func `this folder is enough, and what else is in it stays`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "README.md")
    #expect(try Program(["init"], in: folder.path).status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["README.md", "content"])
  }

  @Test(arguments: ["content/cases/mine.md", "content/pages/about.md", "content"])
  func `nothing is overwritten or added to`(file: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: file)
    let before = try folder.contents(of: "")
    let run = try Program(["init", folder.path])
    #expect(run.status == 2)
    #expect(run.errors.contains("nothing was written"))
    #expect(run.output == "")
    #expect(try folder.contents(of: "") == before)
  }

  @Test func `an empty content folder is somebody's too`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("content")
    #expect(try Program(["init"], in: folder.path).status == 2)
  }
}
