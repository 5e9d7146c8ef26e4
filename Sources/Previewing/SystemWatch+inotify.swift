#if canImport(Glibc)
  import Building
  import Glibc
  import Loading

  /// Linux tells of changes by inotify: one watch a folder, whatever the number of its files.
  actor SystemWatch {
    nonisolated let descriptor: Int32
    private let source: String
    /// Paths from the source directory by the numbers that the system gives watches; the source
    /// directory's own is empty.
    private var paths: [Int32: String] = [:]
    private var root: Int32 = -1

    private static let events =
      UInt32(IN_MODIFY) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
      | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_ATTRIB)
    private static let leaving = UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)

    init(of source: String) throws(DoorwayError) {
      self.source = source.hasSuffix("/") ? source : source + "/"
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { throw DoorwayError(.watch, source, errno: errno) }
      // `content` and `templates` may come and go themselves.
      root = inotify_add_watch(descriptor, self.source, Self.events | UInt32(IN_ONLYDIR))
      guard root >= 0 else {
        let code = errno
        Glibc.close(descriptor)
        throw DoorwayError(.watch, source, errno: code)
      }
    }

    /// False where the system has no more watches to give.
    func follow(_ folders: SourceFolders) -> Bool {
      var found: [Int32: String] = [:]
      var isWhole = true
      for path in folders.folders + folders.links {
        let watch = inotify_add_watch(descriptor, source + path, Self.events | Self.leaving)
        if watch >= 0 {
          found[watch] = path
        } else if errno == ENOSPC {
          isWhole = false
        }
      }
      for watch in paths.keys where found[watch] == nil { inotify_rm_watch(descriptor, watch) }
      paths = found
      return isWhole
    }

    /// What happened since this was asked last; nil when nothing did that matters.
    func changes() -> SourceChange? {
      var change: SourceChange?
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return change }
        var offset = 0
        let header = MemoryLayout<inotify_event>.size
        while offset + header <= count {
          let event = buffer.withUnsafeBytes {
            $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          }
          let end = offset + header + Int(event.len)
          guard end <= count else { break }
          let name = String(
            decoding: buffer[(offset + header)..<end].prefix { $0 != 0 }, as: UTF8.self)
          offset = end
          guard let one = self.change(event.wd, event.mask, name) else { continue }
          change = change?.joined(with: one) ?? one
        }
      }
    }

    private func change(_ watch: Int32, _ mask: UInt32, _ name: String) -> SourceChange? {
      if mask & UInt32(IN_Q_OVERFLOW) != 0 { return .anything }
      if mask & UInt32(IN_IGNORED) != 0 { return nil }
      if watch == root {
        return name == "content" || name == "templates" ? .anything : nil
      }
      guard let path = paths[watch] else { return nil }
      if mask & Self.leaving != 0 { return .anything }
      // A watch of one file has no names in it.
      guard !name.isEmpty else { return mask & UInt32(IN_ISDIR) != 0 ? nil : .files([path]) }
      guard !SourceTree.passesOver(name) else { return nil }
      return mask & UInt32(IN_ISDIR) != 0
        ? (mask & UInt32(IN_ATTRIB) != 0 ? nil : .anything) : .files([path + "/" + name])
    }

    func close() { Glibc.close(descriptor) }
  }
#endif
