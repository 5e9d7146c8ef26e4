import Foundation
import Testing

@testable import Publishing

/// What is written besides sites, on disks on which the first call fails, then only the second, and so on.
struct WalkTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Does `work` on such disks until it makes so few calls that none fails; how many did fail.
  private func walk(
    _ work: (Disk, _ number: Int) throws -> Void,
    _ check: (_ number: Int, (any Error)?) throws -> Void
  ) throws -> Int {
    let errors = [EIO, ENOSPC, EACCES, EMFILE]
    var number = 0
    while true {
      number += 1
      let (calls, failing) = (Calls(), number)
      let disk = calls.disk { call, _ in
        call == failing ? .error(errors[failing % errors.count]) : nil
      }
      do {
        try work(disk, number)
        try check(number, nil)
        if calls.count < number { return number - 1 }
      } catch {
        #expect("\(error)".hasPrefix("cannot "), "call \(number): \(error)")
        try check(number, error)
      }
      #expect(openFiles == [], "call \(number)")
    }
  }

  @Test func `new files are all there or none, whichever call fails`() throws {
    let files = [
      (path: "content/cases/a.md", bytes: Array("a".utf8)),
      (path: "content/topics/b.md", bytes: Array("b".utf8)),
    ]
    let failures = try walk { disk, number in
      try NewFiles(in: sandbox["\(number)"], disk: disk).write(files)
    } _: { number, error in
      let written = sandbox.site("\(number)")
      if let error {
        #expect("\(error)".hasSuffix("; nothing was written"), "call \(number)")
        #expect(written == nil, "call \(number)")
      } else {
        #expect(
          written == ["content/cases/a.md": "a", "content/topics/b.md": "b"], "call \(number)")
      }
    }
    #expect(failures > 8)
  }

  @Test func `a site that is copied to another folder is there as it was or as it is`() throws {
    try sandbox.publish(FaultTests.new, to: "public")
    let failures = try walk { disk, number in
      try sandbox.publish(FaultTests.old, to: "www-\(number)")
      let edition = try sandbox.output("www-\(number)", disk: disk).begin(waiting: .zero)
      defer { edition.abandon() }
      for path in FaultTests.new.keys.sorted() {
        try edition.copy(path, fromFile: sandbox["public/\(path)"])
      }
      _ = try edition.finish()
    } _: { number, error in
      let expected = error == nil ? FaultTests.new : FaultTests.old
      #expect(sandbox.site("www-\(number)") == expected, "call \(number)")
      try sandbox.publish(FaultTests.new, to: "www-\(number)")
      #expect(sandbox.site("www-\(number)") == FaultTests.new, "call \(number)")
      try FileManager.default.removeItem(atPath: sandbox["www-\(number)"])
      #expect(sandbox.names() == ["public"], "call \(number)")
    }
    #expect(failures > 50)
  }

  @Test func `an examination fails in words and changes nothing`() throws {
    try sandbox.publish(FaultTests.new)
    let failures = try walk { disk, _ in
      let examination = try sandbox.output(disk: disk).examine(waiting: .zero)
      defer { examination.end() }
      for (path, text) in FaultTests.new.sorted(by: { $0.key < $1.key }) {
        try Array(text.utf8).withUnsafeBufferPointer { bytes throws(PublishingError) in
          try examination.compare(path, UnsafeRawBufferPointer(bytes))
        }
      }
      #expect(examination.finding().isSound)
    } _: { number, _ in
      #expect(sandbox.site() == FaultTests.new, "call \(number)")
      // A lock that could not be taken leaves its file, which the next run takes over.
      try sandbox.output().examine(waiting: .zero).end()
      #expect(sandbox.names() == ["public"], "call \(number)")
    }
    #expect(failures > 20)
  }

  /// What this process has open below the sandbox.
  private var openFiles: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return names.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }.filter { $0.hasPrefix(sandbox.path) }
  }
}
