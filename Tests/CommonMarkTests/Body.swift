import CommonMark
import Diagnostics
import TestSupport

/// A body behind a few lines of front matter, parsed; `▸` marks a place and is no part of it.
struct Body {
  let file: [UInt8]
  /// Where the body begins in the file.
  let start: Int
  /// `line:column` of every `▸`, in the order of the text.
  let marks: [String]
  let prose: Prose
  let diagnostics: [Diagnostic]

  /// `decision` and `press` are the entry's sources.
  init(_ text: String, lineEnd: String = "\n", isMarked: Bool = false, language: String = "en") {
    let front = (isMarked ? "\u{FEFF}" : "") + "---\ntitle: Fixed\nshort: é 👩‍👩‍👧\n---\n"
    let parts = (front + text).replacing("\n", with: lineEnd)
      .split(separator: "▸", omittingEmptySubsequences: false)
    let file = parts.flatMap { Array($0.utf8) }
    let lines = SourceLines(file)
    var marks: [String] = []
    var offset = 0
    for part in parts.dropLast() {
      offset += part.utf8.count
      marks.append(Self.position(of: offset, in: lines))
    }
    self.file = file
    self.marks = marks
    start = front.replacing("\n", with: lineEnd).utf8.count
    let parsed = Prose.parsing(
      file, from: start, path: "content/cases/acme.md", sources: ["decision", "press"],
      options: ProseOptions(language: language))
    prose = parsed.value
    diagnostics = parsed.diagnostics
  }

  /// The body's HTML without the notes.
  var html: String { text(prose.body) }
  /// The contents of the footnotes by their numbers.
  var footnotes: [Int: String] {
    var found: [Int: String] = [:]
    for note in prose.notes {
      if case .footnote(let range) = note.kind { found[note.number] = text(range) }
    }
    return found
  }
  /// `line:column rule` of every diagnostic, in the order of their places.
  var findings: [String] {
    let lines = SourceLines(file)
    return diagnostics.map { found in
      "\(Self.position(of: found.place?.start ?? 0, in: lines)) \(found.rule.id)"
    }
  }

  func position(of place: Place) -> String { Self.position(of: place.start, in: SourceLines(file)) }
  /// What a place means in the file.
  func typed(_ place: Place) -> String {
    String(decoding: file[place.start..<place.end], as: UTF8.self)
  }

  /// As a page shows it when every link leads to `/KIND/TARGET/` and `names` become links too.
  func linked(naming names: [String] = []) -> String {
    let index = NameIndex(names.enumerated().map { (name: $0.element, id: Int32($0.offset)) })
    let answers = prose.links.map { link in
      LinkAnswer(
        address: "/\(link.kind.rawValue)/\(link.target)/" + (link.fragment.map { "#" + $0 } ?? ""),
        text: link.target.uppercased())
    }
    let mentions = prose.mentions(of: index).map { MentionLink($0, address: "/names/\($0.name)/") }
    let linked = prose.linked(answers, mentions: mentions)
    return String(decoding: linked.html(linked.body), as: UTF8.self)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: prose.html[range], as: UTF8.self)
  }

  private static func position(of offset: Int, in lines: SourceLines) -> String {
    let position = lines.position(of: offset)
    return "\(position.line):\(position.column)"
  }
}
