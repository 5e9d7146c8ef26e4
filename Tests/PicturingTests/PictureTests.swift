import Testing

@testable import Picturing

struct PictureTests {
  /// Three pixels wide and two high, of zlib's and not of this program's making.
  private static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00, 0x02, 0x08, 0x00, 0x00, 0x00, 0x00, 0xB8, 0x1F, 0x39,
    0xC6, 0x00, 0x00, 0x00, 0x0B, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60, 0x80, 0x00, 0x00,
    0x00, 0x08, 0x00, 0x01, 0xB7, 0x58, 0x73, 0x95, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44,
    0xAE, 0x42, 0x60, 0x82,
  ]

  @Test func `a picture knows how large it is`() throws {
    let picture = try #require(Picture(Self.png))
    #expect(picture.width == 3 && picture.height == 2)
  }

  @Test func `what it was made of stands before its last chunk, with the checksum that PNG has`()
    throws
  {
    var picture = try #require(Picture(Self.png))
    picture.say("rsvg-convert version 1, drawing 2")
    let ending = Picture.ending(saying: "rsvg-convert version 1, drawing 2")
    #expect(Array(picture.bytes.suffix(ending.count)) == ending)
    #expect(picture.bytes.dropLast(ending.count).elementsEqual(Self.png.dropLast(12)))
    #expect(ending.prefix(8).elementsEqual([0, 0, 0, 40] + Array("tEXt".utf8)))
    #expect(ending.suffix(16).prefix(4) == [0xBA, 0x18, 0x71, 0x16])
    #expect(ending.suffix(12).elementsEqual(Self.png.suffix(12)))
    #expect(Picture(picture.bytes)?.width == 3, "it is a picture still")
  }

  @Test(arguments: [0, 23, 40, 67])
  func `what was cut off is no picture`(_ length: Int) {
    #expect(Picture(Array(Self.png.prefix(length))) == nil)
  }

  @Test func `what is no PNG is no picture`() {
    #expect(Picture(Array("<svg/>".utf8) + Self.png) == nil)
    #expect(Picture([UInt8](repeating: 0, count: 500)) == nil)
  }

  @Test func `what is wrong is said with the way out`() {
    #expect(
      "\(DrawingError.notInstalled)"
        == "cannot draw the pictures of cases: rsvg-convert is not there; install it with "
        + "'apt-get install librsvg2-bin' or 'brew install librsvg', or build without '--cards'")
    #expect(
      "\(DrawingError.undrawn("cases/a/card.png", cause: ""))"
        == "cannot draw 'cases/a/card.png': rsvg-convert ends with: nothing")
  }
}
