/// Why the site could not be published: what was tried, on what, what stood in the way, and what
/// has become of the destination.
package struct PublishingError: Error, Hashable, Sendable {
  /// What was tried when it went wrong.
  package let step: Step
  /// The file or folder, as the person who runs the build would name it.
  package let path: String
  package let cause: Cause
  /// The destination, as it was typed.
  package let destination: String
  package let state: SiteState

  /// One kind of request to the file system.
  package enum Step: String, Hashable, Sendable, CaseIterable {
    case open, lock, list, inspect, read, makeFolder, write, setMode, link, flush, move,
      exchange, remove
  }

  /// What stood in the way.
  package enum Cause: Error, Hashable, Sendable {
    /// An `errno`.
    case system(Int32)
    /// The path cannot be a part of a site; the phrase says why.
    case unlawfulPath(String)
    /// The path was written before.
    case writtenTwice
    /// The path is a file, and another file's path needs a folder there.
    case alsoAFolder
    /// The path is to be copied, and is no regular file.
    case notAFile
    /// The file has other bytes now than when its copying began.
    case changedMeanwhile
    /// There is no site to look at.
    case noSite
    /// The destination is something other than a folder.
    case notAFolder
    /// The destination and a folder of sources lie one within the other.
    case overlap(Overlap, source: String)
    /// Files in the destination that no build has put there: the first names, and how many more;
    /// not `counted` where there were at least so many.
    case foreign([String], others: Int, counted: Bool)
    /// Another build has the destination; its process, where it is known.
    case held(by: Int32?)
    /// The manifest cannot be trusted, counted from its first line.
    case damagedManifest(line: Int)
    /// The manifest was written by a later Gazette.
    case laterManifest(version: String)
  }

  package enum Overlap: Hashable, Sendable { case equals, inside, contains }

  /// What a failed build has left in the destination.
  package enum SiteState: Hashable, Sendable {
    /// Byte for byte what it was before the build.
    case untouched
    /// Some files are new and some old: only where files had to be put in place one by one.
    case partlyNew
    /// The new site, whole: only the tidying afterwards has failed.
    case new
  }
}

/// What stood in the way of one step, before it is known what that means for the destination.
struct Obstacle: Error, Hashable, Sendable {
  let step: PublishingError.Step
  let path: String
  let cause: PublishingError.Cause

  init(_ step: PublishingError.Step, _ path: String, _ cause: PublishingError.Cause) {
    self.step = step
    self.path = path
    self.cause = cause
  }

  init(_ step: PublishingError.Step, _ path: String, _ code: Int32) {
    self.init(step, path, .system(code))
  }

  /// The system's `errno`; nil where the system has nothing to do with it.
  var code: Int32? {
    if case .system(let code) = cause { code } else { nil }
  }
}

extension PublishingError {
  init(_ obstacle: Obstacle, destination: String, state: SiteState = .untouched) {
    step = obstacle.step
    path = obstacle.path
    cause = obstacle.cause
    self.destination = destination
    self.state = state
  }
}
