/// Everything that was noticed in one run, in the order in which people read it.
package struct Report: Sendable {
  /// A diagnostic with what its place means in the file.
  package struct Item: Sendable {
    package let diagnostic: Diagnostic
    package let start: SourcePosition?
    package let end: SourcePosition?
    /// The line where it starts, of a very long one what is around that; nil where there is no file.
    package let excerpt: String?
    /// The column of the excerpt's first character.
    package let firstColumn: Int
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
  /// How many hints are left out.
  package let hiddenHints: Int
  /// How many problems `--allow` keeps from being reported.
  package let allowed: Int

  /// Works out positions from the files' text, which `source` reads; nil where there is none.
  ///
  /// Hints that are left out cost nothing: a large publication may have thousands.
  package init(
    _ diagnostics: [Diagnostic], weighing weights: RuleWeights = .asDeclared,
    hidesHints: Bool = false, source: (_ path: String) -> [UInt8]?
  ) {
    var lines: [String: SourceLines?] = [:]
    func linesOf(_ path: String) -> SourceLines? {
      if let known = lines[path] { return known }
      let read = source(path).map { SourceLines($0) }
      lines[path] = read
      return read
    }
    func positions(_ place: Place) -> (start: SourcePosition, end: SourcePosition) {
      guard let lines = linesOf(place.path) else {
        let top = SourcePosition(path: place.path, line: 1, column: 1)
        return (top, top)
      }
      let range = lines.range(of: place)
      let (start, end) = (
        lines.position(of: range.lowerBound), lines.position(of: range.upperBound)
      )
      return (
        SourcePosition(path: place.path, line: start.line, column: start.column),
        SourcePosition(path: place.path, line: end.line, column: end.column)
      )
    }
    var seen: Set<Diagnostic> = []
    var shown: [Diagnostic] = []
    var (allowed, hiddenHints) = (0, 0)
    for diagnostic in diagnostics where seen.insert(diagnostic).inserted {
      guard let weighed = weights.weighed(diagnostic) else {
        allowed += 1
        continue
      }
      if hidesHints && weighed.severity == .hint { hiddenHints += 1 } else { shown.append(weighed) }
    }
    self.allowed = allowed
    self.hiddenHints = hiddenHints
    items = shown.sorted(by: Self.isBefore).map { diagnostic in
      let found = diagnostic.place.map(positions)
      let excerpt = diagnostic.place.flatMap { place in
        linesOf(place.path).map { $0.excerpt(at: $0.range(of: place).lowerBound) }
      }
      return Item(
        diagnostic: diagnostic, start: found?.start, end: found?.end,
        excerpt: excerpt?.text, firstColumn: excerpt?.column ?? 1,
        notes: diagnostic.notes.map { note in
          Note(message: note.message, position: note.place.map { positions($0).start })
        },
        replaced: diagnostic.replacement.flatMap { replacement in
          linesOf(replacement.place.path)?.exactRange(of: replacement.place) == nil
            ? nil : positions(replacement.place)
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
