import Diagnostics

/// Writes a tree as HTML in one walk, and notes on the way what a `Prose` must know.
struct ProseWriter: ~Copyable {
  /// What becomes of a node's children.
  enum Step {
    case into, over
  }

  let path: String
  let source: Bytes
  let options: ProseOptions
  /// Plain CommonMark as libcmark itself would write it, with GitHub's tables and footnotes.
  let isBare: Bool
  var survey = BlockSurvey()
  var anchors: [String] = []
  var fragments = TableFragments()
  var definitions: LinkDefinitions

  var html = HTMLBuffer()
  /// Follows the source through what libcmark was given for the body.
  var cursor: SourceCursor
  var typography: Typography
  var notes = NoteBook()
  var diagnostics: [Diagnostic] = []
  var links: [OpenLink] = []
  var headings: [Heading] = []
  var textRuns: [TextRun] = []
  var pageAddresses: [UInt32] = []
  var words = WordCount()

  /// The block quotes the walk is in, notes' own included: what the cursor passes in each line.
  var quoteDepth = 0
  /// The elements around in which no name becomes a link.
  var unlinkable = 0
  /// The image whose text alternative is being written.
  var image: Node?
  /// The links and images around, outermost first.
  var openLinks: [PendingLink] = []
  /// Links to places in this page, checked when all of them are known.
  var pageLinks: [(fragment: String, place: Place)] = []
  /// The language in force in front of each block quote around that changed it.
  var languages: [(quote: Node, typography: Typography)] = []
  /// What the paragraph being written has become.
  var paragraphTag = ParagraphTag.paragraph
  /// Whether the body shows a `<`.
  let bodyHoldsHTML: Bool
  /// Whether the leaf block being written shows a `<`.
  var mayHoldHTML = false
  var section: UInt32 = 0
  /// How often a name like a wrong one has been looked for.
  var suggestions = 0
  /// Where the text alternative of the image being written begins in the HTML.
  var alternativeStart = 0
  /// Where the text of the heading being written begins in the HTML.
  var headingStart = 0
  /// Where the body ends in the HTML and the notes begin.
  var bodyEnd = 0
  /// In bare HTML, the note whose contents are being written.
  var bareNote: Int?
  /// The 0-based number of that note.
  var bareNumber = 0

  init(
    _ request: ProseRequest, definitions: LinkDefinitions, cursor: SourceCursor,
    at desk: inout WritingDesk
  ) {
    path = request.path
    source = request.source
    options = request.options
    isBare = request.isBare
    bodyHoldsHTML =
      source.first(UInt8(ascii: "<"), in: request.bodyStart..<source.count) != nil
    self.definitions = definitions
    self.cursor = cursor
    typography = options.typography
    desk.exchange(with: &self)
    clear()
    html.restart(capacity: (request.source.count - request.bodyStart) * 2 + 512)
    if isBare { return }
    headings.reserveCapacity(survey.headings.count)
    survey.headingText.withUnsafeBufferPointer { text in
      HeadingAnchors.append(
        survey.headings, in: text, reserved: options.reservedAnchors, to: &anchors)
    }
  }

  /// Nothing of another body is left.
  private mutating func clear() {
    anchors.removeAll(keepingCapacity: true)
    openLinks.removeAll(keepingCapacity: true)
    textRuns.removeAll(keepingCapacity: true)
    pageAddresses.removeAll(keepingCapacity: true)
  }

  /// Writes everything inside `root`.
  mutating func write(childrenOf root: Node) {
    var next = root.firstChild
    while let node = next {
      if enter(node) == .into {
        if let child = node.firstChild {
          next = child
          continue
        }
        leave(node)
      }
      var last = node
      while last.next == nil {
        guard let parent = last.parent, parent != root else { return }
        leave(parent)
        last = parent
      }
      next = last.next
    }
  }

  private mutating func enter(_ node: Node) -> Step {
    let kind = node.kind
    if image != nil { return enterInAlternative(node, kind) }
    switch kind {
    case .text: return enterText(node)
    case .softBreak:
      guard node.mark >= 0 else { return .over }
      cursor.nextLine()
      html.write(.lineFeed)
      passBreak()
    case .lineBreak:
      cursor.nextLine()
      html.write("<br />\n")
      passBreak()
    case .code: writeCode(node)
    case .htmlInline: writeHTML(inline: node)
    case .emphasis, .strong:
      cursor.emphasis(kind == .strong ? 2 : 1)
      html.write(kind == .strong ? "<strong>" : "<em>")
      markBalanced(childrenOf: node)
      return .into
    case .link: return enterLink(node)
    case .image: return enterImage(node)
    default: return enterBlock(node, kind)
    }
    return .over
  }

  private mutating func leave(_ node: Node) {
    let kind = node.kind
    switch kind {
    case .emphasis, .strong:
      cursor.emphasis(kind == .strong ? 2 : 1)
      if image == nil { html.write(kind == .strong ? "</strong>" : "</em>") }
    case .link: leaveLink(node)
    case .image: leaveImage(node)
    default: leaveBlock(node, kind)
    }
  }

  private mutating func passBreak() {
    typography.passed(.space)
    words.passBreak()
  }

  /// A place in this body's file.
  func place(_ range: Range<Int>) -> Place {
    Place(path: path, start: range.lowerBound, end: range.upperBound)
  }
}

/// Counts words while text passes by.
struct WordCount {
  private var spaces = 0
  private var breaks = 0
  private var ideographs = 0

  @inline(__always)
  mutating func pass(_ text: Bytes, _ traits: TextTraits) {
    spaces += traits.spaces
    if traits.isASCII { return }
    // The first byte of nearly all ideographs, kana and Hangul syllables.
    for byte in text where byte &- 0xE3 < 11 { ideographs += 1 }
  }

  mutating func passBreak() { breaks += 1 }

  var total: Int { spaces + breaks + ideographs / 2 }
}
