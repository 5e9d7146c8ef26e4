import Content
import Diagnostics

extension Directory {
  /// Earlier addresses of entries; one that belongs to another page is reported, also where the
  /// entry is still withheld and nothing leads to it.
  func redirects(_ diagnostics: inout [Diagnostic]) -> [Redirect] {
    var owners = servedAddresses(&diagnostics)
    var redirects: [Redirect] = []
    func add(
      _ kind: EntryKind, _ position: Int, _ path: String, _ formerly: [Written<String>],
      isShown: Bool = true
    ) {
      for earlier in formerly {
        let place = earlier.place(in: path)
        guard isSlug(earlier.value) else {
          diagnostics.append(.notASlug(earlier.value, at: place))
          continue
        }
        let from = kind == .page ? Permalink(earlier.value) : Permalink(kind.folder, earlier.value)
        if let owner = owners[from] {
          diagnostics.append(.duplicateAddress(from.path, at: place, other: owner))
          continue
        }
        owners[from] = place
        guard isShown else { continue }
        redirects.append(
          Redirect(from: from, to: permalink(kind, position), title: name(kind, position)))
      }
    }
    let shown = Set(visible)
    for (position, entry) in casebook.cases.enumerated() {
      add(
        .case, position, entry.path, entry.fields.earlierSlugs, isShown: shown.contains(position))
    }
    for (position, entry) in casebook.companies.enumerated() {
      add(.company, position, entry.path, entry.fields.earlierSlugs)
    }
    for (position, entry) in casebook.regulators.enumerated() {
      add(.regulator, position, entry.path, entry.fields.earlierSlugs)
    }
    for (position, entry) in casebook.laws.enumerated() {
      add(.law, position, entry.path, entry.fields.earlierSlugs)
    }
    for (position, entry) in casebook.topics.enumerated() {
      add(.topic, position, entry.path, entry.fields.earlierSlugs)
    }
    for (position, entry) in casebook.pages.enumerated() {
      add(.page, position, entry.path, entry.fields.earlierSlugs)
    }
    let shownNews = Set(visibleNews)
    for (position, entry) in casebook.news.enumerated() {
      add(
        .news, position, entry.path, entry.fields.earlierSlugs,
        isShown: shownNews.contains(position))
    }
    return redirects.sorted { $0.from < $1.from }
  }

  /// First parts of addresses that the site itself needs.
  static let reserved: Set<String> = [
    "cases", "companies", "regulators", "jurisdictions", "topics", "laws", "years", "search",
    "files", "data", "news", "figures", "404", "assets",
  ]

  /// The pages of entries, by their address; a page that would take one of the site's is reported.
  private func servedAddresses(_ diagnostics: inout [Diagnostic]) -> [Permalink: Place?] {
    var owners: [Permalink: Place?] = [:]
    for slug in Self.reserved { owners[Permalink(slug)] = .some(nil) }
    for position in casebook.pages.indices {
      let entry = casebook.pages[position]
      let address = permalink(.page, position)
      let place = Place(path: entry.path, at: 0)
      if owners[address] != nil {
        diagnostics.append(.duplicateAddress(address.path, at: place, other: nil))
      }
      owners[address] = place
    }
    func own(_ kind: EntryKind, _ paths: [String]) {
      for (position, path) in paths.enumerated() {
        owners[permalink(kind, position)] = Place(path: path, at: 0)
      }
    }
    for position in visible {
      owners[permalink(.case, position)] = Place(path: casebook.cases[position].path, at: 0)
    }
    own(.company, casebook.companies.map(\.path))
    own(.regulator, casebook.regulators.map(\.path))
    own(.law, casebook.laws.map(\.path))
    own(.topic, casebook.topics.map(\.path))
    for position in visibleNews {
      owners[permalink(.news, position)] = Place(path: casebook.news[position].path, at: 0)
    }
    // A case that is withheld keeps its address too, but nobody is told whose it is.
    for entry in casebook.cases where owners[Permalink("cases", entry.slug)] == nil {
      owners[Permalink("cases", entry.slug)] = .some(nil)
    }
    for entry in casebook.news where owners[Permalink("news", entry.slug)] == nil {
      owners[Permalink("news", entry.slug)] = .some(nil)
    }
    return owners
  }

  /// Entries that nothing refers to. Withheld cases refer too: their companies are there for them.
  /// While an entry cannot be read, nobody knows what it refers to.
  var unreferenced: [Diagnostic] {
    guard casebook.broken.isEmpty else { return [] }
    var unreferenced: [Diagnostic] = []
    func check(_ kind: EntryKind, _ entries: [(slug: String, path: String)]) {
      for entry in entries where !references.contains(EntryName(kind, entry.slug)) {
        unreferenced.append(.unreferenced(kind, entry.slug, entry.path))
      }
    }
    check(.company, casebook.companies.map { ($0.slug, $0.path) })
    check(.regulator, casebook.regulators.map { ($0.slug, $0.path) })
    check(.law, casebook.laws.map { ($0.slug, $0.path) })
    check(.topic, casebook.topics.map { ($0.slug, $0.path) })
    return unreferenced
  }
}
