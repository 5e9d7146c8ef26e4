import Indexing
import Loading
import Publishing
import Rendering
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The index of a site's search while the site is being built: pages are put aside as they are written,
/// and when all are, Pagefind's files become files of the site like any other.
///
/// Pagefind may order what it writes in another way each time. So the index says what it was made of,
/// and one that was made of the same pages is left as it is.
final class SearchIndex: Sendable {
  private let pagefind: Pagefind
  private let folder: ScratchFolder
  /// Of the pages that were put aside, in whatever order.
  private let pages = Mutex(Fingerprint(low: 0, high: 0))

  private static let aside = "pages"
  private static let made = "index"
  /// Where the pages of the site look for it.
  private static let place = "pagefind"
  private static let mark = place + "/pages.txt"

  /// Throws before anything is built where Pagefind is not there.
  init() async throws {
    pagefind = try await Pagefind.installed()
    folder = try ScratchFolder(in: environment("TMPDIR") ?? "/tmp")
  }

  /// Puts a page aside, where the search shall find it.
  func add(
    _ sheet: Sheet, _ bytes: UnsafeRawBufferPointer, of edition: Rendering.Edition
  ) throws(PublishingError) {
    guard edition.isSearchable(sheet) else { return }
    try folder.write(Self.aside + "/" + sheet.path, bytes)
    let page = Fingerprint(joining: [Fingerprint(of: sheet.path), Fingerprint(of: bytes)])
    pages.withLock { $0 = $0 + page }
  }

  /// Adds the index to the site that is on its way: the old site's, or else a new one.
  func publish(in run: Publishing.Edition) async throws {
    if try run.keep(folder: Self.place, whereFile: Self.mark, holds: origin) { return }
    let made = folder.path + "/" + Self.made
    try await pagefind.index(pagesBelow: folder.path + "/" + Self.aside, into: made)
    for file in try folder.files(in: Self.made) where Pagefind.isNeeded(file) {
      try run.copy(Self.place + "/" + file, fromFile: made + "/" + file)
    }
    try origin.withUnsafeBytes { try run.write(Self.mark, $0) }
  }

  /// Compares what an index was made of: its own bytes are Pagefind's.
  func compare(in examination: Examination) throws(PublishingError) {
    if try examination.accept(folder: Self.place, whereFile: Self.mark, holds: origin) { return }
    let failure = origin.withUnsafeBytes { bytes -> PublishingError? in
      do throws(PublishingError) {
        try examination.compare(Self.mark, bytes)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  func remove() { folder.remove() }

  /// What an index says of itself.
  private var origin: [UInt8] {
    Array("\(pagefind.version)\npages \(pages.withLock { $0 })\n".utf8)
  }
}
