import Diagnostics

extension ProseWriter {
  mutating func enterText(_ node: Node) -> Step {
    guard node.mark >= 0 else { return .over }
    let literal = node.literal
    let traits = TextTraits(of: literal)
    if traits.isPlain || (isBare && notes.isEmpty) {
      write(text: literal, traits)
    } else {
      writeWithReferences(literal)
    }
    return .over
  }

  private mutating func writeWithReferences(_ literal: Bytes) {
    var written = 0
    var from = 0
    while let bracket = literal.first(UInt8(ascii: "["), in: from..<literal.count) {
      from = bracket + 1
      guard let end = NoteCandidate.referenceEnd(at: bracket, in: literal) else { continue }
      write(text: literal.part(written..<bracket))
      written = bracket
      guard writeReference(literal.part(bracket..<end)) else { continue }
      written = end
      from = end
    }
    write(text: literal.part(written..<literal.count))
  }

  mutating func write(text literal: Bytes) { write(text: literal, TextTraits(of: literal)) }

  private mutating func write(text literal: Bytes, _ traits: TextTraits) {
    guard !literal.isEmpty else { return }
    let place = cursor.text(literal)
    if isBare {
      html.writeEscaped(literal)
      return
    }
    let start = html.offset
    if traits.isPlain {
      html.write(literal)
      typography.passed(plain: literal)
    } else {
      typography.write(literal, from: cursor, into: &html)
    }
    words.pass(literal, traits)
    if unlinkable == 0 { addRun(from: start, source: place) }
  }

  /// Notes text just written, together with the run it continues.
  private mutating func addRun(from start: UInt32, source: Int) {
    let end = html.offset
    if let last = textRuns.indices.last, textRuns[last].end == start,
      textRuns[last].section == section
    {
      textRuns[last].end = end
    } else {
      textRuns.append(
        TextRun(
          start: start, end: end, source: UInt32(truncatingIfNeeded: source), section: section))
    }
  }

  mutating func writeCode(_ node: Node) {
    _ = cursor.code()
    let literal = node.literal
    html.write("<code>")
    html.writeEscaped(literal)
    html.write("</code>")
    words.pass(literal, TextTraits(of: literal))
    typography.passed(.word)
  }

  /// Nodes inside an image's text are written as text alone.
  mutating func enterInAlternative(_ node: Node, _ kind: Node.Kind) -> Step {
    switch kind {
    case .text:
      let literal = node.literal
      guard !literal.isEmpty else { return .over }
      _ = cursor.text(literal)
      if isBare {
        html.writeEscaped(literal)
      } else {
        typography.write(literal, from: cursor, into: &html)
      }
    case .code:
      _ = cursor.code()
      html.writeEscaped(node.literal)
      typography.passed(.word)
    case .htmlInline:
      let range = cursor.html(node.literal)
      if !isBare { diagnostics.append(.rawHTML(node.literal.text, at: place(range))) }
      html.writeEscaped(node.literal)
    case .softBreak, .lineBreak:
      cursor.nextLine()
      html.write(.space)
      typography.passed(.space)
    case .emphasis, .strong:
      cursor.emphasis(kind == .strong ? 2 : 1)
      return .into
    case .link, .image:
      openLinks.append(PendingLink(start: cursor.linkStart(isImage: kind == .image)))
      return .into
    default: break
    }
    return .over
  }
}
