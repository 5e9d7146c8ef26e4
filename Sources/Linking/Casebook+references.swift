import CommonMark
import Content

/// An entry as texts and front matter name it.
struct EntryName: Hashable, Sendable {
  let kind: EntryKind
  let slug: String

  init(_ kind: EntryKind, _ slug: String) {
    self.kind = kind
    self.slug = slug
  }

  /// By the slug alone, which two kinds seldom share.
  func hash(into hasher: inout Hasher) { hasher.combine(slug) }
}

/// Whatever the entries of a casebook name.
package struct References: Sendable {
  fileprivate var names: Set<EntryName> = []

  func contains(_ name: EntryName) -> Bool { names.contains(name) }
}

extension Casebook {
  /// Whatever any entry names, in its front matter or in its text; `texts` are those of the cases.
  package func references(in texts: [Prose]) -> References {
    precondition(texts.count == cases.count, "each case has its text")
    var used: Set<EntryName> = []
    for (entry, text) in zip(cases, texts) {
      let fields = entry.fields
      for slug in fields.respondents.slugs { used.insert(EntryName(.company, slug.value)) }
      for slug in fields.regulators { used.insert(EntryName(.regulator, slug.value)) }
      for slug in fields.topics { used.insert(EntryName(.topic, slug.value)) }
      for provision in fields.provisions { used.insert(EntryName(.law, provision.law.value)) }
      for index in fields.sources.indices {
        used.insert(EntryName(.regulator, fields.sources[index].publisher.value))
      }
      for index in fields.steps.indices {
        if let body = fields.steps[index].body { used.insert(EntryName(.regulator, body.value)) }
      }
      text.note(in: &used)
    }
    for (position, entry) in companies.enumerated() {
      for parent in entry.fields.parents { used.insert(EntryName(.company, parent.company.value)) }
      text(.company, position).note(in: &used)
    }
    for position in regulators.indices { text(.regulator, position).note(in: &used) }
    for position in laws.indices { text(.law, position).note(in: &used) }
    for position in topics.indices { text(.topic, position).note(in: &used) }
    for position in pages.indices { text(.page, position).note(in: &used) }
    for (position, entry) in news.enumerated() {
      let fields = entry.fields
      for slug in fields.companies { used.insert(EntryName(.company, slug.value)) }
      for slug in fields.regulators { used.insert(EntryName(.regulator, slug.value)) }
      for slug in fields.laws { used.insert(EntryName(.law, slug.value)) }
      for slug in fields.topics { used.insert(EntryName(.topic, slug.value)) }
      text(.news, position).note(in: &used)
    }
    return References(names: used)
  }
}

extension Prose {
  /// Notes the entries that the text links to.
  fileprivate func note(in used: inout Set<EntryName>) {
    let links = links
    for index in links.indices {
      if links[index].kind == .file {
        let resolved = links[index].resolved(from: path)
        let (kind, slug) = EntryKind.identity(of: resolved) ?? (.page, "")
        used.insert(EntryName(kind, slug))
      }
      guard let kind = links[index].kind.entry else { continue }
      let target = links[index].target
      used.insert(EntryName(kind, kind == .law ? target.beforeSlash : target))
    }
  }
}

extension String {
  /// The law of `gdpr/5(1)(a)`.
  fileprivate var beforeSlash: String {
    String(Substring(utf8.prefix { $0 != UInt8(ascii: "/") }))
  }
}

extension OpenLink {
  /// The target as a path from the source directory; `files/…` is short for `content/files/…`.
  package func resolved(from path: String) -> String {
    if target.hasPrefix("files/") { return "content/" + target }
    var parts = path.split(separator: "/").dropLast()
    for part in target.split(separator: "/") {
      if part == ".." {
        parts = parts.dropLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

extension EntryKind {
  /// The entry that a file with a path is, if it is there.
  package static func identity(of path: String) -> (EntryKind, String)? {
    let parts = path.split(separator: "/")
    guard parts.count >= 3, parts[0] == "content", let name = parts.last,
      let kind = EntryKind.allCases.first(where: { $0.folder == parts[1] })
    else { return nil }
    return (kind, String(name.dropLast(3)))
  }
}
