import Diagnostics

extension ProseWriter {
  mutating func enterBlock(_ node: Node, _ kind: Node.Kind) -> Step {
    switch kind {
    case .blockQuote: return enterQuote(node)
    case .list:
      html.startLine()
      if !node.isOrdered {
        html.write("<ul>\n")
      } else if node.listStart == 1 {
        html.write("<ol>\n")
      } else {
        html.write("<ol start=\"")
        html.write(number: node.listStart)
        html.write("\">\n")
      }
      return .into
    case .item:
      html.startLine()
      html.write("<li>")
      return .into
    case .paragraph: return enterParagraph(node)
    case .heading: return enterHeading(node)
    case .codeBlock: write(codeBlock: node)
    case .htmlBlock: write(htmlBlock: node)
    case .thematicBreak:
      html.startLine()
      html.write("<hr />\n")
    default: return .into
    }
    return .over
  }

  mutating func leaveBlock(_ node: Node, _ kind: Node.Kind) {
    switch kind {
    case .blockQuote: leaveQuote(node)
    case .list: html.write(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item: html.write("</li>\n")
    case .paragraph: leaveParagraph(node)
    case .heading: leaveHeading(node)
    default: break
    }
  }

  /// Puts the cursor and the typography at the beginning of a leaf block's text.
  mutating func begin(_ node: Node, through last: Int? = nil) {
    let first = node.startLine
    cursor.enter(
      line: first, column: node.startColumn, through: last ?? node.endLine, quoteDepth: quoteDepth)
    beginText(of: node)
  }

  mutating func beginText(of node: Node) {
    typography.begin()
    mayHoldHTML =
      bodyHoldsHTML
      && source.first(
        UInt8(ascii: "<"), in: cursor.position..<max(cursor.position, cursor.blockEnd))
        != nil
    markBalanced(childrenOf: node)
  }

  mutating func endText() {
    typography.end(in: &html)
    words.passBreak()
  }

  private mutating func enterParagraph(_ node: Node) -> Step {
    let mark = node.mark
    if mark < 0 { return .over }
    if mark > 0 {
      write(tableAt: node)
      return .over
    }
    begin(node)
    if cursor.byte == UInt8(ascii: "[") { cursor.skipDefinitions() }
    paragraphTag = isFigure(node) ? .figure : isTight(node) ? .none : .paragraph
    if paragraphTag == .none { return .into }
    html.startLine()
    html.write(paragraphTag == .figure ? "<figure>" : "<p>")
    return .into
  }

  private mutating func leaveParagraph(_ node: Node) {
    endText()
    switch paragraphTag {
    case .none: break
    case .figure: html.write("</figure>\n")
    case .paragraph:
      if let bareNote, node.next == nil, node.parent?.mark == bareNote + 1 {
        html.write(" ")
        writeBackLinks(of: bareNote)
        self.bareNote = nil
      }
      html.write("</p>\n")
    }
  }

  /// The element that a paragraph becomes.
  enum ParagraphTag {
    /// In a tight list, the item's alone.
    case none
    case paragraph, figure
  }

  private func isTight(_ paragraph: Node) -> Bool {
    guard let item = paragraph.parent, item.kind == .item, let list = item.parent else {
      return false
    }
    return list.isTight
  }

  /// An image alone in its paragraph, with a title that can be its caption.
  func isFigure(_ paragraph: Node) -> Bool {
    guard !isBare, let image = paragraph.firstChild, image.kind == .image, image.next == nil else {
      return false
    }
    return !image.title.isEmpty
  }

  private mutating func write(codeBlock node: Node) {
    html.startLine()
    let info = node.fenceInfo
    let length = info.firstIndex { $0.isBlank || $0.isLineEnd } ?? info.count
    if length > 0 {
      html.write("<pre><code class=\"language-")
      html.writeEscaped(info.part(0..<length))
      html.write("\">")
    } else {
      html.write("<pre><code>")
    }
    html.writeEscaped(node.literal)
    html.write("</code></pre>\n")
  }
}

// MARK: Headings

extension ProseWriter {
  private func level(of node: Node) -> Int {
    isBare ? node.headingLevel : min(6, max(2, node.headingLevel - survey.topLevel + 2))
  }

  private mutating func enterHeading(_ node: Node) -> Step {
    begin(node)
    let start = cursor.position
    while cursor.byte == UInt8(ascii: "#") { cursor.advance(1) }
    let isATX = cursor.position > start
    if isATX { cursor.skipBlanks() } else { cursor.skipDefinitions() }
    html.startLine()
    html.write("<h")
    html.write(number: level(of: node))
    if !isBare, node.mark > 0 {
      let anchor = anchors[node.mark - 1]
      let place = place(start..<cursor.end)
      checkLevel(of: node, at: place)
      headings.append(Heading(level: level(of: node), anchor: anchor, text: "", place: place))
      section += 1
      html.write(" id=\"")
      html.write(text: anchor)
      html.write("\">")
      if !options.aliases.isEmpty { writeAliases(of: anchor) }
    } else {
      html.write(">")
    }
    headingStart = html.count
    unlinkable += 1
    return .into
  }

  /// Where links to a heading's earlier anchors lead.
  private mutating func writeAliases(of anchor: String) {
    for alias in options.aliases where alias.anchor == anchor {
      html.write("<span id=\"")
      html.writeEscaped(alias.earlier)
      html.write("\"></span>")
    }
  }

  private mutating func leaveHeading(_ node: Node) {
    endText()
    unlinkable -= 1
    if !isBare, node.mark > 0 {
      let end = html.count
      let text = PlainText.line(of: html.written, in: headingStart..<end)
      headings[headings.count - 1].text = text
      html.write("<a class=\"anchor\" href=\"")
      writePageAddress(anchors[node.mark - 1])
      html.write("\" aria-label=\"")
      html.writeEscaped(options.words.sectionLink)
      html.write(": ")
      html.writeEscaped(text)
      html.write("\"></a>")
    }
    html.write("</h")
    html.write(number: level(of: node))
    html.write(">\n")
  }

  private mutating func checkLevel(of node: Node, at place: Place) {
    let above =
      node.mark > 1 ? survey.headings[node.mark - 2].level : survey.topLevel - 1
    if node.headingLevel > above + 1 {
      diagnostics.append(.skippedLevel(node.headingLevel, after: above, at: place))
    }
  }

  /// Writes `#` and an id, and remembers where.
  mutating func writePageAddress(_ anchor: String) {
    pageAddresses.append(html.offset)
    html.write("#")
    html.writeAddress(anchor)
  }
}
