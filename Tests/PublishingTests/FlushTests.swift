import Foundation
import Testing

@testable import Publishing

/// What must be on the disk before readers see it.
struct FlushTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func `everything new is on the disk before the exchange, the exchange before removals`()
    throws
  {
    try sandbox.publish(FaultTests.old)
    let calls = Calls()
    try sandbox.publish(FaultTests.new, disk: calls.disk())
    let steps = calls.all.map(\.step)
    let exchange = try #require(steps.firstIndex(of: .exchange))
    #expect(steps[exchange - 1] == .flush)
    #expect(steps[exchange + 1] == .flush)
    #expect(!steps[exchange...].contains(.write))
    #expect(!steps[..<exchange].contains(.remove))
  }

  @Test func `a site that is as it was is not flushed`() throws {
    try sandbox.publish(FaultTests.old)
    let calls = Calls()
    try sandbox.publish(FaultTests.old, disk: calls.disk())
    #expect(calls.paths(.flush) == [])
  }

  @Test func `file by file, names are on the disk before the first file and after the last`() throws
  {
    try sandbox.publish(FaultTests.old)
    let calls = Calls()
    let disk = calls.disk { _, step in step == .exchange ? .error(ENOSYS) : nil }
    try sandbox.publish(FaultTests.new, disk: disk)
    let steps = calls.all.filter { $0.step == .move || $0.step == .flush }.map(\.step)
    #expect(steps.prefix(5) == [.flush, .flush, .move, .flush, .move])
    #expect(steps.suffix(3) == [.flush, .move, .flush])
  }

  @Test(arguments: [EINVAL, ENOSYS, ENOTSUP])
  func `a file system that has no disk is none the worse`(code: Int32) throws {
    try sandbox.publish(FaultTests.old)
    let tally = try sandbox.publish(FaultTests.new, disk: .refusing(.flush, with: code))
    #expect(tally.leftBehind == nil)
    #expect(sandbox.site() == FaultTests.new)
  }

  @Test(arguments: [EIO, ENOSPC])
  func `a disk that cannot take what was written leaves the old site`(code: Int32) throws {
    try sandbox.publish(FaultTests.old)
    let error = #expect(throws: PublishingError.self) {
      try sandbox.publish(FaultTests.new, disk: .refusing(.flush, with: code))
    }
    #expect(
      error?.description.hasPrefix("cannot write to the disk what is in '\(sandbox["public"])': ")
        == true)
    #expect(sandbox.site() == FaultTests.old)
    #expect(sandbox.names() == ["public"])
  }

  @Test func `an exchange that may not be on the disk leaves the old site to the next build`()
    throws
  {
    try sandbox.publish(FaultTests.old)
    let calls = Calls()
    let disk = Disk { step, path in
      calls.counted(step, step == .flush ? "" : path) == 2 && step == .flush ? .error(EIO) : nil
    }
    let tally = try sandbox.publish(FaultTests.new, disk: disk)
    #expect(tally.leftBehind?.step == .flush)
    #expect(sandbox.site() == FaultTests.new)
    #expect(sandbox.site(".public.gazette-new") == FaultTests.old)
    try sandbox.publish(FaultTests.new)
    #expect(sandbox.names() == ["public"])
  }

  @Test func `a changed source has its bytes on the disk before it takes the other's place`() throws
  {
    try sandbox.makeFile("a.md", "old")
    let calls = Calls()
    let file = ChangedFile(at: sandbox["a.md"], disk: calls.disk())
    try file.replace(Array("old".utf8), with: Array("new".utf8))
    let steps = calls.all.map(\.step)
    let (flush, move) = (steps.firstIndex(of: .flush), steps.firstIndex(of: .move))
    #expect(try #require(flush) < #require(move))
  }
}
