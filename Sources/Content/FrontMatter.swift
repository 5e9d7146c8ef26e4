/// Where an entry's front matter and its body stand, in bytes from the top of the file.
enum FrontMatter {
  /// `yaml` leaves both lines of --- out.
  case found(yaml: Range<Int>, bodyStart: Int)
  case missing
  /// The range of the opening line.
  case unterminated(Range<Int>)

  /// Looks at the file's first line from `start` on, which is 3 behind a byte order mark.
  init(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    guard let yamlStart = Self.endOfMarker(in: bytes, at: start) else {
      self = .missing
      return
    }
    var line = yamlStart
    while line < bytes.count {
      if let bodyStart = Self.endOfMarker(in: bytes, at: line) {
        self = .found(yaml: yamlStart..<line, bodyStart: bodyStart)
        return
      }
      while line < bytes.count && bytes[line] != 0x0A && bytes[line] != 0x0D { line += 1 }
      line += line + 1 < bytes.count && bytes[line] == 0x0D && bytes[line + 1] == 0x0A ? 2 : 1
    }
    self = .unterminated(start..<start + 3)
  }

  /// Where the next line begins if the one at `start` is `---` and blanks; nil otherwise.
  private static func endOfMarker(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D,
      bytes[start + 2] == 0x2D
    else { return nil }
    var index = start + 3
    while index < bytes.count && (bytes[index] == 0x20 || bytes[index] == 0x09) { index += 1 }
    if index == bytes.count { return index }
    if bytes[index] == 0x0A { return index + 1 }
    guard bytes[index] == 0x0D else { return nil }
    return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? index + 2 : index + 1
  }
}
