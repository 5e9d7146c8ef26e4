import Diagnostics

/// A template as a tree: what it shows, in order, and how it stands on its lines.
struct ParsedTemplate: Sendable {
  let source: TemplateSource
  let nodes: [TemplateNode]
}

indirect enum TemplateNode: Sendable {
  /// Bytes shown as they are; `startsLine` when they begin a line, even with no byte of it.
  case text(Range<Int>, startsLine: Bool)
  case variable(Range<Int>, isRaw: Bool)
  case section(Range<Int>, isInverted: Bool, [TemplateNode])
  case inclusion(Inclusion)
  case block(Block)
}

/// `{{>name}}`, or `{{<name}}` with the blocks it overrides.
struct Inclusion: Sendable {
  let name: Range<Int>
  /// The white space before a standalone tag, which goes before each line of what is included;
  /// nil for a tag inside a line, whose text is included as it is.
  let indent: Range<Int>?
  let overrides: [Block]
}

/// `{{$name}}`: content that another template may replace, or that replaces another's.
struct Block: Sendable {
  let name: Range<Int>
  let content: [TemplateNode]
  /// Whether the opening tag is standalone, so that the content begins on a line of its own.
  let startsLine: Bool
  /// Whether the close tag is standalone, so that the content ends with its line.
  let endsLine: Bool
  /// The white space before the opening tag, where nothing else stands before it on its line.
  let indent: Range<Int>
  /// The white space before the first line of the content that holds something, if there is one.
  let contentIndent: Range<Int>?
  /// The line feed behind a standalone close tag.
  let lineEnd: Range<Int>
}

extension TemplateSource {
  /// The template's tree, and everything that is wrong with its syntax.
  func parsed() -> Diagnosed<ParsedTemplate> {
    tokens().then { tokens in
      let pairs = TagPairs(tokens, of: self)
      let layouts = LineLayout.layouts(of: tokens, pairs, in: self)
      var tree = TreeBuilder(source: self, tokens: tokens, pairs: pairs, layouts: layouts)
      let nodes = tree.nodes(in: 0..<pairs.count)
      return Diagnosed(
        ParsedTemplate(source: self, nodes: nodes), pairs.diagnostics + tree.diagnostics)
    }
  }
}

/// Builds the tree from tokens whose pairs and layout are known; as deep as tags may nest.
private struct TreeBuilder {
  let source: TemplateSource
  let tokens: [Token]
  let pairs: TagPairs
  let layouts: [LineLayout]
  private(set) var diagnostics: [Diagnostic] = []

  init(source: TemplateSource, tokens: [Token], pairs: TagPairs, layouts: [LineLayout]) {
    (self.source, self.tokens, self.pairs, self.layouts) = (source, tokens, pairs, layouts)
  }

  mutating func nodes(in range: Range<Int>) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    var index = range.lowerBound
    while index < range.upperBound {
      // The start of its line belongs to the content that a close tag ends: see below.
      if pairs.opener[index] == nil { appendLineStart(of: index, to: &nodes) }
      let content = index + 1..<(pairs.contentEnd[index] ?? index + 1)
      nodes += node(at: index, content: content)
      index = content.upperBound
    }
    if range.upperBound < pairs.count { appendLineStart(of: range.upperBound, to: &nodes) }
    return nodes
  }

  /// Marks where a line begins with a tag, for the indentation that may go there.
  private func appendLineStart(of index: Int, to nodes: inout [TemplateNode]) {
    if tokens[index].kind != .text, case .first(let indent) = layouts[index], indent.isEmpty {
      nodes.append(.text(indent, startsLine: true))
    }
  }

  private mutating func node(at index: Int, content: Range<Int>) -> [TemplateNode] {
    let token = tokens[index]
    switch token.kind {
    case .text:
      if case .dropped = layouts[index] { return [] }
      if case .first = layouts[index] { return [.text(token.range, startsLine: true)] }
      return [.text(token.range, startsLine: false)]
    case .comment, .delimiters, .close: return []
    case .variable, .rawVariable:
      return token.isNamed ? [.variable(token.name, isRaw: token.kind == .rawVariable)] : []
    case .section, .inverted:
      let inner = nodes(in: content)
      guard token.isNamed else { return inner }
      return [.section(token.name, isInverted: token.kind == .inverted, inner)]
    case .partial, .parent:
      let overrides = token.kind == .parent ? overrides(in: content) : []
      guard token.isNamed else { return [] }
      return [
        .inclusion(
          Inclusion(name: token.name, indent: standaloneIndent(of: index), overrides: overrides))
      ]
    case .block: return [.block(block(at: index, content: content))]
    }
  }

  private func standaloneIndent(of index: Int) -> Range<Int>? {
    if case .alone(let indent, _) = layouts[index] { return indent }
    return nil
  }

  private mutating func overrides(in range: Range<Int>) -> [Block] {
    var blocks: [String: Range<Int>] = [:]
    var overrides: [Block] = []
    var hasIgnored = false
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      let content = index + 1..<(pairs.contentEnd[index] ?? index + 1)
      if token.kind == .block {
        let name = source.bytes.text(token.name)
        if let first = blocks[name] {
          diagnostics.append(
            .repeatedOverride(name, at: source.place(token.name), first: source.place(first)))
        }
        blocks[name] = blocks[name] ?? token.name
        overrides.append(block(at: index, content: content))
      } else if !hasIgnored {
        hasIgnored = reportIgnored(token)
      }
      index = content.upperBound
    }
    return overrides
  }

  /// Reports what a parent holds outside its blocks, if it is more than white space and comments.
  private mutating func reportIgnored(_ token: Token) -> Bool {
    let typed = source.bytes.trimmed(token.range)
    guard !typed.isEmpty, !token.isSilent, token.kind != .close else { return false }
    diagnostics.append(.ignoredContent(source.bytes.text(typed), at: source.place(typed)))
    return true
  }

  private mutating func block(at index: Int, content: Range<Int>) -> Block {
    let token = tokens[index]
    var startsLine = false
    var indent = token.range.lowerBound..<token.range.lowerBound
    switch layouts[index] {
    case .alone(let before, _): (startsLine, indent) = (true, before)
    case .first(let before): indent = before
    case .inline, .dropped: break
    }
    var lineEnd = token.range.upperBound..<token.range.upperBound
    var endsLine = false
    if pairs.opener[content.upperBound] == index,
      case .alone(_, let behind) = layouts[content.upperBound]
    {
      (endsLine, lineEnd) = (true, behind)
    }
    return Block(
      name: token.name, content: nodes(in: content), startsLine: startsLine, endsLine: endsLine,
      indent: indent, contentIndent: startsLine ? contentIndent(in: content) : nil,
      lineEnd: lineEnd)
  }

  private func contentIndent(in content: Range<Int>) -> Range<Int>? {
    for index in content where !tokens[index].isSilent {
      let range = tokens[index].range
      switch layouts[index] {
      case .alone(let indent, _): return indent
      case .first(let indent) where tokens[index].kind != .text: return indent
      case .first:
        if source.bytes[range].last == 0x0A, source.bytes[range].allSatisfy(\.isBlank) { continue }
        let text = source.bytes.trimmed(range)
        return range.lowerBound..<(text.isEmpty ? range.upperBound : text.lowerBound)
      case .inline, .dropped: continue
      }
    }
    return nil
  }
}
