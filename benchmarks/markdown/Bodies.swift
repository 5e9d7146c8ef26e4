import CCmark
import CommonMark
import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is measured.
enum Step: String, CaseIterable {
  case parse, cut, html, prose, linked

  var words: String {
    switch self {
    case .parse: "libcmark parses"
    case .cut: "libcmark parses, its trees cut from one piece of memory"
    case .html: "libcmark parses and writes HTML"
    case .prose: "Prose.parsing: libcmark parses, and our passes write HTML"
    case .linked: "the same, names found and links filled in"
    }
  }
}

/// All bodies of a publication, with what their front matter says of names and sources.
struct Bodies {
  private struct Body {
    let path: String
    let file: [UInt8]
    let start: Int
    let sources: [String]
  }

  private let all: [Body]
  private let options = ProseOptions()
  private let names: NameIndex
  let bytes: Int

  var count: Int { all.count }

  init(of folder: String) throws(LoadingError) {
    let tree = try SourceTree(reading: folder)
    var all: [Body] = []
    var names: [(name: String, id: Int32)] = []
    for file in tree.entries {
      let bytes = try file.bytes()
      let text = bytes.dropFirst(3).firstRange(of: "\n---\n".utf8)?.upperBound ?? 0
      let front = String(decoding: bytes[..<text], as: UTF8.self).split(separator: "\n")
      if file.path.hasPrefix("content/companies/") || file.path.hasPrefix("content/regulators/") {
        for line in front {
          if let name = Self.value(of: line, "name", "short", "legal_name", "abbreviation") {
            names.append((name: name, id: Int32(names.count)))
          }
        }
      }
      let sources = front.drop { $0 != "sources:" }.compactMap(Self.id)
      all.append(Body(path: file.path, file: bytes, start: text, sources: sources))
    }
    self.all = all
    self.names = NameIndex(names)
    bytes = all.reduce(0) { $0 + $1.file.count - $1.start }
  }

  /// What stands behind one of `keys`, without quotation marks.
  private static func value(of line: Substring, _ keys: String...) -> String? {
    guard let key = keys.first(where: { line.hasPrefix($0 + ": ") }) else { return nil }
    return line.dropFirst(key.count + 2).filter { $0 != "\"" }
  }

  /// The id of a source in a line such as `  - { id: decision, title: … }`.
  private static func id(in line: Substring) -> String? {
    guard let start = line.firstRange(of: "id: ")?.upperBound else { return nil }
    return String(line[start...].prefix { $0 != "," && $0 != " " && $0 != "}" })
  }

  /// At one desk, as each core of a build has one.
  @inline(never)
  func run(_ step: Step) {
    var desk = WritingDesk()
    switch step {
    case .parse: for body in all { withTree(of: body) { _ in } }
    case .cut:
      let arena = gazette_arena_new()
      for body in all { parse(body, in: arena) }
      gazette_arena_free(arena)
    case .html:
      for body in all {
        withTree(of: body) { free(cmark_render_html($0, CMARK_OPT_DEFAULT)) }
      }
    case .prose: for body in all { _ = prose(of: body, at: &desk) }
    case .linked:
      var found = Found()
      for body in all { linkAll(in: prose(of: body, at: &desk), at: &desk, &found) }
    }
  }

  private func prose(of body: Body, at desk: inout WritingDesk) -> Prose {
    body.file.withUnsafeBufferPointer { file in
      Prose.parsing(
        file, from: body.start, path: body.path, sources: body.sources, options: options,
        at: &desk
      ).value
    }
  }

  /// As if every link led somewhere, and the first mention of each name in a section were declared.
  private func linkAll(in prose: Prose, at desk: inout WritingDesk, _ found: inout Found) {
    found.restart(links: prose.links.count)
    prose.forEachMention(of: names) { found.take($0) }
    let linked = prose.linked(found.answers, mentions: found.mentions, at: &desk)
    precondition(linked.html.count >= prose.html.count, "linking only adds")
  }

  /// What the linking of a publication hands to a body.
  private struct Found {
    private(set) var answers: [LinkAnswer] = []
    private(set) var mentions: [MentionLink] = []
    private var section: UInt32 = 0
    private var seen: [Int32] = []

    mutating func restart(links: Int) {
      answers.removeAll(keepingCapacity: true)
      mentions.removeAll(keepingCapacity: true)
      seen.removeAll(keepingCapacity: true)
      section = 0
      for _ in 0..<links {
        answers.append(LinkAnswer(address: "/cases/one-of-them/", text: "Its name"))
      }
    }

    mutating func take(_ mention: Mention) {
      if mention.section != section { seen.removeAll(keepingCapacity: true) }
      section = mention.section
      guard !seen.contains(mention.name) else { return }
      seen.append(mention.name)
      mentions.append(MentionLink(mention, address: "/companies/name/"))
    }
  }

  private func parse(_ body: Body, in arena: UnsafeMutablePointer<gazette_arena>?) {
    body.file.withUnsafeBufferPointer { file in
      let text = UnsafeBufferPointer(rebasing: file[body.start...])
      text.withMemoryRebound(to: CChar.self) { text in
        let mark = gazette_arena_mark(arena)
        precondition(gazette_parse(arena, text.baseAddress, text.count) != nil, "a document")
        gazette_arena_release(arena, mark)
      }
    }
  }

  private func withTree(of body: Body, _ work: (OpaquePointer) -> Void) {
    body.file.withUnsafeBytes { file in
      let text = file[body.start...]
      guard let base = UnsafeRawBufferPointer(rebasing: text).baseAddress,
        let tree = cmark_parse_document(
          base.assumingMemoryBound(to: CChar.self), text.count, CMARK_OPT_DEFAULT)
      else { return }
      work(tree)
      cmark_node_free(tree)
    }
  }
}
