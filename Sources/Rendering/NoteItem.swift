import CommonMark
import Content
import Linking
import Mustache

/// One item of a page's numbered list of sources and footnotes.
struct NoteItem: Sendable {
  enum Content: Sendable {
    /// One of the case's sources, by its position.
    case source(LinkedCase, Int)
    /// A part of the text's HTML, and whose text it is where it is a case's.
    case footnote(LinkedProse, Range<Int>, of: LinkedCase?)
  }

  let publication: Publication
  let number: Int
  let content: Content
  /// The note as the text has it; nil for a source that the text does not cite.
  let note: Note?
  /// The steps that rest on it.
  var steps: [StepAnchor] = []
}

extension NoteItem {
  /// The id that references lead to.
  var anchor: String { note?.anchor ?? "page-source-\(number)" }

  /// The ids of the places in the text that refer to it.
  var references: [String] { note?.references ?? [] }

  /// The notes of a text that has no sources of its own.
  static func footnotes(of prose: LinkedProse, in publication: Publication) -> [NoteItem] {
    prose.notes.compactMap { note in
      guard case .footnote(let html) = note.kind else { return nil }
      return NoteItem(
        publication: publication, number: note.number,
        content: .footnote(prose, html, of: nil), note: note)
    }
  }

  /// The notes of a case by their numbers, and behind them the sources that the text does not cite.
  static func notes(of linked: LinkedCase, in publication: Publication) -> [NoteItem] {
    let count = linked.fields.sources.count
    var isCited = [Bool](repeating: false, count: count)
    var items: [NoteItem] = []
    items.reserveCapacity(linked.body.notes.count + count)
    let notes = linked.body.notes
    for place in notes.indices {
      let content: Content
      switch notes[place].kind {
      case .footnote(let html): content = .footnote(linked.body, html, of: linked)
      case .source(let id):
        guard let index = linked.position(ofSource: id) else { continue }
        isCited[index] = true
        content = .source(linked, index)
      }
      items.append(
        NoteItem(
          publication: publication, number: notes[place].number, content: content,
          note: notes[place]))
    }
    var number = items.last?.number ?? 0
    for index in 0..<count where !isCited[index] {
      number += 1
      items.append(
        NoteItem(
          publication: publication, number: number, content: .source(linked, index), note: nil))
    }
    return items
  }

  /// The position of the source among the case's own; nil for a footnote.
  var source: Int? {
    if case .source(_, let index) = content { index } else { nil }
  }
}

extension LinkedCase {
  func position(ofSource id: String) -> Int? {
    fields.sources.firstIndex { $0.id.value == id }
  }
}

extension Fields where Value == NoteItem {
  static func note(_ words: Words) -> Fields<NoteItem> {
    Fields<NoteItem>("note") { f in
      f.text("number") { String($0.number) }
      f.text("anchor") { $0.anchor }
      f.html("footnote", when: { $0.source == nil }) { note, out in
        guard case .footnote(let prose, let part, let linked) = note.content else { return }
        let root = note.publication.site.root
        if let linked {
          out.append(textOf: linked, TextPart(number: note.number), as: .page, on: root)
        } else {
          out.append(prose, part, on: root)
        }
      }
      f.object("source", of: source(words)) { note in
        if case .source(let linked, let index) = note.content {
          CitedSource(linked: linked, index: index, publication: note.publication)
        } else {
          nil
        }
      }
      f.list("references", of: reference(words)) { Array($0.references.enumerated()) }
      f.list("steps", of: step(words)) { Array($0.steps.enumerated()) }
    }
  }

  private static func reference(_ words: Words) -> Fields<EnumeratedSequence<[String]>.Element> {
    Fields<EnumeratedSequence<[String]>.Element>("reference") { f in
      f.text("anchor") { $0.element }
      f.text("count") { String($0.offset + 1) }
      f.flag("is_first") { $0.offset == 0 }
    }
  }

  private static func step(_ words: Words) -> Fields<EnumeratedSequence<[StepAnchor]>.Element> {
    Fields<EnumeratedSequence<[StepAnchor]>.Element>("step") { f in
      f.html("anchor", when: { _ in true }) { $1.append($0.element) }
      f.text("count") { String($0.offset + 1) }
      f.flag("is_first") { $0.offset == 0 }
    }
  }

  private static func source(_ words: Words) -> Fields<CitedSource> {
    Fields<CitedSource>("source") { f in
      f.text("title") { $0.source.title }
      f.optionalText("url") { $0.source.url }
      f.html("host", when: { $0.source.url != nil }) { cited, out in
        out.append(hostOf: cited.source.url ?? "")
      }
      f.text("publisher") { $0.publisher?.name ?? $0.source.publisher.value }
      f.optionalText("publisher_href") { $0.publisher?.href }
      f.html("date", when: { $0.source.date != nil }) { cited, out in
        if let date = cited.source.date { out.append(element: date, in: words) }
      }
      f.optionalText("language") { $0.source.language }
      f.optionalText("language_name") { $0.source.language.map { words.language($0) } }
      f.optionalText("archive") { $0.source.archive }
      f.html("archive_host", when: { $0.source.archive != nil }) { cited, out in
        out.append(hostOf: cited.source.archive ?? "")
      }
      f.html("retrieved", when: { $0.source.retrieved != nil }) { cited, out in
        if let date = cited.source.retrieved { out.append(element: date, in: words) }
      }
    }
  }
}

/// A source where its case's page tells it.
private struct CitedSource: Sendable {
  let linked: LinkedCase
  let index: Int
  let publication: Publication

  /// Read in place; a copy would share a dozen texts.
  var source: Source {
    _read { yield linked.fields.sources[index] }
  }

  var publisher: Link? {
    linked.publishers[index].map { publication.regulators[Int($0.index)] }
  }
}
