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
  private let undrawn = Mutex<[Drawing]>([])

  private struct Drawing {
    /// Where its picture lies on the site, and its own place in the folder.
    let path: String
    let file: String
    let origin: String
  }

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
  ) throws {
    let origin = origin(of: drawing)
    if try run.keep(sheet.path, endingWith: Picture.ending(saying: origin)) { return }
    let file = undrawn.withLock { undrawn in
      let file = "\(undrawn.count).svg"
      undrawn.append(Drawing(path: sheet.path, file: file, origin: origin))
      return file
    }
    try drawing.withUnsafeBytes { try folder.write(file, $0) }
  }

  /// Adds the pictures that the old site does not have, several at once.
  func publish(in run: Publishing.Edition, on cores: Cores) async throws {
    let drawings = undrawn.withLock { $0 }
    try await cores.forEach(drawings.count) { index in
      let picture = try await self.picture(of: drawings[index])
      try picture.bytes.withUnsafeBytes { try run.write(drawings[index].path, $0) }
    }
  }

  private func picture(of drawing: Drawing) async throws -> Picture {
    do throws(DrawingError) {
      var picture = try await rsvg.picture(ofFile: folder.path + "/" + drawing.file)
      guard picture.width == Self.width, picture.height == Self.height else {
        throw .failed(
          "a picture of \(picture.width) by \(picture.height) pixels, and not of \(Self.width) by "
            + "\(Self.height)")
      }
      picture.say(drawing.origin)
      return picture
    } catch .failed(let cause) {
      throw DrawingError.undrawn(drawing.path, cause: cause)
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
