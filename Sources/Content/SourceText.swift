import Diagnostics

/// What can be said of a file's bytes before anybody reads their meaning.
struct SourceText {
  /// 3 behind a byte order mark, else 0.
  let start: Int
  let isUTF8: Bool
  let diagnostics: [Diagnostic]

  init(_ bytes: UnsafeBufferPointer<UInt8>, path: String) {
    var diagnostics: [Diagnostic] = []
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if start > 0 { diagnostics.append(.byteOrderMark(path)) }
    var all: UInt8 = 0
    var controls = 0
    var returns = 0
    for byte in bytes {
      all |= byte
      if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F { controls += 1 }
      if byte == 0x0D { returns += 1 }
    }
    let bad = all < 0x80 ? nil : Self.firstBadByte(in: bytes)
    isUTF8 = bad == nil
    if let bad {
      // What the bytes behind it mean is anybody's guess.
      self.diagnostics =
        diagnostics + [.notUTF8(bytes[bad], at: Place(path: path, start: bad, end: bad + 1))]
      return
    }
    if returns > 0, let first = bytes.firstIndex(of: 0x0D) {
      diagnostics.append(
        .lineEndings(
          at: Place(path: path, at: first), rest: Self.withLineFeeds(bytes[first...]),
          end: bytes.count))
    }
    if controls > returns || all >= 0x80 { diagnostics += Self.controls(in: bytes, path) }
    self.diagnostics = diagnostics
  }

  /// Every CRLF, and every CR alone, as one LF.
  private static func withLineFeeds(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count)
    for index in bytes.indices {
      if bytes[index] != 0x0D {
        mended.append(bytes[index])
      } else if index + 1 == bytes.endIndex || bytes[index + 1] != 0x0A {
        mended.append(0x0A)
      }
    }
    return String(decoding: mended, as: UTF8.self)
  }

  /// The first control character of each line.
  private static func controls(
    in bytes: UnsafeBufferPointer<UInt8>, _ path: String
  ) -> [Diagnostic] {
    var controls: [Diagnostic] = []
    var isReported = false
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A { isReported = false }
      // Only these begin a character that `isForbidden` knows.
      guard byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF, !isReported else {
        continue
      }
      var decoder = UTF8()
      var rest = bytes[index...].prefix(3).makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&rest), isForbidden(scalar) else {
        continue
      }
      let place = Place(path: path, start: index, end: index + UTF8.width(scalar))
      controls.append(.controlCharacter(scalar, at: place))
      isReported = true
    }
    return controls
  }

  /// Whether a control character stands in a stretch of the file; YAML ends at it.
  func hasControls(in range: Range<Int>) -> Bool {
    diagnostics.contains {
      $0.rule == .controlCharacter && $0.place.map { range.contains($0.start) } == true
    }
  }

  /// Where the first sequence begins that is not UTF-8; nil when all of it is.
  private static func firstBadByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var offset = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return min(offset, max(0, bytes.count - 1))
      }
    }
  }
}
