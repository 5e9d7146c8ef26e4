#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system knows about a file or folder.
struct FileStatus: Sendable {
  let kind: FileKind
  let size: Int
  /// Nine permission bits, and the set-id and sticky bits.
  let mode: mode_t
  let owner: uid_t
  let group: gid_t
  let identity: FileIdentity
  /// The date of the last change of its bytes.
  let changed: timespec
  /// The date of the last change of anything about it, which nobody can set.
  let touched: timespec

  init(_ raw: stat) {
    kind = FileKind(mode: raw.st_mode)
    size = Int(raw.st_size)
    mode = raw.st_mode & 0o7777
    owner = raw.st_uid
    group = raw.st_gid
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: raw.st_dev),
      number: UInt64(truncatingIfNeeded: raw.st_ino))
    #if canImport(Glibc)
      changed = raw.st_mtim
      touched = raw.st_ctim
    #else
      changed = raw.st_mtimespec
      touched = raw.st_ctimespec
    #endif
  }
}

extension FileStatus {
  /// Whether the bytes may be others than when `earlier` was looked at.
  func isLaterState(of earlier: FileStatus) -> Bool {
    size != earlier.size || changed.tv_sec != earlier.changed.tv_sec
      || changed.tv_nsec != earlier.changed.tv_nsec
  }
}

enum FileKind: Hashable, Sendable {
  case file, folder
  /// A symbolic link, a socket, a device …: nothing that a site is made of.
  case other

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}

/// Which file it is, whatever it is called.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let number: UInt64
}
