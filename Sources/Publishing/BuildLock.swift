import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps every other build off a destination until it is released.
///
/// A file locked with `flock`, which the system unlocks when the process ends, however it ends; it
/// holds the process's number for those who wait. The file goes with the lock, so a lock counts
/// only when the file still has its name: else it was another build's, just released.
final class BuildLock: Sendable {
  private let folder: Folder
  private let name: String
  /// The locked file; nil once it is released.
  private let descriptor: Mutex<Int32?>

  /// The time between two attempts.
  private static let pauseMicroseconds: UInt32 = 20_000

  /// Tells `onWait` once when somebody else has the lock, and throws when they keep it.
  init(
    _ name: String, in folder: Folder, waiting limit: Duration, onWait: (Int32?) -> Void
  ) throws(Obstacle) {
    self.folder = folder
    self.name = name
    var patience = max(0, Int(limit / .microseconds(Int(Self.pauseMicroseconds))))
    var hasTold = false
    while true {
      if let locked = try Self.lock(name, in: folder) {
        descriptor = Mutex(locked)
        Self.sign(locked)
        return
      }
      let holder = Self.holder(name, in: folder)
      if patience == 0 { throw folder.error(.lock, name, .held(by: holder)) }
      if !hasTold { onWait(holder) }
      hasTold = true
      patience -= 1
      usleep(Self.pauseMicroseconds)
    }
  }

  deinit { release() }

  /// Lets the next build have the destination; nothing when that was done before.
  func release() {
    descriptor.withLock { descriptor in
      guard let locked = descriptor else { return }
      // A file that cannot be removed does no harm: the next build takes it over. It goes before
      // the lock does, for behind it another build's file may have the name.
      _ = try? folder.removeFile(name)
      // A program that is just being started has the descriptor too, until it runs; closing alone
      // would leave the lock to it.
      _ = flock(locked, LOCK_UN)
      close(locked)
      descriptor = nil
    }
  }

  /// The locked file; nil where somebody else has it.
  private static func lock(_ name: String, in folder: Folder) throws(Obstacle) -> Int32? {
    while true {
      let descriptor = try folder.lockFile(name)
      do {
        try folder.ask(.lock, name) { flock(descriptor, LOCK_EX | LOCK_NB) }
        var raw = stat()
        try folder.ask(.lock, name) { fstat(descriptor, &raw) }
        if try folder.status(of: name)?.identity == FileStatus(raw).identity { return descriptor }
        close(descriptor)
      } catch {
        close(descriptor)
        if error.code == EWOULDBLOCK { return nil }
        throw error
      }
    }
  }

  /// Writes this process's number; on a full disk those who wait do without.
  private static func sign(_ descriptor: Int32) {
    let line = "\(getpid())\n"
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, line, line.utf8.count, 0) }
  }

  /// The process that has the lock; nil where it has not signed, or has just released it.
  private static func holder(_ name: String, in folder: Folder) -> Int32? {
    // Not to know is no reason to fail.
    guard let file = try? folder.file(name) else { return nil }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 32, alignment: 1)
    defer { buffer.deallocate() }
    guard let count = try? file.read(at: 0, into: buffer) else { return nil }
    let line = buffer[..<count].prefix { $0 != UInt8(ascii: "\n") }
    return Int32(String(decoding: line, as: UTF8.self))
  }
}
