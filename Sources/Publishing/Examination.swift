import Synchronization

/// One look at a site that was published: each file that the sources make is compared with what is
/// there, from any thread, and nothing is changed. Until it ends no build has the site.
package final class Examination: Sendable {
  private let typed: String
  private let disk: Disk
  private let previous: PreviousSite
  private let lock: BuildLock
  private let seen = Mutex<[SitePath: (digest: String, isSame: Bool)]>([:])

  init(of workplace: Workplace, _ previous: PreviousSite, lock: BuildLock) {
    typed = workplace.typed
    disk = workplace.disk
    self.previous = previous
    self.lock = lock
  }

  deinit { lock.release() }

  /// Compares the file at `path` with these bytes.
  package func compare(
    _ path: String, _ bytes: UnsafeRawBufferPointer
  ) throws(PublishingError) {
    try examining(path) { path, digest throws(Obstacle) in
      digest.take(bytes)
      return try previous.holds(bytes, at: path)
    }
  }

  /// Compares the file at `path` with what `pieces` hands on one after the other, always the same.
  package func compare(
    _ path: String, pieces: (_ take: (UnsafeRawBufferPointer) -> Bool) -> Void
  ) throws(PublishingError) {
    try examining(path) { path, digest throws(Obstacle) in
      pieces {
        digest.take($0)
        return true
      }
      return try previous.holds(pieces: pieces, at: path)
    }
  }

  /// Compares the file at `path` with the one at `source`, which is anywhere on the disk.
  package func compare(_ path: String, withFile source: String) throws(PublishingError) {
    try examining(path) { path, digest throws(Obstacle) in
      let source = try OpenFile.source(at: source, disk: disk)
      try source.forEachPiece { digest.take($0) }
      return try previous.holds(source, at: path)
    }
  }

  /// Lets builds have the site again.
  package func end() { lock.release() }

  /// Takes the file at `path` as it is where it ends with these bytes; it differs where it does not.
  package func compare(_ path: String, endingWith bytes: [UInt8]) throws(PublishingError) {
    try examining(path) { path, digest throws(Obstacle) in
      guard try previous.hasFile(path, endingWith: bytes) else { return false }
      try previous.folder?.file(path.text).forEachPiece { digest.take($0) }
      return true
    }
  }

  /// Takes a whole folder as it is where its file at `mark` has these bytes, and says whether it does.
  package func accept(
    folder: String, whereFile mark: String, holds bytes: [UInt8]
  ) throws(PublishingError) -> Bool {
    do throws(Obstacle) {
      guard let files = try previous.files(in: folder, whereFile: mark, holds: bytes) else {
        return false
      }
      for path in files {
        var digest = SHA256()
        try previous.folder?.file(path.text).forEachPiece { digest.take($0) }
        let digits = digest.digits()
        seen.withLock { $0[path] = (digits, true) }
      }
      return true
    } catch {
      throw PublishingError(error, destination: typed)
    }
  }

  /// What was found, once everything that the sources make was compared.
  package func finding() -> Finding {
    let seen = seen.withLock { $0 }
    let made = Set(seen.keys)
    let missing = made.subtracting(previous.files)
    let changed = seen.filter { !$0.value.isSame }.map(\.key)
    return Finding(
      missing: missing.sorted().map(\.text),
      changed: changed.filter { !missing.contains($0) }.sorted().map(\.text),
      surplus: previous.known.union(previous.files).subtracting(made).sorted().map(\.text),
      inventory: Inventory(
        Dictionary(uniqueKeysWithValues: seen.map { ($0.key.text, .known($0.value.digest)) })))
  }

  /// What an examination found: nothing but an inventory where the site is what its sources make.
  package struct Finding: Hashable, Sendable {
    /// Made by the sources and not there.
    package let missing: [String]
    /// There with other bytes.
    package let changed: [String]
    /// There, or listed there, and not made by the sources.
    package let surplus: [String]
    /// What the sources make.
    package let inventory: Inventory

    package var isSound: Bool { missing.isEmpty && changed.isEmpty && surplus.isEmpty }
  }

  private func examining(
    _ text: String, _ isSame: (SitePath, inout SHA256) throws(Obstacle) -> Bool
  ) throws(PublishingError) {
    do throws(Obstacle) {
      let path: SitePath
      do throws(PublishingError.Cause) {
        path = try SitePath(text)
      } catch {
        throw Obstacle(.read, ShownPath(folder: typed, path: text).text, error)
      }
      var digest = SHA256()
      let same = try isSame(path, &digest)
      let digits = digest.digits()
      seen.withLock { $0[path] = (digits, same) }
    } catch {
      throw PublishingError(error, destination: typed)
    }
  }
}

extension OutputDirectory {
  /// Takes the folder to look at what it holds; throws where it holds no site, or anything that no
  /// build has put there.
  package func examine(
    waiting limit: Duration = .seconds(60), onWait: (_ holder: Int32?) -> Void = { _ in }
  ) throws(PublishingError) -> Examination {
    do throws(Obstacle) {
      let location = try Location(place)
      guard location.status != nil else { throw Obstacle(.open, typed, .noSite) }
      let workplace = try Workplace(for: location, typed: typed, disk: disk)
      let lock = try BuildLock(
        workplace.lockName, in: workplace.bench, waiting: limit, onWait: onWait)
      do throws(Obstacle) {
        let folder = try workplace.destination()
        let previous = try PreviousSite(in: folder, isMountPoint: workplace.isMountPoint)
        guard previous.manifest != nil else { throw Obstacle(.open, typed, .noSite) }
        return Examination(of: workplace, previous, lock: lock)
      } catch {
        lock.release()
        throw error
      }
    } catch {
      throw PublishingError(error, destination: typed)
    }
  }
}
