import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder in which the new site grows; made when the first file needs it.
///
/// Files may be made in it from many threads at once.
final class Staging: Sendable {
  private let workplace: Workplace
  /// The old site's folder, whose permissions the new one takes on.
  private let original: FileStatus?
  private let contents = Mutex(Contents())

  private struct Contents {
    var root: Folder?
    var folders: Set<SitePath> = []
    var files: [SitePath] = []
  }

  init(in workplace: Workplace, like original: FileStatus?) {
    self.workplace = workplace
    self.original = original
  }

  var hasBegun: Bool { contents.withLock { $0.root != nil } }

  /// The folder itself, made where it is not there yet.
  func root() throws(Obstacle) -> Folder {
    try contents.withLock { contents throws(Obstacle) in try begun(&contents) }
  }

  func write(_ bytes: UnsafeRawBufferPointer, to path: SitePath) throws(Obstacle) {
    let file = try prepared(for: path).makeFile(path.text)
    try file.write(bytes)
    try file.finish()
  }

  func write(
    pieces: (_ take: (UnsafeRawBufferPointer) -> Bool) -> Void, to path: SitePath
  ) throws(Obstacle) {
    let file = try prepared(for: path).makeFile(path.text)
    var failure: Obstacle?
    pieces { bytes in
      do throws(Obstacle) {
        try file.write(bytes)
      } catch {
        failure = error
      }
      return failure == nil
    }
    if let failure { throw failure }
    try file.finish()
  }

  func write(_ bytes: [UInt8], to path: SitePath) throws(Obstacle) {
    try bytes.withUnsafeBufferPointer { bytes throws(Obstacle) in
      try write(UnsafeRawBufferPointer(bytes), to: path)
    }
  }

  func write(contentsOf source: borrowing OpenFile, to path: SitePath) throws(Obstacle) {
    let file = try prepared(for: path).makeFile(path.text)
    try file.write(contentsOf: source)
    try file.finish()
  }

  /// Takes a file of the old site over as it is: as a second name of the same file, or as a copy of
  /// the same date where the file system gives it none.
  func keep(_ path: SitePath, of old: Folder) throws(Obstacle) {
    let root = try prepared(for: path)
    do {
      try old.link(path.text, into: root)
    } catch  where Self.linkRefusals.contains(error.code) {
      let source = try old.file(path.text)
      let copy = try root.makeFile(path.text)
      try copy.write(contentsOf: source)
      try copy.setDate(like: source.status())
      try copy.finish()
    }
  }

  /// Removes the folder and what is left in it. That needs no more descriptors, for there may be
  /// none to be had, unless something is there that was not made here.
  func remove() throws(Obstacle) {
    let contents = contents.withLock { contents in
      defer { contents = Contents() }
      return contents
    }
    guard let root = contents.root else { return }
    try root.remove(files: contents.files, folders: contents.folders)
    do {
      try workplace.bench.removeFolder(workplace.stagingName)
    } catch  where error.code == ENOTEMPTY || error.code == EEXIST {
      try workplace.bench.sweep(workplace.stagingName)
    }
  }

  /// The root, in which now is a folder for the file at `path`.
  private func prepared(for path: SitePath) throws(Obstacle) -> Folder {
    var missing: [SitePath] = []
    let root = try contents.withLock { contents throws(Obstacle) -> Folder in
      let root = try begun(&contents)
      contents.files.append(path)
      var next = path.folder
      while let folder = next, !contents.folders.contains(folder) {
        missing.append(folder)
        next = folder.folder
      }
      return root
    }
    // Outside the lock, so that threads make folders side by side; two may try the same one.
    for folder in missing.reversed() {
      do {
        try root.makeFolder(folder.text)
      } catch  where error.code == EEXIST {
        continue
      }
    }
    if !missing.isEmpty { contents.withLock { $0.folders.formUnion(missing) } }
    return root
  }

  private func begun(_ contents: inout Contents) throws(Obstacle) -> Folder {
    if let root = contents.root { return root }
    try workplace.bench.makeFolder(workplace.stagingName)
    do {
      let root = try workplace.bench.folder(workplace.stagingName, shownAs: workplace.typed)
      if let original, !workplace.isInside { try root.imitate(original) }
      contents.root = root
      return root
    } catch {
      // The error that is thrown tells more than a second one would.
      _ = try? workplace.bench.removeFolder(workplace.stagingName)
      throw error
    }
  }

  private static let linkRefusals: [Int32?] = [
    EPERM, EACCES, EMLINK, EXDEV, ENOSYS, ENOTSUP, EOPNOTSUPP,
  ]
}
