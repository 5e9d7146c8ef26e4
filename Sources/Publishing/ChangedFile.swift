#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of the sources that is to hold other bytes.
///
/// The new bytes are written beside it and take its place in one step, so that nobody ever reads half
/// of them; it keeps its mode, and a link to it stays a link.
package struct ChangedFile: Sendable {
  /// As it was typed, for messages.
  private let path: String
  private let disk: Disk

  /// What an unfinished file is called until it takes the other's place; hidden, so that no build
  /// reads it.
  private static let part = ".gazette-fix-"

  package init(at path: String, disk: Disk = .sound) {
    self.path = path
    self.disk = disk
  }

  /// Puts `new` in the place of `old`; throws, and leaves the file alone, where it is another by now.
  package func replace(_ old: [UInt8], with new: [UInt8]) throws(ChangedFileError) {
    var isStillOld = false
    do throws(Obstacle) {
      let place = try Location(path)
      let name = place.name ?? ""
      let folder = try Folder(at: place.parent.path, shownAs: place.parent.path, disk: disk)
      isStillOld = try folder.file(name).holds(old)
      if isStillOld { isStillOld = try put(new, over: old, name, in: folder) }
    } catch {
      throw .impossible(error.step, path: path, error.cause)
    }
    guard isStillOld else { throw .changedMeanwhile(path) }
  }

  private func put(
    _ new: [UInt8], over old: [UInt8], _ name: String, in folder: Folder
  ) throws(Obstacle) -> Bool {
    let part = Self.part + name
    // What a fix that was killed has left.
    if try folder.status(of: part) != nil { try folder.removeFile(part) }
    let mode = try folder.file(name).status().mode
    do throws(Obstacle) {
      try write(new, to: try folder.makeFile(part))
      try folder.ask(.setMode, part) { fchmodat(folder.descriptor, part, mode, 0) }
      // An editor may have saved while the new bytes were written.
      if try folder.file(name).holds(old) {
        try folder.move(part, to: folder, as: name)
        return true
      }
    } catch {
      _ = try? folder.removeFile(part)
      throw error
    }
    try folder.removeFile(part)
    return false
  }

  private func write(_ bytes: [UInt8], to file: consuming OpenFile) throws(Obstacle) {
    try file.write(bytes)
    try file.flush()
    try file.finish()
  }
}

/// Why a file of the sources was left as it is.
package enum ChangedFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Somebody has saved it since it was read.
  case changedMeanwhile(String)
  case impossible(PublishingError.Step, path: String, PublishingError.Cause)

  package var description: String {
    switch self {
    case .changedMeanwhile(let path):
      "'\(path)' was saved by somebody while it was checked, so it was left alone; run it again"
    case .impossible(let step, let path, .system(let code)):
      "cannot \(step.words) '\(path)': \(PublishingError.words(for: code)); it was left alone"
    case .impossible(let step, let path, _):
      "cannot \(step.words) '\(path)': it is no file that can be changed; it was left alone"
    }
  }
}
