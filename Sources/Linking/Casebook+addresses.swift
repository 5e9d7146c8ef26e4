import Content

/// Who has an address, or once had it.
package enum AddressOwner: Equatable, Sendable {
  /// The file of an entry that is there, readable or not.
  case entry(path: String)
  /// An entry that had the slug earlier, and to which the address leads.
  case renamed(to: String, path: String)
  /// A page that every site has.
  case site
  /// `gone` in site.yml says that it was taken away.
  case gone
  /// The ledger has it as published, on this line.
  case recorded(line: Int)
}

extension Casebook {
  /// Who has the address that a new entry with this slug would get; nil where nobody ever had it.
  ///
  /// `paths` are those of all entries, `ledger` the text of `content/ledger.txt`.
  package func owner(
    of slug: String, _ kind: EntryKind, paths: [String], ledger: String
  ) -> AddressOwner? {
    let address = kind == .page ? Permalink(slug) : Permalink(kind.folder, slug)
    if kind == .page && Directory.reserved.contains(slug) { return .site }
    if let path = paths.first(where: { isFile($0, of: slug, kind) }) { return .entry(path: path) }
    if let (heir, path) = heir(of: slug, kind) { return .renamed(to: heir, path: path) }
    if settings.gone.contains(where: { $0.address.value == address.path }) { return .gone }
    let lines = ledger.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.firstIndex { line in
      line.split(whereSeparator: \.isWhitespace).contains { $0 == address.path }
    }.map { .recorded(line: $0 + 1) }
  }

  /// Every slug under which a new case would get an address that somebody has or had: what `owner`
  /// says of one, for many.
  ///
  /// `paths` are those of all entries, `ledger` the text of `content/ledger.txt`.
  package func slugsOfCases(paths: [String], ledger: String) -> Set<String> {
    var slugs: Set<String> = []
    for path in paths where path.hasPrefix("content/cases/") && path.hasSuffix(".md") {
      slugs.insert(String((path.split(separator: "/").last ?? "").dropLast(3)))
    }
    for entry in cases { slugs.formUnion(entry.fields.earlierSlugs.map(\.value)) }
    for word in ledger.split(whereSeparator: \.isWhitespace) where word.hasPrefix("/cases/") {
      slugs.insert(String(word.dropFirst("/cases/".count).prefix { $0 != "/" }))
    }
    return slugs
  }

  private func isFile(_ path: String, of slug: String, _ kind: EntryKind) -> Bool {
    path.hasPrefix("content/\(kind.folder)/") && path.hasSuffix("/\(slug).md")
  }

  /// The entry that was called so earlier.
  private func heir(of slug: String, _ kind: EntryKind) -> (slug: String, path: String)? {
    func find<Fields>(
      _ entries: [Entry<Fields>], _ formerly: (Fields) -> [Written<String>]
    ) -> (slug: String, path: String)? {
      entries.first { formerly($0.fields).contains { $0.value == slug } }.map { ($0.slug, $0.path) }
    }
    return switch kind {
    case .case: find(cases, \.earlierSlugs)
    case .company: find(companies, \.earlierSlugs)
    case .regulator: find(regulators, \.earlierSlugs)
    case .law: find(laws, \.earlierSlugs)
    case .topic: find(topics, \.earlierSlugs)
    case .page: find(pages, \.earlierSlugs)
    case .news: find(news, \.earlierSlugs)
    }
  }
}
