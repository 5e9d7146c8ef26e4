#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a build works: the destination's name in the folder that holds it, and the bench on which
/// lock and new site lie while it runs.
///
/// The bench is the folder that holds the destination, so that the two can be exchanged. Where that
/// one may not be written, or the destination is a mount point, it is the destination itself.
struct Workplace: Sendable {
  /// The folder that holds the destination.
  let parent: Folder
  let name: String
  /// The destination, as it was typed.
  let typed: String
  let bench: Folder
  let lockName: String
  let stagingName: String
  /// Whether the bench is the destination itself, so that files must be put in place one by one.
  let isInside: Bool
  /// Whether the destination is the top of a file system of its own.
  let isMountPoint: Bool

  let disk: Disk

  /// The names that a bench inside the destination and a copied file have there.
  static let (innerLock, innerStaging, innerPart) =
    (".gazette-lock", ".gazette-new", ".gazette-part")

  init(for location: Location, typed: String, disk: Disk) throws(Obstacle) {
    let name = location.name ?? ""
    let parent = try Folder(
      at: location.parent.path, shownAs: location.parent.path, disk: disk)
    (self.parent, self.name, self.typed, self.disk) = (parent, name, typed, disk)
    let destination = try Self.destination(name, in: parent, typed: typed)
    let (device, parentDevice) =
      (try destination?.status().identity.device, try parent.status().identity.device)
    isMountPoint = device.map { $0 != parentDevice } ?? false
    try destination?.checkWritable()
    let canStageBeside = isMountPoint ? false : try parent.isWritable()
    if let destination, !canStageBeside {
      (bench, isInside) = (destination, true)
      (lockName, stagingName) = (Self.innerLock, Self.innerStaging)
    } else {
      (bench, isInside) = (parent, false)
      let stem = Self.stem(of: name)
      (lockName, stagingName) = (".\(stem).gazette-lock", ".\(stem).gazette-new")
    }
  }

  /// As much of the destination's name as leaves room for what is added to it. Two destinations in one
  /// folder whose long names begin the same have one lock then, and wait for each other.
  private static func stem(of name: String) -> String {
    var stem = Substring(name)
    while stem.utf8.count + ".".utf8.count + ".gazette-lock".utf8.count > nameLimit {
      stem.removeLast()
    }
    return String(stem)
  }

  /// How many bytes a name may have on the file systems of Linux and macOS.
  private static let nameLimit = 255

  /// The destination as it is now; nil where there is none.
  func destination() throws(Obstacle) -> Folder? {
    try Self.destination(name, in: parent, typed: typed)
  }

  /// Removes what a killed build has left.
  func clear(_ destination: Folder?) throws(Obstacle) {
    if !isInside { try bench.sweep(stagingName) }
    try destination?.sweep(Self.innerStaging)
    try destination?.sweep(Self.innerPart)
  }

  private static func destination(
    _ name: String, in parent: Folder, typed: String
  ) throws(Obstacle) -> Folder? {
    do {
      return try parent.folder(name, shownAs: typed)
    } catch  where error.code == ENOENT {
      return nil
    }
  }
}
