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
    return request.written { writer in writer.prose() }
  }
}

/// The HTML of a body as GitHub would show it: CommonMark, tables and footnotes, and nothing else.
///
/// What libcmark's safe mode leaves out is left out here: see docs/commonmark-differences.md.
package func bareHTML(_ markdown: [UInt8]) -> [UInt8] {
  markdown.withUnsafeBufferPointer { markdown in
    let request = ProseRequest(
      source: markdown, bodyStart: 0, path: "", sources: [], options: ProseOptions(), isBare: true)
    return request.written { writer in writer.html.bytes }
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
  func written<Result>(_ finish: (inout ProseWriter) -> Result) -> Result {
    let lines = LineMap(of: source, from: bodyStart)
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
      let result: Result? = parsed.withRoot { root in
        let survey = BlockSurvey(of: root, definitions: notes.definitions, cursor: cursor)
        let missing = notes.definitions.indices.filter { survey.notes[$0] == nil }
        if !missing.isEmpty, !isLast {
          excluded.formUnion(missing.map { notes.definitions[$0].candidate })
          return nil
        }
        return write(root, survey: survey, notes: notes, cursor: cursor, lines: lines, finish)
      }
      if let result { return result }
    }
    preconditionFailure("the last attempt is written, whatever it shows")
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
