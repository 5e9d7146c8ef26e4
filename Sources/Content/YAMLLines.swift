import CYaml

/// Turns libyaml's marks, which count lines and characters, into bytes from the top of the file.
struct YAMLLines {
  let start: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Nil while every byte is ASCII without CR: then a mark's index is its byte.
  private let lineStarts: [Int]?
  private var last: Mark?

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.start = start
    self.bytes = bytes
    lineStarts = bytes.allSatisfy { $0 < 0x80 && $0 != 0x0D } ? nil : Self.lineStarts(in: bytes)
  }

  /// Where an event stands. Events come in the order of the text, so each is looked for from the
  /// one before it: a line of a thousand values is walked once.
  mutating func range(of event: yaml_event_t) -> Range<Int> {
    let start = mark(event.start_mark, from: last)
    last = start
    let end = mark(event.end_mark, from: start)
    return start.offset..<max(start.offset, end.offset)
  }

  func offset(of mark: yaml_mark_t) -> Int { self.mark(mark, from: nil).offset }

  /// A mark and the byte it means.
  private struct Mark {
    let line: Int
    let column: Int
    let offset: Int
  }

  private func mark(_ mark: yaml_mark_t, from known: Mark?) -> Mark {
    let (line, column) = (Int(mark.line), Int(mark.column))
    guard let lineStarts else {
      return Mark(line: line, column: column, offset: start + min(Int(mark.index), bytes.count))
    }
    guard line < lineStarts.count else {
      return Mark(line: line, column: column, offset: start + bytes.count)
    }
    var (reached, offset) = (0, lineStarts[line])
    if let known, known.line == line, known.column <= column {
      (reached, offset) = (known.column, known.offset - start)
    }
    while reached < column && offset < bytes.count {
      offset += 1
      while offset < bytes.count && bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      reached += 1
    }
    return Mark(line: line, column: column, offset: start + offset)
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
