import Foundation
import Synchronization
import Testing

@testable import Publishing

/// A folder of a test's own, removed with everything in it when the test is over.
final class Sandbox: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "gazette-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    _ = try? FileManager.default.removeItem(atPath: path)
  }

  subscript(name: String) -> String { "\(path)/\(name)" }

  func output(
    _ name: String = "public", keepingOut: [String] = [], disk: Disk = .sound
  ) -> OutputDirectory {
    OutputDirectory(at: self[name], keepingOut: keepingOut.map { self[$0] }, disk: disk)
  }

  /// Publishes a site of these files.
  @discardableResult
  func publish(
    _ site: [String: String], to name: String = "public", disk: Disk = .sound
  ) throws(PublishingError) -> Tally {
    let edition = try output(name, disk: disk).begin(waiting: .zero)
    // In a fixed order, so that the calls to the disk can be counted.
    for (path, text) in site.sorted(by: { $0.key < $1.key }) { try edition.write(path, text) }
    return try edition.finish()
  }

  // MARK: Looking

  /// The text of every file under `name`, the manifest aside, and a `/` for every empty folder;
  /// nil where there is nothing.
  func site(_ name: String = "public") -> [String: String]? {
    var isFolder = ObjCBool(false)
    let root = self[name]
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) else { return nil }
    var site: [String: String] = [:]
    for path in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
      if path == ".gazette-manifest" { continue }
      if let text = try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) {
        site[path] = text
      } else if (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(path)")) == [] {
        site[path + "/"] = ""
      }
    }
    return site
  }

  /// What lies in the folder of this name, in order.
  func names(in name: String = ".") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: self[name])) ?? []).sorted()
  }

  func manifest(of name: String = "public") throws -> String {
    try String(contentsOfFile: self["\(name)/.gazette-manifest"], encoding: .utf8)
  }

  /// What changes when a file is written anew.
  func number(_ name: String) throws -> UInt64 {
    let number = try FileManager.default.attributesOfItem(atPath: self[name])[.systemFileNumber]
    return try #require(number as? UInt64 ?? (number as? NSNumber)?.uint64Value)
  }

  func date(_ name: String) throws -> Date {
    try #require(
      try FileManager.default.attributesOfItem(atPath: self[name])[.modificationDate] as? Date)
  }

  func mode(_ name: String) throws -> Int {
    let mode = try FileManager.default.attributesOfItem(atPath: self[name])[.posixPermissions]
    return try #require(mode as? Int)
  }

  // MARK: Making

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: self[name], withIntermediateDirectories: true)
  }

  func makeFile(_ name: String, _ text: String = "") throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try text.write(toFile: self[name], atomically: false, encoding: .utf8)
  }
}

extension Edition {
  func write(_ path: String, _ text: String) throws(PublishingError) {
    try Array(text.utf8).withUnsafeBufferPointer { bytes throws(PublishingError) in
      try write(path, UnsafeRawBufferPointer(bytes))
    }
  }
}

/// What a test's disk was asked for, and how often.
final class Calls: Sendable {
  private let calls = Mutex<[(step: PublishingError.Step, path: String)]>([])

  var all: [(step: PublishingError.Step, path: String)] { calls.withLock { $0 } }

  var count: Int { calls.withLock { $0.count } }

  func paths(_ step: PublishingError.Step) -> [String] {
    calls.withLock { $0.filter { $0.step == step }.map(\.path) }
  }

  /// Notes a call, and gives how often it was made so far.
  func counted(_ step: PublishingError.Step, _ path: String) -> Int {
    calls.withLock { calls in
      calls.append((step, path))
      return calls.count { $0.step == step && $0.path == path }
    }
  }

  /// A disk that notes every call, and on which `fault` decides by the call's number, from 1.
  func disk(
    _ fault: @escaping @Sendable (Int, PublishingError.Step) -> Disk.Fault? = { _, _ in nil }
  ) -> Disk {
    Disk { step, path in
      let number = self.calls.withLock { calls in
        calls.append((step, path))
        return calls.count
      }
      return fault(number, step)
    }
  }
}

extension Disk {
  /// A disk on which one kind of call always fails.
  static func refusing(_ refused: PublishingError.Step, with code: Int32) -> Disk {
    Disk { step, _ in step == refused ? .error(code) : nil }
  }
}
