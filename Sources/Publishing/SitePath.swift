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
    if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) {
      throw .unlawfulPath("a path on the site has no control characters")
    }
    if text.utf8.first == UInt8(ascii: "/") {
      throw .unlawfulPath("a path on the site is relative, without a leading '/'")
    }
    for name in text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if name.isEmpty { throw .unlawfulPath("a path on the site has no empty names") }
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) {
        throw .unlawfulPath("a path on the site has no '.' or '..'")
      }
    }
    if text.utf8.starts(with: Self.reservedPrefix.utf8) {
      throw .unlawfulPath("names beginning with '\(Self.reservedPrefix)' are Gazette's own")
    }
    self.text = text
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
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  static func < (left: SitePath, right: SitePath) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let hashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if hashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
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
