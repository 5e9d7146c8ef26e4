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
    case disk(root: String)
  }

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.storage = .memory(bytes)
  }

  init(path: String, root: String) {
    self.path = path
    self.storage = .disk(root: root)
  }

  /// Where the file lies on disk, for programs that copy it; nil for a file in memory.
  package var diskPath: String? {
    if case .disk(let root) = storage { root + path } else { nil }
  }

  /// The file's bytes as they are now.
  package func bytes() throws(LoadingError) -> [UInt8] {
    switch storage {
    case .memory(let bytes): bytes
    case .disk(let root): try readFile(root + path)
    }
  }
}

extension SourceFile {
  /// The same of a file that somebody names; one of more than `limit` bytes is not read.
  package func bytes(atMost limit: Int) throws(LoadingError) -> [UInt8] {
    if case .disk(let root) = storage {
      var status = stat()
      guard stat(root + path, &status) == 0 else {
        throw LoadingError(.open, root + path, errno: errno)
      }
      guard Int(status.st_size) <= limit else {
        throw LoadingError(
          .read, root + path, cause: "it has \(status.st_size) bytes, more than \(limit)")
      }
    }
    return try bytes()
  }

  /// The same file with its bytes in memory.
  func held() throws(LoadingError) -> SourceFile { SourceFile(path: path, bytes: try bytes()) }
}

/// A whole file in as few system calls as there can be: open, read until the end, close.
func readFile(_ path: String) throws(LoadingError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw LoadingError(.open, path, errno: errno) }
  defer { close(descriptor) }
  return try read(from: descriptor, path: path)
}

/// Everything that a descriptor still gives; `path` is for messages.
///
/// A regular file gives all it has at once, so a short read is its end. Whatever else there is (a
/// pipe) is read until it gives nothing.
private func read(from descriptor: Int32, path: String) throws(LoadingError) -> [UInt8] {
  var status = stat()
  let isRegular = fstat(descriptor, &status) == 0 && (status.st_mode & S_IFMT) == S_IFREG
  var room = isRegular ? max(1, Int(status.st_size) + 1) : 1 << 16
  var whole: [UInt8] = []
  while true {
    var failure: Int32 = 0
    let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      let got = read(descriptor, buffer.baseAddress, room)
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    if failure == EINTR { continue }
    guard failure == 0 else { throw LoadingError(.read, path, errno: failure) }
    if whole.isEmpty { whole = part } else { whole += part }
    if part.isEmpty || (isRegular && part.count < room) { return whole }
    room = 1 << 16
  }
}

extension SourceFile {
  /// A file wherever it lies, by the path that a person typed; `-` is standard input.
  package init(typed path: String) { self.init(path: path, root: "") }

  /// Standard input to its end.
  package static func standardInput() throws(LoadingError) -> SourceFile {
    SourceFile(path: "-", bytes: try read(from: STDIN_FILENO, path: "standard input"))
  }
}
