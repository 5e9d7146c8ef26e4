import Diagnostics

extension Prose {
  /// Parses the body that begins at `bodyStart` of `file`.
  ///
  /// `sources` are the ids that `[^id]` may cite. Places count from the top of `file`.
  package static func parsing(
    _ file: [UInt8], from bodyStart: Int, path: String, sources: [String],
    options: ProseOptions = ProseOptions()
  ) -> Diagnosed<Prose> {
    var desk = WritingDesk()
    return file.withUnsafeBufferPointer { file in
      parsing(
        file, from: bodyStart, path: path, sources: sources, options: options, at: &desk)
    }
  }

  /// Parses the body that begins at `bodyStart` of `file`, at a desk where others were parsed.
  package static func parsing(
    _ file: UnsafeBufferPointer<UInt8>, from bodyStart: Int, path: String, sources: [String],
    options: ProseOptions, at desk: inout WritingDesk
  ) -> Diagnosed<Prose> {
    let request = ProseRequest(
      source: file, bodyStart: min(max(0, bodyStart), file.count), path: path, sources: sources,
      options: options, isBare: false)
    do throws(Complexity) {
      return try request.written(at: &desk) { writer in writer.prose() }
    } catch {
      return request.verbatim(because: error)
    }
  }
}

/// The HTML of a body as GitHub would show it: CommonMark, tables and footnotes, and nothing else.
///
/// What libcmark's safe mode leaves out is left out here: see docs/commonmark-differences.md.
package func bareHTML(_ markdown: [UInt8]) -> [UInt8] {
  var desk = WritingDesk()
  return markdown.withUnsafeBufferPointer { markdown in
    let request = ProseRequest(
      source: markdown, bodyStart: 0, path: "", sources: [], options: ProseOptions(), isBare: true)
    do throws(Complexity) {
      return try request.written(at: &desk) { writer in writer.html.finished() }
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
    at desk: inout WritingDesk, _ finish: (inout ProseWriter) -> Result
  ) throws(Complexity) -> Result {
    let mayDefine = body.mayDefineLinks
    var map = LineMap()
    swap(&map, &desk.lines)
    defer { swap(&map, &desk.lines) }
    map.restart(with: source, from: bodyStart)
    return try map.withView { (lines) throws(Complexity) in
      if let excess = Complexity.excess(in: source, lines: lines, mayDefineLinks: mayDefine) {
        throw excess
      }
      let candidates = mayDefine ? NoteCandidate.all(in: source, lines: lines) : []
      var excluded: Set<Int> = []
      for attempt in 1... {
        let notes =
          excluded.count == candidates.count
          ? NoteDefinitions.none
          : NoteDefinitions(
            rewriting: source, lines: lines, candidates: candidates, excluding: excluded)
        let mayExclude = attempt < Self.attempts
        if let result = try write(
          notes, lines: lines, excluding: &excluded, mayExclude: mayExclude, at: &desk, finish)
        {
          return result
        }
      }
      preconditionFailure("the last attempt is written, whatever it shows")
    }
  }

  private var body: Bytes { source.part(bodyStart..<source.count) }
  private var mayHoldTables: Bool { body.first(UInt8(ascii: "|"), in: 0..<body.count) != nil }

  /// Parses and writes once; nil when some of `notes` turned out to be none and were excluded.
  private func write<Result>(
    _ notes: NoteDefinitions, lines: LineMap.View, excluding excluded: inout Set<Int>,
    mayExclude: Bool, at desk: inout WritingDesk, _ finish: (inout ProseWriter) -> Result
  ) throws(Complexity) -> Result? {
    let hasNotes = !notes.definitions.isEmpty
    let trees = desk.trees
    return try notes.lines.withView { (rewritten) throws(Complexity) in
      let cursor = SourceCursor(source: source, lines: hasNotes ? rewritten : lines)
      return try notes.withText(orElse: body) { (text) throws(Complexity) in
        try trees.withTree(of: text) { (root) throws(Complexity) in
          try write(
            root, notes, LinkDefinitions(lines: lines), cursor, excluding: &excluded,
            mayExclude: mayExclude, at: &desk, finish)
        }
      }
    }
  }

  private func write<Result>(
    _ root: Node, _ notes: NoteDefinitions, _ definitions: LinkDefinitions, _ cursor: SourceCursor,
    excluding excluded: inout Set<Int>, mayExclude: Bool, at desk: inout WritingDesk,
    _ finish: (inout ProseWriter) -> Result
  ) throws(Complexity) -> Result? {
    desk.survey.walk(
      over: root, definitions: notes.definitions, cursor: cursor, mayHoldTables: mayHoldTables)
    if mayExclude, desk.survey.noteCount < notes.definitions.count {
      for (index, definition) in notes.definitions.enumerated()
      where desk.survey.notes[index] == nil {
        excluded.insert(definition.candidate)
      }
      return nil
    }
    if let excess = desk.survey.excess { throw excess }
    desk.notes.restart(
      labels: notes.definitions.map { NoteBook.key(source.part($0.label)) }, sources: sources)
    var writer = ProseWriter(self, definitions: definitions, cursor: cursor, at: &desk)
    defer { desk.exchange(with: &writer) }
    return write(root, notes, &writer, desk.trees, finish)
  }

  private func write<Result>(
    _ root: Node, _ notes: NoteDefinitions, _ writer: inout ProseWriter, _ trees: TreeMemory,
    _ finish: (inout ProseWriter) -> Result
  ) -> Result {
    let tables = writer.survey.tables
    let text = tables.isEmpty ? [] : fragments(of: tables, notes)
    guard !text.isEmpty else {
      writer.write(root, definitions: notes.definitions)
      return finish(&writer)
    }
    return text.withUnsafeBufferPointer { text in
      trees.withTree(of: text) { fragments in
        writer.fragments = TableFragments(of: tables, in: fragments, source: source)
        writer.write(root, definitions: notes.definitions)
        return finish(&writer)
      }
    }
  }

  private func fragments(of tables: [PipeTable], _ notes: NoteDefinitions) -> [UInt8] {
    let definitions: [UInt8]
    if notes.definitions.isEmpty {
      definitions = body.mayDefineLinks ? Array(body) : []
    } else {
      let mayDefine = notes.text.withUnsafeBufferPointer { $0.mayDefineLinks }
      definitions = mayDefine ? notes.text : []
    }
    return TableFragments.text(of: tables, in: source, definitions: definitions)
  }

  /// The body as it was typed, and why it is not written.
  func verbatim(because excess: Complexity) -> Diagnosed<Prose> {
    var html = HTMLBuffer(capacity: source.count + 64)
    html.write("<pre>")
    html.writeEscaped(body)
    html.write("</pre>\n")
    let length = html.count
    let prose = Prose(
      path: path, html: html.finished(), body: 0..<length, notes: [], links: [], headings: [],
      textRuns: [], pageAddresses: [], words: 0)
    let place = Place(path: path, start: excess.range.lowerBound, end: excess.range.upperBound)
    return Diagnosed(prose, [.tooComplex(excess.what, at: place)])
  }
}
