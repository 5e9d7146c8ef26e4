import Content
import Diagnostics
import Linking
import Loading

/// A whole source tree as one text, and the places in it that a test expects to hear of.
///
/// `=== content/cases/acme.md` on a line of its own begins a file; what follows, up to the next
/// such line, is its text. `▸` marks a place and is no part of it.
package struct Fixture: Sendable {
  package let files: [SourceFile]
  /// `path:line:column` of every `▸`, in the order of the text.
  package let marks: [String]

  /// The files of `text`, and those of `base` that `text` does not have.
  package init(_ text: String, over base: String = "") {
    let written = Self.files(of: text)
    let paths = Set(written.map(\.path))
    let others = Self.files(of: base).filter { !paths.contains($0.path) }
    self.init((written + others).map { ($0.path, $0.bytes) })
  }

  /// Files by their paths and exact bytes; `▸` marks a place here too.
  package init(_ files: [(path: String, bytes: [UInt8])]) {
    var sources: [SourceFile] = []
    var marks: [String] = []
    for (path, bytes) in files {
      let (text, offsets) = Self.withoutMarks(bytes)
      sources.append(SourceFile(path: path, bytes: text))
      let lines = SourceLines(text)
      marks += offsets.map { offset in
        let position = lines.position(of: offset)
        return "\(path):\(position.line):\(position.column)"
      }
    }
    self.files = sources
    self.marks = marks
  }

  /// The sources in an order that no stage may depend on.
  package func shuffled(by random: inout SeededGenerator) -> Fixture {
    Fixture(files: files.shuffled(using: &random), marks: marks)
  }

  private init(files: [SourceFile], marks: [String]) {
    self.files = files
    self.marks = marks
  }

  package var tree: SourceTree { SourceTree(files) }

  private static func files(of text: String) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "=== ".utf8) {
        files.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
      } else if !files.isEmpty {
        files[files.count - 1].bytes += Array(line) + [0x0A]
      }
    }
    return files
  }

  private static func withoutMarks(_ bytes: [UInt8]) -> (text: [UInt8], offsets: [Int]) {
    let mark = Array("▸".utf8)
    var text: [UInt8] = []
    var offsets: [Int] = []
    var rest = bytes[...]
    while let candidate = rest.firstIndex(of: mark[0]) {
      text += rest[..<candidate]
      rest = rest[candidate...]
      if rest.starts(with: mark) {
        offsets.append(text.count)
        rest = rest.dropFirst(mark.count)
      } else {
        text.append(rest.removeFirst())
      }
    }
    return (text + rest, offsets)
  }
}

extension Fixture {
  /// The marks alone, for what is wrong because nothing is there.
  package var withoutFiles: Fixture { Fixture(files: [], marks: marks) }
}
