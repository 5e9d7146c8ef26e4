#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are to be new in a folder of sources: all of them come to be, or none.
///
/// What is there already is never touched, not even where it is empty or a link that leads nowhere.
package struct NewFiles: Sendable {
  /// As it was typed, for messages.
  private let typed: String
  private let disk: Disk

  /// New files below the folder at `path`, which need not exist yet; links on the way to it are
  /// followed.
  package init(in path: String, disk: Disk = .sound) {
    typed = path
    self.disk = disk
  }

  /// Writes each file, with the folders that it needs. `path` is relative, with `/` between its
  /// parts.
  package func write(_ files: [(path: String, bytes: [UInt8])]) throws(NewFileError) {
    var made: [(folder: Folder, name: String)] = []
    var scaffolds: [Scaffold] = []
    // Each folder is opened once: thousands of files would need more descriptors than there are.
    var folders: [String: Folder] = [:]
    do throws(Obstacle) {
      for file in files {
        let path = try sound(file.path)
        let above = path.folder.map { "/" + $0.text } ?? ""
        let folder: Folder
        if let open = folders[above] {
          folder = open
        } else {
          let place = try Location(typed + above)
          scaffolds.append(try Scaffold(downTo: place, disk: disk))
          folder = try Folder(at: place.path, shownAs: typed + above, disk: disk)
          folders[above] = folder
        }
        let name = String(path.text.dropFirst(path.folder.map { $0.text.count + 1 } ?? 0))
        let new = try folder.makeFile(name)
        made.append((folder, name))
        try write(file.bytes, to: new)
      }
      // They lie on one file system, and it is written out as a whole.
      try folders.values.first?.flush()
    } catch {
      // What cannot be removed again is named by the error that stopped the rest, or does no harm.
      for (folder, name) in made.reversed() { _ = try? folder.removeFile(name) }
      for scaffold in scaffolds.reversed() { scaffold.remove() }
      throw NewFileError(error)
    }
  }

  private func write(_ bytes: [UInt8], to file: consuming OpenFile) throws(Obstacle) {
    try file.write(bytes)
    try file.finish()
  }

  private func sound(_ path: String) throws(Obstacle) -> SitePath {
    do throws(PublishingError.Cause) {
      return try SitePath(path)
    } catch {
      throw Obstacle(.write, path, error)
    }
  }
}

/// Why new files could not be written. None of them is there.
package struct NewFileError: Error, Hashable, Sendable, CustomStringConvertible {
  package let step: PublishingError.Step
  /// As the person who asked for the file would name it.
  package let path: String
  package let cause: PublishingError.Cause

  init(_ obstacle: Obstacle) {
    step = obstacle.step
    path = obstacle.path
    cause = obstacle.cause
  }

  package var description: String { "cannot \(step.words) '\(path)': \(why); nothing was written" }

  private var why: String {
    switch cause {
    case .system(EEXIST): "it is there already"
    case .system(let code): PublishingError.words(for: code)
    case .unlawfulPath(let reason): reason
    default: "it is no place for a file"
    }
  }
}
