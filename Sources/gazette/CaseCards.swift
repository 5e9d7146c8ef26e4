import Building
import Loading
import Picturing
import Publishing
import Rendering
import Synchronization

/// The pictures of a site's cases while the site is being built: a drawing whose picture the old site has
/// stays as it is there, and the others are drawn when all pages are written.
///
/// What comes out depends on the version that draws and on the fonts of the machine. So a picture says of
/// which drawing and by which version it was made, and is drawn again where one of them is another.
final class CaseCards: Sendable {
  private let rsvg: Rsvg
  /// Where drawings lie while they are drawn.
  private let folder: ScratchFolder
  private let undrawn = Mutex<[Sheet]>([])

  /// What shared links are shown with everywhere.
  private static let width = 1200
  private static let height = 630

  /// Throws before anything is built where rsvg-convert is not there.
  init() async throws {
    rsvg = try await Rsvg.installed()
    folder = try ScratchFolder(in: environment("TMPDIR") ?? "/tmp")
  }

  /// Keeps the picture that the old site has of a drawing, or has it drawn later.
  func add(
    _ sheet: Sheet, _ drawing: [UInt8], to run: Publishing.Edition
  ) throws(PublishingError) {
    let ending = Picture.ending(saying: origin(of: drawing))
    if try run.keep(sheet.path, endingWith: ending) { return }
    undrawn.withLock { $0.append(sheet) }
  }

  /// Adds the pictures that the old site does not have, several at once.
  func publish(
    in run: Publishing.Edition, of edition: Rendering.Edition, on cores: Cores
  ) async throws {
    let sheets = undrawn.withLock { $0 }
    try await cores.forEach(sheets.count) { index in
      let sheet = sheets[index]
      let picture = try await self.picture(of: edition.bytes(of: sheet), "\(index).svg", for: sheet)
      try picture.bytes.withUnsafeBytes { try run.write(sheet.path, $0) }
    }
  }

  /// Puts the drawing aside under a name, and has it drawn.
  private func picture(
    of drawing: [UInt8], _ name: String, for sheet: Sheet
  ) async throws -> Picture {
    try drawing.withUnsafeBytes { try folder.write(name, $0) }
    do throws(DrawingError) {
      var picture = try await rsvg.picture(ofFile: folder.path + "/" + name)
      guard picture.width == Self.width, picture.height == Self.height else {
        throw .failed(
          "a picture of \(picture.width) by \(picture.height) pixels, and not of \(Self.width) by "
            + "\(Self.height)")
      }
      picture.say(origin(of: drawing))
      return picture
    } catch .failed(let cause) {
      throw DrawingError.undrawn(sheet.path, cause: cause)
    }
  }

  func remove() { folder.remove() }

  /// Compares what a picture was made of: its own bytes are those of a machine's fonts.
  func compare(
    _ sheet: Sheet, _ drawing: [UInt8], in examination: Examination
  ) throws(PublishingError) {
    try examination.compare(
      sheet.path, endingWith: Picture.ending(saying: origin(of: drawing)))
  }

  private func origin(of drawing: [UInt8]) -> String {
    "\(rsvg.version), drawing \(Fingerprint(of: drawing))"
  }
}
