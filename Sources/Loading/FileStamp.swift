#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What tells a file that was changed or replaced from the one that was there, without reading it.
package struct FileStamp: Hashable, Sendable {
  package let size: Int
  private let device: UInt64
  private let inode: UInt64
  /// Of the contents and of the inode, in nanoseconds.
  private let modified: Int64
  private let changed: Int64
}

extension SourceFile {
  /// The file's stamp as it is now; nil where there is no regular file that can be looked at, and
  /// for a file in memory.
  package var stamp: FileStamp? {
    guard case .disk(let root, _) = storage else { return nil }
    var status = stat()
    guard stat(root + path, &status) == 0, (status.st_mode & S_IFMT) == S_IFREG else { return nil }
    return FileStamp(status)
  }

  /// How many bytes it has now; nil where it is gone.
  package var size: Int? {
    switch storage {
    case .memory(let bytes): bytes.count
    case .disk: stamp?.size
    }
  }

  /// Some of the file's bytes as they are now; fewer where it is shorter.
  package func bytes(in range: Range<Int>) throws(LoadingError) -> [UInt8] {
    switch storage {
    case .memory(let bytes): return Array(bytes[range.clamped(to: 0..<bytes.count)])
    case .disk(let root, _): return try readPart(of: root + path, range)
    }
  }
}

extension FileStamp {
  fileprivate init(_ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    size = Int(status.st_size)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    self.modified = Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec)
    self.changed = Int64(changed.tv_sec) * 1_000_000_000 + Int64(changed.tv_nsec)
  }

  /// That of all of it.
  package var fingerprint: Fingerprint {
    let parts = [
      Int64(size), Int64(bitPattern: device), Int64(bitPattern: inode), modified, changed,
    ]
    return parts.withUnsafeBytes { Fingerprint(of: $0) }
  }

  /// A number for each state of a file, for whoever names states.
  package var digest: UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in [UInt64(size), device, inode, UInt64(bitPattern: modified)] {
      digest = (digest ^ part) &* 0x0000_0100_0000_01B3
      digest ^= digest >> 29
    }
    return digest
  }
}

private func readPart(of path: String, _ range: Range<Int>) throws(LoadingError) -> [UInt8] {
  // What is no regular file would keep its reader waiting.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw LoadingError(.open, path, errno: errno) }
  defer { close(descriptor) }
  var failure: Int32 = 0
  let part = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
    while count < range.count {
      let got = pread(
        descriptor, buffer.baseAddress.map { $0 + count }, range.count - count,
        off_t(range.lowerBound + count))
      if got < 0 && errno == EINTR { continue }
      if got < 0 { failure = errno }
      guard got > 0 else { return }
      count += got
    }
  }
  guard failure == 0 else { throw LoadingError(.read, path, errno: failure) }
  return part
}
