import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder for the time of a build, for another program that reads files and writes files. Threads
/// write into it side by side.
package final class ScratchFolder: Sendable {
  package let path: String
  private let folder: Folder
  private let made = Mutex<Set<SitePath>>([])

  /// A new one in `parent`, which nobody else may look into.
  package init(in parent: String, disk: Disk = .sound) throws(PublishingError) {
    let shown = ShownPath(folder: parent, path: ".gazette-XXXXXX")
    do throws(Obstacle) {
      var name = Array((parent + "/.gazette-XXXXXX").utf8CString)
      guard mkdtemp(&name) != nil else { throw Obstacle(.makeFolder, shown.text, errno) }
      path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      folder = try Folder(at: path, shownAs: path, disk: disk)
    } catch {
      throw PublishingError(error, destination: parent)
    }
  }

  package func write(_ file: String, _ bytes: UnsafeRawBufferPointer) throws(PublishingError) {
    try naming { () throws(Obstacle) in
      let place = SitePath(trusted: file)
      try makeFolders(for: place)
      let open = try folder.makeFile(file)
      try open.write(bytes)
      try open.finish()
    }
  }

  /// The paths of all files in one of its folders, from there, in ascending order.
  package func files(in name: String) throws(PublishingError) -> [String] {
    try naming { () throws(Obstacle) in
      var files: [String] = []
      var ahead = [SitePath(trusted: name)]
      while let next = ahead.popLast() {
        for entry in try folder.entries(of: next) {
          let place = SitePath(entry.name, in: next)
          switch entry.kind {
          case .folder: ahead.append(place)
          case .file: files.append(String(place.text.dropFirst(name.utf8.count + 1)))
          default: continue
          }
        }
      }
      return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  /// Removes it with all that is in it. What cannot be removed is left to the system.
  package func remove() {
    let name = path.split(separator: "/").last.map { String($0) } ?? ""
    let parent = String(path.dropLast(name.utf8.count + 1))
    do throws(Obstacle) {
      try Folder(at: parent, shownAs: parent, disk: .sound).sweep(name)
    } catch {
      return
    }
  }

  private func makeFolders(for file: SitePath) throws(Obstacle) {
    var missing: [SitePath] = []
    made.withLock { made in
      var next = file.folder
      while let above = next, !made.contains(above) {
        missing.append(above)
        next = above.folder
      }
    }
    for place in missing.reversed() {
      do {
        try folder.makeFolder(place.text)
      } catch  where error.code == EEXIST {
        continue
      }
    }
    if !missing.isEmpty { made.withLock { $0.formUnion(missing) } }
  }

  private func naming<Value>(_ work: () throws(Obstacle) -> Value) throws(PublishingError) -> Value
  {
    do {
      return try work()
    } catch {
      throw PublishingError(error, destination: path)
    }
  }
}
