#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of the sources that one run at a time may change, from the moment it reads the sources until
/// it has written: the ledger.
///
/// New bytes are written beside it and take its place in one step, so whoever looks finds the old file or
/// the new one, whole.
package final class GuardedFile: Sendable {
  /// As it was typed, for messages.
  private let path: String
  private let name: String
  private let folder: Folder
  private let lock: BuildLock

  /// What an unfinished file is called until it takes the other's place; hidden, as the lock is, so that
  /// no build reads it.
  private static let (part, lockEnd) = (".gazette-part-", ".gazette-lock")

  /// Takes the file at `path`, which need not be there, for this run. `onWait` is told once when another
  /// has it, with that one's process where it is known; after `limit` the error names it.
  package init(
    at path: String, waiting limit: Duration = .seconds(60), disk: Disk = .sound,
    onWait: (_ holder: Int32?) -> Void = { _ in }
  ) throws(GuardedFileError) {
    self.path = path
    do throws(Obstacle) {
      let place = try Location(path)
      name = place.name ?? ""
      folder = try Folder(at: place.parent.path, shownAs: place.parent.path, disk: disk)
      lock = try BuildLock(
        "." + name + Self.lockEnd, in: folder, waiting: limit, onWait: onWait)
    } catch {
      throw GuardedFileError(error, path)
    }
  }

  deinit { lock.release() }

  /// Lets the next run have the file.
  package func release() { lock.release() }

  /// Puts `new` in the place of `old`, which is nil where the file is not there yet; throws, and leaves
  /// the file alone, where it is another by now.
  package func replace(_ old: [UInt8]?, with new: [UInt8]) throws(GuardedFileError) {
    var isStillOld = false
    do throws(Obstacle) {
      let part = Self.part + name
      // What a run that was killed has left.
      if try folder.status(of: part) != nil { try folder.removeFile(part) }
      isStillOld = try holds(old)
      if isStillOld { isStillOld = try put(new, over: old, by: part) }
    } catch {
      throw GuardedFileError(error, path)
    }
    guard isStillOld else { throw .changedMeanwhile(path) }
  }

  private func put(_ new: [UInt8], over old: [UInt8]?, by part: String) throws(Obstacle) -> Bool {
    do throws(Obstacle) {
      let file = try folder.makeFile(part)
      try file.write(new)
      try file.flush()
      try file.finish()
      if old != nil {
        let mode = try folder.file(name).status().mode
        try folder.ask(.setMode, part) { fchmodat(folder.descriptor, part, mode, 0) }
      }
      // An editor may have saved while the new bytes were written.
      if try holds(old) {
        try folder.move(part, to: folder, as: name)
        // It is in its place, also where nobody can say that it would outlive a power cut.
        _ = try? folder.flushNames()
        return true
      }
    } catch {
      _ = try? folder.removeFile(part)
      throw error
    }
    try folder.removeFile(part)
    return false
  }

  private func holds(_ bytes: [UInt8]?) throws(Obstacle) -> Bool {
    guard try folder.status(of: name) != nil else { return bytes == nil }
    guard let bytes else { return false }
    return try folder.file(name).holds(bytes)
  }
}

/// Why a file of the sources was left as it is.
package enum GuardedFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Somebody has saved it since it was read.
  case changedMeanwhile(String)
  /// Another run has it; its process, where it is known.
  case held(String, by: Int32?)
  case impossible(PublishingError.Step, path: String, PublishingError.Cause)

  init(_ obstacle: Obstacle, _ path: String) {
    if case .held(let holder) = obstacle.cause {
      self = .held(path, by: holder)
    } else {
      self = .impossible(obstacle.step, path: path, obstacle.cause)
    }
  }

  package var description: String {
    switch self {
    case .changedMeanwhile(let path):
      "'\(path)' was saved by somebody while it was worked on, so it was left alone; run it again"
    case .held(let path, let holder):
      "another run" + (holder.map { " (process \($0))" } ?? "")
        + " has '\(path)'; it was left alone"
    case .impossible(let step, let path, .system(let code)):
      "cannot \(step.words) '\(path)': \(PublishingError.words(for: code)); it was left alone"
    case .impossible(let step, let path, _):
      "cannot \(step.words) '\(path)': it is no file that can be changed; it was left alone"
    }
  }
}
