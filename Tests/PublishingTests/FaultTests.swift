import Foundation
import Testing

@testable import Publishing

/// Builds on disks that fail.
struct FaultTests {
  let sandbox: Sandbox

  static let old = [
    "index.html": "old front page", "cases/acme/index.html": "acme", "style.css": "body {}",
    "gone/index.html": "gone",
  ]
  static let new = [
    "index.html": "new front page", "cases/acme/index.html": "acme", "style.css": "body {}",
    "cases/umbrella/index.html": "umbrella", "feed.atom": "<feed/>",
  ]

  init() throws {
    sandbox = try Sandbox()
  }

  @Test(arguments: [
    (PublishingError.Step.write, ENOSPC, "no space left on the device"),
    (.write, EROFS, "the file system is read-only"),
    (.write, EFBIG, "the file would be too large"),
    (.write, EMFILE, "this process has too many files open"),
    (.makeFolder, EDQUOT, "the disk quota is used up"),
    (.makeFolder, EACCES, "permission denied"),
    (.read, EIO, "the device reports an input/output error"),
    (.exchange, EIO, "the device reports an input/output error"),
    (.lock, EROFS, "the file system is read-only"),
  ])
  func `a failure is told in words and leaves the old site`(
    step: PublishingError.Step, code: Int32, words: String
  ) throws {
    try sandbox.publish(Self.old)
    let disk = Disk.refusing(step, with: code)
    let error = #expect(throws: PublishingError.self) {
      try sandbox.publish(Self.new, disk: disk)
    }
    #expect(error?.step == step)
    #expect(error?.cause == .system(code))
    #expect(
      error?.description.hasSuffix(": \(words); '\(sandbox["public"])' is as it was") == true)
    #expect(sandbox.site() == Self.old)
    #expect(sandbox.names() == ["public"])
  }

  @Test func `a file that cannot be written is named as it will be on the site`() throws {
    let disk = Disk { step, path in
      step == .write && path.hasSuffix("index.html") ? .error(ENOSPC) : nil
    }
    let error = #expect(throws: PublishingError.self) {
      try sandbox.publish(["cases/acme/index.html": "acme"], disk: disk)
    }
    #expect(
      error?.description
        == "cannot write '\(sandbox["public/cases/acme/index.html"])': no space left on the "
        + "device; '\(sandbox["public"])' is as it was")
    #expect(sandbox.names() == [])
  }

  @Test func `a site with a hole is not published even when the error was overheard`() throws {
    try sandbox.publish(Self.old)
    let disk = Disk { step, path in
      step == .write && path.hasSuffix("feed.atom") ? .error(EIO) : nil
    }
    let edition = try sandbox.output(disk: disk).begin()
    _ = try? edition.write("feed.atom", "<feed/>")
    try edition.write("index.html", "new front page")
    let error = #expect(throws: PublishingError.self) { try edition.finish() }
    #expect(error?.path == sandbox["public/feed.atom"])
    #expect(sandbox.site() == Self.old)
    #expect(sandbox.names() == ["public"])
  }

  @Test func `reads and writes that move half the bytes are carried on`() throws {
    let disk = Disk { step, _ in step == .read || step == .write ? .short : nil }
    try sandbox.publish(Self.old, disk: disk)
    #expect(sandbox.site() == Self.old)
    #expect(try sandbox.publish(Self.old, disk: disk).unchanged == 4)
    try sandbox.publish(Self.new, disk: disk)
    #expect(sandbox.site() == Self.new)
  }

  @Test(arguments: [EPERM, EXDEV, EMLINK, ENOTSUP])
  func `where links are refused files are copied with their dates`(code: Int32) throws {
    try sandbox.publish(Self.old)
    let date = try sandbox.date("public/style.css")
    let number = try sandbox.number("public/style.css")
    let tally = try sandbox.publish(Self.new, disk: .refusing(.link, with: code))
    #expect((tally.written, tally.unchanged, tally.removed) == (3, 2, 1))
    #expect(sandbox.site() == Self.new)
    #expect(try sandbox.date("public/style.css") == date)
    #expect(try sandbox.number("public/style.css") != number)
  }

  @Test func `a failure of any one call leaves the old site, or the new one whole`() throws {
    var number = 0
    while true {
      number += 1
      let sandbox = try Sandbox()
      try sandbox.publish(Self.old)
      let (calls, failing) = (Calls(), number)
      let disk = calls.disk { call, _ in call == failing ? .error(EIO) : nil }
      do {
        let tally = try sandbox.publish(Self.new, disk: disk)
        #expect(sandbox.site() == Self.new, "call \(number)")
        if tally.leftBehind == nil, calls.count < number { break }
      } catch {
        #expect(sandbox.site() == Self.old, "call \(number): \(error)")
        #expect(error.description.hasSuffix("'\(sandbox["public"])' is as it was"))
      }
      try sandbox.publish(Self.new)
      #expect(sandbox.site() == Self.new, "call \(number)")
      #expect(sandbox.names() == ["public"], "call \(number)")
    }
    #expect(number > 50)
  }

  @Test func `a build that is killed at any call leaves the old site or the new one`() throws {
    for publishesAnew in [true, false] {
      var number = 0
      while true {
        number += 1
        let sandbox = try Sandbox()
        if !publishesAnew { try sandbox.publish(Self.old) }
        let (calls, last) = (Calls(), number)
        // From this call on nothing happens any more, not even tidying.
        let disk = calls.disk { call, _ in call >= last ? .error(EIO) : nil }
        _ = try? sandbox.publish(Self.new, disk: disk)
        let expected = publishesAnew ? nil : Self.old
        #expect(sandbox.site() == expected || sandbox.site() == Self.new, "call \(number)")
        try sandbox.publish(Self.new)
        #expect(sandbox.site() == Self.new, "call \(number)")
        #expect(sandbox.names() == ["public"], "call \(number)")
        if calls.count < number { break }
      }
    }
  }

  @Test func `what cannot be tidied is told, and the next build tidies it`() throws {
    try sandbox.publish(Self.old)
    let tally = try sandbox.publish(Self.new, disk: .refusing(.remove, with: EIO))
    #expect(sandbox.site() == Self.new)
    #expect(tally.leftBehind?.state == .new)
    #expect(
      tally.leftBehind?.description.hasSuffix("'\(sandbox["public"])' holds the new site") == true)
    try sandbox.publish(Self.new)
    #expect(sandbox.names() == ["public"])
  }

  #if os(Linux)
    @Test(arguments: PublishingError.Step.allCases)
    func `no descriptor stays open, whatever fails`(step: PublishingError.Step) throws {
      try sandbox.publish(Self.old)
      _ = try? sandbox.publish(Self.new, disk: .refusing(step, with: EIO))
      let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter {
        let target = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/self/fd/\($0)")
        return target?.hasPrefix(sandbox.path) == true
      }
      #expect(open == [])
    }
  #endif
}
