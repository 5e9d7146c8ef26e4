import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Building
@testable import Content
@testable import Linking
@testable import Loading
@testable import Publishing
@testable import Rendering

/// A publication and its site on disks that fail.
struct FaultWalk {
  let folder: TemporaryFolder
  /// The site before; empty where there is none.
  let old: [String: Data]
  let new: [String: Data]
  private let hasOldSite: Bool
  private static let before = source("Before")
  private static let after = source("After")

  private static func source(_ title: String) -> Fixture {
    Fixture(
      """
      === content/files/note.txt
      \(title)
      === content/site.yml
      title: \(title)
      base_url: https://watch.example
      feed_id: watch.example,2026
      data: [csv]
      === content/topics/data-breach.md
      ---
      name: Data breaches
      ---
      === content/pages/about.md
      ---
      title: About
      ---
      """)
  }

  init(hasOldSite: Bool) async throws {
    folder = try Self.before.written()
    self.hasOldSite = hasOldSite
    let walk = Walk(folder: folder)
    let sound = FailingCalls(0, with: [.short])
    _ = try await walk.write(try await walk.read(on: sound), on: sound)
    old = hasOldSite ? try folder.contents(of: "public") : [:]
    try walk.write(Self.after)
    _ = try await walk.write(try await walk.read(on: sound), on: sound)
    new = try folder.contents(of: "public")
    precondition(new.count > 10 && old != new)
  }

  private var walk: Walk { Walk(folder: folder) }

  func read(on calls: FailingCalls?) async throws -> Build {
    calls?.root = folder.path
    return try await walk.read(on: calls ?? FailingCalls(0, with: [.short]))
  }

  func write(_ build: Build, on calls: FailingCalls) async throws -> Tally {
    calls.root = folder.path
    return try await walk.write(build, on: calls)
  }

  func build(on calls: FailingCalls?) async throws -> Tally {
    let calls = calls ?? FailingCalls(0, with: [.short])
    return try await write(try await read(on: calls), on: calls)
  }

  /// Puts the old site back, and the sources of the new one.
  func restore() throws {
    try clear()
    for (path, data) in old {
      let file = URL(fileURLWithPath: "\(folder.path)/public/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
    try walk.write(Self.after)
  }

  func clear() throws {
    for name in try beside where name != "content" { try folder.remove(name) }
  }

  func site() throws -> [String: Data] { try folder.contents(of: "public") }

  var beside: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// Builds on a sound disk: whatever the last build has left, the site is there and nothing else.
  func expectNextBuildSucceeds(after number: Int) async throws {
    _ = try await build(on: nil)
    #expect(try site() == new, "call \(number)")
    #expect(try beside == ["content", "public"], "call \(number)")
    try restore()
  }

  /// What this process has open below the folder.
  var openFiles: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return names.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }.filter { $0.hasPrefix(folder.path) }
  }
}

/// The stages as `gazette build` puts them together.
private struct Walk {
  let folder: TemporaryFolder

  func read(on calls: FailingCalls) async throws -> Build {
    let sources = try SourceTree(reading: folder.path, disk: calls.sourceDisk)
    let options = LinkingOptions(now: Timestamp(seconds: 1_782_907_200))
    return try await Build(of: sources, options, on: Cores(1))
  }

  func write(_ build: Build, on calls: FailingCalls) async throws -> Tally {
    guard let edition = build.edition else { preconditionFailure("these sources are sound") }
    let run = try OutputDirectory(
      at: folder.path + "/public", keepingOut: [folder.path + "/content"], disk: calls.disk
    ).begin(waiting: .zero)
    do {
      try await edition.written(on: Cores(1)) { sheet, content in
        switch content {
        case .bytes(let bytes, _): try run.write(sheet.path, bytes)
        case .pieces: try run.write(sheet.path) { edition.forEachPiece(of: sheet, $0) }
        case .drawing(let drawing): try drawing.withUnsafeBytes { try run.write(sheet.path, $0) }
        case .copy(let source):
          if let file = source.diskPath {
            try run.copy(sheet.path, fromFile: file)
          } else {
            try source.bytes().withUnsafeBytes { try run.write(sheet.path, $0) }
          }
        }
      }
      return try run.finish()
    } catch {
      run.abandon()
      throw error
    }
  }

  func write(_ fixture: Fixture) throws {
    for file in fixture.files {
      try folder.write(String(decoding: file.bytes(), as: UTF8.self), to: file.path)
    }
  }
}

/// Counts every call to the file system, and makes one of them fail, or all.
final class FailingCalls: Sendable {
  enum Fault {
    case error(Int32)
    case short
    /// The file that the call is about is gone.
    case vanish
    /// The file that the call is about has other bytes, and as many.
    case rewrite
  }

  private let failing: Int?
  private let fault: Fault
  private let state = Mutex((count: 0, root: ""))

  /// The call of this number fails, or every one for nil; numbers take turns with the faults.
  init(_ failing: Int?, with faults: [Fault]) {
    self.failing = failing
    fault = faults[(failing ?? 0) % faults.count]
  }

  var count: Int { state.withLock { $0.count } }

  var root: String {
    get { state.withLock { $0.root } }
    set { state.withLock { $0.root = newValue } }
  }

  var sourceDisk: SourceDisk {
    SourceDisk { _, path in
      switch self.next(path) {
      case .error(let code): .error(code)
      case .short: .short
      default: nil
      }
    }
  }

  var disk: Disk {
    Disk { step, path in
      switch self.next(path) {
      case .error(let code): .error(code)
      case .short where step != .flush: .short
      // A thousand builds need not wait for the disk.
      default: step == .flush ? .error(ENOTSUP) : nil
      }
    }
  }

  private func next(_ path: String) -> Fault? {
    let (number, root) = state.withLock { state in
      // Only files of the sources are anybody's to change.
      let counts =
        switch fault {
        case .error, .short: true
        case .vanish, .rewrite: path.hasPrefix(state.root + "/content/") && path.contains(".")
        }
      if counts { state.count += 1 }
      return (counts ? state.count : -1, state.root)
    }
    if let failing, number != failing { return nil }
    if path.hasPrefix(root + "/content/") {
      if case .vanish = fault { unlink(path) }
      if case .rewrite = fault, let text = try? String(contentsOfFile: path, encoding: .utf8) {
        let other = text.replacing("After", with: "Later")
        try? Data(other.utf8).write(to: URL(fileURLWithPath: path))
      }
    }
    return fault
  }
}
