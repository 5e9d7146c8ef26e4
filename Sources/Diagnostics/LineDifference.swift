/// What two versions of a file differ in, in the unified format that `patch` and `git apply` read.
package struct LineDifference {
  private let lines: [Line]

  private struct Line {
    let mark: Character
    let text: String
    /// Where it stands in the old and in the new version, from 1.
    let old: Int
    let new: Int
  }

  /// How many lines that are in both are shown around a change.
  private static let surroundings = 2

  package init(from old: [UInt8], to new: [UInt8]) {
    let (left, right) = (Self.lines(of: old), Self.lines(of: new))
    let difference = right.difference(from: left)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      if removed.contains(i) {
        lines.append(Line(mark: "-", text: left[i], old: i + 1, new: j + 1))
        i += 1
      } else if inserted.contains(j) {
        lines.append(Line(mark: "+", text: right[j], old: i + 1, new: j + 1))
        j += 1
      } else if i < left.count, j < right.count {
        lines.append(Line(mark: " ", text: left[i], old: i + 1, new: j + 1))
        (i, j) = (i + 1, j + 1)
      } else {
        break
      }
    }
    self.lines = lines
  }

  /// The difference as text; empty where there is none.
  package func text(path: String, colored: Bool) -> String {
    let ink = Ink(colored)
    var text = ""
    for hunk in hunks {
      if text.isEmpty { text = ink.bold("--- a/\(path)\n+++ b/\(path)") + "\n" }
      let (olds, news) = (hunk.count { $0.mark != "+" }, hunk.count { $0.mark != "-" })
      guard let first = hunk.first else { continue }
      text += ink.faint("@@ -\(first.old),\(olds) +\(first.new),\(news) @@") + "\n"
      for line in hunk { text += ink.change("\(line.mark)\(line.text)", line.mark) + "\n" }
    }
    return text
  }

  /// Changed lines with what stands around them; those that meet are one.
  private var hunks: [ArraySlice<Line>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].mark != " " {
      let start = max(0, index - Self.surroundings)
      let end = min(lines.count, index + Self.surroundings + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks.map { lines[$0] }
  }

  /// The lines without their ends; a last one without an end is marked as `diff` marks it.
  private static func lines(of bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let last = lines.popLast(), !last.isEmpty else { return lines }
    return lines + [last + "\n\\ No newline at end of file"]
  }
}
