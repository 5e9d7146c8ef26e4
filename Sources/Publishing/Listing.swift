#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a destination holds: what its manifest knows, and what no build has put there.
struct Listing {
  /// What the manifest knows and is there.
  let files: Set<SitePath>
  let folders: Set<SitePath>
  /// Files the manifest does not know, and empty folders of which it knows nothing (these with a
  /// `/` at the end).
  let foreign: [String]
  /// False where there were so many foreign files that the walk was broken off.
  let isComplete: Bool

  /// A destination may turn out to be somebody's whole home directory.
  private static let foreignLimit = 10_000
  private static let ownNames: Set = [
    SitePath.manifest.text, Workplace.innerLock, Workplace.innerStaging, Workplace.innerPart,
  ]

  init(of folder: Folder, knowing manifest: Manifest, isMountPoint: Bool) throws(Obstacle) {
    let known = manifest.paths
    let knownFolders = known.folders()
    var (files, folders, foreign): ([SitePath], [SitePath], [String]) = ([], [], [])
    var ahead: [SitePath?] = [nil]
    while let path = ahead.popLast(), foreign.count <= Self.foreignLimit {
      let isKnown = path.map(knownFolders.contains) ?? true
      let entries = try Self.entries(of: path, in: folder, isKnown: isKnown)
      if entries.isEmpty, !isKnown, let path { foreign.append(path.text + "/") }
      for entry in entries where !Self.isOwn(entry, in: path, isMountPoint: isMountPoint) {
        let place = SitePath(entry.name, in: path)
        if entry.kind == .folder, entry.isText {
          folders.append(place)
          ahead.append(place)
        } else if entry.isText, known.contains(place) {
          files.append(place)
        } else {
          foreign.append(place.text)
        }
      }
    }
    // Mostly everything is there, and a set of all need not be made a second time.
    self.files = files.count == known.count ? known : Set(files)
    self.folders =
      folders.count == knownFolders.count && foreign.isEmpty ? knownFolders : Set(folders)
    self.foreign = foreign
    isComplete = ahead.isEmpty
  }

  /// Nothing for a foreign folder that may not be looked into, which then is foreign by its name.
  private static func entries(
    of path: SitePath?, in folder: Folder, isKnown: Bool
  ) throws(Obstacle) -> [Folder.Entry] {
    do {
      return try folder.entries(of: path)
    } catch  where error.code == EACCES && !isKnown {
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
