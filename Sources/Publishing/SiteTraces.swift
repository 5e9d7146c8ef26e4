#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files that a destination holds as the file system knows them, which changes whenever somebody
/// changes one: its size, its dates, which file it is.
package struct SiteTraces: Sendable {
  private let folder: Folder
  private let places: [SitePath]

  init(of places: some Sequence<SitePath>, in folder: Folder) {
    self.folder = folder
    self.places = Array(places)
  }

  package var count: Int { places.count }

  /// Hands on what is known of one file, with its path, as bytes that mean nothing else; nil when it
  /// is not there any more.
  package func trace<Result>(
    _ index: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(PublishingError) -> Result? {
    let path = places[index].text
    do throws(Obstacle) {
      guard let status = try folder.status(of: path) else { return nil }
      var bytes = Array(path.utf8)
      for number in [
        Int64(status.size), status.changed.nanoseconds, status.touched.nanoseconds,
        Int64(bitPattern: status.identity.number), Int64(status.mode),
      ] {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
      }
      return bytes.withUnsafeBytes(body)
    } catch {
      throw PublishingError(error, destination: path)
    }
  }
}

extension timespec {
  fileprivate var nanoseconds: Int64 { Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec) }
}
