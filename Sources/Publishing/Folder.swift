import CExchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open folder; it stays the same one when it is renamed or exchanged.
///
/// All paths are relative to it, and a link where a file or folder is expected is an error.
final class Folder: Sendable {
  /// Closed with this object; only the methods of this type use it.
  let descriptor: Int32
  private let disk: Disk
  /// How messages name this folder.
  private let shown: String

  private init(descriptor: Int32, shown: String, disk: Disk) {
    self.descriptor = descriptor
    self.shown = shown
    self.disk = disk
  }

  /// Opens a folder by its path.
  convenience init(at path: String, shownAs shown: String, disk: Disk) throws(Obstacle) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let descriptor = try disk.ask(.open, ShownPath(folder: shown, path: ".")) { open(path, flags) }
    self.init(descriptor: descriptor, shown: shown, disk: disk)
  }

  deinit { close(descriptor) }

  /// Makes a call about `path`, a place in this folder.
  @discardableResult
  func ask(
    _ step: PublishingError.Step, _ path: String, _ call: () -> Int32
  ) throws(Obstacle) -> Int32 {
    try disk.ask(step, ShownPath(folder: shown, path: path), call)
  }

  func error(
    _ step: PublishingError.Step, _ path: String, _ cause: PublishingError.Cause
  ) -> Obstacle {
    Obstacle(step, ShownPath(folder: shown, path: path).text, cause)
  }

  // MARK: Looking

  /// A folder in this one, named `shown` in messages.
  func folder(_ path: String, shownAs shown: String) throws(Obstacle) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let opened = try ask(.open, path) { openat(descriptor, path, flags) }
    return Folder(descriptor: opened, shown: shown, disk: disk)
  }

  func file(_ path: String) throws(Obstacle) -> OpenFile {
    let opened = try ask(.open, path) {
      openat(descriptor, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    }
    return OpenFile(descriptor: opened, path: ShownPath(folder: shown, path: path), disk: disk)
  }

  func status() throws(Obstacle) -> FileStatus {
    var raw = stat()
    try ask(.inspect, ".") { fstat(descriptor, &raw) }
    return FileStatus(raw)
  }

  /// Nil where nothing has this name.
  func status(of path: String) throws(Obstacle) -> FileStatus? {
    var raw = stat()
    do {
      try ask(.inspect, path) { fstatat(descriptor, path, &raw, AT_SYMLINK_NOFOLLOW) }
    } catch  where error.code == ENOENT {
      return nil
    }
    return FileStatus(raw)
  }

  /// Throws where this process may not make and remove files here.
  func checkWritable() throws(Obstacle) {
    try ask(.write, ".") { faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) }
  }

  func isWritable() throws(Obstacle) -> Bool {
    do {
      try checkWritable()
      return true
    } catch  where [EACCES, EPERM, EROFS].contains(error.code) {
      return false
    }
  }

  // MARK: Making

  func makeFolder(_ path: String) throws(Obstacle) {
    try ask(.makeFolder, path) { mkdirat(descriptor, path, 0o777) }
  }

  /// A new, empty file; an error where something has its name.
  func makeFile(_ path: String) throws(Obstacle) -> OpenFile {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let opened = try ask(.write, path) { openat(descriptor, path, flags, 0o666) }
    return OpenFile(descriptor: opened, path: ShownPath(folder: shown, path: path), disk: disk)
  }

  /// Opens the file for locking, and makes it where it is missing.
  func lockFile(_ path: String) throws(Obstacle) -> Int32 {
    try ask(.lock, path) {
      openat(descriptor, path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }
  }

  /// Gives the file at `path` a second name, the same path in `other`.
  func link(_ path: String, into other: Folder) throws(Obstacle) {
    try ask(.link, path) { linkat(descriptor, path, other.descriptor, path, 0) }
  }

  /// Takes on another folder's permissions, and its owner and group as far as this process may.
  func imitate(_ original: FileStatus) throws(Obstacle) {
    let own = try status()
    if own.owner != original.owner || own.group != original.group {
      // Refused to all but the owner and root, and then not worth a failed build.
      if fchown(descriptor, original.owner, original.group) != 0 {
        _ = fchown(descriptor, uid_t.max, original.group)
      }
    }
    try ask(.setMode, ".") { fchmod(descriptor, original.mode) }
  }

  // MARK: Flushing

  /// Returns when everything that was written below this folder is on the disk, names included.
  func flush() throws(Obstacle) {
    try passingOver(Self.flushRefusals) { () throws(Obstacle) in
      try ask(.flush, ".") { gazette_flush(descriptor) }
    }
  }

  /// Returns when the names in this very folder are on the disk as they are now.
  func flushNames() throws(Obstacle) {
    try passingOver(Self.flushRefusals) { () throws(Obstacle) in
      #if canImport(Darwin)
        try ask(.flush, ".") { gazette_flush(descriptor) }
      #else
        try ask(.flush, ".") { fsync(descriptor) }
      #endif
    }
  }

  /// The file system has no disk, or none that it may be asked about.
  private static let flushRefusals = [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP, EROFS]

  private func passingOver(
    _ refusals: [Int32], _ work: () throws(Obstacle) -> Void
  ) throws(Obstacle) {
    do throws(Obstacle) {
      try work()
    } catch {
      guard let code = error.code, refusals.contains(code) else { throw error }
    }
  }

  // MARK: Moving and removing

  func move(_ path: String, to other: Folder, as newPath: String) throws(Obstacle) {
    try ask(.move, newPath) { renameat(descriptor, path, other.descriptor, newPath) }
  }

  /// Two names in this folder change places in one step.
  func exchange(_ left: String, with right: String) throws(Obstacle) {
    try ask(.exchange, right) { gazette_exchange(descriptor, left, right) }
  }

  func removeFile(_ path: String) throws(Obstacle) {
    try ask(.remove, path) { unlinkat(descriptor, path, 0) }
  }

  /// Removes an empty folder.
  func removeFolder(_ path: String) throws(Obstacle) {
    try ask(.remove, path) { unlinkat(descriptor, path, AT_REMOVEDIR) }
  }

  /// Lets the owner remove things from a folder that was made read-only.
  func unprotect(_ path: String) throws(Obstacle) {
    try ask(.setMode, path) { fchmodat(descriptor, path, 0o700, 0) }
  }
}
