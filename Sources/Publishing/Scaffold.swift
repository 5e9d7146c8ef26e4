#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folders above a destination that had to be made for it, removed again when the build fails.
struct Scaffold: Sendable {
  /// From the top down.
  private let made: [String]

  /// Makes the folders that are missing down to `location`.
  init(downTo location: Location, disk: Disk) throws(Obstacle) {
    var made: [String] = []
    do {
      for folder in location.lineage.prefix(while: { $0.status == nil }).reversed() {
        try disk.ask(.makeFolder, ShownPath(folder: folder.path, path: ".")) {
          mkdir(folder.path, 0o777)
        }
        made.append(folder.path)
      }
    } catch {
      Self.remove(made)
      throw error
    }
    self.made = made
  }

  /// Removes them where nothing else has come into them.
  func remove() { Self.remove(made) }

  private static func remove(_ folders: [String]) {
    for path in folders.reversed() { rmdir(path) }
  }
}
