#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Folder {
  /// Removes files and folders that are known; what is missing is passed over, and so are folders
  /// that hold something else.
  func remove(files: some Sequence<SitePath>, folders: some Sequence<SitePath>) throws(Obstacle) {
    // What lies side by side is quicker to come by.
    for path in files.sorted() {
      do {
        try removeFile(path.text)
      } catch  where error.code == ENOENT || error.code == ENOTDIR {
        continue
      }
    }
    // A folder's path sorts before those of the folders in it.
    for path in folders.sorted().reversed() {
      do {
        try removeFolder(path.text)
      } catch  where [ENOENT, ENOTDIR, ENOTEMPTY, EEXIST].contains(error.code) {
        continue
      }
    }
  }

  /// Removes whatever has this name, with all that is in it; nothing where there is nothing.
  func sweep(_ name: String) throws(Obstacle) {
    guard let status = try status(of: name) else { return }
    if status.kind != .folder { return try removeFile(name) }
    // Folders whose files are gone, each before those in it.
    var emptied: [SitePath] = []
    var ahead = [SitePath(trusted: name)]
    while let path = ahead.popLast() {
      emptied.append(path)
      for entry in try entriesToRemove(of: path) {
        let place = SitePath(entry.name, in: path)
        if entry.kind == .folder { ahead.append(place) } else { try removeFile(place.text) }
      }
    }
    for path in emptied.reversed() { try removeFolder(path.text) }
  }

  /// The entries of a folder, which afterwards lets itself be emptied.
  private func entriesToRemove(of path: SitePath) throws(Obstacle) -> [Entry] {
    try unprotect(path.text)
    return try entries(of: path)
  }
}
