import Diagnostics

/// What can be said of a file's bytes before anybody reads their meaning.
struct SourceText {
  /// How many bytes of a file are looked at; a decision of 850 kB is the largest met.
  static let largest = 8 << 20

  /// 3 behind a byte order mark, else 0.
  let start: Int
  let isUTF8: Bool
  /// Whether there is a `&`, with which Markdown spells characters.
  let mayHoldReferences: Bool
  let diagnostics: [Diagnostic]

  init(_ bytes: UnsafeBufferPointer<UInt8>, path: String) {
    var diagnostics: [Diagnostic] = []
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if start > 0 { diagnostics.append(.byteOrderMark(path)) }
    let survey = ByteSurvey(of: bytes)
    let bad = survey.isASCII ? nil : bytes.firstOutsideUTF8
    isUTF8 = bad == nil
    if let bad {
      // What the bytes behind it mean is anybody's guess.
      mayHoldReferences = false
      self.diagnostics =
        diagnostics + [.notUTF8(bytes[bad], at: Place(path: path, start: bad, end: bad + 1))]
      return
    }
    mayHoldReferences = survey.hasAmpersands
    if survey.hasReturns, let first = bytes.firstIndex(of: 0x0D) {
      diagnostics.append(
        .lineEndings(
          at: Place(path: path, at: first), rest: Self.withLineFeeds(bytes[first...]),
          end: bytes.count))
    }
    if survey.mayHoldControls { diagnostics += Self.controls(in: bytes, path) }
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
}
