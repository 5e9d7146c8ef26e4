import Foundation
import Synchronization
import Testing

@testable import Publishing

struct BuildLockTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func `a second build is told who has the destination, and gives up`() throws {
    let first = try sandbox.output().begin()
    var holders: [Int32?] = []
    let error = #expect(throws: PublishingError.self) {
      _ = try sandbox.output().begin(waiting: .milliseconds(50)) { holders.append($0) }
    }
    #expect(holders == [getpid()])
    #expect(error?.cause == .held(by: getpid()))
    #expect(
      error?.description
        == "another build (process \(getpid())) has '\(sandbox["public"])'; waited in vain for "
        + "it to end")
    first.abandon()
  }

  #if os(Linux)
    @Test func `a program that is being started does not keep the lock of a build that has ended`()
      throws
    {
      // The lock's file stays, so that only the lock itself can let the next build in.
      let first = try sandbox.output(disk: .refusing(.remove, with: EIO)).begin(waiting: .zero)
      let lock = sandbox[".public.gazette-lock"]
      let descriptor = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").first {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == lock
      }
      let inherited = dup(try #require(descriptor.flatMap { Int32($0) }))
      defer { close(inherited) }
      first.abandon()
      try sandbox.output().begin(waiting: .zero).abandon()
    }
  #endif

  @Test func `a second build waits for the first and sees its site`() throws {
    let first = try sandbox.output().begin()
    try first.write("index.html", "first")
    let second = try sandbox.output().begin { _ in
      #expect(throws: Never.self) { try first.finish() }
    }
    try second.write("index.html", "first")
    #expect(try second.finish().unchanged == 1)
    #expect(sandbox.names() == ["public"])
  }

  @Test func `a destination is free again when an edition ends in an error`() throws {
    try sandbox.makeFile("public/notes.txt")
    #expect(throws: PublishingError.self) { _ = try sandbox.output().begin(waiting: .zero) }
    try FileManager.default.removeItem(atPath: sandbox["public/notes.txt"])
    _ = try sandbox.output().begin(waiting: .zero)
  }

  @Test func `a killed build's lock is taken over and goes with the next build`() throws {
    try sandbox.makeFile(".public.gazette-lock", "4194304\n")
    try sandbox.publish(["index.html": "front page"])
    #expect(sandbox.names() == ["public"])
  }

  @Test func `a lock that is released while another waits for it is not taken twice`() throws {
    // The waiting build has opened the first one's file when that goes and a third one comes.
    let first = Mutex<Edition?>(try sandbox.output().begin())
    let third = Mutex<Edition?>(nil)
    let sandbox = sandbox
    let disk = Disk { step, path in
      guard step == .lock, path.hasSuffix(".gazette-lock") else { return nil }
      let ending = first.withLock { edition in
        defer { edition = nil }
        return edition
      }
      if let ending {
        ending.abandon()
        third.withLock { $0 = try? sandbox.output().begin(waiting: .zero) }
      }
      return nil
    }
    let error = #expect(throws: PublishingError.self) {
      _ = try sandbox.output(disk: disk).begin(waiting: .zero)
    }
    #expect(error?.cause == .held(by: getpid()))
    #expect(third.withLock { $0 != nil })
  }

  @Test func `a destination may be built while another one beside it is`() throws {
    let first = try sandbox.output("public").begin()
    let second = try sandbox.output("drafts").begin(waiting: .zero)
    try first.write("index.html", "public")
    try second.write("index.html", "drafts")
    _ = try (first.finish(), second.finish())
    #expect(sandbox.names() == ["drafts", "public"])
  }
}
