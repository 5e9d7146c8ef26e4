#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file's or folder's true place: absolute, every link followed as far as the path exists.
struct Location: Hashable, Sendable {
  /// The names from the root down, without `.`, `..` or links.
  private let names: [String]

  /// As many links on one path as Linux follows before it takes them for a circle.
  private static let linkLimit = 40

  init(_ path: String) throws(Obstacle) {
    // Names still to be walked, the next one last.
    var ahead: [Substring] = path.split(separator: "/").reversed()
    if path.utf8.first != UInt8(ascii: "/") {
      ahead += try Self.workingDirectory().split(separator: "/").reversed()
    }
    var names: [String] = []
    var links = 0
    while let name = ahead.popLast() {
      if name == "." { continue }
      if name == ".." {
        _ = names.popLast()
        continue
      }
      names.append(String(name))
      guard let target = Self.linkTarget(at: Self.path(names)) else { continue }
      links += 1
      if links > Self.linkLimit { throw Obstacle(.open, path, ELOOP) }
      if target.utf8.first == UInt8(ascii: "/") { names = [] } else { names.removeLast() }
      ahead += target.split(separator: "/").reversed()
    }
    self.names = names
  }

  private init(names: [String]) { self.names = names }

  var path: String { Self.path(names) }

  /// The last name; nil for the root of the file system.
  var name: String? { names.last }

  /// The folder above; the root's is itself.
  var parent: Location { Location(names: names.dropLast()) }

  /// This place and the folders above it, the nearest first, without the root.
  var lineage: [Location] {
    (0..<names.count).map { Location(names: names.dropLast($0)) }
  }

  /// What stands there; nil where nothing does, or nothing that may be seen.
  var status: FileStatus? {
    var raw = stat()
    guard stat(path, &raw) == 0 else { return nil }
    return FileStatus(raw)
  }

  /// How this place lies to `other`; nil where neither is a part of the other.
  ///
  /// Names alone do not tell on file systems that fold case, or where a folder is mounted twice,
  /// so what exists is compared by identity as well.
  func overlap(with other: Location) -> PublishingError.Overlap? {
    if self == other { return .equals }
    let (own, others) = (status?.identity, other.status?.identity)
    if let own, own == others { return .equals }
    if lineage.contains(where: { $0 == other || (others != nil && $0.status?.identity == others) })
    {
      return .inside
    }
    if other.lineage.contains(where: { $0 == self || (own != nil && $0.status?.identity == own) }) {
      return .contains
    }
    return names.isEmpty ? .contains : nil
  }

  private static func path(_ names: [String]) -> String { "/" + names.joined(separator: "/") }

  private static func workingDirectory() throws(Obstacle) -> String {
    guard let path = getcwd(nil, 0) else { throw Obstacle(.open, ".", errno) }
    defer { free(path) }
    return String(cString: path)
  }

  /// Nil where there is no link.
  private static func linkTarget(at path: String) -> String? {
    let capacity = Int(PATH_MAX)
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      buffer.withMemoryRebound(to: CChar.self) {
        count = $0.baseAddress.map { max(0, readlink(path, $0, capacity)) } ?? 0
      }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
