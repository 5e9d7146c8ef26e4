/// Where in a source file something stands: a range of UTF-8 bytes counted from the file's top.
///
/// Stages carry places, which cost nothing to make; lines and columns are worked out from the
/// file's text only for the few that are reported.
package struct Place: Hashable, Sendable {
  /// The path from the source directory, with `/` between its parts.
  package let path: String
  /// The first byte, 0-based.
  package let start: Int
  /// The byte behind the last; equal to `start` where a point is meant.
  package let end: Int
  /// A text that is meant where it first stands at or behind `start`: for stages that no longer have
  /// the file and know only the line.
  package let seeking: String?

  package init(path: String, start: Int, end: Int, seeking: String? = nil) {
    self.path = path
    self.start = start
    self.end = max(start, end)
    self.seeking = seeking
  }

  package init(path: String, at offset: Int, seeking: String? = nil) {
    self.init(path: path, start: offset, end: offset, seeking: seeking)
  }
}

/// A place as people and editors read it.
package struct SourcePosition: Hashable, Sendable {
  package let path: String
  /// 1-based, counted from the top of the file; LF, CRLF and CR end a line.
  package let line: Int
  /// 1-based, in characters as a reader sees them (extended grapheme clusters).
  package let column: Int

  package init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }
}
