/// What the publication answers to an open link.
package struct LinkAnswer: Sendable, Hashable {
  /// Where it leads: from the site's root, such as `/cases/x/#y`, or with a scheme; nil when there is
  /// no such thing, which leaves the text without a link.
  package let address: String?
  /// Put in where the editor left the text empty.
  package let text: String

  package init(address: String?, text: String = "") {
    self.address = address
    self.text = text
  }
}

/// A mention that becomes a link.
package struct MentionLink: Sendable, Hashable {
  package let mention: Mention
  /// From the site's root.
  package let address: String

  package init(_ mention: Mention, address: String) {
    self.mention = mention
    self.address = address
  }
}

extension Prose {
  /// The same HTML with the links' addresses and the chosen mentions' links put in.
  ///
  /// `answers` has one answer for each of `links`, in their order; `mentions` ascend and do not
  /// overlap.
  package func linked(
    _ answers: [LinkAnswer], mentions: [MentionLink] = []
  ) -> LinkedProse {
    precondition(answers.count == links.count, "each link has one answer")
    guard !links.isEmpty || !mentions.isEmpty else {
      return LinkedProse(
        html: html, body: body, notes: notes, headings: headings, rootAddresses: [],
        pageAddresses: pageAddresses)
    }
    var copy = LinkingCopy(of: self)
    for insertion in Self.insertions(links, answers, mentions) {
      copy.insert(insertion)
    }
    return copy.finished()
  }

  private static func insertions(
    _ links: [OpenLink], _ answers: [LinkAnswer], _ mentions: [MentionLink]
  ) -> [LinkingCopy.Insertion] {
    var insertions: [LinkingCopy.Insertion] = []
    insertions.reserveCapacity(links.count + 2 * mentions.count)
    for (link, answer) in zip(links, answers) {
      if let address = answer.address {
        insertions.append(
          .init(at: link.addressAt, .address(address, isImage: link.kind == .image)))
      }
      if link.needsText { insertions.append(.init(at: link.textAt, .text(answer.text))) }
    }
    for link in mentions {
      insertions.append(.init(at: link.mention.start, .opening(link.address)))
      insertions.append(.init(at: link.mention.end, .closing))
    }
    insertions.sort { $0.at < $1.at }
    return insertions
  }
}

/// A copy in the making that grows by insertions in ascending order.
private struct LinkingCopy: ~Copyable {
  struct Insertion {
    enum Content {
      case address(String, isImage: Bool)
      case text(String)
      case opening(String)
      case closing
    }
    let at: UInt32
    let content: Content

    init(at: UInt32, _ content: Content) {
      self.at = at
      self.content = content
    }
  }

  private let prose: Prose
  private var html: HTMLBuffer
  private var rootAddresses: [UInt32] = []
  private var pageAddresses: [UInt32] = []
  /// What of the old HTML has been copied.
  private var copied = 0
  private var nextPageAddress = 0
  /// Old and new offset where each note's contents begin and end.
  private var boundaries: [Int]
  private var newBoundaries: [Int] = []

  init(of prose: Prose) {
    self.prose = prose
    html = HTMLBuffer(capacity: prose.html.count + prose.links.count * 64 + 512)
    boundaries = [prose.body.upperBound]
    for note in prose.notes {
      if case .footnote(let range) = note.kind {
        boundaries.append(range.lowerBound)
        boundaries.append(range.upperBound)
      }
    }
  }

  mutating func insert(_ insertion: Insertion) {
    copy(upTo: Int(insertion.at))
    switch insertion.content {
    case .address(let address, let isImage):
      html.write(isImage ? " src=\"" : " href=\"")
      write(address)
      html.write("\"")
    case .text(let text): html.writeEscaped(text)
    case .opening(let address):
      html.write("<a class=\"name\" href=\"")
      write(address)
      html.write("\">")
    case .closing: html.write("</a>")
    }
  }

  private mutating func write(_ address: String) {
    if address.utf8.first == UInt8(ascii: "/") { rootAddresses.append(html.offset) }
    if address.utf8.first == UInt8(ascii: "#") { pageAddresses.append(html.offset) }
    html.writeAddress(address)
  }

  private mutating func copy(upTo end: Int) {
    // A boundary at an insertion's very place lies in front of it: blocks do not begin with links.
    while newBoundaries.count < boundaries.count, boundaries[newBoundaries.count] <= end {
      newBoundaries.append(html.count + boundaries[newBoundaries.count] - copied)
    }
    while nextPageAddress < prose.pageAddresses.count,
      Int(prose.pageAddresses[nextPageAddress]) < end
    {
      let old = Int(prose.pageAddresses[nextPageAddress])
      pageAddresses.append(html.offset + UInt32(truncatingIfNeeded: old - copied))
      nextPageAddress += 1
    }
    prose.html.withUnsafeBufferPointer { html.write($0.part(copied..<end)) }
    copied = end
  }

  mutating func finished() -> LinkedProse {
    copy(upTo: prose.html.count)
    var next = 1
    let notes = prose.notes.map { note in
      guard case .footnote = note.kind else { return note }
      defer { next += 2 }
      return note.with(kind: .footnote(html: newBoundaries[next]..<newBoundaries[next + 1]))
    }
    return LinkedProse(
      html: html.finished(), body: 0..<newBoundaries[0], notes: notes, headings: prose.headings,
      rootAddresses: rootAddresses, pageAddresses: pageAddresses)
  }
}
