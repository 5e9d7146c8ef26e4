#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Folder {
  /// A name in a folder.
  struct Entry {
    /// Repaired, and so of no use for opening, where `isText` is false.
    let name: String
    let isText: Bool
    let kind: FileKind
  }

  /// What the folder at `path` holds, in the file system's order; this folder itself for nil.
  func entries(of path: SitePath?) throws(Obstacle) -> [Entry] {
    let name = path?.text ?? "."
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let opened = try ask(.list, name) { openat(descriptor, name, flags) }
    guard let stream = fdopendir(opened) else {
      let code = errno
      close(opened)
      throw error(.list, name, .system(code))
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let raw = readdir(stream) else {
        if errno != 0 { throw error(.list, name, .system(errno)) }
        return entries
      }
      if let entry = try entry(raw, in: path) { entries.append(entry) }
    }
  }

  /// Nil for the folder itself and the one above.
  private func entry(
    _ raw: UnsafeMutablePointer<dirent>, in folder: SitePath?
  ) throws(Obstacle) -> Entry? {
    guard let nameOffset else { return nil }
    let bytes = UnsafeRawPointer(raw).advanced(by: nameOffset).assumingMemoryBound(to: CChar.self)
    if strcmp(bytes, ".") == 0 || strcmp(bytes, "..") == 0 { return nil }
    let text = String(validatingCString: bytes)
    let name = text ?? String(cString: bytes)
    let kind: FileKind
    switch Int32(raw.pointee.d_type) {
    case Int32(DT_REG): kind = .file
    case Int32(DT_DIR): kind = .folder
    case Int32(DT_UNKNOWN) where text != nil:
      kind = try status(of: SitePath(name, in: folder).text)?.kind ?? .other
    default: kind = .other
    }
    return Entry(name: name, isText: text != nil, kind: kind)
  }
}

/// Where in a directory entry the name stands.
private let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name)
