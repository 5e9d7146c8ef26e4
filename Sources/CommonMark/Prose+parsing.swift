import Diagnostics

extension Prose {
  /// Parses the body that begins at `bodyStart` of `file`.
  ///
  /// `sources` are the ids that `[^id]` may cite. Places count from the top of `file`.
  package static func parsing(
    _ file: [UInt8], from bodyStart: Int, path: String, sources: [String],
    options: ProseOptions = ProseOptions()
  ) -> Diagnosed<Prose> {
    file.withUnsafeBufferPointer { file in
      parsing(file, from: bodyStart, path: path, sources: sources, options: options)
    }
  }

  /// Parses the body that begins at `bodyStart` of `file`.
  package static func parsing(
    _ file: UnsafeBufferPointer<UInt8>, from bodyStart: Int, path: String, sources: [String],
    options: ProseOptions = ProseOptions()
  ) -> Diagnosed<Prose> {
    let request = ProseRequest(
      source: file, bodyStart: min(max(0, bodyStart), file.count), path: path, sources: sources,
      options: options, isBare: false)
    do throws(Complexity) {
      return try request.written { writer in writer.prose() }
    } catch {
      return request.verbatim(because: error)
    }
  }
}

/// The HTML of a body as GitHub would show it: CommonMark, tables and footnotes, and nothing else.
///
/// What libcmark's safe mode leaves out is left out here: see docs/commonmark-differences.md.
package func bareHTML(_ markdown: [UInt8]) -> [UInt8] {
  markdown.withUnsafeBufferPointer { markdown in
    let request = ProseRequest(
      source: markdown, bodyStart: 0, path: "", sources: [], options: ProseOptions(), isBare: true)
    do throws(Complexity) {
      return try request.written { writer in writer.html.bytes }
    } catch {
      return request.verbatim(because: error).value.html
    }
  }
}

/// A body, and how it is to be written.
struct ProseRequest {
  let source: Bytes
  let bodyStart: Int
  let path: String
  let sources: [String]
  let options: ProseOptions
  let isBare: Bool

  /// How often libcmark may be asked again because a line was no definition after all.
  private static let attempts = 3

  /// Parses, writes the body, and lets `finish` take what it needs from the writer.
  func written<Result>(
    _ finish: (inout ProseWriter) -> Result
  ) throws(Complexity) -> Result {
    let lines = LineMap(of: source, from: bodyStart)
    if let excess = Complexity.excess(in: source, lines: lines) { throw excess }
    let candidates = NoteCandidate.all(in: source, lines: lines)
    var excluded: Set<Int> = []
    for attempt in 1... {
      let isLast = attempt == Self.attempts
      let notes =
        candidates.isEmpty
        ? NoteDefinitions.none
        : NoteDefinitions(
          rewriting: source, lines: lines, candidates: candidates, excluding: excluded)
      let hasNotes = !notes.definitions.isEmpty
      let cursor = SourceCursor(source: source, lines: hasNotes ? notes.lines : lines)
      let parsed =
        hasNotes
        ? CommonMarkTree(parsing: notes.text)
        : CommonMarkTree(parsing: source.part(bodyStart..<source.count))
      let result: Result? = try parsed.withRoot { root throws(Complexity) in
        let survey = BlockSurvey(of: root, definitions: notes.definitions, cursor: cursor)
        let missing = notes.definitions.indices.filter { survey.notes[$0] == nil }
        if !missing.isEmpty, !isLast {
          excluded.formUnion(missing.map { notes.definitions[$0].candidate })
          return nil
        }
        if let excess = survey.excess { throw excess }
        return write(root, survey: survey, notes: notes, cursor: cursor, lines: lines, finish)
      }
      if let result { return result }
    }
    preconditionFailure("the last attempt is written, whatever it shows")
  }

  /// The body as it was typed, and why it is not written.
  func verbatim(because excess: Complexity) -> Diagnosed<Prose> {
    var html = HTMLBuffer()
    html.write("<pre>")
    html.writeEscaped(source.part(bodyStart..<source.count))
    html.write("</pre>\n")
    let prose = Prose(
      path: path, html: html.bytes, body: 0..<html.count, notes: [], links: [], headings: [],
      textRuns: [], pageAddresses: [], words: 0)
    let place = Place(path: path, start: excess.range.lowerBound, end: excess.range.upperBound)
    return Diagnosed(prose, [.tooComplex(excess.what, at: place)])
  }

  private func write<Result>(
    _ root: Node, survey: BlockSurvey, notes: NoteDefinitions, cursor: SourceCursor,
    lines: LineMap, _ finish: (inout ProseWriter) -> Result
  ) -> Result {
    var writer = ProseWriter(
      self, survey: survey, definitions: LinkDefinitions(lines: lines), cursor: cursor,
      notes: NoteBook(
        labels: notes.definitions.map { NoteBook.key(source.part($0.label)) }, sources: sources))
    guard !survey.tables.isEmpty else {
      writer.write(root, definitions: notes.definitions)
      return finish(&writer)
    }
    let body = source.part(bodyStart..<source.count)
    let colon = ("]:" as StaticString).bytes
    let mayDefineLinks = body.first(colon, in: 0..<body.count) != nil
    let text = TableFragments.text(
      of: survey.tables, in: source, definitions: mayDefineLinks ? body : body.part(0..<0))
    let tree = CommonMarkTree(parsing: text)
    return tree.withRoot { fragments in
      writer.fragments = TableFragments(of: survey.tables, in: fragments)
      writer.write(root, definitions: notes.definitions)
      return finish(&writer)
    }
  }
}
