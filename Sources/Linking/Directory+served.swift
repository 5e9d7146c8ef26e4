import Content
import Diagnostics

extension Directory {
  /// Whether the site has something at an address that begins with `/`.
  func serves(_ address: String) -> Bool {
    if fixedAddresses.contains(address) { return true }
    if ["/news/", "/news.atom"].contains(address) { return !visibleNews.isEmpty }
    if address == "/feed.json" { return casebook.settings.feeds.json }
    if address == "/calendar.ics" {
      return visible.contains { !casebook.cases[$0].fields.deadlines.isEmpty }
    }
    if address.hasPrefix("/files/") {
      return casebook.files.contains(String(address.dropFirst("/files/".utf8.count)))
    }
    var parts = address.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    // Pages end with a slash; the only files below an entry's address are its feeds.
    guard let last = parts.popLast(), last.isEmpty || last == "feed.atom" || last == "feed.json"
    else { return false }
    if last == "feed.json" {
      guard casebook.settings.feeds.json, ["companies", "regulators"].contains(parts.first)
      else { return false }
    }
    switch (parts.count, parts.first) {
    case (1, let slug?) where last.isEmpty:
      return found(String(slug), .page)
    case (2, "jurisdictions"):
      return orders.jurisdictionCodes.contains { slugged($0) == parts[1] }
    case (2, "years"):
      return last.isEmpty && parts[1].utf8.count == 4 && Int(parts[1]) != nil
    case (2, let folder?):
      guard let kind = EntryKind.allCases.first(where: { $0.folder == folder && $0 != .page })
      else { return false }
      return found(String(parts[1]), kind) && (last.isEmpty || (kind != .case && kind != .news))
    case (3, "laws"):
      guard case .found(let law) = look(for: String(parts[1]), .law) else { return false }
      return last.isEmpty && articles[law].contains { $0.slug == parts[2] }
    default:
      return false
    }
  }

  private func found(_ slug: String, _ kind: EntryKind) -> Bool {
    if case .found = look(for: slug, kind) { true } else { false }
  }

  /// The served address that was most likely meant.
  func nearestAddress(to address: String) -> String? {
    let entries = casebook.pages.map { Permalink($0.slug).path }
    return nearestName(to: address, among: fixedAddresses + entries)
  }
}

/// The addresses that every site has.
private let fixedAddresses = [
  "/", "/cases/", "/companies/", "/regulators/", "/jurisdictions/", "/laws/", "/topics/", "/years/",
  "/feed.atom", "/changes.atom", "/corrections.atom", "/feeds.opml", "/sitemap.xml", "/robots.txt",
  "/llms.txt",
]
