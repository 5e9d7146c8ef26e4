/// What `content/site.yml` says of the whole publication.
package struct Settings: Sendable {
  package struct Author: Sendable {
    package enum Kind: String, Vocabulary {
      case organization, person

      package var meaning: String {
        switch self {
        case .organization: "a desk, or another body"
        case .person: "a person"
        }
      }
    }

    package var name = ""
    package var kind = Kind.organization
    package var email: String?
    package var uri: String?

    static let schema = Schema<Author>(
      "author", blank: { Author() },
      [
        Field("name", .text, \.name, required: true, "a person or the desk"),
        Field("kind", .word, \.kind, "person, or organization where it is left out"),
        Field("email", .text, \.email, "published in feeds"),
        Field("uri", .address, \.uri, "published in feeds"),
      ])
  }

  package struct Licence: Sendable {
    package var name = ""
    package var url: String?

    static let schema = Schema<Licence>(
      "licence", blank: { Licence() },
      [
        Field("name", .text, \.name, required: true, "the licence's name"),
        Field("url", .address, \.url, "its text"),
      ])
  }

  package struct NavigationItem: Sendable {
    package var title = ""
    package var address = ""

    static let schema = Schema<NavigationItem>(
      "navigation item", blank: { NavigationItem() },
      [
        Field("title", .text, \.title, required: true, "as readers see it"),
        Field("address", .text, \.address, required: true, "such as /cases/"),
      ])
  }

  package var title = ""
  package var description: String?
  package var baseURL: String?
  package var feedID: String?
  package var language = "en"
  package var authors: [Author] = []
  package var licence: Licence?
  package var timeZone: String?
  package var feeds = Feeds()
  package var data: Set<DataFormat> = Set(DataFormat.allCases)
  package var citations: Set<CitationFormat> = Set(CitationFormat.allCases)
  package var navigation: [NavigationItem] = []
  package var gone: [Gone] = []
  package var redirects: [Moved] = []
  package var hosting: [Host] = []
  package var security: Security?
  package var targets: [Target] = []

  package static let schema = Schema<Settings>(
    "site", blank: { Settings() },
    [
      Field("title", .text, \.title, required: true, "the publication's name"),
      Field("description", .text, \.description, "what it is, in a sentence"),
      Field(
        "base_url", .baseURL, \.baseURL, required: true,
        "where the site is published, such as https://watch.example"),
      Field(
        "feed_id", .feedID, \.feedID,
        "who and when, for the ids of feed entries: watch.example,2026 (RFC 4151); never changed"),
      Field("language", .language, \.language, "BCP 47, such as en or nl"),
      Field("authors", .list(of: .author), \.authors, "people, or the desk"),
      Field("licence", .licence, \.licence, "under which the texts may be reused"),
      Field("time_zone", .text, \.timeZone, "where the desk is; times are shown as written"),
      Field("feeds", .record(Feeds.schema), \.feeds, "how much feeds hold, and of what"),
      Field(
        "data", .dataFormats, \.data,
        "what is published below /data/: csv, json, ndjson, sqlite, cases, or false for nothing"),
      Field(
        "citations", .citationFormats, \.citations,
        "files for programs that manage references, beside each case: bibtex, ris, csl, or false"),
      Field(
        "navigation", .list(of: .record(NavigationItem.schema)), \.navigation,
        "the links at the top of every page"),
      Field(
        "gone", .list(of: .record(Gone.schema), upTo: 100_000), \.gone,
        "what was taken away, and why"),
      Field(
        "redirects", .list(of: .record(Moved.schema)), \.redirects,
        "addresses that moved and are no entry's: where they were, and where they are"),
      Field(
        "hosting", .list(of: .word), \.hosting,
        "whose rules of redirection are written: netlify, cloudflare, nginx, caddy"),
      Field(
        "security", .record(Security.schema), \.security,
        "whom to tell of a weakness of the site (RFC 9116)"),
      Field(
        "targets", .list(of: .record(Target.schema)), \.targets,
        "where readers are, for `gazette publish`"),
    ])
}
