/// Every file of a site with the digest of its bytes, the manifest aside: what two sites are compared
/// by, wherever they lie.
///
/// It is written as a manifest of the second version, in which a line is what `sha256sum` prints of the
/// file; so whoever has a copy of a site can have it checked by others' programs.
package struct Inventory: Hashable, Sendable {
  /// Digests by path; nil for a file of which only the name is known.
  package let digests: [String: String?]

  package init(_ digests: [String: String?]) { self.digests = digests }

  /// A file of an inventory whose bytes are not known, or are being replaced.
  private static let unknown = String(repeating: "0", count: 64)

  /// Throws where the bytes are not those of any manifest; the first version's has no digests.
  package init(parsing bytes: [UInt8]) throws(PublishingError.Cause) {
    let manifest = try Manifest(parsing: bytes)
    var digests: [String: String?] = [:]
    digests.reserveCapacity(manifest.paths.count)
    for path in manifest.paths {
      let digest = manifest.digests[path]
      digests.updateValue(digest == Self.unknown ? nil : digest, forKey: path.text)
    }
    self.digests = digests
  }

  /// A manifest's bytes: the same for the same files, on any machine.
  package var bytes: [UInt8] {
    var bytes = Array(Manifest.title(of: .withDigests).utf8)
    let paths = digests.keys.map { SitePath(trusted: $0) }.sorted()
    for path in paths {
      let digest = digests[path.text].flatMap(\.self) ?? Self.unknown
      bytes += "\(digest)  \(path.text)\n".utf8
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
