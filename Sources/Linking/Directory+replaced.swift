import CommonMark
import Content
import Diagnostics

/// A linked publication in which one entry's text is another, and nothing else.
package struct Retexted: Sendable {
  package let directory: Directory
  package let site: Site
  /// What was wrong with the old text, unless the case's links say it, and what is with the new one.
  package let gone: [Diagnostic]
  package let found: [Diagnostic]
  /// Where it is a case, the place of its links, and what they are now.
  package var links: (position: Int, links: Diagnosed<CaseLinks>)?
}

extension Directory {
  /// The language that the entries were read in.
  package var language: String { casebook.settings.language }

  /// The publication after an edit of one entry's text; nil where the edit may change more than the
  /// entry's own page and feeds, so that everything has to be linked again.
  ///
  /// Others see of a text only its anchors, and whom it names: as long as both stay the same, and
  /// so does the front matter, nothing else on the site can be different.
  package func retexted(
    _ new: ParsedFile, before old: ParsedFile, in site: Site
  ) -> Retexted? {
    guard let casebook = casebook.replacing(new) else { return nil }
    var directory = self
    directory.casebook = casebook
    switch (new, old) {
    case (.case(let new), .case(let old)):
      return directory.retexted(new, before: old, in: site)
    case (.company(let new), .company(let old)):
      return directory.retexted(
        new, before: old, by: self, in: site, \.companies, slug: \.slug, body: \.body)
    case (.regulator(let new), .regulator(let old)):
      return directory.retexted(
        new, before: old, by: self, in: site, \.regulators, slug: \.slug, body: \.body)
    case (.law(let new), .law(let old)):
      return directory.retexted(
        new, before: old, by: self, in: site, \.laws, slug: \.slug, body: \.body)
    case (.topic(let new), .topic(let old)):
      return directory.retexted(
        new, before: old, by: self, in: site, \.topics, slug: \.slug, body: \.body)
    case (.page(let new), .page(let old)):
      return directory.retexted(
        new, before: old, by: self, in: site, \.pages, slug: \.slug, body: \.body)
    default: return nil
    }
  }

  private func retexted(
    _ new: ParsedEntry<Case>, before old: ParsedEntry<Case>, in site: Site
  ) -> Retexted? {
    guard new.looks(like: old), let position = casebook.cases.position(of: new.entry.slug),
      let ordinal = site.cases.firstIndex(where: { $0.slug == new.entry.slug })
    else { return nil }
    var desk = WritingDesk()
    let after = linkedCase(position, new.text, at: &desk)
    var site = site
    site.cases[ordinal] = LinkedCase(after.value, related: site.cases[ordinal].related)
    return Retexted(
      directory: self, site: site, gone: [], found: after.diagnostics, links: (position, after))
  }

  private func retexted<Fields, Linked>(
    _ new: ParsedEntry<Fields>, before old: ParsedEntry<Fields>, by directory: Directory,
    in site: Site, _ list: WritableKeyPath<Site, [Linked]>, slug: KeyPath<Linked, String>,
    body: WritableKeyPath<Linked, LinkedProse>
  ) -> Retexted? {
    guard new.looks(like: old),
      let index = site[keyPath: list].firstIndex(where: { $0[keyPath: slug] == new.entry.slug })
    else { return nil }
    var gone: [Diagnostic] = []
    _ = directory.linked(old.text, names: nil, &gone)
    var found: [Diagnostic] = []
    var site = site
    site[keyPath: list][index][keyPath: body] = linked(new.text, names: nil, &found)
    return Retexted(directory: self, site: site, gone: gone, found: found)
  }
}

extension ParsedEntry {
  /// Whether others see no difference between the two texts.
  fileprivate func looks(like other: ParsedEntry) -> Bool {
    entry.anchors == other.entry.anchors && text.named == other.text.named
  }
}

extension Prose {
  /// Whom the text names.
  fileprivate var named: Set<String> {
    Set(links.map { $0.kind.rawValue + ":" + $0.target })
  }
}
