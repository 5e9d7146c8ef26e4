/// Turns libyaml's marks, which count lines and characters, into bytes from the top of the file.
struct YAMLLines {
  let start: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Nil while every byte is ASCII without CR: then a mark's index is its byte.
  private let lineStarts: [Int]?
  private var last: FoundMark?

  /// A place as libyaml counts: characters from the start, line breaks, characters of the line.
  struct Mark {
    let index: Int
    let line: Int
    let column: Int
  }

  private struct FoundMark {
    let mark: Mark
    let offset: Int
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.start = start
    self.bytes = bytes
    lineStarts = bytes.allSatisfy { $0 < 0x80 && $0 != 0x0D } ? nil : Self.lineStarts(in: bytes)
  }

  /// The bytes between two marks. Marks come in the order of the text, so each is looked for from
  /// the one before it: a line of a thousand values is walked once.
  mutating func range(from first: Mark, to second: Mark) -> Range<Int> {
    let start = found(first, from: last)
    last = start
    let end = found(second, from: start)
    return start.offset..<max(start.offset, end.offset)
  }

  func offset(of mark: Mark) -> Int { found(mark, from: nil).offset }

  private func found(_ mark: Mark, from known: FoundMark?) -> FoundMark {
    guard let lineStarts else {
      return FoundMark(mark: mark, offset: start + min(mark.index, bytes.count))
    }
    guard mark.line < lineStarts.count else {
      return FoundMark(mark: mark, offset: start + bytes.count)
    }
    var (column, offset) = (0, lineStarts[mark.line])
    if let known, known.mark.line == mark.line, known.mark.column <= mark.column {
      (column, offset) = (known.mark.column, known.offset - start)
    }
    while column < mark.column && offset < bytes.count {
      offset += 1
      while offset < bytes.count && bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return FoundMark(mark: mark, offset: start + offset)
  }

  /// YAML 1.1 line breaks, as libyaml counts them: LF, CR, CRLF, NEL, LS and PS.
  private static func lineStarts(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x0D:
        if index + 1 < bytes.count && bytes[index + 1] == 0x0A { index += 1 }
        starts.append(index + 1)
      case 0x0A:
        starts.append(index + 1)
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85:
        starts.append(index + 2)
      case 0xE2
      where index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
        starts.append(index + 3)
      default:
        break
      }
      index += 1
    }
    return starts
  }
}
