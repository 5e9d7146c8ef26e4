#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A small file that one build leaves for the next, in a folder of the system's for such things. It is
/// whole or not there at all, and nothing is lost with it.
package struct Keepsake: Sendable {
  private let folder: String
  private let name: String
  private let disk: Disk

  /// The file `name` in the folder at `path`, neither of which need exist yet.
  package init(_ name: String, in path: String, disk: Disk = .sound) {
    folder = path
    self.name = name
    self.disk = disk
  }

  /// What was left; nil where there is nothing, or nothing that can be read.
  package var contents: [UInt8]? {
    do throws(Obstacle) {
      return try Folder(at: folder, shownAs: folder, disk: disk).file(name).contents()
    } catch {
      return nil
    }
  }

  /// Leaves these bytes, in the place of what was left before.
  package func replace(with bytes: [UInt8]) throws(NewFileError) {
    do throws(Obstacle) {
      let place = try Location(folder)
      // Kept, and with it the folders that it needs, even where the file cannot be written.
      _ = try Scaffold(downTo: place, disk: disk)
      let folder = try Folder(at: place.path, shownAs: folder, disk: disk)
      let part = name + ".part"
      // A build that was killed may have left it.
      if try folder.status(of: part) != nil { try folder.removeFile(part) }
      try write(bytes, to: folder.makeFile(part))
      try folder.move(part, to: folder, as: name)
    } catch {
      throw NewFileError(error)
    }
  }

  private func write(_ bytes: [UInt8], to file: consuming OpenFile) throws(Obstacle) {
    try file.write(bytes)
    try file.finish()
  }
}
