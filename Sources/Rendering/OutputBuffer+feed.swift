import Content
import Linking
import Mustache

// A feed as an Atom document (RFC 4287), with archives (RFC 5005) and tombstones (RFC 6721).

extension OutputBuffer {
  /// Appends the whole document.
  mutating func append(_ feed: Feed) {
    let site = feed.publication.site
    append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    append("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    if case .closed = feed.part { append(" xmlns:fh=\"http://purl.org/syndication/history/1.0\"") }
    if !feed.tombstones.isEmpty { append(" xmlns:at=\"http://purl.org/atompub/tombstones/1.0\"") }
    append(" xml:lang=\"")
    appendEscaped(site.settings.language)
    append("\">\n")
    append(element: "title", feed.title)
    if let description = site.settings.description { append(element: "subtitle", description) }
    append("<id>")
    append(tag: feed.identity, of: feed.publication)
    append("</id>\n<updated>")
    append(iso: feed.updated)
    append("</updated>\n")
    appendLinks(of: feed)
    appendAuthors(of: site.settings)
    append("<generator>Gazette</generator>\n")
    if case .closed = feed.part { append("<fh:archive/>\n") }
    for tombstone in feed.tombstones { append(tombstone, of: feed.publication) }
    var scratch = OutputBuffer()
    for announcement in feed.entries { append(announcement, of: feed.publication, &scratch) }
    append("</feed>\n")
  }

  private mutating func appendLinks(of feed: Feed) {
    let (site, atom) = (feed.publication.site, "application/atom+xml" as StaticString)
    func archive(_ number: Int) -> String {
      feed.subject.address(ofArchive: number, in: site)
    }
    let number: Int? =
      switch feed.part {
      case .current: nil
      case .closed(let number), .waiting(let number): number
      }
    append(link: "self", atom, to: number.map(archive) ?? feed.address, on: site.root)
    append(link: "alternate", "text/html", to: feed.page, on: site.root)
    if number != nil { append(link: "current", atom, to: feed.address, on: site.root) }
    let before = number.map { $0 - 1 } ?? feed.closedCount
    if before > 0 { append(link: "prev-archive", atom, to: archive(before), on: site.root) }
    if case .closed(let number) = feed.part {
      // The next one always has its address, so that this document stays as it is when it is filled.
      append(link: "next-archive", atom, to: archive(number + 1), on: site.root)
    }
  }

  mutating func append(element name: StaticString, _ text: String) {
    append("<")
    append(name)
    append(">")
    appendXML(text)
    append("</")
    append(name)
    append(">\n")
  }

  mutating func append(tag identity: String, of publication: Publication) {
    append("tag:")
    appendXML(publication.feedAuthority)
    append(":")
    append(identity)
  }

  mutating func append(
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

  private mutating func append(_ tombstone: Tombstone, of publication: Publication) {
    append("<at:deleted-entry ref=\"")
    append(tag: tombstone.identity, of: publication)
    append("\" when=\"")
    append(iso: tombstone.moment)
    append("\">\n<at:comment>")
    appendXML(tombstone.why)
    append("</at:comment>\n</at:deleted-entry>\n")
  }
}
