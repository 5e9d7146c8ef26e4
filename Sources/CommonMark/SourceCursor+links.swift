/// How a link was written, found where its text ends.
enum LinkTail {
  /// `](destination "title")` or `<destination>`: the destination as typed, without brackets.
  case inline(Range<Int>)
  /// `][label]`, `][]` or `]`: what names the definition.
  case reference(label: Range<Int>)
}

extension SourceCursor {
  /// What a link or image began with.
  enum LinkStart {
    /// The text begins behind this offset.
    case bracket(Int)
    case pointy(Int)
  }

  /// Accounts for `[`, `![` or `<` in front of a link's text.
  mutating func linkStart(isImage: Bool) -> LinkStart {
    if isImage, byte == UInt8(ascii: "!") { advance(1) }
    if byte == UInt8(ascii: "<") {
      advance(1)
      return .pointy(position)
    }
    if byte == UInt8(ascii: "[") { advance(1) }
    return .bracket(position)
  }

  /// Accounts for everything from the end of a link's text to the end of the link, which leads to
  /// `address`.
  mutating func linkTail(of start: LinkStart, to address: Bytes) -> LinkTail {
    switch start {
    case .pointy(let first):
      let destination = first..<max(first, position)
      if byte == UInt8(ascii: ">") { advance(1) }
      return .inline(destination)
    case .bracket(let first):
      let text = first..<max(first, position)
      guard byte == UInt8(ascii: "]") else { return .reference(label: text) }
      advance(1)
      if byte == UInt8(ascii: "(") {
        if let destination = plainTail(address) { return .inline(destination) }
        var probe = self
        if let destination = probe.inlineTail() {
          self = probe
          return .inline(destination)
        }
      }
      if byte == UInt8(ascii: "["), let label = label() {
        return .reference(label: label.isEmpty ? text : label)
      }
      return .reference(label: text)
    }
  }

  /// Accounts for `(address)` where the source shows it just like that, as nearly always.
  private mutating func plainTail(_ address: Bytes) -> Range<Int>? {
    let start = position + 1
    let closing = start + address.count
    guard closing < end, source[closing] == UInt8(ascii: ")"), !address.isEmpty,
      source.holds(address, at: start), source[start] != UInt8(ascii: "<"),
      address.first(UInt8(ascii: "("), in: 0..<address.count) == nil
    else { return nil }
    advance(address.count + 2)
    return start..<closing
  }

  /// Reads `(destination "title")`; returns the destination without pointed brackets.
  private mutating func inlineTail() -> Range<Int>? {
    advance(1)
    skipSpace()
    guard let destination = destination() else { return nil }
    let behind = position
    skipSpace()
    if position > behind { skipTitle() }
    skipSpace()
    guard byte == UInt8(ascii: ")") else { return nil }
    advance(1)
    return destination
  }

  /// Blanks and at most one line end.
  mutating func skipSpace() {
    skipBlanks()
    if position == end, blockEnd > end {
      nextLine()
      skipBlanks()
    }
  }

  /// Reads a link's destination, in pointed brackets or bare.
  mutating func destination() -> Range<Int>? {
    guard byte == UInt8(ascii: "<") else { return bareDestination() }
    advance(1)
    let start = position
    while let byte {
      if byte == UInt8(ascii: ">") {
        advance(1)
        return start..<position - 1
      }
      if byte == UInt8(ascii: "<") { return nil }
      advance(byte == UInt8(ascii: "\\") ? 2 : 1)
    }
    return nil
  }

  private mutating func bareDestination() -> Range<Int>? {
    let start = position
    var depth = 0
    while let byte {
      if byte == UInt8(ascii: "\\"), position + 1 < end, source[position + 1].isASCIIPunctuation {
        advance(2)
        continue
      }
      if byte == UInt8(ascii: "(") {
        depth += 1
        // libcmark's own bound.
        if depth > 32 { return nil }
      }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      // libcmark is given U+FFFD for a NUL.
      if byte <= .space, byte != 0 { break }
      advance(1)
    }
    return depth == 0 ? start..<position : nil
  }

  /// Passes a title in quotes or parentheses, if one stands here.
  mutating func skipTitle() {
    let closing: UInt8
    switch byte {
    case UInt8(ascii: "\""): closing = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): closing = UInt8(ascii: "'")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return
    }
    var offset = position + 1
    let limit = blockEnd
    while offset < limit, source[offset] != closing {
      if closing == UInt8(ascii: ")"), source[offset] == UInt8(ascii: "(") { return }
      offset += source[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard offset < limit else { return }
    jump(to: offset + 1)
  }

  /// Reads `[label]`, which may go over several lines; returns what is between the brackets.
  mutating func label() -> Range<Int>? {
    let start = position + 1
    var offset = start
    let limit = min(blockEnd, start + 1_200)
    while offset < limit, source[offset] != UInt8(ascii: "]") {
      if source[offset] == UInt8(ascii: "[") { return nil }
      offset += source[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard offset < limit else { return nil }
    jump(to: offset + 1)
    return start..<offset
  }

  /// Passes the link definitions that libcmark took off the front of a paragraph.
  mutating func skipDefinitions() {
    while byte == UInt8(ascii: "[") {
      var probe = self
      guard let label = probe.label(), !label.isEmpty, probe.byte == UInt8(ascii: ":") else {
        return
      }
      probe.advance(1)
      probe.skipSpace()
      guard probe.destination() != nil else { return }
      var withTitle = probe
      withTitle.skipSpace()
      withTitle.skipTitle()
      withTitle.skipBlanks()
      if withTitle.position == withTitle.end { probe = withTitle }
      probe.skipBlanks()
      guard probe.position == probe.end else { return }
      guard probe.blockEnd > probe.end else { return }
      probe.nextLine()
      self = probe
    }
  }
}
