/// The list of the files that Gazette has put into a destination; nothing else there is ever
/// replaced or removed.
///
/// A text file at the top of the site: a line with the version, then the paths in byte order, each
/// on a line of its own. It does not list itself.
struct Manifest {
  let paths: Set<SitePath>
  /// What a site at a target carries beside the names; empty for one on this machine.
  let digests: [SitePath: String]

  /// What stands on a line behind the first.
  enum Version: String {
    /// A path.
    case ofPaths = "1"
    /// A digest as `sha256sum` prints it, two spaces, and a path.
    case withDigests = "2"
  }

  private static let title = "gazette manifest "
  private static let digestLength = 64

  static func title(of version: Version) -> String { "\(title)\(version.rawValue)\n" }

  init(of paths: Set<SitePath>) { (self.paths, digests) = (paths, [:]) }

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
    let named = String(decoding: first.dropFirst(Self.title.utf8.count), as: UTF8.self)
    guard let version = Version(rawValue: named) else { throw .laterManifest(version: named) }
    var paths = Set<SitePath>(minimumCapacity: lines.count)
    var digests: [SitePath: String] = [:]
    var last: SitePath?
    for (number, line) in lines.enumerated().dropFirst() {
      guard let (path, digest) = Self.file(on: line, version), last.map({ $0 < path }) ?? true
      else {
        throw .damagedManifest(line: number + 1)
      }
      paths.insert(path)
      digests[path] = digest
      last = path
    }
    (self.paths, self.digests) = (paths, digests)
  }

  /// Nil for a line that no Gazette has written.
  private static func file(
    on line: ArraySlice<UInt8>, _ version: Version
  ) -> (SitePath, digest: String?)? {
    guard let text = String(validating: line, as: UTF8.self) else { return nil }
    if version == .ofPaths { return (try? SitePath(text)).map { ($0, nil) } }
    let digest = text.utf8.prefix(digestLength)
    let rest = text.utf8.dropFirst(digestLength)
    let isHexadecimal = digest.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard digest.count == digestLength, isHexadecimal, rest.starts(with: "  ".utf8),
      let path = try? SitePath(String(Substring(rest.dropFirst(2))))
    else { return nil }
    return (path, String(Substring(digest)))
  }

  /// The file's bytes: the same for the same paths.
  var bytes: [UInt8] {
    var bytes = Array(Self.title(of: .ofPaths).utf8)
    for path in paths.sorted() {
      bytes += path.text.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
