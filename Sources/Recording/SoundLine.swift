import Content

/// Whether `Line` can read what stands in a range: asked of every line of a ledger by every build.
func isSoundLine(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  var scan = LineScan(bytes: bytes, range: range)
  if let isSound = scan.isSound() { return isSound }
  return Line(parsing: Array(bytes[range])[...]) != nil
}

/// A look along the bytes of a line.
private struct LineScan {
  let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int
  private let end: Int

  init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// Nil where it has to be read to know.
  mutating func isSound() -> Bool? {
    guard index < end, bytes[index] == UInt8(ascii: "/") else { return false }
    let address = word()
    if address.contains(where: { bytes[$0] >= 0x7F }) { return nil }
    if address.contains(where: { bytes[$0] < 0x21 }) { return false }
    guard step(), isDay(word()), step(), isName(word()) else { return false }
    var (hasDigest, hasMarks) = (false, false)
    while index < end {
      guard step() else { return false }
      let word = word()
      guard let mark = word.first(where: { bytes[$0] == UInt8(ascii: "=") }) else { return false }
      let value = (mark + 1)..<word.upperBound
      switch (word.lowerBound..<mark).count {
      case 6 where bytes[word.lowerBound] == UInt8(ascii: "d"):
        guard isWord("digest", word.lowerBound..<mark), isDigest(value) else { return false }
        hasDigest = true
      case 4 where bytes[word.lowerBound] == UInt8(ascii: "t"):
        guard isWord("text", word.lowerBound..<mark), isDigest(value) else { return false }
        hasMarks = true
      case 4, 8, 7:
        let key = word.lowerBound..<mark
        if isWord("says", key) || isWord("passages", key) || isWord("history", key) {
          guard isMarks(value) else { return false }
          hasMarks = true
        } else if isWord("recorded", key) {
          guard isDay(value) else { return false }
        } else {
          return nil
        }
      default: return nil
      }
    }
    return hasDigest || !hasMarks
  }

  /// Up to the next blank.
  private mutating func word() -> Range<Int> {
    let start = index
    while index < end, bytes[index] != 0x20 { index += 1 }
    return start..<index
  }

  /// Over one blank, behind which a word begins.
  private mutating func step() -> Bool {
    guard index + 1 < end, bytes[index] == 0x20, bytes[index + 1] != 0x20 else { return false }
    index += 1
    return true
  }

  private func isWord(_ word: StaticString, _ range: Range<Int>) -> Bool {
    word.utf8CodeUnitCount == range.count
      && range.enumerated().allSatisfy { bytes[$1] == word.utf8Start[$0] }
  }

  private func isDay(_ range: Range<Int>) -> Bool {
    guard range.count == 10 else { return false }
    var parts = (0, 0, 0)
    for (place, index) in range.enumerated() {
      let byte = bytes[index]
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return false }
        continue
      }
      guard (48...57).contains(byte) else { return false }
      let digit = Int(byte - 48)
      switch place {
      case ..<4: parts.0 = parts.0 * 10 + digit
      case ..<7: parts.1 = parts.1 * 10 + digit
      default: parts.2 = parts.2 * 10 + digit
      }
    }
    return CalendarDate(year: parts.0, month: parts.1, day: parts.2) != nil
  }

  private static let kinds: [StaticString] = [
    "case/", "company/", "regulator/", "law/", "topic/", "page/", "news/",
  ]

  private func isName(_ range: Range<Int>) -> Bool {
    if range.count == 1 { return bytes[range.lowerBound] == UInt8(ascii: "-") }
    let kind = Self.kinds.first { kind in
      kind.utf8CodeUnitCount < range.count
        && isWord(kind, range.lowerBound..<(range.lowerBound + kind.utf8CodeUnitCount))
    }
    guard let kind else { return false }
    return isSlug(
      Substring(decoding: bytes[range.dropFirst(kind.utf8CodeUnitCount)], as: UTF8.self))
  }

  private func isDigest(_ range: Range<Int>) -> Bool {
    range.count == 16
      && range.allSatisfy { (48...57).contains(bytes[$0]) || (97...102).contains(bytes[$0]) }
  }

  private func isMarks(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count.isMultiple(of: 4)
      && range.allSatisfy { index in
        let byte = bytes[index]
        return (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
  }
}
