import CommonMark
import Content
import Linking
import Mustache

/// One item of a page's numbered list of sources and footnotes.
struct NoteItem: Sendable {
  enum Content: Sendable {
    case source(Source, publisher: Link?)
    /// A part of the text's HTML.
    case footnote(LinkedProse, Range<Int>, SiteRoot)
  }

  let number: Int
  /// The id that references lead to.
  let anchor: String
  let content: Content
  /// The ids of the places in the text that refer to it.
  let references: [String]
  /// The ids of the steps that rest on it.
  var steps: [String] = []
}

extension NoteItem {
  /// The notes of a text that has no sources of its own.
  static func footnotes(of prose: LinkedProse, on root: SiteRoot) -> [NoteItem] {
    prose.notes.compactMap { note in
      guard case .footnote(let html) = note.kind else { return nil }
      return NoteItem(
        number: note.number, anchor: note.anchor, content: .footnote(prose, html, root),
        references: note.references)
    }
  }

  /// The notes of a case by their numbers, and behind them the sources that the text does not cite.
  static func notes(of linked: LinkedCase, in publication: Publication) -> [NoteItem] {
    let sources = linked.fields.sources
    let root = publication.site.root
    func content(_ index: Int) -> Content {
      let publisher = linked.publishers[index].map { publication.regulators[Int($0.index)] }
      return .source(sources[index], publisher: publisher)
    }
    var cited: Set<Int> = []
    var items: [NoteItem] = []
    for note in linked.body.notes {
      let found: Content
      switch note.kind {
      case .footnote(let html): found = .footnote(linked.body, html, root)
      case .source(let id):
        guard let index = sources.firstIndex(where: { $0.id.value == id }) else { continue }
        cited.insert(index)
        found = content(index)
      }
      items.append(
        NoteItem(
          number: note.number, anchor: note.anchor, content: found, references: note.references))
    }
    let last = items.last?.number ?? 0
    let uncited = sources.indices.filter { !cited.contains($0) }
    for (offset, index) in uncited.enumerated() {
      let number = last + offset + 1
      items.append(
        NoteItem(
          number: number, anchor: "page-source-\(number)", content: content(index), references: []))
    }
    return items
  }

  /// Whether it is the source with this id.
  func isSource(_ id: String) -> Bool {
    if case .source(let source, _) = content { source.id.value == id } else { false }
  }
}

extension Fields where Value == NoteItem {
  static let note = Fields("note") { f in
    f.text("number") { String($0.number) }
    f.text("anchor") { $0.anchor }
    f.html("footnote", when: { $0.source == nil }) { note, out in
      if case .footnote(let prose, let part, let root) = note.content {
        out.append(prose, part, on: root)
      }
    }
    f.object("source", of: source) { $0.source }
    f.list("references", of: backLink) { note in note.references.enumerated().map { $0 } }
    f.list("steps", of: backLink) { note in note.steps.enumerated().map { $0 } }
  }

  private static let backLink = Fields<EnumeratedSequence<[String]>.Element>("back link") { f in
    f.text("anchor") { $0.element }
    f.text("count") { String($0.offset + 1) }
    f.flag("is_first") { $0.offset == 0 }
  }

  private static let source = Fields<CitedSource>("source") { f in
    f.text("title") { $0.source.title }
    f.optionalText("url") { $0.source.url }
    f.optionalText("host") { $0.source.url.map(host(of:)) }
    f.text("publisher") { $0.publisher?.name ?? $0.source.publisher.value }
    f.optionalText("publisher_href") { $0.publisher?.href }
    f.html("date", when: { $0.source.date != nil }) { cited, out in
      if let date = cited.source.date { out.append(element: date) }
    }
    f.optionalText("language") { $0.source.language }
    f.optionalText("language_name") { $0.source.language.map(Wording.language) }
    f.optionalText("archive") { $0.source.archive }
    f.optionalText("archive_host") { $0.source.archive.map(host(of:)) }
    f.html("retrieved", when: { $0.source.retrieved != nil }) { cited, out in
      if let date = cited.source.retrieved { out.append(element: date) }
    }
  }
}

private struct CitedSource: Sendable {
  let source: Source
  let publisher: Link?
}

extension NoteItem {
  fileprivate var source: CitedSource? {
    if case .source(let source, let publisher) = content {
      CitedSource(source: source, publisher: publisher)
    } else {
      nil
    }
  }
}

/// The host of a web address, without `www.`, as print shows where a link leads.
func host(of url: String) -> String {
  let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
  guard parts.count > 2 else { return url }
  let host = parts[2].prefix { $0 != "?" && $0 != "#" }
  return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
}
