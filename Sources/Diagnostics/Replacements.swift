/// The replacements of one file that can be made together.
package struct Replacements: Sendable {
  /// Ascending, none overlapping another.
  private var edits: [(range: Range<Int>, text: [UInt8])] = []
  package var count: Int { edits.count }

  /// Those of `diagnostics` that are certain and about `bytes`, the file at `path`; of two that
  /// overlap the earlier counts, and the other's turn comes in the next round.
  package init(certainIn diagnostics: [Diagnostic], of path: String, _ bytes: [UInt8]) {
    let lines = SourceLines(bytes)
    let all = diagnostics.compactMap(\.replacement)
      .filter { $0.isCertain && $0.place.path == path }
      .compactMap { replacement in
        lines.exactRange(of: replacement.place).map {
          (range: $0, text: Array(replacement.text.utf8))
        }
      }
      .sorted {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
    for edit in all {
      let isChange = !bytes[edit.range].elementsEqual(edit.text)
      if isChange, edit.range.lowerBound >= edits.last?.range.upperBound ?? 0 { edits.append(edit) }
    }
  }

  /// The file with every replacement made.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count)
    var offset = 0
    for edit in edits {
      mended += bytes[offset..<edit.range.lowerBound]
      mended += edit.text
      offset = edit.range.upperBound
    }
    return mended + bytes[offset...]
  }
}

extension Diagnostic.Replacement {
  /// `text` for what was `typed`, found where it first stands at or behind the beginning of `place`.
  package init(_ text: String, for typed: String, at place: Place, isCertain: Bool = false) {
    self.init(
      text, at: Place(path: place.path, start: place.start, end: place.end, seeking: typed),
      isCertain: isCertain)
  }
}

/// Whether two words differ in nothing but capitals, and in what stands between their parts: then
/// the one is the other beyond doubt.
package func isSameWord(_ left: String, _ right: String) -> Bool {
  func folded(_ word: String) -> [UInt8] {
    word.utf8.filter { ![0x20, 0x2D, 0x5F].contains($0) }.map {
      (65...90).contains($0) ? $0 | 0x20 : $0
    }
  }
  return folded(left) == folded(right)
}
