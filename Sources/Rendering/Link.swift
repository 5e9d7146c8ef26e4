import Linking
import Mustache

/// Something that has a page: its name, and where it leads.
struct Link: Sendable {
  let name: String
  /// For tables; the name where there is no shorter one.
  let short: String
  /// From the host's root, with the site's prefix.
  let href: String

  init(_ name: String, short: String? = nil, to address: String, on root: SiteRoot) {
    self.name = name
    self.short = short ?? name
    href = root.prefix.isEmpty ? address : root.prefix + address
  }
}

extension Fields where Value == Link {
  static let link = Fields("link") { f in
    f.text("name") { $0.name }
    f.text("short") { $0.short }
    f.text("href") { $0.href }
    f.flag("has_short") { $0.short != $0.name }
  }
}
