#if canImport(Darwin)
  import Building
  import Darwin
  import Loading

  /// macOS tells of changes by kqueue, which needs every folder and every file open. It says that
  /// something happened, and looking finds out what.
  actor SystemWatch {
    nonisolated let descriptor: Int32
    private let source: String
    private var open: [String: Int32] = [:]

    /// More than these would leave too few descriptors for connections.
    private static let most = 8000

    init(of source: String) throws(DoorwayError) {
      self.source = source.hasSuffix("/") ? source : source + "/"
      descriptor = kqueue()
      guard descriptor >= 0 else { throw DoorwayError(.watch, source, errno: errno) }
    }

    /// False where not everything could be opened.
    func follow(_ folders: SourceFolders) -> Bool {
      var isWhole = true
      let wanted = Set([""] + folders.folders + folders.files)
      for (path, file) in open where !wanted.contains(path) {
        Darwin.close(file)
        open[path] = nil
      }
      for path in wanted {
        // A file that was replaced has another node behind the same name, so files open anew.
        if let file = open[path] {
          guard !isSame(file, path) else { continue }
          Darwin.close(file)
          open[path] = nil
        }
        guard open.count < Self.most else { return false }
        let file = Darwin.open(source + path, O_EVTONLY | O_CLOEXEC)
        guard file >= 0 else {
          if errno == EMFILE || errno == ENFILE { isWhole = false }
          continue
        }
        open[path] = file
        var event = Darwin.kevent(
          ident: UInt(file), filter: Int16(EVFILT_VNODE), flags: UInt16(EV_ADD | EV_CLEAR),
          fflags: UInt32(NOTE_WRITE | NOTE_EXTEND | NOTE_DELETE | NOTE_RENAME | NOTE_ATTRIB),
          data: 0, udata: nil)
        Darwin.kevent(descriptor, &event, 1, nil, 0, nil)
      }
      return isWhole
    }

    private func isSame(_ file: Int32, _ path: String) -> Bool {
      var (one, two) = (stat(), stat())
      return fstat(file, &one) == 0 && stat(source + path, &two) == 0
        && one.st_ino == two.st_ino && one.st_dev == two.st_dev
    }

    /// What happened since this was asked last; nil when nothing did.
    func changes() -> SourceChange? {
      var events = [Darwin.kevent](repeating: Darwin.kevent(), count: 64)
      var now = timespec(tv_sec: 0, tv_nsec: 0)
      var hasChanged = false
      while Darwin.kevent(descriptor, nil, 0, &events, Int32(events.count), &now) > 0 {
        hasChanged = true
      }
      return hasChanged ? .anything : nil
    }

    func close() {
      for file in open.values { Darwin.close(file) }
      Darwin.close(descriptor)
    }
  }
#endif
