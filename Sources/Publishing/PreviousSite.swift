#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the destination holds before a build: files that its manifest knows, and nothing else.
struct PreviousSite: Sendable {
  /// The destination; nil where there is none yet. It stays the old site's folder when the new one
  /// takes its place.
  let folder: Folder?
  let status: FileStatus?
  let files: Set<SitePath>
  let folders: Set<SitePath>
  /// What the manifest knows, which may be more than is there.
  let known: Set<SitePath>
  /// The manifest's bytes; nil where there is none.
  let manifest: [UInt8]?

  /// How many foreign files are named in a refusal.
  private static let namesShown = 20

  /// Refuses a destination that holds anything the manifest does not know.
  init(in folder: Folder?, isMountPoint: Bool) throws(Obstacle) {
    self.folder = folder
    guard let folder else {
      (status, files, folders, known, manifest) = (nil, [], [], [], nil)
      return
    }
    status = try folder.status()
    manifest = try Self.manifest(in: folder)
    let known = try Self.parsed(manifest, in: folder)
    let listing = try Listing(of: folder, knowing: known, isMountPoint: isMountPoint)
    if !listing.foreign.isEmpty {
      let names = listing.foreign.sorted { SitePath(trusted: $0) < SitePath(trusted: $1) }
      let shown = Array(names.prefix(Self.namesShown))
      throw folder.error(
        .list, ".",
        .foreign(shown, others: names.count - shown.count, counted: listing.isComplete))
    }
    self.known = known.paths
    files = listing.files
    folders = listing.folders
  }

  private static func manifest(in folder: Folder) throws(Obstacle) -> [UInt8]? {
    do {
      return try folder.file(SitePath.manifest.text).contents()
    } catch  where error.code == ENOENT {
      return nil
    }
  }

  private static func parsed(_ bytes: [UInt8]?, in folder: Folder) throws(Obstacle) -> Manifest {
    guard let bytes else { return Manifest(of: []) }
    do {
      return try Manifest(parsing: bytes)
    } catch {
      throw folder.error(.read, SitePath.manifest.text, error)
    }
  }

  /// Whether the old site has a file of these bytes at `path`.
  func holds(_ bytes: UnsafeRawBufferPointer, at path: SitePath) throws(Obstacle) -> Bool {
    guard let file = try file(path) else { return false }
    return try file.holds(bytes)
  }

  /// Whether the old site has a file at `path` that consists of these pieces.
  func holds(
    pieces: (_ take: (UnsafeRawBufferPointer) -> Bool) -> Void, at path: SitePath
  ) throws(Obstacle) -> Bool {
    guard let file = try file(path) else { return false }
    return try file.holds(pieces: pieces)
  }

  /// Whether the old site has a file at `path` that is the same as `source`.
  func holds(_ source: borrowing OpenFile, at path: SitePath) throws(Obstacle) -> Bool {
    guard let file = try file(path) else { return false }
    return try file.holdsSame(as: source)
  }

  /// All files of a folder, where its file at `mark` has these bytes and none is missing that the
  /// manifest knows; otherwise nil.
  func files(
    in folder: String, whereFile mark: String, holds bytes: [UInt8]
  ) throws(Obstacle) -> [SitePath]? {
    let prefix = folder + "/"
    let listed = known.filter { $0.text.hasPrefix(prefix) }
    guard listed.isSubset(of: files), let file = try file(SitePath(trusted: mark)),
      try file.contents() == bytes
    else { return nil }
    return Array(listed)
  }

  /// What the old site has at `path`; nil where it has no such file.
  func bytes(at path: SitePath) throws(Obstacle) -> [UInt8]? {
    guard let file = try file(path) else { return nil }
    return try file.contents()
  }

  /// Whether the old site has a file at `path` that ends with these bytes.
  func hasFile(_ path: SitePath, endingWith bytes: [UInt8]) throws(Obstacle) -> Bool {
    guard let file = try file(path) else { return false }
    return try file.ends(with: bytes)
  }

  /// Nil where there is none, or a link in its place, which the new site does not keep.
  private func file(_ path: SitePath) throws(Obstacle) -> OpenFile? {
    guard let folder, files.contains(path) else { return nil }
    do {
      return try folder.file(path.text)
    } catch  where error.code == ENOENT || error.code == ELOOP {
      return nil
    }
  }
}
