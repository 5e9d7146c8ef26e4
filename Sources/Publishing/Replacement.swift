#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The way without an exchange: files are put in place one by one, in an order that keeps what is
/// linked to in its place: assets, pages, indexes and feeds, and only then removals.
///
/// First of all the manifest names the files of both sites, so that after a kill the next build
/// knows whatever it finds; the new site's own manifest comes last.
struct Replacement {
  private let folder: Folder
  private let previous: PreviousSite
  private let staging: Staging
  private let site: NewSite
  private let removed: Set<SitePath>
  private let emptied: Set<SitePath>
  /// The new site's folders that the old one lacks, each before those in it.
  private let missing: [SitePath]

  /// Puts `site` into `folder`, which holds the previous one.
  init(
    in folder: Folder, of site: NewSite, after previous: PreviousSite, from staging: Staging
  ) {
    self.folder = folder
    self.site = site
    self.previous = previous
    self.staging = staging
    let folders = site.files.folders()
    missing = folders.subtracting(previous.folders).sorted()
    removed = previous.files.subtracting(site.files)
    emptied = previous.folders.subtracting(folders)
  }

  /// Throws what stood in the way, and whether the folder is still what it was.
  func made() throws(Interruption) {
    let blocking = blockingFiles()
    let blockingFolders = emptied.filter { site.files.contains($0) || $0.isUnder(site.files) }
    do {
      try announce()
      if blocking.isEmpty, blockingFolders.isEmpty { try makeFolders() }
    } catch {
      withdraw()
      throw Interruption(obstacle: error, state: .untouched)
    }
    do {
      if !blocking.isEmpty || !blockingFolders.isEmpty {
        try folder.remove(files: blocking, folders: blockingFolders)
        try makeFolders()
      }
      for path in inTurn(site.changed) { try put(path, as: path) }
      try folder.remove(
        files: removed.subtracting(blocking), folders: emptied.subtracting(blockingFolders))
      try folder.flush()
      try put(.manifest, as: .manifest)
      try folder.flushNames()
    } catch {
      throw Interruption(obstacle: error, state: .partlyNew)
    }
  }

  private func inTurn(_ files: [SitePath]) -> [SitePath] {
    files.map { (Turn(of: $0.text, isNew: !previous.files.contains($0)), $0) }
      .sorted { $0 < $1 }.map(\.1)
  }

  /// Old files that must go before the new ones come: where the new site has a folder, in a folder
  /// where it has a file, and those of a new file's name but for case or Unicode form, for to some
  /// file systems both are one.
  private func blockingFiles() -> Set<SitePath> {
    if removed.isEmpty { return [] }
    let folders = Set(missing)
    let names = Set(site.changed.map { $0.text.lowercased() })
    return removed.filter {
      folders.contains($0) || $0.isUnder(site.files) || names.contains($0.text.lowercased())
    }
  }

  /// Lets the manifest name what is there and what will be.
  private func announce() throws(Obstacle) {
    let manifest = Manifest(of: previous.known.union(site.files)).bytes
    if manifest != previous.manifest { try replaceManifest(manifest) }
    try folder.flushNames()
  }

  private func makeFolders() throws(Obstacle) {
    for path in missing { try folder.makeFolder(path.text) }
  }

  /// Takes back what was done before the first file was put in place.
  private func withdraw() {
    // On a disk that fails the manifest may name too much; no harm is in that.
    _ = try? folder.remove(files: [], folders: missing)
    if let manifest = previous.manifest {
      _ = try? replaceManifest(manifest)
    } else {
      _ = try? folder.removeFile(SitePath.manifest.text)
    }
  }

  private func replaceManifest(_ bytes: [UInt8]) throws(Obstacle) {
    let part = SitePath(trusted: Workplace.innerPart)
    try staging.write(bytes, to: part)
    try staging.root().flush()
    try put(part, as: .manifest)
  }

  /// Moves a staged file into the folder, in one step.
  private func put(_ staged: SitePath, as path: SitePath) throws(Obstacle) {
    let root = try staging.root()
    do {
      try root.move(staged.text, to: folder, as: path.text)
    } catch  where error.code == EXDEV {
      try carry(staged, of: root, as: path)
    }
  }

  /// Copies a staged file into the folder under another name and renames it there, where the two
  /// folders lie on different file systems.
  private func carry(_ staged: SitePath, of root: Folder, as path: SitePath) throws(Obstacle) {
    let part = Workplace.innerPart
    do {
      let copy = try folder.makeFile(part)
      try copy.write(contentsOf: root.file(staged.text))
      try copy.flush()
      try copy.finish()
      try folder.move(part, to: folder, as: path.text)
    } catch {
      // Where it cannot be removed, the next build knows it by its name.
      _ = try? folder.removeFile(part)
      throw error
    }
    try root.removeFile(staged.text)
  }
}

/// Why files could not all be put in place, and what that means for the destination.
struct Interruption: Error {
  let obstacle: Obstacle
  let state: PublishingError.SiteState
}

extension SitePath {
  /// Whether one of the folders above has the path of one of these files.
  fileprivate func isUnder(_ files: Set<SitePath>) -> Bool {
    var next = folder
    while let folder = next {
      if files.contains(folder) { return true }
      next = folder.folder
    }
    return false
  }
}
