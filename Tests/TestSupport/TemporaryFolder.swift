import Foundation

/// A folder of its own for one test, gone when the test lets go of it.
package final class TemporaryFolder: Sendable {
  /// Absolute, without a slash at its end.
  package let path: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("gazette-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the folder, with the folders above it.
  package func write(_ text: String, to file: String) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  package func move(_ file: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: path + "/" + file, toPath: path + "/" + other)
  }

  package func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + file)
  }

  package func makeFolder(_ folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/" + folder, withIntermediateDirectories: true)
  }

  /// A symbolic link at `file` to `target`, which is taken as it is typed.
  package func link(_ file: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + file, withDestinationPath: target)
  }

  package func forbid(_ file: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: path + "/" + file)
  }
}
