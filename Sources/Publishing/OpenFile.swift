#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is open for reading or for writing, and closed when this value goes.
struct OpenFile: ~Copyable {
  /// Negative once the file is closed.
  private var descriptor: Int32
  private let path: ShownPath
  private let disk: Disk

  /// Takes over an open descriptor.
  init(descriptor: Int32, path: ShownPath, disk: Disk) {
    self.descriptor = descriptor
    self.path = path
    self.disk = disk
  }

  /// Opens a regular file by its path, links followed: for sources outside the destination.
  static func source(at path: String, disk: Disk) throws(Obstacle) -> OpenFile {
    let shown = ShownPath(folder: "", path: path)
    // Not to wait for ever where the file is a pipe.
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC
    let descriptor = try disk.ask(.open, shown) { open(path, flags) }
    let file = OpenFile(descriptor: descriptor, path: shown, disk: disk)
    if try file.status().kind != .file { throw Obstacle(.read, path, .notAFile) }
    return file
  }

  /// How messages name it.
  var shown: String { path.text }

  deinit { if descriptor >= 0 { _ = Self.systemClose(descriptor) } }

  func status() throws(Obstacle) -> FileStatus {
    var raw = stat()
    try disk.ask(.inspect, path) { fstat(descriptor, &raw) }
    return FileStatus(raw)
  }

  /// Reads from `offset` until `buffer` is full or the file ends, and gives the number of bytes.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(Obstacle) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = try disk.transfer(.read, path, rest.count) {
        pread(descriptor, rest.baseAddress, $0, off_t(offset + filled))
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Writes all of `bytes` behind what was written before.
  func write(_ bytes: UnsafeRawBufferPointer) throws(Obstacle) {
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      written += try disk.transfer(.write, path, rest.count) {
        Self.systemWrite(descriptor, rest.baseAddress, $0)
      }
    }
  }

  func write(_ bytes: [UInt8]) throws(Obstacle) {
    var obstacle: Obstacle?
    bytes.withUnsafeBytes { buffer in
      do throws(Obstacle) { try write(buffer) } catch { obstacle = error }
    }
    if let obstacle { throw obstacle }
  }

  /// Gives the file the date of another's last change.
  func setDate(like status: FileStatus) throws(Obstacle) {
    let times = [status.changed, status.changed]
    try disk.ask(.setMode, path) { futimens(descriptor, times) }
  }

  /// Returns when the file's bytes are on the disk.
  func flush() throws(Obstacle) {
    do throws(Obstacle) {
      try disk.ask(.flush, path) { fsync(descriptor) }
    } catch {
      // What is no file of a disk's has nothing to flush.
      guard error.code == EINVAL || error.code == ENOTSUP else { throw error }
    }
  }

  /// Closes a written file, and throws where only now the disk turns out to be full, as on network
  /// file systems.
  consuming func finish() throws(Obstacle) {
    #if canImport(Darwin)
      // There the whole file system cannot be told to, and the drive is emptied once at the end.
      try flush()
    #endif
    let answer = Self.systemClose(descriptor)
    let code = answer < 0 ? errno : 0
    descriptor = -1
    try disk.ask(.write, path) {
      errno = code
      // Where a signal came between, the descriptor is gone all the same.
      return code == EINTR ? 0 : answer
    }
  }

  private static func systemWrite(
    _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }

  private static func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
}
