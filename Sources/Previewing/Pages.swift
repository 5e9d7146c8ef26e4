import Building
import Loading
import Mustache
import Rendering

/// The files of a site by their paths, each rendered when somebody asks for it.
struct Pages: Sendable {
  let edition: Edition
  /// Where in the edition's list each file stands.
  private let places: [String: Int]
  private let sheets: [Sheet]

  init(_ edition: Edition) {
    self.edition = edition
    sheets = edition.sheets
    var places: [String: Int] = [:]
    places.reserveCapacity(sheets.count)
    for (place, sheet) in sheets.enumerated() { places[sheet.path] = place }
    self.places = places
  }

  /// The same files of an edition that differs in texts alone.
  init(_ edition: Edition, listedAs other: Pages) {
    self.edition = edition
    sheets = other.sheets
    places = other.places
  }

  /// A file as it is published; nil where the site has none at that path.
  func content(of file: String) -> PageContent? {
    guard let place = places[file] else { return nil }
    let sheet = sheets[place]
    var out = OutputBuffer(capacity: 1 << 15)
    let content = try? edition.withContent(of: sheet, in: &out) { content -> PageContent in
      switch content {
      case .bytes(let bytes, _): .bytes(Array(bytes))
      case .copy(let source): .copy(of: source)
      case .pieces: .bytes(pieces(of: sheet))
      case .drawing(let drawing): .bytes(drawing)
      }
    }
    // Of a file that cannot be read the answer says why.
    return content ?? edition.source(of: sheet).map { .copy(of: $0) }
  }

  private func pieces(of sheet: Sheet) -> [UInt8] {
    var bytes: [UInt8] = []
    edition.forEachPiece(of: sheet) { piece in
      bytes += piece
      return true
    }
    return bytes
  }

  func has(_ file: String) -> Bool { places[file] != nil }

  /// How many files there are.
  var count: Int { sheets.count }

  /// How many of them people read.
  var pageCount: Int { sheets.count { $0.path.hasSuffix(".html") } }

  /// The addresses of pages, for finding the one that was meant.
  var addresses: some Sequence<String> {
    sheets.lazy.filter { $0.path.hasSuffix(".html") && $0.path != "404.html" }.map(\.address)
  }
}

/// What is at an address.
enum PageContent: Sendable {
  case bytes([UInt8])
  case copy(of: SourceFile)
}

/// A number that tells contents apart (FNV-1a, 64 bits), as text.
func digest(of bytes: some Sequence<UInt8>) -> String {
  var digest: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  return String(digest, radix: 16)
}
