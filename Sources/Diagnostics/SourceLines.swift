/// A source file's text by lines, for turning places into positions and showing excerpts.
package struct SourceLines: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins; LF, CRLF and CR end a line.
  private let starts: [Int]
  /// Of each line, whether its characters are as many as its bytes.
  private let isASCII: [Bool]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var isASCII = [true]
    for (index, byte) in bytes.enumerated() {
      if byte >= 0x80 { isASCII[isASCII.count - 1] = false }
      if byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)) {
        starts.append(index + 1)
        isASCII.append(true)
      }
    }
    self.starts = starts
    self.isASCII = isASCII
  }

  /// Line and column of a byte, both 1-based; the column counts characters, not bytes.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let line = index(ofLineAt: offset)
    let range = starts[line]..<min(max(offset, starts[line]), bytes.count)
    // A line may be very long, and have very many problems.
    if isASCII[line] || bytes[range].allSatisfy({ $0 < 0x80 }) {
      return (line + 1, range.count + 1)
    }
    let before = text(range)
    // A byte order mark shows nothing, so the first character behind it is column 1.
    let invisible = line == 0 && before.unicodeScalars.first == "\u{FEFF}" ? 1 : 0
    return (line + 1, before.count - invisible + 1)
  }

  /// The bytes that a place means: itself, or the text it seeks where that can be found nearby.
  package func range(of place: Place) -> Range<Int> {
    exactRange(of: place) ?? place.start..<place.end
  }

  /// The same; nil where the text it seeks is not found, or the file ends before.
  func exactRange(of place: Place) -> Range<Int>? {
    guard let text = place.seeking.map({ Array($0.utf8) }) else {
      return place.start >= 0 && place.end <= bytes.count ? place.start..<place.end : nil
    }
    guard !text.isEmpty, place.start >= 0 else { return nil }
    let last = min(place.start + Self.reach, bytes.count) - text.count
    var start = place.start
    while start <= last {
      if bytes[start..<start + text.count].elementsEqual(text) { return start..<start + text.count }
      start += 1
    }
    return nil
  }

  /// How far behind a place the text it seeks may stand: a long paragraph.
  private static let reach = 1 << 14

  /// The text of a 1-based line without its end.
  package func text(ofLine line: Int) -> String {
    guard starts.indices.contains(line - 1) else { return "" }
    var end = line < starts.count ? starts[line] : bytes.count
    while end > starts[line - 1], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    let text = text(starts[line - 1]..<end)
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// Of a line that is not longer, all is shown; of a longer one, what is around the place.
  private static let longestExcerpt = 2_000

  /// The line of a byte without its end, and the column of its first character that is there.
  func excerpt(at offset: Int) -> (text: String, column: Int) {
    let line = index(ofLineAt: offset)
    let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    guard end - starts[line] > Self.longestExcerpt else { return (text(ofLine: line + 1), 1) }
    func boundary(_ offset: Int) -> Int {
      var offset = min(max(offset, starts[line]), end)
      while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      return offset
    }
    let first = boundary(offset - Self.longestExcerpt / 4)
    let shown = text(first..<boundary(offset + Self.longestExcerpt / 2))
    return (shown.filter { !$0.isNewline }, position(of: first).column)
  }

  private func index(ofLineAt offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
