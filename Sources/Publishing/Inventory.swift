/// Every file of a site with what is in it, the manifest aside: what two sites are compared by, wherever
/// they lie.
///
/// It is written as a manifest of the second version, in which a line is what `sha256sum` prints of the
/// file; so whoever has a copy of a site can have it checked by others' programs.
package struct Inventory: Hashable, Sendable {
  /// What is known of one file.
  package enum Content: Hashable, Sendable {
    /// The digest of its bytes, in hexadecimal digits.
    case known(String)
    /// It is there, with bytes that are not known or are just being replaced.
    case replaced
    /// It was not there, and is just being put there.
    case coming
  }

  package let files: [String: Content]

  package init(_ files: [String: Content]) { self.files = files }

  package static let empty = Inventory([:])

  /// Where a manifest lies in a site.
  package static let path = SitePath.manifest.text

  /// Throws where the bytes are not those of any manifest; in the first version's there are no digests.
  package init(parsing bytes: [UInt8]) throws(PublishingError.Cause) {
    let manifest = try Manifest(parsing: bytes)
    var files: [String: Content] = [:]
    files.reserveCapacity(manifest.paths.count)
    for path in manifest.paths {
      files[path.text] = manifest.digests[path].map { Content(digits: $0) } ?? .replaced
    }
    self.files = files
  }

  /// A manifest's bytes: the same for the same files, on any machine.
  package var bytes: [UInt8] {
    var bytes = Array(Manifest.title(of: .withDigests).utf8)
    for path in files.keys.map({ SitePath(trusted: $0) }).sorted() {
      bytes += "\((files[path.text] ?? .replaced).digits)  \(path.text)\n".utf8
    }
    return bytes
  }

  /// One digest for the whole site.
  package var digest: String {
    var sum = SHA256()
    bytes.withUnsafeBytes { sum.take($0) }
    return sum.digits()
  }
}

extension Inventory.Content {
  // No file has these digests, as far as anybody knows.
  private static let replacedDigits = String(repeating: "0", count: 64)
  private static let comingDigits = String(repeating: "f", count: 64)

  fileprivate init(digits: String) {
    self =
      switch digits {
      case Self.replacedDigits: .replaced
      case Self.comingDigits: .coming
      default: .known(digits)
      }
  }

  fileprivate var digits: String {
    switch self {
    case .known(let digits): digits
    case .replaced: Self.replacedDigits
    case .coming: Self.comingDigits
    }
  }
}
