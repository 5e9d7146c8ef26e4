/// Where the link definitions of a body are, looked up only when a link refers to one.
struct LinkDefinitions {
  private let lines: LineMap.View
  private var destinations: [String: Range<Int>]?

  init(lines: LineMap.View) { self.lines = lines }

  /// The destination that the first definition of a label gives.
  mutating func destination(of label: Range<Int>, in source: Bytes) -> Range<Int>? {
    let known = destinations ?? Self.all(in: source, lines: lines)
    destinations = known
    return known[Self.normalized(source.part(label))]
  }

  private static func all(in source: Bytes, lines: LineMap.View) -> [String: Range<Int>] {
    var found: [String: Range<Int>] = [:]
    for number in 1...max(1, lines.count) {
      guard let definition = Definition(line: number, in: source, lines: lines) else { continue }
      let label = normalized(source.part(definition.label))
      if found[label] == nil { found[label] = definition.destination }
    }
    return found
  }

  /// From destination to title, the longest definition.
  static func longest(in source: Bytes, lines: LineMap.View) -> Range<Int>? {
    var longest: Range<Int>?
    for number in 1...max(1, lines.count) {
      guard let definition = Definition(line: number, in: source, lines: lines) else { continue }
      let range = definition.destination.lowerBound..<definition.end
      if range.count > longest?.count ?? 0 { longest = range }
    }
    return longest
  }

  /// Case and the kind of white space do not matter in a label.
  private static func normalized(_ label: Bytes) -> String {
    label.text.lowercased().split { $0.isWhitespace || $0 == ">" }.joined(separator: " ")
  }

  private struct Definition {
    let label: Range<Int>
    let destination: Range<Int>
    /// Behind the title, if there is one.
    let end: Int

    /// Reads what may be a definition at the beginning of a 1-based line.
    init?(line number: Int, in source: Bytes, lines: LineMap.View) {
      let line = lines[number].range
      guard var start = line.isEmpty ? nil : line.lowerBound,
        !source[start].isLetter, source[start] < 0x80
      else { return nil }
      while start < line.upperBound, source[start].isBlank || source[start] == UInt8(ascii: ">") {
        start += 1
      }
      guard start < line.upperBound, source[start] == UInt8(ascii: "[") else { return nil }
      var cursor = SourceCursor(source: source, lines: lines)
      let last = min(lines.count, number + Self.mostLines)
      cursor.enter(line: number, column: 1, through: last, quoteDepth: Complexity.deepest)
      cursor.jump(to: start)
      guard let label = cursor.label(), cursor.byte == UInt8(ascii: ":") else { return nil }
      cursor.advance(1)
      cursor.skipSpace()
      guard let destination = cursor.destination() else { return nil }
      cursor.skipSpace()
      cursor.skipTitle()
      self.label = label
      self.destination = destination
      end = cursor.position
    }

    /// Lines that a definition with its title is followed over.
    private static let mostLines = 200
  }
}

extension Bytes {
  /// Whether `]:` stands anywhere, as it does in every definition of a link or footnote.
  var mayDefineLinks: Bool {
    first(("]:" as StaticString).bytes, in: 0..<count) != nil
  }
}
