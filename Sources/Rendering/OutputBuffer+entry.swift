import Content
import Linking
import Mustache

// The entries of an Atom document.

extension OutputBuffer {
  mutating func append(
    _ announcement: Announcement, of publication: Publication, _ scratch: inout OutputBuffer
  ) {
    switch announcement {
    case .case(let ordinal):
      append(entry: publication.site.cases[ordinal], of: publication, &scratch)
    case .news(let ordinal):
      append(entry: publication.site.news[ordinal], of: publication, &scratch)
    case .change, .newsChange, .gone:
      if let notice = ChangeNotice(announcement, in: publication) {
        append(entry: notice, &scratch)
      }
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
    append(published: linked.fields.published, updated: linked.updated)
    append(categories: linked.companies, linked.regulators, of: publication)
    append(element: "summary", linked.fields.summary)
    append("<content type=\"html\">")
    append(contentOf: linked, in: publication, as: .xml, &scratch)
    append("</content>\n</entry>\n")
  }

  private mutating func append(
    entry item: LinkedNews, of publication: Publication, _ scratch: inout OutputBuffer
  ) {
    let root = publication.site.root
    append("<entry>\n")
    append(element: "title", item.fields.title)
    append("<id>")
    append(tag: "news/", of: publication)
    append(item.identity)
    append("</id>\n")
    append(link: "alternate", "text/html", to: item.permalink.path, on: root)
    append(published: item.fields.published, updated: item.updated)
    append(categories: item.companies, item.regulators, of: publication)
    append(element: "summary", item.fields.summary)
    append("<content type=\"html\">")
    append(contentOf: item, in: publication, as: .xml, &scratch)
    append("</content>\n</entry>\n")
  }

  private mutating func append(entry notice: ChangeNotice, _ scratch: inout OutputBuffer) {
    let publication = notice.publication
    let root = publication.site.root
    append("<entry>\n")
    append(element: "title", notice.title)
    append("<id>")
    append(tag: notice.subject.identity, of: publication)
    append("#")
    append(notice.key)
    append("</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"")
    appendEscaped(root.url)
    appendEscaped(notice.subject.permalink.path)
    append("#")
    append(notice.anchor)
    append("\"/>\n")
    append(published: notice.change.moment, updated: notice.change.moment)
    append(categories: notice.subject.companies, notice.subject.regulators, of: publication)
    append("<content type=\"html\">")
    append(contentOf: notice, as: .xml, &scratch)
    append("</content>\n</entry>\n")
  }

  private mutating func append(published: Timestamp, updated: Timestamp) {
    append("<published>")
    append(iso: published)
    append("</published>\n<updated>")
    append(iso: updated)
    append("</updated>\n")
  }

  private mutating func append(
    categories companies: [Ordinal<LinkedCompany>], _ regulators: [Ordinal<LinkedRegulator>],
    of publication: Publication
  ) {
    let site = publication.site
    for ordinal in companies {
      append(
        category: site.companies[ordinal].slug, site.companies[ordinal].fields.name,
        of: "/companies/", on: site.root)
    }
    for ordinal in regulators {
      append(
        category: site.regulators[ordinal].slug, site.regulators[ordinal].fields.name,
        of: "/regulators/", on: site.root)
    }
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
