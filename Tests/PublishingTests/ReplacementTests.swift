import Foundation
import Testing

@testable import Publishing

/// Publishing where the two folders cannot change places.
struct ReplacementTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  static let noExchange = Disk.refusing(.exchange, with: ENOSYS)

  @Test(arguments: [EINVAL, ENOSYS, ENOTSUP, EXDEV, EBUSY, EPERM, EACCES])
  func `files are put in place one by one where exchange is not to be had`(code: Int32) throws {
    try sandbox.publish(FaultTests.old)
    let folder = try sandbox.number("public")
    let kept = try (sandbox.number("public/style.css"), sandbox.date("public/style.css"))
    let tally = try sandbox.publish(FaultTests.new, disk: .refusing(.exchange, with: code))
    #expect(!tally.exchanged)
    #expect((tally.written, tally.unchanged, tally.removed) == (3, 2, 1))
    #expect(sandbox.site() == FaultTests.new)
    #expect(sandbox.names() == ["public"])
    #expect(try sandbox.number("public") == folder)
    #expect(try (sandbox.number("public/style.css"), sandbox.date("public/style.css")) == kept)
    #expect(try sandbox.publish(FaultTests.new).unchanged == 5)
  }

  @Test func `the result is the same as with exchange, to the manifest`() throws {
    for (name, disk) in [("one", Disk.sound), ("two", Self.noExchange)] {
      try sandbox.publish(FaultTests.old, to: name)
      try sandbox.publish(FaultTests.new, to: name, disk: disk)
    }
    #expect(sandbox.site("one") == sandbox.site("two"))
    #expect(try sandbox.manifest(of: "one") == sandbox.manifest(of: "two"))
  }

  @Test func `assets come first, then pages, then indexes and feeds, then removals`() throws {
    try sandbox.publish(["gone.html": "", "gone.css": ""])
    let calls = Calls()
    let site = [
      "index.html", "cases/index.html", "cases/page/2/index.html", "cases/acme/index.html",
      "companies/acme/feed.atom", "companies/acme/index.html", "style.css", "files/a.pdf",
      "sitemap.xml", "data/cases.csv",
    ]
    let disk = calls.disk { _, step in step == .exchange ? .error(ENOSYS) : nil }
    try sandbox.publish(Dictionary(uniqueKeysWithValues: site.map { ($0, "") }), disk: disk)
    let root = sandbox["public"] + "/"
    #expect(
      calls.paths(.move).map { $0.dropFirst(root.count) } == [
        ".gazette-manifest", "files/a.pdf", "style.css", "cases/acme/index.html",
        "companies/acme/index.html", "cases/index.html", "cases/page/2/index.html",
        "companies/acme/feed.atom", "data/cases.csv", "sitemap.xml", "index.html",
        ".gazette-manifest",
      ])
    let removals = calls.paths(.remove).filter { $0.contains("gone") }
    #expect(Set(removals) == [root + "gone.css", root + "gone.html"])
  }

  @Test func `an empty folder that cannot be replaced is filled`() throws {
    try sandbox.makeFolder("public")
    let tally = try sandbox.publish(FaultTests.new, disk: Self.noExchange)
    #expect(!tally.exchanged)
    #expect(sandbox.site() == FaultTests.new)
    #expect(sandbox.names() == ["public"])
  }

  @Test func `a file becomes a folder, and a folder a file`() throws {
    try sandbox.publish(["a": "file", "b/c/index.html": "page", "d/index.html": "stays"])
    let site = ["a/index.html": "page", "b": "file", "d/index.html": "stays"]
    try sandbox.publish(site, disk: Self.noExchange)
    #expect(sandbox.site() == site)
    #expect(sandbox.names() == ["public"])
  }

  @Test func `an old name goes first where the new one differs in case alone`() throws {
    try sandbox.publish(["Acme.pdf": "old", "gone.pdf": "gone"])
    let calls = Calls()
    let disk = calls.disk { _, step in step == .exchange ? .error(ENOSYS) : nil }
    try sandbox.publish(["acme.pdf": "new"], disk: disk)
    #expect(sandbox.site() == ["acme.pdf": "new"])
    let changes = calls.all.filter { $0.step == .move || $0.step == .remove }.map(\.path)
    let root = sandbox["public"]
    let (old, new) = (
      changes.firstIndex(of: "\(root)/Acme.pdf"), changes.firstIndex(of: "\(root)/acme.pdf")
    )
    #expect(try #require(old) < #require(new))
  }

  @Test func `files that cannot be moved between file systems are copied and renamed`() throws {
    try sandbox.publish(FaultTests.old)
    // A folder of the same device mounted there: a move from outside fails, one inside does not.
    let moves = Calls()
    let disk = Disk { step, path in
      if step == .exchange { return .error(EBUSY) }
      if step != .move { return nil }
      return moves.counted(.move, path).isMultiple(of: 2) ? nil : .error(EXDEV)
    }
    #expect(try !sandbox.publish(FaultTests.new, disk: disk).exchanged)
    #expect(sandbox.site() == FaultTests.new)
    #expect(sandbox.names() == ["public"])
    #expect(!sandbox.names(in: "public").contains(".gazette-part"))
    #expect(try sandbox.publish(FaultTests.new).unchanged == 5)
  }

  @Test func `where nothing can be made beside it, all is done inside the destination`() throws {
    try sandbox.publish(FaultTests.old)
    let parent = sandbox.path
    let calls = Calls()
    let closed = Disk { step, path in
      _ = calls.counted(step, path)
      return step == .write && path == parent ? .error(EACCES) : nil
    }
    let edition = try sandbox.output(disk: closed).begin()
    #expect(sandbox.names() == ["public"])
    for (path, text) in FaultTests.new { try edition.write(path, text) }
    #expect(sandbox.names(in: "public").contains(".gazette-new"))
    #expect(throws: PublishingError.self) {
      try sandbox.output(disk: closed).begin(waiting: .zero)
    }
    let tally = try edition.finish()
    #expect(!tally.exchanged)
    #expect((tally.written, tally.unchanged, tally.removed) == (3, 2, 1))
    #expect(calls.paths(.link) == [])
    #expect(sandbox.site() == FaultTests.new)
    #expect(try sandbox.publish(FaultTests.new, disk: closed).unchanged == 5)
  }

  @Test func `a destination that may not be written is refused at once`() throws {
    try sandbox.publish(FaultTests.old)
    let root = sandbox["public"]
    let disk = Disk { step, path in step == .write && path == root ? .error(EROFS) : nil }
    let error = #expect(throws: PublishingError.self) { try sandbox.output(disk: disk).begin() }
    #expect(
      error?.description
        == "cannot write '\(root)': the file system is read-only; '\(root)' is as it was")
  }

  @Test func `a file put into the destination during the build is left alone`() throws {
    try sandbox.publish(FaultTests.old)
    let edition = try sandbox.output(disk: Self.noExchange).begin()
    try edition.write("index.html", "new")
    try sandbox.makeFile("public/gone/notes.txt", "mine")
    #expect(try !edition.finish().exchanged)
    #expect(sandbox.site() == ["index.html": "new", "gone/notes.txt": "mine"])
  }

  @Test func `a failure before the first file leaves the destination as it was`() throws {
    try sandbox.publish(FaultTests.old)
    let manifest = try sandbox.manifest()
    let root = sandbox["public"]
    let calls = Calls()
    let disk = Disk { step, path in
      if step == .exchange { return .error(ENOSYS) }
      guard step == .makeFolder, path == "\(root)/cases/umbrella" else { return nil }
      // The first time it is made in the staging folder.
      return calls.counted(step, path) == 2 ? .error(ENOSPC) : nil
    }
    let error = #expect(throws: PublishingError.self) {
      try sandbox.publish(FaultTests.new, disk: disk)
    }
    #expect(error?.state == .untouched)
    #expect(sandbox.site() == FaultTests.old)
    #expect(try sandbox.manifest() == manifest)
    #expect(sandbox.names() == ["public"])
  }

  @Test func `a failure among the files is told as such, and the next build mends it`() throws {
    try sandbox.publish(FaultTests.old)
    let root = sandbox["public"]
    let disk = Disk { step, path in
      switch step {
      case .exchange: .error(ENOSYS)
      case .move: path == "\(root)/index.html" ? .error(EIO) : nil
      default: nil
      }
    }
    let error = #expect(throws: PublishingError.self) {
      try sandbox.publish(FaultTests.new, disk: disk)
    }
    #expect(error?.state == .partlyNew)
    #expect(
      error?.description
        == "cannot put in place '\(root)/index.html': the device reports an input/output error; "
        + "'\(root)' is partly new and partly old, build again to mend it")
    try sandbox.publish(FaultTests.new, disk: Self.noExchange)
    #expect(sandbox.site() == FaultTests.new)
    #expect(sandbox.names() == ["public"])
  }

  @Test func `a build that is killed at any call is mended by the next`() throws {
    let before = ["a": "file", "b/index.html": "old", "c/d/index.html": "gone", "same.css": "same"]
    let after = ["a/index.html": "page", "b/index.html": "new", "c/d": "file", "same.css": "same"]
    var number = 0
    while true {
      number += 1
      let sandbox = try Sandbox()
      try sandbox.publish(before)
      let (calls, last) = (Calls(), number)
      let disk = calls.disk { call, step in
        call >= last ? .error(EIO) : step == .exchange ? .error(ENOSYS) : nil
      }
      _ = try? sandbox.publish(after, disk: disk)
      for (path, text) in try #require(sandbox.site()) where !path.hasPrefix(".gazette-") {
        // Never half a file; an empty folder has just lost its file or waits for it.
        #expect(
          before[path] == text || after[path] == text || path.hasSuffix("/"), "call \(number)")
      }
      try sandbox.publish(after, disk: Self.noExchange)
      #expect(sandbox.site() == after, "call \(number)")
      #expect(sandbox.names() == ["public"], "call \(number)")
      if calls.count < number { break }
    }
    #expect(number > 50)
  }
}

/// The order in which files come to where readers are, where they cannot all come at once.
struct TurnTests {
  @Test(arguments: [
    ("style.css", Turn.asset, Turn.asset), ("files/a.pdf", .asset, .asset),
    ("files/a.csv", .asset, .asset), ("calendar.ics", .newIndex, .index),
    ("cases/acme/citation.bib", .newIndex, .index), ("data/gazette.sqlite", .newIndex, .index),
    ("cases/acme/index.html", .newPage, .page), ("cases/index.html", .newIndex, .index),
    ("cases/page/2/index.html", .newIndex, .index), ("feed.atom", .newIndex, .index),
    ("companies/acme/feed.atom", .newIndex, .index), ("data/cases.csv", .newIndex, .index),
    ("index.html", .front, .front),
  ])
  func `what others link to comes first, and the front page last`(
    path: String, new: Turn, changed: Turn
  ) {
    #expect(Turn(of: path, isNew: true) == new)
    #expect(Turn(of: path, isNew: false) == changed)
    #expect(Turn.allCases == Turn.allCases.sorted())
  }
}
