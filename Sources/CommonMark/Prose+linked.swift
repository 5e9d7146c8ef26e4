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
    var desk = WritingDesk()
    return linked(answers, mentions: mentions, at: &desk)
  }

  /// The same, at a desk where others were linked.
  package func linked(
    _ answers: [LinkAnswer], mentions: [MentionLink], at desk: inout WritingDesk
  ) -> LinkedProse {
    precondition(answers.count == links.count, "each link has one answer")
    guard !links.isEmpty || !mentions.isEmpty else {
      return LinkedProse(
        html: html, body: body, notes: notes, headings: headings, rootAddresses: [],
        pageAddresses: pageAddresses)
    }
    var copy = LinkingCopy(of: self, insertions: links.count + mentions.count, at: &desk)
    defer { copy.exchange(with: &desk) }
    html.withUnsafeBufferPointer { html in
      links.withUnsafeBufferPointer { links in
        mentions.withUnsafeBufferPointer { mentions in
          copy.fill(from: html, links, answers, mentions)
        }
      }
    }
    return copy.finished(notes, headings)
  }
}

/// A copy in the making that grows by insertions in ascending order.
private struct LinkingCopy: ~Copyable {
  private let oldPageAddresses: [UInt32]
  private var html = HTMLBuffer()
  private var rootAddresses: [UInt32] = []
  private var pageAddresses: [UInt32] = []
  /// What of the old HTML has been copied.
  private var copied = 0
  private var nextPageAddress = 0
  /// Old and then new offset where the body ends and each note's contents begin and end.
  private var boundaries: [Int] = []
  private var newBoundaries: [Int] = []

  init(of prose: Prose, insertions: Int, at desk: inout WritingDesk) {
    oldPageAddresses = prose.pageAddresses
    exchange(with: &desk)
    html.restart(capacity: prose.htmlCount + insertions * 80 + 64)
    rootAddresses.removeAll(keepingCapacity: true)
    pageAddresses.removeAll(keepingCapacity: true)
    boundaries.removeAll(keepingCapacity: true)
    newBoundaries.removeAll(keepingCapacity: true)
    boundaries.append(prose.body.upperBound)
    for note in prose.notes {
      if case .footnote(let range) = note.kind {
        boundaries.append(range.lowerBound)
        boundaries.append(range.upperBound)
      }
    }
  }

  /// Takes the desk's memory, and gives it back.
  mutating func exchange(with desk: inout WritingDesk) {
    swap(&html, &desk.html)
    swap(&rootAddresses, &desk.rootAddresses)
    swap(&pageAddresses, &desk.pageAddresses)
    swap(&boundaries, &desk.boundaries)
    swap(&newBoundaries, &desk.newBoundaries)
  }

  /// Copies all of the old HTML. Both lists ascend, and no mention stands within a link.
  mutating func fill(
    from source: Bytes, _ links: UnsafeBufferPointer<OpenLink>, _ answers: [LinkAnswer],
    _ mentions: UnsafeBufferPointer<MentionLink>
  ) {
    var next = 0
    for index in links.indices {
      while next < mentions.count, mentions[next].mention.start < links[index].addressAt {
        insert(next, of: mentions, source)
        next += 1
      }
      if let address = answers[index].address {
        copy(source, upTo: Int(links[index].addressAt))
        html.write(links[index].kind == .image ? " src=\"" : " href=\"")
        write(address)
        html.write("\"")
      }
      if links[index].needsText {
        copy(source, upTo: Int(links[index].textAt))
        html.writeEscaped(answers[index].text)
      }
    }
    while next < mentions.count {
      insert(next, of: mentions, source)
      next += 1
    }
    copy(source, upTo: source.count)
  }

  private mutating func insert(
    _ index: Int, of mentions: UnsafeBufferPointer<MentionLink>, _ source: Bytes
  ) {
    copy(source, upTo: Int(mentions[index].mention.start))
    html.write("<a class=\"name\" href=\"")
    write(mentions[index].address)
    html.write("\">")
    copy(source, upTo: Int(mentions[index].mention.end))
    html.write("</a>")
  }

  private mutating func write(_ address: String) {
    var address = address
    address.withUTF8 { address in
      if address.first == UInt8(ascii: "/") { rootAddresses.append(html.offset) }
      if address.first == UInt8(ascii: "#") { pageAddresses.append(html.offset) }
      html.writeAddress(address)
    }
  }

  private mutating func copy(_ source: Bytes, upTo end: Int) {
    // A boundary at an insertion's very place lies in front of it: blocks do not begin with links.
    while newBoundaries.count < boundaries.count, boundaries[newBoundaries.count] <= end {
      newBoundaries.append(html.count + boundaries[newBoundaries.count] - copied)
    }
    while nextPageAddress < oldPageAddresses.count, Int(oldPageAddresses[nextPageAddress]) < end {
      let old = Int(oldPageAddresses[nextPageAddress])
      pageAddresses.append(html.offset + UInt32(truncatingIfNeeded: old - copied))
      nextPageAddress += 1
    }
    html.write(source.part(copied..<end))
    copied = end
  }

  func finished(_ notes: [Note], _ headings: [Heading]) -> LinkedProse {
    return LinkedProse(
      html: html.finished(), body: 0..<newBoundaries[0], notes: moved(notes), headings: headings,
      rootAddresses: rootAddresses.exact, pageAddresses: pageAddresses.exact)
  }

  /// The notes, of which footnotes stand elsewhere now.
  private func moved(_ notes: [Note]) -> [Note] {
    guard boundaries.count > 1 else { return notes }
    var next = 1
    return notes.map { note in
      guard case .footnote = note.kind else { return note }
      defer { next += 2 }
      return note.with(kind: .footnote(html: newBoundaries[next]..<newBoundaries[next + 1]))
    }
  }
}
