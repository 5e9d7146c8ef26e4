import Diagnostics

/// A link or image that has been entered and not left.
struct PendingLink {
  let start: SourceCursor.LinkStart
  var kind = Kind.written

  enum Kind {
    /// Nothing is left to do but to close it.
    case written
    /// The index in `links` of the one to complete.
    case open(Int)
    case fragment(String)
    /// A link inside another, of which only the text is written.
    case nested
    /// What is wrong with it, once its place is known.
    case faulty(LinkTarget)
  }
}

extension ProseWriter {
  mutating func enterLink(_ node: Node) -> Step {
    var pending = PendingLink(start: cursor.linkStart(isImage: false))
    let address = node.address
    if isBare {
      html.write("<a href=\"")
      if !Self.isDangerous(address) { html.writeAddress(address) }
      writeTitle(of: node)
      html.write("\">")
    } else if !openLinks.isEmpty {
      pending.kind = .nested
    } else {
      pending.kind = writeLinkTag(of: node, to: LinkTarget(address, isImage: false), address)
      unlinkable += 1
      markBalanced(childrenOf: node)
    }
    openLinks.append(pending)
    return .into
  }

  private mutating func writeLinkTag(
    of node: Node, to target: LinkTarget, _ address: Bytes
  ) -> PendingLink.Kind {
    html.write("<a")
    var kind = PendingLink.Kind.written
    switch target {
    case .external(let host):
      html.write(" href=\"")
      html.writeAddress(address)
      html.write("\" rel=\"noopener\" data-host=\"")
      write(host: host)
      writeTitle(of: node)
      html.write("\"")
      if node.firstChild == nil { kind = .faulty(target) }
    case .contact:
      html.write(" href=\"")
      html.writeAddress(address)
      writeTitle(of: node)
      html.write("\"")
      if node.firstChild == nil { kind = .faulty(target) }
    case .open(let linkKind, let target, let fragment):
      kind = .open(links.count)
      if links.isEmpty { links.reserveCapacity(8) }
      links.append(
        OpenLink(
          kind: linkKind, target: target, fragment: fragment, place: place(0..<0),
          needsText: node.firstChild == nil, addressAt: html.offset, textAt: 0))
      writeTitleAlone(of: node)
    case .fragment(let fragment):
      kind = .fragment(fragment)
      html.write(" href=\"")
      writePageAddress(fragment)
      html.write("\"")
      writeTitleAlone(of: node)
    case .empty, .unsafe, .unknown, .withoutScheme: kind = .faulty(target)
    }
    html.write(">")
    return kind
  }

  /// In lower case, as hosts are compared.
  private mutating func write(host: Bytes) {
    if host.allSatisfy({ $0 < 0x80 && $0 == $0.lowercased }) {
      html.writeEscaped(host)
    } else {
      html.writeEscaped(host.text.lowercased())
    }
  }

  mutating func leaveLink(_ node: Node) {
    guard let pending = openLinks.popLast() else { return }
    let tail = cursor.linkTail(of: pending.start, to: node.address)
    guard image == nil else { return }
    typography.passed(.word)
    if isBare {
      html.write("</a>")
      return
    }
    unlinkable -= 1
    finish(pending, at: place(destination(of: tail)))
    if case .nested = pending.kind { return }
    html.write("</a>")
  }

  /// Where the destination was typed: in the link itself or in the definition it names.
  private mutating func destination(of tail: LinkTail) -> Range<Int> {
    switch tail {
    case .inline(let range): range
    case .reference(let label): definitions.destination(of: label, in: source) ?? label
    }
  }

  private mutating func finish(_ pending: PendingLink, at place: Place) {
    switch pending.kind {
    case .written: break
    case .open(let index):
      links[index].place = place
      links[index].textAt = html.offset
    case .nested:
      let typed = source.part(place.start..<place.end).text
      diagnostics.append(.nestedLink(typed, at: place))
    case .fragment(let fragment):
      pageLinks.append((fragment, place))
    case .faulty(let target):
      let typed = source.part(place.start..<place.end).text
      diagnostics.append(.faultyLink(target, typed: typed, at: place))
    }
  }

  mutating func writeTitle(of node: Node) {
    let title = node.title
    guard !title.isEmpty else { return }
    html.write("\" title=\"")
    html.writeEscaped(title)
  }

  private mutating func writeTitleAlone(of node: Node) {
    let title = node.title
    guard !title.isEmpty else { return }
    html.write(" title=\"")
    html.writeEscaped(title)
    html.write("\"")
  }

  /// libcmark's own list: these run or embed something; of data, only pictures pass.
  static func isDangerous(_ address: Bytes) -> Bool {
    guard let first = address.first, "jJvVfFdD".utf8.contains(first) else { return false }
    let start = String(decoding: address.prefix(24), as: UTF8.self).lowercased()
    if ["javascript:", "vbscript:", "file:"].contains(where: start.hasPrefix) { return true }
    guard start.hasPrefix("data:") else { return false }
    let pictures = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
    return !pictures.contains(where: start.hasPrefix)
  }
}

// MARK: Images

extension ProseWriter {
  mutating func enterImage(_ node: Node) -> Step {
    var pending = PendingLink(start: cursor.linkStart(isImage: true))
    image = node
    html.write("<img")
    if isBare {
      html.write(" src=\"")
      if !Self.isDangerous(node.address) { html.writeAddress(node.address) }
      html.write("\"")
    } else {
      let target = LinkTarget(node.address, isImage: true)
      if case .open(.image, let path, let fragment) = target {
        pending.kind = .open(links.count)
        links.append(
          OpenLink(
            kind: .image, target: path, fragment: fragment, place: place(0..<0), needsText: false,
            addressAt: html.offset, textAt: 0))
      } else {
        pending.kind = .faulty(target)
      }
    }
    html.write(" alt=\"")
    alternativeStart = html.count
    openLinks.append(pending)
    return .into
  }

  mutating func leaveImage(_ node: Node) {
    guard let pending = openLinks.popLast() else { return }
    let tail = cursor.linkTail(of: pending.start, to: node.address)
    guard image == node else { return }
    image = nil
    typography.passed(.word)
    if isBare {
      writeTitle(of: node)
      html.write("\" />")
      return
    }
    let place = place(destination(of: tail))
    if html.count == alternativeStart { diagnostics.append(.missingAlternative(at: place)) }
    finish(image: pending, at: place)
    let isFigure = node.parent.map { $0.kind == .paragraph && self.isFigure($0) } ?? false
    if !isFigure { writeTitle(of: node) }
    html.write("\" loading=\"lazy\" />")
    if isFigure {
      html.write("<figcaption>")
      typography.begin()
      typography.write(node.title, from: cursor, into: &html)
      html.write("</figcaption>")
    }
  }

  private mutating func finish(image pending: PendingLink, at place: Place) {
    if case .faulty(let target) = pending.kind {
      let typed = source.part(place.start..<place.end).text
      diagnostics.append(.faultyImage(target, typed: typed, at: place))
    } else {
      finish(pending, at: place)
    }
  }
}
