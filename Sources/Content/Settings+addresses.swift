extension Settings {
  /// An address that moved and belongs to no entry: an article's page, a year's, a file.
  package struct Moved: Sendable {
    package var from = Written("", start: 0, end: 0)
    package var to = Written("", start: 0, end: 0)

    static let schema = Schema<Moved>(
      "redirect", blank: { Moved() },
      [
        Field(
          "from", .siteAddress, \.from, required: true, "where it was, such as /laws/gdpr/5/"),
        Field("to", .siteAddress, \.to, required: true, "where it is now, such as /laws/gdpr/"),
      ])
  }

  /// A web server, or a host of static sites, that can be told of redirects and of what is gone.
  package enum Host: String, Vocabulary {
    case netlify, cloudflare, nginx, caddy

    package var meaning: String {
      switch self {
      case .netlify: "_redirects as Netlify reads it"
      case .cloudflare: "_redirects as Cloudflare reads it"
      case .nginx: "_redirects.nginx, to be included into nginx's configuration"
      case .caddy: "_redirects.caddy, to be imported into a Caddyfile"
      }
    }
  }
}
