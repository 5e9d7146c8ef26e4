/// How a token stands on its line, which decides what becomes of the white space around it.
///
/// A line that holds nothing but one tag that writes nothing is *standalone*: it leaves no empty
/// line behind. Tags of inheritance may share such a line, as long as what closes stands before
/// what opens, or a parent or an empty block stands there whole.
enum LineLayout {
  /// In the middle of a line.
  case inline
  /// The first of its line: a text, or a tag behind no more than `indent`.
  case first(indent: Range<Int>)
  /// On a standalone line: the white space before it and the line feed behind it are not shown.
  case alone(indent: Range<Int>, lineEnd: Range<Int>)
  /// White space of a standalone line.
  case dropped
}

extension LineLayout {
  /// The layout of each token that `pairs` uses.
  static func layouts(of tokens: [Token], _ pairs: TagPairs, in source: TemplateSource)
    -> [LineLayout]
  {
    var layouts: [LineLayout] = []
    layouts.reserveCapacity(pairs.count)
    var start = 0
    while start < pairs.count {
      var end = start
      while end < pairs.count {
        end += 1
        let last = tokens[end - 1]
        if last.kind == .text, source.bytes[last.range].last == 0x0A { break }
      }
      let line = Line(tokens: tokens, range: start..<end, pairs: pairs, bytes: source.bytes)
      layouts += line.isStandalone ? line.standaloneLayouts : line.runningLayouts
      start = end
    }
    return layouts
  }
}

/// The tokens from one line feed to the next; a tag of several lines makes one line of them.
private struct Line {
  let tokens: [Token]
  let range: Range<Int>
  let pairs: TagPairs
  let bytes: [UInt8]

  /// What stands on the line, as far as it matters to whether the line is standalone.
  private enum Mark { case single, opener, closer, whole }

  var isStandalone: Bool {
    guard let marks, !marks.isEmpty else { return false }
    if marks.count == 1 { return true }
    let closers = marks.prefix { $0 == .closer }
    return marks.dropFirst(closers.count).allSatisfy { $0 == .opener }
  }

  /// The marks in order; nil when the line shows something of its own.
  private var marks: [Mark]? {
    var marks: [Mark] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      switch token.kind {
      case .text: if !isIgnored(index), !isBlank(token) { return nil }
      case .variable, .rawVariable: if !isIgnored(index) { return nil }
      case .comment, .delimiters, .section, .inverted, .partial: marks.append(.single)
      case .close: marks.append(closesInheritance(index) ? .closer : .single)
      case .parent, .block:
        if let end = wholeEnd(index) {
          marks.append(.whole)
          index = end
        } else {
          marks.append(.opener)
        }
      }
      index += 1
    }
    return marks
  }

  /// What a parent holds outside its blocks is not shown at all.
  private func isIgnored(_ index: Int) -> Bool {
    pairs.enclosing[index].map { tokens[$0].kind == .parent } ?? false
  }

  private func isBlank(_ token: Token) -> Bool { bytes[token.range].allSatisfy(\.isBlank) }

  private func closesInheritance(_ index: Int) -> Bool {
    guard let opener = pairs.opener[index] else { return false }
    return tokens[opener].kind == .parent || tokens[opener].kind == .block
  }

  /// The close tag of a parent, or of an empty block, when it is on this line too.
  private func wholeEnd(_ index: Int) -> Int? {
    guard let end = pairs.contentEnd[index], end < range.upperBound, pairs.opener[end] == index
    else { return nil }
    return tokens[index].kind == .parent || end == index + 1 ? end : nil
  }

  var standaloneLayouts: [LineLayout] {
    let first = tokens[range.lowerBound]
    var indent = first.range.lowerBound..<first.range.lowerBound
    if first.kind == .text, isBlank(first) { indent = first.range }
    let lineEnd = lineFeed(of: tokens[range.upperBound - 1])
    return range.map { index in
      if isInsideWhole(index) { return .inline }
      if tokens[index].kind == .text { return .dropped }
      defer { indent = indent.lowerBound..<indent.lowerBound }
      return .alone(indent: indent, lineEnd: lineEnd)
    }
  }

  /// Whether the token stands between the tags of a parent that is whole on this line.
  private func isInsideWhole(_ index: Int) -> Bool {
    var around = pairs.enclosing[index]
    while let open = around, open >= range.lowerBound {
      if tokens[open].kind == .parent, wholeEnd(open) != nil { return true }
      around = pairs.enclosing[open]
    }
    return false
  }

  /// The line feed at the end of a text, with a carriage return before it; empty in other tokens.
  private func lineFeed(of token: Token) -> Range<Int> {
    let end = token.range.upperBound
    guard token.kind == .text, bytes[token.range].last == 0x0A else { return end..<end }
    let length = bytes[token.range].dropLast().last == 0x0D ? 2 : 1
    return end - length..<end
  }

  var runningLayouts: [LineLayout] {
    let first = tokens[range.lowerBound]
    let start = first.range.lowerBound
    let leadsWithBlank = first.kind == .text && isBlank(first)
    return range.map { index in
      if index == range.lowerBound { return .first(indent: start..<start) }
      if index == range.lowerBound + 1, leadsWithBlank { return .first(indent: first.range) }
      return .inline
    }
  }
}
