#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a destination holds: what its manifest knows, and what no build has put there.
struct Listing {
  private(set) var files: Set<SitePath> = []
  private(set) var folders: Set<SitePath> = []
  /// Files the manifest does not know, and empty folders of which it knows nothing (these with a
  /// `/` at the end).
  private(set) var foreign: [String] = []
  /// False where there were so many foreign files that the walk was broken off.
  private(set) var isComplete = true

  private let known: Set<SitePath>
  private let knownFolders: Set<SitePath>

  /// A destination may turn out to be somebody's whole home directory.
  private static let foreignLimit = 10_000
  private static let ownNames: Set = [
    SitePath.manifest.text, Workplace.innerLock, Workplace.innerStaging, Workplace.innerPart,
  ]

  init(of folder: Folder, knowing manifest: Manifest, isMountPoint: Bool) throws(Obstacle) {
    known = manifest.paths
    knownFolders = known.folders()
    var ahead: [SitePath?] = [nil]
    while let path = ahead.popLast() {
      let entries = try self.entries(of: path, in: folder)
      if entries.isEmpty, let path, !knownFolders.contains(path) { foreign.append(path.text + "/") }
      for entry in entries where !Self.isOwn(entry, in: path, isMountPoint: isMountPoint) {
        let place = SitePath(entry.name, in: path)
        if entry.kind == .folder, entry.isText {
          folders.insert(place)
          ahead.append(place)
        } else if entry.isText, known.contains(place) {
          files.insert(place)
        } else {
          foreign.append(place.text)
        }
      }
      if foreign.count > Self.foreignLimit {
        isComplete = false
        return
      }
    }
  }

  /// Nothing for a foreign folder that may not be looked into, which then is foreign by its name.
  private func entries(of path: SitePath?, in folder: Folder) throws(Obstacle) -> [Folder.Entry] {
    do {
      return try folder.entries(of: path)
    } catch  where error.code == EACCES && path.map(knownFolders.contains) == false {
      return []
    }
  }

  /// Whether Gazette, or the file system itself, keeps something at the top under this name.
  private static func isOwn(
    _ entry: Folder.Entry, in folder: SitePath?, isMountPoint: Bool
  ) -> Bool {
    guard folder == nil else { return false }
    return ownNames.contains(entry.name) || (isMountPoint && entry.name == "lost+found")
  }
}
