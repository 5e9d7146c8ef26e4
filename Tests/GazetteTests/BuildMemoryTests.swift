import Foundation
import TestSupport
import Testing

/// A build that remembers the last one must end as one that remembers nothing.
@Suite struct BuildMemoryTests {
  private let folder: TemporaryFolder
  private let cache: TemporaryFolder

  init() throws {
    folder = try Fixture("", over: Publication.small).written()
    cache = try TemporaryFolder()
  }

  private func build(_ more: String..., at now: String = "2026-07-01T12:00:00Z") throws -> Program {
    try Program(
      ["build", "-s", folder.path, "--now", now] + more, environment: ["XDG_CACHE_HOME": cache.path]
    )
  }

  /// The site that a build without any memory makes of the same sources.
  private func clean(_ more: [String], at now: String) throws -> [String: Data] {
    let other = try TemporaryFolder()
    let run = try Program(
      ["build", "-s", folder.path, "--now", now, "-d", other.path + "/site"] + more,
      environment: ["XDG_CACHE_HOME": other.path + "/cache"])
    #expect(run.status == 0, "\(run.errors)")
    return try other.contents(of: "site")
  }

  private func memos() throws -> [String] {
    let path = cache.path + "/gazette/builds"
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path).map { path + "/" + $0 }
  }

  private func change(_ path: String, _ edit: (String) -> String) throws {
    let url = URL(fileURLWithPath: folder.path + "/" + path)
    let old = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    try edit(old).write(to: url, atomically: false, encoding: .utf8)
  }

  @Test func `a second build says again what the first said`() throws {
    try change("content/topics/unused.md") { _ in "---\nname: Unused\n---\n" }
    let first = try build("--verbose")
    let second = try build("--verbose")
    #expect(first.errors.contains("[unreferenced]"))
    func said(_ run: Program) -> [Substring] {
      run.errors.split(separator: "\n").prefix { !$0.hasPrefix("built ") }
    }
    #expect(said(second) == said(first))
    #expect(second.errors.contains(": 0 files written, "))
    #expect(try memos().count == 1)
  }

  @Test func `a memo that is gone, cut short or somebody else's is no memo`() throws {
    #expect(try build().status == 0)
    let site = try folder.contents(of: "public")
    for damage in [Data(), Data("gazette memo 1\n".utf8), Data("gazette memo 9\n0\n".utf8)] {
      for memo in try memos() { try damage.write(to: URL(fileURLWithPath: memo)) }
      try change("content/pages/about.md") { $0 + "\nMore.\n" }
      #expect(try build().errors.contains(": 1 files written, "))
      try change("content/pages/about.md") { $0.replacingOccurrences(of: "\nMore.\n", with: "") }
      #expect(try build().status == 0)
      #expect(try folder.contents(of: "public") == site)
    }
  }

  @Test func `a text alone is exchanged, and what a build said is said again`() throws {
    try change("content/site.yml") { $0 + "data: false\n" }
    try change("content/cases/acme.md") { $0 + "\nIt was late.\n" }
    let first = try build("--verbose")
    #expect(try memos().count == 2)
    try change("content/cases/acme.md") { $0 + "\nIt did not appeal.\n" }
    let second = try build("--verbose")
    #expect(first.errors.contains(" parsing, "))
    #expect(!second.errors.contains(" parsing, "))
    #expect(second.errors.contains("files written, "))
    #expect(try folder.contents(of: "public") == clean([], at: "2026-07-01T12:00:00Z"))
    #expect(try build("--verbose").errors.contains(": 0 files written, "))
  }

  @Test func `a text alone is not exchanged on a site that somebody touched`() throws {
    try change("content/site.yml") { $0 + "data: false\n" }
    try change("content/cases/acme.md") { $0 + "\nIt was late.\n" }
    #expect(try build().status == 0)
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/public/index.html"))
    try change("content/cases/acme.md") { $0 + "\nIt did not appeal.\n" }
    #expect(try build().status == 0)
    #expect(try folder.contents(of: "public") == clean([], at: "2026-07-01T12:00:00Z"))
  }

  @Test func `a file of the site that somebody touched is put right, its date set back or not`()
    throws
  {
    #expect(try build().status == 0)
    let site = try folder.contents(of: "public")
    let page = folder.path + "/public/cases/acme/index.html"
    let date = try FileManager.default.attributesOfItem(atPath: page)[.modificationDate]
    var bytes = try Data(contentsOf: URL(fileURLWithPath: page))
    bytes[100] ^= 1
    try bytes.write(to: URL(fileURLWithPath: page))
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(date)], ofItemAtPath: page)
    #expect(try build().errors.contains(": 1 files written, "))
    #expect(try folder.contents(of: "public") == site)
    try FileManager.default.removeItem(atPath: page)
    #expect(try build().errors.contains(": 1 files written, "))
    #expect(try folder.contents(of: "public") == site)
  }

  @Test func `a memo ends with the day, and with the first embargo`() throws {
    try change("content/cases/later.md") { _ in
      (try? String(contentsOfFile: folder.path + "/content/cases/acme.md", encoding: .utf8))?
        .replacingOccurrences(of: "published: 2024-06-01", with: "published: 2026-07-01T13:00:00Z")
        ?? ""
    }
    #expect(try build().errors.contains("1 under embargo"))
    #expect(try build(at: "2026-07-01T12:59:59Z").errors.contains(": 0 files written, "))
    let released = try build(at: "2026-07-01T13:00:00Z")
    #expect(!released.errors.contains(": 0 files written, "))
    #expect(
      try folder.contents(of: "public") == clean([], at: "2026-07-01T13:00:00Z"))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `after any edits the site is the one of a clean build`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Without data, texts are exchanged where nothing else has changed.
    if seed > 1 { try change("content/site.yml") { $0 + "data: false\n" } }
    let paths = [
      "content/cases/acme.md", "content/companies/acme-energy.md", "content/pages/about.md",
      "content/site.yml", "content/files/note.txt", "templates/footer.mustache",
    ]
    try FileManager.default.createDirectory(
      atPath: folder.path + "/content/files", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/templates", withIntermediateDirectories: true)
    var originals: [String: String] = [:]
    for path in paths {
      originals[path] = try? String(contentsOfFile: folder.path + "/" + path, encoding: .utf8)
    }
    for step in 0..<30 {
      let path = paths[Int.random(in: 0..<paths.count, using: &random)]
      switch Int.random(in: 0..<6, using: &random) {
      case 0: break
      case 1: try change(path) { _ in originals[path] ?? "First.\n" }
      case 2 where path.hasSuffix(".md"): try change(path) { $0 + "\nStep \(step).\n" }
      case 3 where path.hasSuffix(".txt"): try change(path) { _ in "Note \(step)\n" }
      case 4: try change(path) { $0.isEmpty ? "<p>\(step)</p>\n" : $0 }
      case 5:
        let files = try folder.contents(of: "public").keys.sorted()
        if let file = files.randomElement(using: &random), file != ".gazette-manifest" {
          try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/public/" + file))
        }
      default: break
      }
      let options = Bool.random(using: &random) ? [] : ["--drafts"]
      let run = try Program(
        ["build", "-s", folder.path, "--now", "2026-07-01T12:00:00Z"] + options,
        environment: ["XDG_CACHE_HOME": cache.path])
      #expect(run.status == 0, "step \(step): \(run.errors)")
      #expect(
        try folder.contents(of: "public") == clean(options, at: "2026-07-01T12:00:00Z"),
        "seed \(seed), step \(step), \(path)")
    }
  }
}
