import Diagnostics

extension TemplateSource {
  /// The source cut into texts and tags, in order and without gaps, except for a byte order mark.
  func tokens() -> Diagnosed<[Token]> {
    var scanner = TagScanner(source: self)
    scanner.scan()
    return Diagnosed(scanner.tokens, scanner.diagnostics)
  }
}

/// Cuts a template into tokens; each byte is looked at a bounded number of times.
private struct TagScanner {
  private let source: TemplateSource
  private let bytes: [UInt8]
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private var position = 0
  private(set) var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(source: TemplateSource) {
    self.source = source
    self.bytes = source.bytes
    if bytes.holds([0xEF, 0xBB, 0xBF], at: 0) { position = 3 }
  }

  mutating func scan() {
    checkEncoding()
    while position < bytes.count {
      if bytes.holds(open, at: position) { scanTag() } else { scanText() }
    }
  }

  /// Takes text up to the next tag, or up to and including the next line feed.
  private mutating func scanText(from start: Int? = nil) {
    let start = start ?? position
    while position < bytes.count {
      if bytes[position] == 0x0A {
        position += 1
        break
      }
      if bytes[position] == open.first, bytes.holds(open, at: position) { break }
      position += 1
    }
    tokens.append(Token(kind: .text, range: start..<position, name: start..<start))
  }

  private mutating func scanTag() {
    let start = position
    let sigilAt = start + open.count
    let sigil = sigilAt < bytes.count ? Token.Kind(sigil: bytes[sigilAt]) : nil
    if sigil == .delimiters { return scanDelimiters(from: start) }
    let isTriple = sigilAt < bytes.count && bytes[sigilAt] == UInt8(ascii: "{")
    let closer = (isTriple ? [UInt8(ascii: "}")] : []) + close
    let content = sigilAt + (sigil == nil ? 0 : 1)
    guard let end = endOfContent(from: content, closer: closer, isComment: sigil == .comment)
    else { return skipUnclosedTag(sigil, content: content, closer: closer) }
    position = end + closer.count
    var token = Token(
      kind: sigil ?? .variable, range: start..<position, name: bytes.trimmed(content..<end))
    if token.kind == .comment { token.name = content..<content } else { checkName(of: &token) }
    tokens.append(token)
  }

  /// The offset of `closer`; nil when another tag or the end comes first.
  private func endOfContent(from content: Int, closer: [UInt8], isComment: Bool) -> Int? {
    var offset = content
    while offset < bytes.count {
      if bytes[offset] == closer[0], bytes.holds(closer, at: offset) { return offset }
      if !isComment, bytes[offset] == open[0], bytes.holds(open, at: offset) { return nil }
      offset += 1
    }
    return nil
  }

  /// Reports the tag and goes on with its line as text.
  ///
  /// A comment is only unclosed where no tag behind it is closed either: there the rest is text. A
  /// tag that opens or closes a section does so all the same, lest its partner be reported too.
  private mutating func skipUnclosedTag(_ kind: Token.Kind?, content: Int, closer: [UInt8]) {
    let start = position
    position += open.count
    scanText(from: start)
    let typed = bytes.trimmed(start..<position)
    diagnostics.append(
      .unclosedTag(bytes.text(typed), closer: bytes(closer), at: source.place(typed)))
    if kind == .comment { position = bytes.count }
    guard let kind, kind.opens || kind == .close else { return }
    let end = (content..<max(content, typed.upperBound)).first { !bytes[$0].isNameByte }
    let name = content..<(end ?? max(content, typed.upperBound))
    if name.isEmpty { return }
    tokens[tokens.count - 1] = Token(kind: kind, range: start..<name.upperBound, name: name)
    position = name.upperBound
  }

  private func bytes(_ run: [UInt8]) -> String { String(decoding: run, as: UTF8.self) }

  private mutating func scanDelimiters(from start: Int) {
    let content = start + open.count + 1
    let closer = [UInt8(ascii: "=")] + close
    // Delimiters are short: a bound keeps many broken tags from being searched to the end.
    let limit = min(bytes.count, content + 200)
    let found = (content..<max(content, limit)).first { bytes.holds(closer, at: $0) }
    let words = found.map { end in
      bytes[content..<end].split(whereSeparator: \.isBlank).map(Array.init)
    }
    guard let found, let words, words.count == 2,
      !words.contains(where: { $0.contains(UInt8(ascii: "=")) })
    else { return skipBadDelimiters(from: start) }
    position = found + closer.count
    tokens.append(Token(kind: .delimiters, range: start..<position, name: content..<content))
    (open, close) = (words[0], words[1])
  }

  /// Reports the tag and goes on behind its closing delimiter, or behind its line.
  private mutating func skipBadDelimiters(from start: Int) {
    var end = start + open.count
    while end < bytes.count, bytes[end] != 0x0A, !bytes.holds(close, at: end) { end += 1 }
    position = bytes.holds(close, at: end) ? end + close.count : end
    let range = start..<position
    tokens.append(Token(kind: .delimiters, range: range, name: start..<start))
    diagnostics.append(
      .badDelimiters(
        bytes.text(range), open: bytes(open), close: bytes(close), at: source.place(range)))
  }

  private mutating func checkName(of token: inout Token) {
    let name = bytes[token.name]
    if name.isEmpty {
      token.isNamed = false
      diagnostics.append(.emptyName(bytes.text(token.range), at: source.place(token.range)))
    } else if name.contains(where: \.isBlank) {
      token.isNamed = false
      diagnostics.append(.spaceInName(bytes.text(token.name), at: source.place(token.name)))
    } else if token.namesField, !name.elementsEqual(".".utf8),
      name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .contains(where: \.isEmpty)
    {
      token.isNamed = false
      diagnostics.append(.emptyPart(bytes.text(token.name), at: source.place(token.name)))
    }
  }

  private mutating func checkEncoding() {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): offset += scalar.count
      case .error(let length):
        diagnostics.append(
          .notUTF8(bytes[offset], at: source.place(offset..<offset + max(1, length))))
        return
      case .emptyInput: return
      }
    }
  }
}

extension Token {
  /// Whether its name is looked up among the fields, where dots lead into objects.
  fileprivate var namesField: Bool {
    switch kind {
    case .variable, .rawVariable, .section, .inverted: true
    default: false
    }
  }
}

extension UInt8 {
  /// Whether it is surely part of a name: an ASCII letter or digit, or one of `_ - . /`.
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}

extension TemplateSource {
  func place(_ range: Range<Int>) -> Place {
    Place(path: path, start: range.lowerBound, end: range.upperBound)
  }
}
