import Content
import Linking
import Mustache

extension PublishedPage {
  /// What most pages are: a page of the site, and where it stands in it.
  func describe(in data: inout LinkedData) {
    data.thing("WebPage") { $0.page(head) }
    data.breadcrumbs(head)
  }
}

extension LinkedData {
  /// The fragment of what a page is about.
  static let subject: StaticString = "#this"
  private static let website: StaticString = "#website"
  private static let publisher: StaticString = "#publisher"

  /// What every page says of itself.
  mutating func page(_ head: PageHead) {
    address("@id", head.address)
    address("url", head.address)
    text("name", head.title)
    text("description", head.description)
    text("inLanguage", head.publication.site.settings.language)
    reference("isPartOf", to: "/", Self.website)
  }

  /// The way from home to a page; nothing for home itself.
  mutating func breadcrumbs(_ head: PageHead) {
    guard !head.breadcrumbs.isEmpty else { return }
    thing("BreadcrumbList") { data in
      var position = 0
      data.list("itemListElement", of: head.breadcrumbs) { data, link in
        position += 1
        data.thing("ListItem") { item in
          item.number("position", position)
          item.text("name", link.name)
          item.text("item", item.origin + link.href)
        }
        guard position == head.breadcrumbs.count else { return }
        data.thing("ListItem") { item in
          item.number("position", position + 1)
          item.text("name", head.name)
          item.address("item", head.address)
        }
      }
    }
  }

  /// The whole site, on its front page.
  mutating func website(of publication: Publication) {
    let settings = publication.site.settings
    thing("WebSite") { data in
      data.address("@id", "/", fragment: Self.website)
      data.address("url", "/")
      data.text("name", settings.title)
      data.text("description", settings.description)
      data.text("inLanguage", settings.language)
      data.text("license", settings.licence?.url)
      data.publisher(of: publication)
    }
  }

  /// Who answers for a page: the publication.
  mutating func publisher(of publication: Publication) {
    thing("publisher", "Organization") { data in
      data.address("@id", "/", fragment: Self.publisher)
      data.text("name", publication.site.settings.title)
      data.address("url", "/")
    }
  }

  /// Who wrote, or the publication where nobody is named.
  mutating func authors(of publication: Publication) {
    let authors = publication.site.settings.authors
    if authors.isEmpty { reference("author", to: "/", Self.publisher) }
    list("author", of: authors) { data, author in
      data.thing(author.kind == .person ? "Person" : "Organization") {
        $0.text("name", author.name)
        $0.text("url", author.uri)
      }
    }
  }
}

extension HomePage {
  func describe(in data: inout LinkedData) {
    data.thing("WebPage") { page in
      page.page(head)
      page.reference("about", to: "/", "#website")
    }
    data.website(of: head.publication)
  }
}

extension RedirectPage {
  /// Nothing: what there is to say is said where it leads.
  func describe(in data: inout LinkedData) {}
}

extension DataPage {
  func describe(in data: inout LinkedData) {
    let settings = head.publication.site.settings
    data.thing("WebPage") { page in
      page.page(head)
      page.reference("about", to: head.address, LinkedData.subject)
    }
    data.breadcrumbs(head)
    data.thing("Dataset") { set in
      set.address("@id", head.address, fragment: LinkedData.subject)
      set.text("name", settings.title)
      set.text("description", settings.description ?? head.description)
      set.address("url", head.address)
      set.text("license", settings.licence?.url)
      set.yes("isAccessibleForFree")
      set.publisher(of: head.publication)
      set.list("distribution", of: files) { data, file in
        data.thing("DataDownload") {
          $0.text("name", file.name)
          $0.text("contentUrl", $0.origin + file.href)
          $0.text("encodingFormat", mediaType(of: file.name))
        }
      }
    }
  }

  private func mediaType(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "csv": "text/csv"
    case "ndjson": "application/x-ndjson"
    case "sqlite": "application/vnd.sqlite3"
    default: "application/json"
    }
  }
}
