#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The end of a build: the new site takes the old one's place.
struct Changeover {
  private let site: NewSite
  private let workplace: Workplace
  private let previous: PreviousSite
  private let staging: Staging

  init(
    to site: NewSite, in workplace: Workplace, after previous: PreviousSite, from staging: Staging
  ) {
    self.site = site
    self.workplace = workplace
    self.previous = previous
    self.staging = staging
  }

  /// Does nothing where the destination holds the site already.
  func made() throws(PublishingError) -> Tally {
    var tally = Tally()
    tally.written = site.changed.count
    tally.unchanged = site.keptCount + site.unstaged.count
    if site.changed.isEmpty, previous.manifest != nil, previous.known == site.files {
      return tally
    }
    tally.removed = previous.files.subtracting(site.files).count
    do {
      try checkShape()
      try stageRest()
      tally.exchanged = try exchanged()
    } catch {
      throw PublishingError(error, destination: workplace.typed)
    }
    if tally.exchanged {
      tally.leftBehind = tidied { () throws(Obstacle) in
        // The old site goes only when nothing can bring its name back.
        try workplace.bench.flushNames()
        try removeOldSite()
      }
    } else {
      try replace()
      tally.leftBehind = tidied { () throws(Obstacle) in try staging.remove() }
    }
    return tally
  }

  /// Puts the new files into the destination one by one.
  private func replace() throws(PublishingError) {
    guard let folder = previous.folder else { return }
    do {
      try Replacement(in: folder, of: site, after: previous, from: staging).made()
    } catch {
      throw PublishingError(
        error.obstacle, destination: workplace.typed, state: error.state)
    }
  }

  /// Throws where a path is a file and, for another file, a folder. Where all files are new, the
  /// file system has noticed.
  private func checkShape() throws(Obstacle) {
    if site.changed.count == site.files.count { return }
    if let path = site.files.folders().intersection(site.files).min() {
      let shown = ShownPath(folder: workplace.typed, path: path.text).text
      throw Obstacle(.write, shown, .alsoAFolder)
    }
  }

  /// Completes the staging folder: with what the old site has, unless it stays where it is, and
  /// with the manifest.
  private func stageRest() throws(Obstacle) {
    if !workplace.isInside, let old = previous.folder {
      for path in site.unstaged { try staging.keep(path, of: old) }
    }
    let manifest = Manifest(of: site.files).bytes
    if manifest == previous.manifest, !workplace.isInside, let old = previous.folder {
      try staging.keep(.manifest, of: old)
    } else {
      try staging.write(manifest, to: .manifest)
    }
    // A name in its new place without the bytes is what a power cut leaves otherwise.
    try staging.root().flush()
  }

  /// Puts the staging folder in the destination's place; false where the file system cannot, and
  /// then nothing has happened.
  private func exchanged() throws(Obstacle) -> Bool {
    if workplace.isInside { return false }
    let (bench, staged, name) = (workplace.bench, workplace.stagingName, workplace.name)
    if previous.folder == nil {
      try bench.move(staged, to: bench, as: name)
      return true
    }
    do {
      try bench.exchange(staged, with: name)
      return true
    } catch  where Self.exchangeRefusals.contains(error.code) {
      return false
    }
  }

  /// The file system does not know exchange, or the destination is a mount point, or it belongs to
  /// somebody else who lets us write in it.
  private static let exchangeRefusals: [Int32?] = [
    EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP, EXDEV, EBUSY, EPERM, EACCES,
  ]

  // MARK: Tidying

  /// The published site is what counts: what cannot be tidied is told, and left to the next build.
  private func tidied(_ work: () throws(Obstacle) -> Void) -> PublishingError? {
    do {
      try work()
      return nil
    } catch {
      return PublishingError(error, destination: workplace.typed, state: .new)
    }
  }

  /// Removes the old site, which since the exchange has the staging folder's name.
  private func removeOldSite() throws(Obstacle) {
    guard let old = previous.folder else { return }
    do {
      try old.remove(files: previous.files, folders: previous.folders)
      try old.remove(files: [.manifest], folders: [])
      try workplace.bench.removeFolder(workplace.stagingName)
    } catch {
      // A folder was read-only, or somebody put a file into the old site after it was listed.
      try old.moveNewcomers(notIn: previous.files, to: staging.root())
      try workplace.bench.sweep(workplace.stagingName)
    }
  }
}

extension Folder {
  /// Moves files that came while the site was built into the new site, where the next build names
  /// them.
  fileprivate func moveNewcomers(notIn known: Set<SitePath>, to site: Folder) throws(Obstacle) {
    var ahead: [SitePath?] = [nil]
    while let path = ahead.popLast() {
      for entry in try entries(of: path) {
        let place = SitePath(entry.name, in: path)
        if entry.kind == .folder {
          ahead.append(place)
        } else if !known.contains(place), place != .manifest, try site.status(of: place.text) == nil
        {
          try site.makeFolders(for: place)
          try move(place.text, to: site, as: place.text)
        }
      }
    }
  }

  /// Makes the folders that the file at `path` needs and that are not there.
  func makeFolders(for path: SitePath) throws(Obstacle) {
    var missing: [SitePath] = []
    var next = path.folder
    while let folder = next, try status(of: folder.text) == nil {
      missing.append(folder)
      next = folder.folder
    }
    for folder in missing.reversed() { try makeFolder(folder.text) }
  }
}
