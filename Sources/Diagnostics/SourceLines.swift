/// A source file's text by lines, for turning places into positions and showing excerpts.
package struct SourceLines: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins; LF, CRLF and CR end a line.
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)) {
        starts.append(index + 1)
      }
    }
    self.starts = starts
  }

  /// Line and column of a byte, both 1-based; the column counts characters, not bytes.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let line = index(ofLineAt: offset)
    let range = starts[line]..<min(max(offset, starts[line]), bytes.count)
    // Within a line, each byte of ASCII is a character; a line may be very long.
    if bytes[range].allSatisfy({ $0 < 0x80 }) { return (line + 1, range.count + 1) }
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
