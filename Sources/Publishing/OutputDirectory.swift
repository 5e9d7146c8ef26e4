/// The folder that readers see; publishing makes it hold exactly one site, whole or not at all.
///
/// The new site grows in a folder beside it and takes its place in one step, so at any moment the
/// folder holds the old site or the new one.
package struct OutputDirectory: Sendable {
  /// As it was typed, for messages.
  let typed: String
  private let sources: [String]
  let disk: Disk

  /// The folder at `path`, which need not exist yet; links on the way are followed.
  ///
  /// `keepingOut` are the folders of sources (`content`, `templates`): the site may neither lie
  /// inside one nor contain one. Nothing is looked at or made before `begin`.
  package init(at path: String, keepingOut: [String], disk: Disk = .sound) {
    typed = path
    sources = keepingOut
    self.disk = disk
  }

  /// Where it truly is, links resolved; as it was typed where that cannot be told.
  package var place: String {
    do throws(Obstacle) {
      return try Location(typed).path
    } catch {
      return typed
    }
  }

  /// Takes the folder for one build: locks it, clears what a killed build has left, and refuses it
  /// where it holds anything that no build has put there.
  ///
  /// While another build has it, `onWait` is told once, with that build's process where it is
  /// known; after `limit` the error names that build.
  package func begin(
    waiting limit: Duration = .seconds(60), onWait: (_ holder: Int32?) -> Void = { _ in }
  ) throws(PublishingError) -> Edition {
    do throws(Obstacle) {
      let location = try admittedLocation()
      let scaffold = try Scaffold(downTo: location.parent, disk: disk)
      do throws(Obstacle) {
        let workplace = try Workplace(for: location, typed: typed, disk: disk)
        return try edition(in: workplace, scaffold, waiting: limit, onWait: onWait)
      } catch {
        scaffold.remove()
        throw error
      }
    } catch {
      throw PublishingError(error, destination: typed)
    }
  }

  private func edition(
    in workplace: Workplace, _ scaffold: Scaffold, waiting limit: Duration,
    onWait: (Int32?) -> Void
  ) throws(Obstacle) -> Edition {
    let lock = try BuildLock(
      workplace.lockName, in: workplace.bench, waiting: limit, onWait: onWait)
    do {
      // Opened only now: while this build waited, another may have put its site there.
      let folder = try workplace.destination()
      try workplace.clear(folder)
      let previous = try PreviousSite(in: folder, isMountPoint: workplace.isMountPoint)
      return Edition(in: workplace, after: previous, lock: lock, scaffold: scaffold)
    } catch {
      lock.release()
      throw error
    }
  }

  /// The folder's true place: a folder or nothing yet, and apart from all sources.
  private func admittedLocation() throws(Obstacle) -> Location {
    let location = try Location(typed)
    for source in sources {
      if let overlap = location.overlap(with: try Location(source)) {
        throw Obstacle(.inspect, typed, .overlap(overlap, source: source))
      }
    }
    if location.name == nil || location.status.map({ $0.kind != .folder }) == true {
      throw Obstacle(.inspect, typed, .notAFolder)
    }
    return location
  }
}
