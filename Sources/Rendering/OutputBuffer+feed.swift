import Content
import Linking
import Mustache

extension OutputBuffer {
  /// Appends the whole document.
  mutating func append(_ feed: Feed) {
    let site = feed.publication.site
    append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    appendEscaped(site.settings.language)
    append("\">\n")
    append(element: "title", feed.title)
    if let description = site.settings.description { append(element: "subtitle", description) }
    append("<id>")
    append(tag: feed.identity, of: feed.publication)
    append("</id>\n<updated>")
    append(iso: feed.updated)
    append("</updated>\n")
    append(link: "self", "application/atom+xml", to: feed.address, on: site.root)
    append(link: "alternate", "text/html", to: feed.page, on: site.root)
    appendAuthors(of: site.settings)
    append("<generator>Gazette</generator>\n")
    var scratch = OutputBuffer()
    for ordinal in feed.cases {
      append(entry: site.cases[Int(ordinal.index)], of: feed.publication, &scratch)
    }
    append("</feed>\n")
  }

  private mutating func append(element name: StaticString, _ text: String) {
    append("<")
    append(name)
    append(">")
    appendXML(text)
    append("</")
    append(name)
    append(">\n")
  }

  private mutating func append(tag identity: String, of publication: Publication) {
    append("tag:")
    appendXML(publication.feedAuthority)
    append(":")
    append(identity)
  }

  private mutating func append(
    link relation: StaticString, _ type: StaticString, to address: String, on root: SiteRoot
  ) {
    append("<link rel=\"")
    append(relation)
    append("\" type=\"")
    append(type)
    append("\" href=\"")
    appendEscaped(root.url)
    appendEscaped(address)
    append("\"/>\n")
  }

  /// Every feed has an author, as RFC 4287 §4.1.1 asks; the publication itself where none is named.
  private mutating func appendAuthors(of settings: Settings) {
    if settings.authors.isEmpty {
      append("<author>\n")
      append(element: "name", settings.title)
      append("</author>\n")
    }
    for author in settings.authors {
      append("<author>\n")
      append(element: "name", author.name)
      if let uri = author.uri { append(element: "uri", uri) }
      if let email = author.email { append(element: "email", email) }
      append("</author>\n")
    }
    if let licence = settings.licence {
      append(element: "rights", licence.url.map { "\(licence.name), \($0)" } ?? licence.name)
    }
  }

  private mutating func append(
    entry linked: LinkedCase, of publication: Publication, _ scratch: inout OutputBuffer
  ) {
    let root = publication.site.root
    append("<entry>\n")
    append(element: "title", linked.fields.title)
    append("<id>")
    append(tag: "case/", of: publication)
    append(linked.identity)
    append("</id>\n")
    append(link: "alternate", "text/html", to: linked.permalink.path, on: root)
    append("<published>")
    append(iso: linked.fields.published)
    append("</published>\n<updated>")
    append(iso: linked.updated)
    append("</updated>\n")
    for ordinal in linked.companies {
      let company = publication.site.companies[Int(ordinal.index)]
      append(category: company.slug, company.fields.name, of: "/companies/", on: root)
    }
    for ordinal in linked.regulators {
      let regulator = publication.site.regulators[Int(ordinal.index)]
      append(category: regulator.slug, regulator.fields.name, of: "/regulators/", on: root)
    }
    append(element: "summary", linked.fields.summary)
    append("<content type=\"html\">")
    scratch.removeAll()
    scratch.append(factsOf: linked, in: publication)
    scratch.withBytes { appendXML($0) }
    appendEscaped(linked.body, linked.body.body, of: linked.permalink, on: root)
    append(notesOf: linked, in: publication, &scratch)
    append("</content>\n</entry>\n")
  }

  private mutating func append(
    category slug: String, _ name: String, of index: StaticString, on root: SiteRoot
  ) {
    append("<category term=\"")
    appendEscaped(slug)
    append("\" label=\"")
    appendEscaped(name)
    append("\" scheme=\"")
    appendEscaped(root.url)
    append(index)
    append("\"/>\n")
  }
}

// What stands around a text in a feed, as HTML.
extension OutputBuffer {
  /// One paragraph: when, by whom, against whom, how it stands, what is in force.
  private mutating func append(factsOf linked: LinkedCase, in publication: Publication) {
    append("<p>")
    append(Wording.decidedOn)
    append(words: linked.decided)
    for (index, ordinal) in linked.regulators.enumerated() {
      append(index == 0 ? Wording.decidedBy : Wording.listMark)
      appendEscaped(publication.regulators[Int(ordinal.index)].name)
    }
    append(". ")
    append(Wording.statusLabel)
    append(Wording.status(linked.standing.status))
    append(".")
    for (index, amount) in linked.standing.sumsInForce.enumerated() {
      append(index == 0 ? Wording.inForceLabel : Wording.listMark)
      append(exact: amount)
    }
    append(linked.standing.hasSumInForce ? ".</p>\n" : "</p>\n")
  }

  /// The numbered sources and footnotes, behind the text that refers to them.
  private mutating func append(
    notesOf linked: LinkedCase, in publication: Publication, _ scratch: inout OutputBuffer
  ) {
    append("&lt;h2&gt;")
    append(Wording.sources)
    append("&lt;/h2&gt;\n&lt;ol&gt;\n")
    for note in NoteItem.notes(of: linked, in: publication) {
      append("&lt;li&gt;")
      switch note.content {
      case .footnote(let prose, let part):
        appendEscaped(prose, part, of: linked.permalink, on: publication.site.root)
      case .source(_, let index):
        let source = linked.fields.sources[index]
        let publisher = linked.publishers[index].map { publication.regulators[Int($0.index)].name }
        scratch.removeAll()
        scratch.append(source, publisher ?? source.publisher.value)
        scratch.withBytes { appendXML($0) }
      }
      append("&lt;/li&gt;\n")
    }
    append("&lt;/ol&gt;\n")
  }

  private mutating func append(_ source: Source, _ publisher: String) {
    if let url = source.url {
      append("<a href=\"")
      appendEscaped(url)
      append("\">")
    }
    appendEscaped(source.title)
    if source.url != nil { append("</a>") }
    append(", ")
    appendEscaped(publisher)
    if let date = source.date {
      append(", ")
      append(words: date)
    }
  }
}
