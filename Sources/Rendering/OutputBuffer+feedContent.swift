import CommonMark
import Content
import Linking
import Mustache

/// What HTML is inside of in a feed.
enum FeedForm: Sendable {
  case xml, json

  var ofText: TextForm {
    switch self {
    case .xml: .xml
    case .json: .json
    }
  }
}

// What feeds show of an entry: HTML whose links are whole, escaped for the feed's own form.

extension OutputBuffer {
  /// Appends HTML as text of the form.
  mutating func append(_ html: UnsafeRawBufferPointer, as form: FeedForm) {
    switch form {
    case .xml: appendXML(html)
    case .json: appendJSON(html)
    }
  }

  mutating func append(_ html: StaticString, as form: FeedForm) {
    html.withUTF8Buffer { append(UnsafeRawBufferPointer($0), as: form) }
  }

  /// How the case stands, then the write-up and its sources, or its summary.
  mutating func append(
    contentOf linked: LinkedCase, in publication: Publication, as form: FeedForm,
    _ scratch: inout OutputBuffer
  ) {
    scratch.removeAll()
    if let change = linked.changes.last {
      scratch.append("<p><strong>")
      scratch.appendEscaped(publication.words[.changed])
      scratch.append("</strong> ")
      scratch.append(sentencesOf: ChangeNotice(.case(linked), change, in: publication))
      scratch.append("</p>\n")
    }
    scratch.append(factsOf: linked, in: publication)
    if publication.site.settings.feeds.content == .summary {
      scratch.append(paragraph: linked.fields.summary)
    }
    scratch.withBytes { append($0, as: form) }
    guard publication.site.settings.feeds.content == .full else { return }
    append(textOf: linked, .body, as: form.ofText, on: publication.site.root)
    append(notesOf: linked, in: publication, as: form, &scratch)
  }

  mutating func append(
    contentOf item: LinkedNews, in publication: Publication, as form: FeedForm,
    _ scratch: inout OutputBuffer
  ) {
    let root = publication.site.root
    guard publication.site.settings.feeds.content == .full, !item.body.body.isEmpty else {
      scratch.removeAll()
      scratch.append(paragraph: item.fields.summary)
      return scratch.withBytes { append($0, as: form) }
    }
    append(item.body, item.body.body, of: item.permalink, on: root, as: form)
    let notes = NoteItem.footnotes(of: item.body, in: publication)
    guard !notes.isEmpty else { return }
    append("<ol>\n", as: form)
    for note in notes {
      guard case .footnote(let prose, let part, _) = note.content else { continue }
      append("<li>", as: form)
      append(prose, part, of: item.permalink, on: root, as: form)
      append("</li>\n", as: form)
    }
    append("</ol>\n", as: form)
  }

  mutating func append(
    contentOf notice: ChangeNotice, as form: FeedForm, _ scratch: inout OutputBuffer
  ) {
    scratch.removeAll()
    scratch.append("<p>")
    scratch.append(sentencesOf: notice)
    scratch.append("</p>\n<p><a href=\"")
    scratch.appendEscaped(notice.publication.site.root.url)
    scratch.appendEscaped(notice.subject.permalink.path)
    scratch.append("\">")
    scratch.appendEscaped(notice.subject.title)
    scratch.append("</a></p>\n")
    scratch.withBytes { append($0, as: form) }
  }

  private mutating func append(paragraph text: String) {
    append("<p>")
    appendEscaped(text)
    append("</p>\n")
  }

  /// One paragraph: when, by whom, against whom, how it stands, what is in force.
  private mutating func append(factsOf linked: LinkedCase, in publication: Publication) {
    let words = publication.words
    append("<p>")
    append(byName: words.phrase(linked.regulators.isEmpty ? .decidedOn : .decidedBy)) { name, out in
      if name == "date" { return out.append(words: linked.decided, in: words) }
      for (index, ordinal) in linked.regulators.enumerated() {
        if index > 0 { out.append(words.amounts.listMark) }
        out.appendEscaped(publication.regulators[Int(ordinal.index)].name)
      }
    }
    append(" ")
    append(words.phrase(.statusIs)) { $1.appendEscaped(words.status[linked.standing.status]) }
    if linked.standing.hasSumInForce {
      append(" ")
      append(words.phrase(.inForce)) {
        $1.append(exact: linked.standing.sumsInForce, in: words)
      }
    }
    append("</p>\n")
  }

  /// The numbered sources and footnotes, behind the text that refers to them.
  private mutating func append(
    notesOf linked: LinkedCase, in publication: Publication, as form: FeedForm,
    _ scratch: inout OutputBuffer
  ) {
    scratch.removeAll()
    scratch.append("<h2>")
    scratch.appendEscaped(publication.words[.sources])
    scratch.append("</h2>\n<ol>\n")
    for note in NoteItem.notes(of: linked, in: publication) {
      scratch.append("<li>")
      switch note.content {
      case .footnote:
        scratch.withBytes { append($0, as: form) }
        scratch.removeAll()
        append(
          textOf: linked, TextPart(number: note.number), as: form.ofText,
          on: publication.site.root)
      case .source(_, let index): scratch.append(source: index, of: linked, in: publication)
      }
      scratch.append("</li>\n")
    }
    scratch.append("</ol>\n")
    scratch.withBytes { append($0, as: form) }
  }

  private mutating func append(
    source index: Int, of linked: LinkedCase, in publication: Publication
  ) {
    let url = linked.fields.sources[index].url
    if let url {
      append("<a href=\"")
      appendEscaped(url)
      append("\">")
    }
    appendEscaped(linked.fields.sources[index].title)
    if url != nil { append("</a>") }
    append(", ")
    if let publisher = linked.publishers[index] {
      appendEscaped(publication.regulators[Int(publisher.index)].name)
    } else {
      appendEscaped(linked.fields.sources[index].publisher.value)
    }
    if let date = linked.fields.sources[index].date {
      append(", ")
      append(words: date, in: publication.words)
    }
  }
}
