import Foundation

/// Files that a person has read and found right, in the folder `Goldens` beside this file.
///
/// `RECORD_GOLDENS=1 swift test` draws them anew; then read the difference like code.
struct Goldens {
  private let folder: URL

  /// `name` is the folder's, where it is another one.
  init(_ name: String = "Goldens") {
    folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent(name)
  }

  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"
  }

  /// Every file below the folder, by its path there.
  func files() throws -> [String: [UInt8]] {
    let manager = FileManager.default
    var files: [String: [UInt8]] = [:]
    for name in try manager.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let file = folder.appendingPathComponent(name)
      guard manager.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[name] = Array(try Data(contentsOf: file))
    }
    return files
  }

  /// Makes the folder hold these files and no others.
  func record(_ files: [String: [UInt8]]) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, bytes) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  /// The first line in which two texts differ, as a reader of a failed test needs it; nil where
  /// there is none.
  static func difference(of found: [UInt8], from golden: [UInt8]) -> String? {
    guard found != golden else { return nil }
    let (new, old) = (lines(found), lines(golden))
    let line = zip(new, old).prefix { $0 == $1 }.count
    func text(_ lines: [String]) -> String { line < lines.count ? lines[line] : "(the end)" }
    return "line \(line + 1)\n  is:  \(text(new))\n  was: \(text(old))"
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
