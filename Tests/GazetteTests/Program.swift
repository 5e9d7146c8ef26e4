import Foundation
import TestSupport

/// The program as it was built, run as a person runs it.
struct Program {
  let status: Int32
  let output: String
  let errors: String

  init(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
    input: String = ""
  ) throws {
    let process = Process()
    process.executableURL = Self.location
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    var all = ProcessInfo.processInfo.environment
    all["SOURCE_DATE_EPOCH"] = "1782907200"
    all["XDG_CACHE_HOME"] =
      Self.location.deletingLastPathComponent().appendingPathComponent("test-cache").path
    process.environment = all.merging(environment) { $1 }
    let (out, err, stdin) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    process.standardInput = stdin
    try process.run()
    stdin.fileHandleForWriting.write(Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    // Both ends are read to the end: what is asked for here fits a pipe many times over.
    output = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    errors = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// Beside the tests' own bundle.
  static var location: URL {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
      return bundle.bundleURL.deletingLastPathComponent().appendingPathComponent("gazette")
    #else
      return URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().appendingPathComponent("gazette")
    #endif
  }
}

extension Fixture {
  /// The sources in a folder of their own.
  func written() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in files {
      let bytes = try file.bytes()
      let url = URL(fileURLWithPath: folder.path + "/" + file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
    return folder
  }
}

extension TemporaryFolder {
  /// Every file below a folder with its bytes; empty where there is none.
  func contents(of name: String) throws -> [String: Data] {
    let root = URL(fileURLWithPath: path + "/" + name)
    guard let walk = FileManager.default.enumerator(atPath: root.path) else { return [:] }
    var contents: [String: Data] = [:]
    for case let file as String in walk {
      var isFolder: ObjCBool = false
      let whole = root.path + "/" + file
      if FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder.boolValue
      {
        contents[file] = try Data(contentsOf: URL(fileURLWithPath: whole))
      }
    }
    return contents
  }

  /// When each file below a folder was last written, and which file it is.
  func identities(of name: String) throws -> [String: String] {
    try Dictionary(
      uniqueKeysWithValues: contents(of: name).keys.map { file in
        let attributes = try FileManager.default.attributesOfItem(
          atPath: path + "/" + name + "/" + file)
        let inode = attributes[.systemFileNumber] ?? 0
        let date = attributes[.modificationDate] as? Date
        return (file, "\(inode) \(date?.timeIntervalSince1970 ?? 0)")
      })
  }
}
