/// The list of the files that Gazette has put into a destination; nothing else there is ever
/// replaced or removed.
///
/// A text file at the top of the site: a line with the version, then the paths in byte order, each
/// on a line of its own. It does not list itself.
struct Manifest {
  let paths: Set<SitePath>

  private static let title = "gazette manifest "
  private static let version = "1"

  init(of paths: Set<SitePath>) { self.paths = paths }

  /// Throws where the file is not what this or an earlier Gazette has written; so what is read
  /// without an error would be written again with the same bytes.
  init(parsing bytes: [UInt8]) throws(PublishingError.Cause) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // What is behind the last line's end, which is nothing unless the file was cut short.
    guard let rest = lines.popLast(), rest.isEmpty else {
      throw .damagedManifest(line: lines.count + 1)
    }
    guard let first = lines.first, first.starts(with: Self.title.utf8) else {
      throw .damagedManifest(line: 1)
    }
    let version = String(decoding: first.dropFirst(Self.title.utf8.count), as: UTF8.self)
    if version != Self.version { throw .laterManifest(version: version) }
    var paths = Set<SitePath>(minimumCapacity: lines.count)
    var last: SitePath?
    for (number, line) in lines.enumerated().dropFirst() {
      guard let text = String(validating: line, as: UTF8.self), let path = try? SitePath(text),
        last.map({ $0 < path }) ?? true
      else {
        throw .damagedManifest(line: number + 1)
      }
      paths.insert(path)
      last = path
    }
    self.paths = paths
  }

  /// The file's bytes: the same for the same paths.
  var bytes: [UInt8] {
    var bytes = Array("\(Self.title)\(Self.version)\n".utf8)
    for path in paths.sorted() {
      bytes += path.text.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
