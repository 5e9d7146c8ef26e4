import Diagnostics

/// Which tags belong together: sections, blocks and parents with their close tags.
///
/// Tags that do not match are reported and mended, so that the rest of the file can be checked: an
/// unclosed tag ends where the tag around it does, and a close tag that closes nothing is ignored.
struct TagPairs {
  /// How many tags may be open at once in one template.
  static let depthLimit = 100

  /// For each opening tag the token behind its content: its close tag, if it has one.
  private(set) var contentEnd: [Int: Int] = [:]
  /// For each close tag the tag it closes; nothing for one that closes nothing.
  private(set) var opener: [Int: Int] = [:]
  /// For each token the innermost tag that is open around it.
  private(set) var enclosing: [Int?] = []
  /// The number of tokens to use: those behind a tag that nests too deeply are left out.
  private(set) var count = 0
  private(set) var diagnostics: [Diagnostic] = []

  private let source: TemplateSource
  private let tokens: [Token]
  private var stack: [Int] = []

  init(_ tokens: [Token], of source: TemplateSource) {
    self.tokens = tokens
    self.source = source
    enclosing.reserveCapacity(tokens.count)
    for (index, token) in tokens.enumerated() {
      if token.kind == .close { close(with: index) }
      enclosing.append(stack.last)
      if token.kind.opens {
        if stack.count == Self.depthLimit {
          diagnostics.append(
            .tooManyOpenTags(typed(token), limit: Self.depthLimit, at: source.place(token.name)))
          finish(at: index, isReported: true)
          return
        }
        stack.append(index)
      }
    }
    finish(at: tokens.count, isReported: false)
  }

  private mutating func finish(at end: Int, isReported: Bool) {
    count = end
    while let open = stack.popLast() {
      contentEnd[open] = end
      if !isReported { reportUnclosed(open) }
    }
    // In the order of the file, though the innermost is found first.
    diagnostics.sort { ($0.place?.start ?? 0) < ($1.place?.start ?? 0) }
  }

  private mutating func close(with index: Int) {
    let token = tokens[index]
    guard let match = stack.last(where: { closes(token, tokens[$0]) }) else {
      reportStray(index)
      return
    }
    while let open = stack.popLast() {
      contentEnd[open] = index
      if open == match { break }
      reportUnclosed(open)
    }
    opener[index] = match
  }

  private func closes(_ close: Token, _ open: Token) -> Bool {
    source.bytes[close.name].elementsEqual(source.bytes[open.name])
  }

  /// Reports a close tag that nothing matches, and takes it for a slip where it nearly does.
  private mutating func reportStray(_ index: Int) {
    let token = tokens[index]
    let name = typed(token)
    guard let last = stack.last else {
      diagnostics.append(.nothingToClose(name, at: source.place(token.name)))
      return
    }
    let open = typed(tokens[last])
    diagnostics.append(
      .mismatchedClose(
        name, open: open, at: source.place(token.name),
        opened: source.place(tokens[last].name)))
    if !token.isNamed || nearestName(to: name, among: [open]) != nil {
      stack.removeLast()
      contentEnd[last] = index
      opener[index] = last
    }
  }

  private mutating func reportUnclosed(_ index: Int) {
    let token = tokens[index]
    diagnostics.append(
      .unclosedSection(
        source.bytes.text(token.range), name: typed(token), at: source.place(token.name)))
  }

  private func typed(_ token: Token) -> String { source.bytes.text(token.name) }
}
