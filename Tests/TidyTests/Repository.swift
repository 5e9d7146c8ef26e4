import Foundation

/// The files of this repository, as they lie on the disk: nothing is asked of version control.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let sources = Result { try swiftFiles(below: "Sources") }
  static let tests = Result { try swiftFiles(below: "Tests") }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The Swift files below a folder, in ascending order of their paths.
  private static func swiftFiles(below folder: String) throws -> [SwiftFile] {
    let top = root.appending(path: folder)
    guard let walk = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil) else {
      throw Missing(path: folder)
    }
    var paths: [String] = []
    for case let file as URL in walk where file.pathExtension == "swift" {
      paths.append(folder + file.path.dropFirst(top.path.count))
    }
    return try paths.sorted().map { SwiftFile(path: $0, text: try text($0)) }
  }

  /// The names of the folders in a folder, sorted.
  static func folders(in folder: String) throws -> [String] {
    let top = root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: top.path).filter {
      var isFolder: ObjCBool = false
      return !$0.hasPrefix(".")
        && FileManager.default.fileExists(
          atPath: top.appending(path: $0).path, isDirectory: &isFolder)
        && isFolder.boolValue
    }.sorted()
  }

  struct Missing: Error {
    let path: String
  }
}

/// What is wrong in a file, as editors read it.
struct Finding: CustomStringConvertible, Equatable {
  let file: SwiftFile
  let line: Int
  let words: String

  var description: String { "\(file.path):\(line): \(words)" }

  static func == (left: Finding, right: Finding) -> Bool {
    left.description == right.description
  }
}
