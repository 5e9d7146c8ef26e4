import Content
import Linking
import Mustache

// A feed as JSON Feed 1.1 (jsonfeed.org): the same entries with the same ids as the Atom document.

extension OutputBuffer {
  mutating func append(json feed: Feed) {
    let site = feed.publication.site
    append("{\n\"version\": \"https://jsonfeed.org/version/1.1\",\n")
    append(member: "title", feed.title)
    append(member: "home_page_url", site.root.url + feed.page)
    append(member: "feed_url", site.root.url + feed.subject.addressOfJSON(in: site))
    if let description = site.settings.description { append(member: "description", description) }
    append(member: "language", site.settings.language)
    append("\"authors\": [")
    let authors =
      site.settings.authors.isEmpty
      ? [(site.settings.title, nil)] : site.settings.authors.map { ($0.name, $0.uri) }
    for (index, author) in authors.enumerated() {
      append(index == 0 ? "{\"name\": " : ", {\"name\": ")
      append(json: author.0)
      if let uri = author.1 {
        append(", \"url\": ")
        append(json: uri)
      }
      append("}")
    }
    append("],\n\"items\": [")
    var scratch = OutputBuffer()
    for (index, announcement) in feed.entries.enumerated() {
      append(index == 0 ? "\n" : ",\n")
      append(jsonItem: announcement, of: feed.publication, &scratch)
    }
    append(feed.entries.isEmpty ? "]\n}\n" : "\n]\n}\n")
  }

  /// A member of an object that others follow.
  private mutating func append(member key: StaticString, _ value: String) {
    append("\"")
    append(key)
    append("\": ")
    append(json: value)
    append(",\n")
  }

  private mutating func append(
    jsonItem announcement: Announcement, of publication: Publication, _ scratch: inout OutputBuffer
  ) {
    let site = publication.site
    switch announcement {
    case .case(let ordinal):
      let linked = site.cases[ordinal]
      appendHead(
        announcement, "case/" + linked.identity, linked.permalink, linked.fields.title,
        linked.fields.summary, of: publication)
      appendTags(linked.companies, linked.regulators, of: publication)
      append("\"content_html\": \"")
      append(contentOf: linked, in: publication, as: .json, &scratch)
    case .news(let ordinal):
      let item = site.news[ordinal]
      appendHead(
        announcement, "news/" + item.identity, item.permalink, item.fields.title,
        item.fields.summary, of: publication)
      appendTags(item.companies, item.regulators, of: publication)
      append("\"content_html\": \"")
      append(contentOf: item, in: publication, as: .json, &scratch)
    case .change, .newsChange, .gone:
      preconditionFailure(
        "feeds of changes are not to be had as JSON, and what is gone has no item")
    }
    append("\"}")
  }

  private mutating func appendHead(
    _ announcement: Announcement, _ identity: String, _ permalink: Permalink, _ title: String,
    _ summary: String, of publication: Publication
  ) {
    let site = publication.site
    append("{")
    append(member: "id", "tag:\(publication.feedAuthority):\(identity)")
    append(member: "url", site.root.url + permalink.path)
    append(member: "title", title)
    append(member: "summary", summary)
    append("\"date_published\": \"")
    append(iso: site.published(announcement))
    append("\",\n\"date_modified\": \"")
    append(iso: site.updated(announcement))
    append("\",\n")
  }

  private mutating func appendTags(
    _ companies: [Ordinal<LinkedCompany>], _ regulators: [Ordinal<LinkedRegulator>],
    of publication: Publication
  ) {
    let tags =
      companies.map { publication.companies[Int($0.index)].name }
      + regulators.map { publication.regulators[Int($0.index)].name }
    append("\"tags\": [")
    for (index, tag) in tags.enumerated() {
      if index > 0 { append(", ") }
      append(json: tag)
    }
    append("],\n")
  }
}
