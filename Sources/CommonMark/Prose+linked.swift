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
    return html.withUnsafeBufferPointer { html in
      var copy = LinkingCopy(of: self, html, mentions: mentions.count)
      var mention = 0
      // Both lists ascend, and no mention stands within a link.
      for index in links.indices {
        let at = links[index].addressAt
        while mention < mentions.count, mentions[mention].mention.start < at {
          copy.insert(mentions[mention])
          mention += 1
        }
        copy.insert(answers[index], forLinkAt: index)
      }
      while mention < mentions.count {
        copy.insert(mentions[mention])
        mention += 1
      }
      return copy.finished()
    }
  }
}

/// A copy in the making that grows by insertions in ascending order.
private struct LinkingCopy: ~Copyable {
  private let prose: Prose
  private let source: Bytes
  private var html: HTMLBuffer
  private var rootAddresses: [UInt32] = []
  private var pageAddresses: [UInt32] = []
  /// What of the old HTML has been copied.
  private var copied = 0
  private var nextPageAddress = 0
  /// Old and new offset where each note's contents begin and end.
  private var boundaries: [Int]
  private var newBoundaries: [Int] = []

  init(of prose: Prose, _ source: Bytes, mentions: Int) {
    self.prose = prose
    self.source = source
    html = HTMLBuffer(capacity: source.count + (prose.links.count + mentions) * 80 + 64)
    rootAddresses.reserveCapacity(prose.links.count + mentions)
    pageAddresses.reserveCapacity(prose.pageAddresses.count)
    boundaries = [prose.body.upperBound]
    for note in prose.notes {
      if case .footnote(let range) = note.kind {
        boundaries.append(range.lowerBound)
        boundaries.append(range.upperBound)
      }
    }
  }

  mutating func insert(_ answer: LinkAnswer, forLinkAt index: Int) {
    if let address = answer.address {
      copy(upTo: Int(prose.links[index].addressAt))
      html.write(prose.links[index].kind == .image ? " src=\"" : " href=\"")
      write(address)
      html.write("\"")
    }
    if prose.links[index].needsText {
      copy(upTo: Int(prose.links[index].textAt))
      html.writeEscaped(answer.text)
    }
  }

  mutating func insert(_ link: MentionLink) {
    copy(upTo: Int(link.mention.start))
    html.write("<a class=\"name\" href=\"")
    write(link.address)
    html.write("\">")
    copy(upTo: Int(link.mention.end))
    html.write("</a>")
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
    html.write(source.part(copied..<end))
    copied = end
  }

  mutating func finished() -> LinkedProse {
    copy(upTo: source.count)
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
