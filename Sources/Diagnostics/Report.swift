/// Everything that was noticed in one run, in the order in which people read it.
package struct Report: Sendable {
  /// A diagnostic with what its place means in the file.
  package struct Item: Sendable {
    package let diagnostic: Diagnostic
    package let start: SourcePosition?
    package let end: SourcePosition?
    /// The line where it starts; nil where there is no file to show.
    package let excerpt: String?
    package let notes: [Note]
    /// What the diagnostic's replacement replaces.
    package let replaced: (start: SourcePosition, end: SourcePosition)?
  }

  package struct Note: Sendable {
    package let message: String
    package let position: SourcePosition?
  }

  /// By path, line, column, then by rule and message; the same thing said twice is there once.
  package let items: [Item]

  /// Works out positions from the files' text, which `source` reads; nil where there is none.
  package init(_ diagnostics: [Diagnostic], source: (_ path: String) -> [UInt8]?) {
    var lines: [String: SourceLines?] = [:]
    func linesOf(_ path: String) -> SourceLines? {
      if let known = lines[path] { return known }
      let read = source(path).map { SourceLines($0) }
      lines[path] = read
      return read
    }
    func position(_ place: Place, _ offset: Int) -> SourcePosition {
      let found = linesOf(place.path)?.position(of: offset) ?? (line: 1, column: 1)
      return SourcePosition(path: place.path, line: found.line, column: found.column)
    }
    var seen: Set<Diagnostic> = []
    let unique = diagnostics.filter { seen.insert($0).inserted }
    items = unique.sorted(by: Self.isBefore).map { diagnostic in
      let start = diagnostic.place.map { position($0, $0.start) }
      let end = diagnostic.place.map { position($0, $0.end) }
      return Item(
        diagnostic: diagnostic, start: start, end: end,
        excerpt: start.flatMap { linesOf($0.path)?.text(ofLine: $0.line) },
        notes: diagnostic.notes.map { note in
          Note(message: note.message, position: note.place.map { position($0, $0.start) })
        },
        replaced: diagnostic.replacement.map {
          (position($0.place, $0.place.start), position($0.place, $0.place.end))
        })
    }
  }

  /// Offsets order places within a file just as lines and columns do.
  private static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let one = (left.place?.path ?? "", left.place?.start ?? 0, left.rule.id, left.message)
    let two = (right.place?.path ?? "", right.place?.start ?? 0, right.rule.id, right.message)
    return one < two
  }

  package func count(_ severity: Severity) -> Int {
    items.count { $0.diagnostic.severity == severity }
  }
}
