#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file's place in the site: relative, with `/` between its names, such as `cases/acme/index.html`.
///
/// Compared byte by byte, as file systems on Linux do: to Swift's strings a composed 'é' equals a
/// decomposed one, and two files would pass for one.
struct SitePath: Hashable, Comparable, Sendable {
  let text: String

  /// The manifest's own place, which no page can take.
  static let manifest = SitePath(trusted: ".gazette-manifest")

  /// Names beginning so, at the top of a site, are Gazette's own: manifest, lock and staging.
  static let reservedPrefix = ".gazette-"

  /// Throws what is wrong with `text` where it could leave the site or could not be listed.
  init(_ text: String) throws(PublishingError.Cause) {
    if text.isEmpty { throw .unlawfulPath("a path on the site is never empty") }
    if text.utf8.first == UInt8(ascii: "/") {
      throw .unlawfulPath("a path on the site is relative, without a leading '/'")
    }
    var (length, dots) = (0, 0)
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7f {
        throw .unlawfulPath("a path on the site has no control characters")
      }
      if byte == UInt8(ascii: "/") {
        try Self.checkName(length, dots)
        (length, dots) = (0, 0)
      } else {
        length += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    try Self.checkName(length, dots)
    if text.utf8.starts(with: Self.reservedPrefix.utf8) {
      throw .unlawfulPath("names beginning with '\(Self.reservedPrefix)' are Gazette's own")
    }
    self.text = text
  }

  private static func checkName(_ length: Int, _ dots: Int) throws(PublishingError.Cause) {
    if length == 0 { throw .unlawfulPath("a path on the site has no empty names") }
    if length == dots, length <= 2 { throw .unlawfulPath("a path on the site has no '.' or '..'") }
  }

  /// A path that is known to be sound: found on the disk, or a part of one that was checked.
  init(trusted text: String) { self.text = text }

  /// A name in a folder; at the top of the site for nil.
  init(_ name: String, in folder: SitePath?) {
    text = folder.map { "\($0.text)/\(name)" } ?? name
  }

  /// The folder that holds this file or folder; nil at the top of the site.
  var folder: SitePath? {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return SitePath(trusted: String(text[..<slash]))
  }

  /// The number of folders above.
  var depth: Int { text.utf8.count { $0 == UInt8(ascii: "/") } }

  static func == (left: SitePath, right: SitePath) -> Bool {
    left.withBytes { left in
      right.withBytes { right in
        left.count == right.count && Self.order(left, right, left.count) == 0
      }
    }
  }

  static func < (left: SitePath, right: SitePath) -> Bool {
    left.withBytes { left in
      right.withBytes { right in
        let order = Self.order(left, right, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }

  func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: $0) }
  }

  private static func order(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, _ count: Int
  ) -> Int32 {
    guard count > 0, let left = left.baseAddress, let right = right.baseAddress else { return 0 }
    return memcmp(left, right, count)
  }

  /// The path's bytes in place; a path is compared thousands of times in a build.
  private func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let result = text.utf8.withContiguousStorageIfAvailable { body(UnsafeRawBufferPointer($0)) }
    if let result { return result }
    return ContiguousArray(text.utf8).withUnsafeBytes(body)
  }
}

extension Sequence<SitePath> {
  /// Every folder that these files need, each once.
  func folders() -> Set<SitePath> {
    var folders: Set<SitePath> = []
    for path in self {
      var next = path.folder
      while let folder = next, folders.insert(folder).inserted { next = folder.folder }
    }
    return folders
  }
}
