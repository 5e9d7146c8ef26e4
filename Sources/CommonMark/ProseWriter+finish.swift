import Diagnostics

extension ProseWriter {
  /// Writes the body and the notes it refers to.
  mutating func write(_ root: Node, definitions: [NoteDefinitions.Definition]) {
    write(childrenOf: root)
    bodyEnd = html.count
    if isBare {
      writeBareNotes()
    } else {
      writeNotes()
      check(definitions)
      for mismatch in survey.mismatches {
        diagnostics.append(.tableHead(mismatch, at: place(mismatch.line)))
      }
      checkPageLinks()
    }
  }

  /// Everything that was written and noticed.
  func prose() -> Diagnosed<Prose> {
    let prose = Prose(
      path: path, html: html.finished(), body: 0..<bodyEnd, notes: notes.notes, links: links,
      headings: headings, textRuns: textRuns.exact, pageAddresses: pageAddresses.exact,
      words: words.total)
    return Diagnosed(prose, told)
  }

  /// What is wrong, in the order of the text. Of a body that is wrong everywhere, only the beginning.
  private var told: [Diagnostic] {
    guard diagnostics.count > 1 else { return diagnostics }
    let all = diagnostics.sorted { ($0.place?.start ?? 0) < ($1.place?.start ?? 0) }
    guard all.count > Complexity.mistakes, let place = all[Complexity.mistakes].place else {
      return all
    }
    let more = "\(all.count - Complexity.mistakes) more mistakes stand from here on"
    return all[..<Complexity.mistakes] + [.tooComplex(more, at: place)]
  }

  /// Every footnote is defined once and referred to.
  private mutating func check(_ definitions: [NoteDefinitions.Definition]) {
    var first: [String: Place] = [:]
    for (index, definition) in definitions.enumerated() {
      let label = source.part(definition.label).text
      let place = place(definition.label)
      let key = NoteBook.key(source.part(definition.label))
      if let other = first[key] {
        diagnostics.append(.duplicateNote(label, first: other, at: place))
        continue
      }
      first[key] = place
      if notes.isSource(key) { diagnostics.append(.noteHidesSource(label, at: place)) }
      if !notes.isReferred(definition: index) { diagnostics.append(.unusedNote(label, at: place)) }
    }
  }

  /// Whether to look for a name that is like a wrong one: for the first few of a body, since it
  /// compares with every name there is.
  mutating func maySuggest() -> Bool {
    suggestions += 1
    return suggestions <= 20
  }

  private mutating func checkPageLinks() {
    guard !pageLinks.isEmpty else { return }
    let all = anchors + notes.allAnchors
    let known = Set(all)
    for (fragment, place) in pageLinks where !known.contains(fragment) {
      let candidates = maySuggest() ? all : []
      diagnostics.append(.unknownAnchor(fragment, among: candidates, at: place))
    }
  }
}
