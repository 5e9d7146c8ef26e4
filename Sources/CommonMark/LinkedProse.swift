/// A body whose links lead somewhere: what a page or a feed shows of it.
///
/// Addresses within the site are kept from their first `/` on and those within the page from `#` on;
/// what stands in front of them is put in when the HTML is written.
package struct LinkedProse: Sendable {
  private var text: KeptText
  package let body: Range<Int>
  /// As in `Prose`, with their ranges in this HTML.
  package let notes: [Note]
  package let headings: [Heading]
  /// Where an address that begins with `/` begins, ascending.
  let rootAddresses: [UInt32]
  /// Where an address that begins with `#` begins, ascending.
  let pageAddresses: [UInt32]

  init(
    html: [UInt8], body: Range<Int>, notes: [Note], headings: [Heading], rootAddresses: [UInt32],
    pageAddresses: [UInt32]
  ) {
    text = .held(html)
    self.body = body
    self.notes = notes
    self.headings = headings
    self.rootAddresses = rootAddresses
    self.pageAddresses = pageAddresses
  }

  /// The contents of a footnote, by its number.
  package func footnote(_ number: Int) -> Range<Int>? {
    for note in notes where note.number == number {
      if case .footnote(let html) = note.kind { return html }
    }
    return nil
  }

  /// Whether it has more than about 600 words.
  package var isLong: Bool { body.count > 4500 }

  /// The whole of it, footnotes included.
  package var html: [UInt8] { text.bytes }

  /// The same with its HTML put away, to be read again whenever it is shown.
  package func kept(in store: some TextStore) -> LinkedProse {
    var copy = self
    copy.text = text.kept(in: store)
    return copy
  }

  /// Hands on the HTML of `range` in pieces.
  ///
  /// `root` goes in front of addresses within the site: nothing, `../..` or `https://host`. `page`
  /// goes in front of those within the page: nothing, or in a feed the page's whole address. Both
  /// must be fit for a quoted attribute.
  package func write(
    _ range: Range<Int>, root: String, page: String = "",
    into append: (UnsafeRawBufferPointer) -> Void
  ) {
    var root = root
    var page = page
    let range = range.clamped(to: 0..<text.count)
    text.withBytes(range) { html in
      root.withUTF8 { root in
        page.withUTF8 { page in
          write(
            range, as: html, root: UnsafeRawBufferPointer(root),
            page: UnsafeRawBufferPointer(page), into: append)
        }
      }
    }
  }

  /// `html` are the bytes of `range` alone.
  private func write(
    _ range: Range<Int>, as html: UnsafeRawBufferPointer, root: UnsafeRawBufferPointer,
    page: UnsafeRawBufferPointer, into append: (UnsafeRawBufferPointer) -> Void
  ) {
    var nextRoot = root.isEmpty ? rootAddresses.count : rootAddresses.firstIndex(from: range)
    var nextPage = page.isEmpty ? pageAddresses.count : pageAddresses.firstIndex(from: range)
    func part(_ part: Range<Int>) -> UnsafeRawBufferPointer {
      let first = part.lowerBound - range.lowerBound
      return UnsafeRawBufferPointer(rebasing: html[first..<first + part.count])
    }
    var start = range.lowerBound
    while true {
      let rootAt = nextRoot < rootAddresses.count ? Int(rootAddresses[nextRoot]) : .max
      let pageAt = nextPage < pageAddresses.count ? Int(pageAddresses[nextPage]) : .max
      let at = min(rootAt, pageAt)
      guard at < range.upperBound else { break }
      append(part(start..<at))
      append(rootAt < pageAt ? root : page)
      if rootAt < pageAt { nextRoot += 1 } else { nextPage += 1 }
      start = at
    }
    append(part(start..<range.upperBound))
  }

  /// The HTML of `range` with everything in front of its addresses, as one piece.
  package func html(_ range: Range<Int>, root: String = "", page: String = "") -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count + range.count / 8)
    write(range, root: root, page: page) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// The body's text without markup, one block a line.
  package var plainText: String { PlainText(of: html, in: body).text }
  /// The first paragraphs' text, about 300 characters, cut at a sentence or a word.
  package var excerpt: String { PlainText.excerpt(of: html, in: body) }
}

extension [UInt32] {
  /// The index of the first element of an ascending list that is not below `range`.
  fileprivate func firstIndex(from range: Range<Int>) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Prose {
  /// The body's text without markup, one block a line; entries' names that the linking will put in
  /// are missing.
  package var plainText: String { PlainText(of: html, in: body).text }
  /// The first paragraphs' text, about 300 characters, cut at a sentence or a word.
  package var excerpt: String { PlainText.excerpt(of: html, in: body) }
}
