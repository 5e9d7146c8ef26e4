import Foundation
import TestSupport
import Testing

@testable import Building
@testable import Loading
@testable import Publishing

/// Builds on disks on which the first call fails, then only the second, and so on until a build makes
/// so few that none fails. `scripts/torture/faults.py` does the same to the program itself.
struct FaultWalkTests {
  @Test func `whichever call fails that reads, the file is named and none stays open`() async throws
  {
    let walk = try await FaultWalk(hasOldSite: true)
    try walk.restore()
    var number = 0
    while true {
      number += 1
      let calls = FailingCalls(number, with: Self.errors)
      do {
        _ = try await walk.read(on: calls)
        if calls.count < number { break }
      } catch let error as LoadingError {
        #expect(error.path.hasPrefix(walk.folder.path + "/"), "call \(number)")
        #expect("\(error)".hasPrefix("cannot \(error.step.rawValue) '"), "call \(number)")
      }
      #expect(walk.openFiles == [], "call \(number)")
    }
    #expect(number > 20)
    #expect(try walk.site() == walk.old)
  }

  @Test(arguments: [false, true])
  func
    `whichever call fails that writes, it is told, no file stays open, and the site is old or new`(
      hasOldSite: Bool
    ) async throws
  {
    let walk = try await FaultWalk(hasOldSite: hasOldSite)
    try walk.restore()
    // What is between reading and writing asks nobody, so the build is the same every time.
    let build = try await walk.read(on: nil)
    var (number, failures) = (0, 0)
    while true {
      number += 1
      let calls = FailingCalls(number, with: Self.errors)
      do {
        let tally = try await walk.write(build, on: calls)
        #expect(try walk.site() == walk.new, "call \(number)")
        if tally.leftBehind == nil, calls.count < number { break }
        try walk.restore()
      } catch {
        failures += 1
        #expect(error is PublishingError, "call \(number): \(error)")
        #expect("\(error)".hasPrefix("cannot "), "call \(number): \(error)")
        #expect(try walk.site() == walk.old, "call \(number)")
        // Mostly the next failing build is also the one that clears what this one has left.
        if failures.isMultiple(of: 16) { try await walk.expectNextBuildSucceeds(after: number) }
      }
      #expect(walk.openFiles == [], "call \(number)")
    }
    #expect(failures > 100)
    try await walk.expectNextBuildSucceeds(after: number)
  }

  private static let errors: [FailingCalls.Fault] = [
    .error(EIO), .error(ENOSPC), .error(EACCES), .error(EMFILE),
  ]

  @Test func `reads and writes that move half the bytes make the same site`() async throws {
    for hasOldSite in [false, true] {
      let walk = try await FaultWalk(hasOldSite: hasOldSite)
      _ = try await walk.build(on: FailingCalls(nil, with: [.short]))
      #expect(try walk.site() == walk.new)
    }
  }

  @Test func `a source that vanishes at any call is named, or was read before`() async throws {
    let walk = try await FaultWalk(hasOldSite: true)
    var number = 0
    while true {
      number += 1
      try walk.restore()
      let calls = FailingCalls(number, with: [.vanish])
      do {
        _ = try await walk.build(on: calls)
        #expect(try walk.site() == walk.new, "call \(number)")
        if calls.count < number { break }
      } catch let error as LoadingError {
        #expect(error.cause == "No such file or directory", "call \(number)")
        #expect(try walk.site() == walk.old, "call \(number)")
      } catch let error as PublishingError {
        #expect(error.cause == .system(ENOENT), "call \(number)")
        #expect(try walk.site() == walk.old, "call \(number)")
      }
      #expect(walk.openFiles == [], "call \(number)")
    }
  }

  @Test func `a source that is written at any call is the site as it was or as it is`() async throws
  {
    let walk = try await FaultWalk(hasOldSite: true)
    var number = 0
    while true {
      number += 1
      try walk.restore()
      let calls = FailingCalls(number, with: [.rewrite])
      do {
        _ = try await walk.build(on: calls)
        if calls.count < number { break }
        // Whatever it is, the next build brings what the sources are now.
      } catch let error as PublishingError {
        #expect(error.cause == .changedMeanwhile, "call \(number)")
        #expect(try walk.site() == walk.old, "call \(number)")
      }
      _ = try await walk.build(on: nil)
      let rebuilt = try walk.site()
      try walk.clear()
      _ = try await walk.build(on: nil)
      #expect(try walk.site() == rebuilt, "call \(number)")
    }
  }
}
