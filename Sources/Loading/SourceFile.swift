#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One input of a site: a path, and where its bytes are to be had.
package struct SourceFile: Sendable {
  /// From the source directory, with `/` between its parts: `content/cases/acme.md`.
  package let path: String
  let storage: Storage

  enum Storage: Sendable {
    case memory([UInt8])
    /// The source directory as given, `/` at its end.
    case disk(root: String, SourceDisk)
  }

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.storage = .memory(bytes)
  }

  init(path: String, root: String, disk: SourceDisk = .sound) {
    self.path = path
    self.storage = .disk(root: root, disk)
  }

  /// Where the file lies on disk, for programs that copy it; nil for a file in memory.
  package var diskPath: String? {
    if case .disk(let root, _) = storage { root + path } else { nil }
  }

  /// The file's bytes as they are now; of a file on disk, at most `longest`.
  package func bytes() throws(LoadingError) -> [UInt8] {
    switch storage {
    case .memory(let bytes): bytes
    case .disk(let root, let disk): try readFile(root + path, atMost: Self.longest, disk)
    }
  }

  /// How many bytes of one file are ever in memory: more than any text, table, template or ledger has.
  /// What is copied to the site may be as long as the disk allows.
  package static let longest = 512 << 20
}

extension SourceFile {
  /// The same file with its bytes in memory.
  func held() throws(LoadingError) -> SourceFile { SourceFile(path: path, bytes: try bytes()) }
}

extension SourceFile {
  /// A file wherever it lies, by the path that a person typed; `-` is standard input.
  package init(typed path: String) { self.init(path: path, root: "") }

  /// Standard input to its end.
  package static func standardInput() throws(LoadingError) -> SourceFile {
    SourceFile(
      path: "-",
      bytes: try read(from: STDIN_FILENO, path: "standard input", atMost: longest, .sound))
  }
}
