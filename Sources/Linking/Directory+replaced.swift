import CommonMark
import Content
import Diagnostics

/// A linked publication in which one entry's text is another, and nothing else.
package struct Retexted: Sendable {
  package let directory: Directory
  package let site: Site
  /// What was wrong with the old text, and what is with the new one.
  package let gone: [Diagnostic]
  package let found: [Diagnostic]
}

extension Directory {
  /// The language that the entries were read in.
  package var language: String { casebook.settings.language }

  /// The publication after an edit of one entry's text; nil where the edit may change more than the
  /// entry's own page and feeds, so that everything has to be linked again.
  ///
  /// Others see of a text only its anchors, and whom it names: as long as both stay the same, and
  /// so does the front matter, nothing else on the site can be different.
  package func retexted(_ file: ParsedFile, in site: Site) -> Retexted? {
    guard let casebook = casebook.replacing(file) else { return nil }
    var directory = self
    directory.casebook = casebook
    switch file {
    case .case(let entry):
      return directory.retexted(entry, old: self, site)
    case .company(let entry):
      return directory.retexted(
        entry, self.casebook.companies, old: self, site, \.companies, slug: \.slug, body: \.body)
    case .regulator(let entry):
      return directory.retexted(
        entry, self.casebook.regulators, old: self, site, \.regulators, slug: \.slug,
        body: \.body)
    case .law(let entry):
      return directory.retexted(
        entry, self.casebook.laws, old: self, site, \.laws, slug: \.slug, body: \.body)
    case .topic(let entry):
      return directory.retexted(
        entry, self.casebook.topics, old: self, site, \.topics, slug: \.slug, body: \.body)
    case .page(let entry):
      return directory.retexted(
        entry, self.casebook.pages, old: self, site, \.pages, slug: \.slug, body: \.body)
    case .broken, .stray: return nil
    }
  }

  private func retexted(_ entry: Entry<Case>, old: Directory, _ site: Site) -> Retexted? {
    guard let position = casebook.cases.position(of: entry.slug),
      Text(entry.body) == Text(old.casebook.cases[position].body),
      let ordinal = site.cases.firstIndex(where: { $0.slug == entry.slug }),
      let index = visible.firstIndex(of: position)
    else { return nil }
    let (before, after) = (old.linkedCase(index), linkedCase(index))
    var site = site
    site.cases[ordinal] = LinkedCase(after.value, related: site.cases[ordinal].related)
    return Retexted(
      directory: self, site: site, gone: before.diagnostics, found: after.diagnostics)
  }

  private func retexted<Fields, Linked>(
    _ entry: Entry<Fields>, _ entries: [Entry<Fields>], old: Directory, _ site: Site,
    _ list: WritableKeyPath<Site, [Linked]>, slug: KeyPath<Linked, String>,
    body: WritableKeyPath<Linked, LinkedProse>
  ) -> Retexted? {
    guard let position = entries.position(of: entry.slug),
      Text(entry.body) == Text(entries[position].body),
      let index = site[keyPath: list].firstIndex(where: { $0[keyPath: slug] == entry.slug })
    else { return nil }
    var gone: [Diagnostic] = []
    _ = old.linkedBody(of: entries[position], names: nil, &gone)
    var found: [Diagnostic] = []
    var site = site
    site[keyPath: list][index][keyPath: body] = linkedBody(of: entry, names: nil, &found)
    return Retexted(directory: self, site: site, gone: gone, found: found)
  }
}

/// What others see of a text.
private struct Text: Equatable {
  private let anchors: Set<String>
  private let named: Set<String>

  init(_ prose: Prose) {
    anchors = Set(prose.headings.map(\.anchor) + prose.notes.map(\.anchor))
    named = Set(prose.links.map { $0.kind.rawValue + ":" + $0.target })
  }
}
