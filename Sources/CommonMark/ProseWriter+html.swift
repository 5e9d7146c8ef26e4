import Diagnostics

/// Raw inline HTML that a body may hold: elements that mark text and carry no attributes, but for
/// the title of an `abbr`.
enum InlineTag: Equatable {
  case opening(String, title: Range<Int>?)
  case closing(String)
  case lineBreak

  private static let publishable: Set<String> = [
    "sub", "sup", "cite", "q", "ins", "del", "small", "mark", "abbr",
  ]
  /// What plain Markdown as GitHub shows it may hold besides, all without attributes.
  private static let bare: Set<String> = publishable.union([
    "b", "i", "em", "strong", "code", "kbd", "s", "u", "samp", "var",
  ])

  /// Reads a tag, or returns nil for any other raw HTML.
  init?(_ literal: Bytes, isBare: Bool) {
    guard literal.count > 2, literal.first == UInt8(ascii: "<"), literal.last == UInt8(ascii: ">")
    else { return nil }
    let isClosing = literal[1] == UInt8(ascii: "/")
    var end = isClosing ? 2 : 1
    let start = end
    while end < literal.count, literal[end].isLetter { end += 1 }
    let name = literal.part(start..<end).text.lowercased()
    var rest = literal.trimmed(end..<literal.count - 1)
    if name == "br", !isClosing {
      if rest.count == 1, literal[rest.lowerBound] == UInt8(ascii: "/") {
        rest = rest.upperBound..<rest.upperBound
      }
      guard rest.isEmpty else { return nil }
      self = .lineBreak
      return
    }
    guard (isBare ? Self.bare : Self.publishable).contains(name) else { return nil }
    if isClosing {
      guard rest.isEmpty else { return nil }
      self = .closing(name)
    } else if rest.isEmpty {
      guard name != "abbr" else { return nil }
      self = .opening(name, title: nil)
    } else {
      guard name == "abbr", let title = Self.title(in: rest, of: literal) else { return nil }
      self = .opening(name, title: title)
    }
  }

  /// The value of `title="…"` when it is the only attribute.
  private static func title(in rest: Range<Int>, of literal: Bytes) -> Range<Int>? {
    let attribute = literal.part(rest)
    guard attribute.count > 8, attribute.prefix(5).elementsEqual("title".utf8) else { return nil }
    var equals = 5
    while equals < attribute.count, attribute[equals].isBlank { equals += 1 }
    guard attribute[equals] == UInt8(ascii: "=") else { return nil }
    equals += 1
    while equals < attribute.count, attribute[equals].isBlank { equals += 1 }
    guard equals < attribute.count - 2 else { return nil }
    let quote = attribute[equals]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      attribute.first(quote, in: equals + 1..<attribute.count) == attribute.count - 1
    else { return nil }
    return rest.lowerBound + equals + 1..<rest.upperBound - 1
  }
}

extension ProseWriter {
  /// Marks those pieces of raw HTML among `parent`'s children that may be shown as they are: line
  /// breaks, and tags that open and close among these children.
  mutating func markBalanced(childrenOf parent: Node) {
    guard mayHoldHTML else { return }
    var open: [(name: String, node: Node)] = []
    var openCounts: [String: Int] = [:]
    var next = parent.firstChild
    while let node = next {
      next = node.next
      guard node.kind == .htmlInline, let tag = InlineTag(node.literal, isBare: isBare) else {
        continue
      }
      switch tag {
      case .lineBreak: node.mark = 1
      case .opening(let name, _):
        open.append((name, node))
        openCounts[name, default: 0] += 1
      case .closing(let name):
        guard openCounts[name, default: 0] > 0 else { continue }
        // What was opened inside and never closed stays unmarked.
        while let last = open.popLast() {
          openCounts[last.name, default: 1] -= 1
          guard last.name == name else { continue }
          last.node.mark = 1
          node.mark = 1
          break
        }
      }
    }
  }

  mutating func writeHTML(inline node: Node) {
    let literal = node.literal
    let range = cursor.html(literal)
    guard node.mark == 1, let tag = InlineTag(literal, isBare: isBare) else {
      if isBare {
        html.write("<!-- raw HTML omitted -->")
      } else {
        diagnostics.append(rawHTML(literal, at: place(range)))
        html.writeEscaped(literal)
        typography.passed(.word)
      }
      return
    }
    switch tag {
    case .lineBreak where isBare, .opening where isBare: html.write(literal)
    case .lineBreak:
      html.write("<br />")
      typography.passed(.space)
    case .opening(let name, let title):
      html.write(text: "<\(name)")
      if let title {
        html.write(" title=\"")
        // Character references in it are HTML's already.
        for byte in literal.part(title) {
          if byte != UInt8(ascii: "&"), let escape = HTMLBuffer.escape(of: byte) {
            html.write(escape)
          } else {
            html.write(byte)
          }
        }
        html.write("\"")
      }
      html.write(">")
    case .closing(let name): html.write(text: "</\(name)>")
    }
  }

  private func rawHTML(_ literal: Bytes, at place: Place) -> Diagnostic {
    InlineTag(literal, isBare: false) == nil
      ? .rawHTML(literal.text, at: place) : .unbalancedHTML(literal.text, at: place)
  }

  mutating func write(htmlBlock node: Node) {
    html.startLine()
    guard !isBare else {
      html.write("<!-- raw HTML omitted -->")
      html.startLine()
      return
    }
    cursor.enter(
      line: node.startLine, column: node.startColumn, through: node.endLine, quoteDepth: quoteDepth)
    var end = cursor.position
    while end < cursor.end, source[end] != UInt8(ascii: ">") { end += 1 }
    let place = place(cursor.position..<min(end + 1, cursor.end))
    let tag = source.part(place.start..<place.end).text
    diagnostics.append(.rawHTML(tag, at: place))
    let literal = node.literal
    var length = literal.count
    while length > 0, literal[length - 1].isLineEnd { length -= 1 }
    html.write("<p>")
    html.writeEscaped(literal.part(0..<length))
    html.write("</p>\n")
    words.pass(literal, TextTraits(of: literal))
  }
}
