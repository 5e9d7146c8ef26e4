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

/// A whole file in as few system calls as there can be: open, read until short, close.
func readFile(_ path: String) throws(LoadingError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw LoadingError(.open, path, errno: errno) }
  defer { close(descriptor) }
  var failure: Int32 = 0
  var capacity = 1 << 14
  var whole: [UInt8] = []
  while true {
    let room = capacity - whole.count
    let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      while count < room {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, room - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { break }
        count += got
        // A regular file gives all it has at once; less than asked for is its end.
        if count < room { break }
      }
    }
    guard failure == 0 else { throw LoadingError(.read, path, errno: failure) }
    if whole.isEmpty { whole = part } else { whole += part }
    if part.count < room { return whole }
    capacity *= 4
  }
}
