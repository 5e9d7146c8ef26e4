import Synchronization

/// One site on its way into the destination: every file is written once, from any thread, and
/// `finish` makes the destination hold exactly these files.
///
/// Until then readers see the old site. Nothing is made on the disk before the first file that
/// differs from the old site's. An edition that goes without `finish` is abandoned.
package final class Edition: Sendable {
  private let workplace: Workplace
  private let previous: PreviousSite
  private let staging: Staging
  private let lock: BuildLock
  private let scaffold: Scaffold
  private let progress = Mutex(Progress())

  init(
    in workplace: Workplace, after previous: PreviousSite, lock: BuildLock, scaffold: Scaffold
  ) {
    self.workplace = workplace
    self.previous = previous
    self.lock = lock
    self.scaffold = scaffold
    staging = Staging(in: workplace, like: previous.status)
    // A site is mostly as large as the last time.
    progress.withLock { $0.site.files.reserveCapacity(previous.known.count) }
  }

  deinit { abandon() }

  /// The files of the old site, for whoever remembers them; nil where there is none, or not all of
  /// it.
  package var standing: SiteTraces? {
    guard let folder = previous.folder, previous.manifest != nil, previous.files == previous.known
    else { return nil }
    return SiteTraces(of: Array(previous.files) + [.manifest], in: folder)
  }

  /// The files of the new site, once it is finished.
  package func published() throws(PublishingError) -> SiteTraces {
    do throws(Obstacle) {
      guard let folder = try workplace.destination() else {
        preconditionFailure("a finished edition is in its place")
      }
      let files = progress.withLock { Array($0.site.files) }
      return SiteTraces(of: files + [.manifest], in: folder)
    } catch {
      throw PublishingError(error, destination: workplace.typed, state: .new)
    }
  }

  /// Puts a file of these bytes on the site.
  ///
  /// - Parameter path: relative, `/` between its names, without `.` and `..`.
  package func write(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(PublishingError) {
    try noting { () throws(Obstacle) in
      let path = try claim(path)
      if try previous.holds(bytes, at: path) {
        try keep(path)
      } else {
        try staging.write(bytes, to: path)
        progress.withLock { $0.site.changed.append(path) }
      }
    }
  }

  /// Puts a file on the site that `pieces` hands on one after the other, always the same: once to
  /// compare it with the old site's, and once more where that one differs.
  package func write(
    _ path: String, pieces: (_ take: (UnsafeRawBufferPointer) -> Bool) -> Void
  ) throws(PublishingError) {
    try noting { () throws(Obstacle) in
      let path = try claim(path)
      if try previous.holds(pieces: pieces, at: path) {
        try keep(path)
      } else {
        try staging.write(pieces: pieces, to: path)
        progress.withLock { $0.site.changed.append(path) }
      }
    }
  }

  /// Puts a copy of the file at `source`, which is anywhere on the disk, on the site.
  package func copy(_ path: String, fromFile source: String) throws(PublishingError) {
    try noting { () throws(Obstacle) in
      let path = try claim(path)
      let source = try OpenFile.source(at: source, disk: workplace.disk)
      if try previous.holds(source, at: path) {
        try keep(path)
      } else {
        try staging.write(contentsOf: source, to: path)
        progress.withLock { $0.site.changed.append(path) }
      }
    }
  }

  /// What the old site has at `path`; nil where it has no such file.
  package func old(_ path: String) throws(PublishingError) -> [UInt8]? {
    var bytes: [UInt8]?
    try noting { () throws(Obstacle) in bytes = try previous.bytes(at: SitePath(trusted: path)) }
    return bytes
  }

  /// The paths of the old site's files that are not on the new one yet, in ascending order: what lies side by
  /// side is quicker to come by.
  package var remaining: [String] {
    let files = progress.withLock { $0.site.files }
    return previous.files.subtracting(files).sorted().map(\.text)
  }

  /// Takes over the old site's file at `path`, which is one of `remaining`.
  package func keep(_ path: String) throws(PublishingError) {
    try noting { () throws(Obstacle) in try keep(claim(path)) }
  }

  /// Takes over a whole folder of the old site where the old site's file at `mark` has these bytes, and
  /// says whether it did. For what another program made, which may not make the same bytes twice.
  package func keep(
    folder: String, whereFile mark: String, holds bytes: [UInt8]
  ) throws(PublishingError) -> Bool {
    var isKept = false
    try noting { () throws(Obstacle) in
      guard let files = try previous.files(in: folder, whereFile: mark, holds: bytes) else {
        return
      }
      for path in files { try keep(claim(path.text)) }
      isKept = true
    }
    return isKept
  }

  /// Takes over the old site's file at `path` where it ends with these bytes, and says whether it did. For
  /// what another program makes slowly, and says there of what.
  package func keep(_ path: String, endingWith bytes: [UInt8]) throws(PublishingError) -> Bool {
    var isKept = false
    try noting { () throws(Obstacle) in
      guard try previous.hasFile(SitePath(trusted: path), endingWith: bytes) else { return }
      try keep(claim(path))
      isKept = true
    }
    return isKept
  }

  /// Puts the site in place of the old one and gives the destination back.
  ///
  /// Throws, and leaves the old site, where anything has gone wrong up to here. Called once, when
  /// no thread is writing any more.
  package func finish() throws(PublishingError) -> Tally {
    guard let progress = close() else { preconditionFailure("an edition is finished once") }
    do throws(PublishingError) {
      if let failure = progress.failure { throw failure }
      let changeover = Changeover(
        to: progress.site, in: workplace, after: previous, from: staging)
      let tally = try changeover.made()
      lock.release()
      return tally
    } catch {
      withdraw()
      throw error
    }
  }

  /// Leaves the destination as it is and removes what was made for the new site; nothing after
  /// `finish`. Called when no thread is writing any more.
  package func abandon() {
    if close() != nil { withdraw() }
  }

  /// What was written, when it is asked for the first time.
  private func close() -> Progress? {
    progress.withLock { progress in
      if progress.isClosed { return nil }
      progress.isClosed = true
      return progress
    }
  }

  private func withdraw() {
    // What cannot be removed now, on a disk that fails, the next build clears.
    _ = try? staging.remove()
    lock.release()
    scaffold.remove()
  }

  /// The path as a place on the site, which from now on is taken.
  private func claim(_ text: String) throws(Obstacle) -> SitePath {
    let shown = ShownPath(folder: workplace.typed, path: text).text
    let path: SitePath
    do {
      path = try SitePath(text)
    } catch {
      throw Obstacle(.write, shown, error)
    }
    let isNew = progress.withLock { progress in
      precondition(!progress.isClosed, "nothing is written to an edition that is finished")
      return progress.site.files.insert(path).inserted
    }
    if !isNew { throw Obstacle(.write, shown, .writtenTwice) }
    return path
  }

  /// Takes over a file of the old site.
  private func keep(_ path: SitePath) throws(Obstacle) {
    // Linked at once where there is a new site to link it into, for then threads share the work.
    if !workplace.isInside, staging.hasBegun, let old = previous.folder {
      try staging.keep(path, of: old)
      progress.withLock { $0.site.keptCount += 1 }
    } else {
      progress.withLock { $0.site.unstaged.append(path) }
    }
  }

  /// Remembers a failure, so that a site with a hole is never published.
  private func noting(_ work: () throws(Obstacle) -> Void) throws(PublishingError) {
    do {
      try work()
    } catch {
      let failure = PublishingError(error, destination: workplace.typed)
      progress.withLock { $0.failure = $0.failure ?? failure }
      throw failure
    }
  }
}

/// How far an edition has come.
private struct Progress {
  var site = NewSite()
  var failure: PublishingError?
  var isClosed = false
}

/// What was written, as it stands to the old site.
struct NewSite {
  /// Every file, the manifest aside.
  var files: Set<SitePath> = []
  /// Those that are staged because the old site has no such file.
  var changed: [SitePath] = []
  /// Those that the old site has, and are not staged yet.
  var unstaged: [SitePath] = []
  /// How many are the old site's and staged.
  var keptCount = 0
}
