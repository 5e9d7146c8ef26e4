import CommonMark
import Content
import Diagnostics

extension Directory {
  /// An entry's text with its links filled in, and with the first mention of each declared name in
  /// each section linked. `names` nil leaves names alone.
  func linkedBody<Fields>(
    of entry: Entry<Fields>, names declared: Set<Entity>?, _ diagnostics: inout [Diagnostic]
  ) -> LinkedProse {
    let answers = entry.body.links.map { answer($0, in: entry.path, &diagnostics) }
    let mentions = declared.map { self.mentions(in: entry, of: $0, &diagnostics) } ?? []
    return entry.body.linked(answers, mentions: mentions)
  }

  /// Where an open link leads; a dangling one is reported and answered with nothing.
  private func answer(
    _ link: OpenLink, in path: String, _ diagnostics: inout [Diagnostic]
  ) -> LinkAnswer {
    let nowhere = LinkAnswer(address: nil, text: link.target)
    switch link.kind {
    case .law: return law(link, &diagnostics) ?? nowhere
    case .file, .image:
      return
        (link.target.hasPrefix("/")
        ? served(link, &diagnostics) : file(link, in: path, &diagnostics))
        ?? nowhere
    default:
      return link.kind.entry.flatMap { entry($0, link.target, link, &diagnostics) } ?? nowhere
    }
  }

  private func entry(
    _ kind: EntryKind, _ slug: String, _ link: OpenLink, _ diagnostics: inout [Diagnostic]
  ) -> LinkAnswer? {
    switch look(for: slug, kind) {
    case .found(let position):
      var address = permalink(kind, position).path
      if let fragment = link.fragment {
        check(fragment, of: slug, anchors(kind, position), link.place, &diagnostics)
        address += "#" + fragment
      }
      return LinkAnswer(address: address, text: name(kind, position))
    case .withheld:
      diagnostics.append(.withheldLink(slug, at: link.place))
    case .broken:
      break
    case .unknown:
      diagnostics.append(.unknown(kind, slug, nearest: nearest(to: slug, kind), at: link.place))
    }
    return nil
  }

  private func check(
    _ fragment: String, of target: String, _ anchors: [String], _ place: Place,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard !anchors.contains(fragment) else { return }
    diagnostics.append(
      .unknownHeading(
        fragment, of: target, nearest: nearestName(to: fragment, among: anchors), at: place))
  }

  /// The anchors that readers can link to in an entry's text.
  private func anchors(_ kind: EntryKind, _ position: Int) -> [String] {
    let body =
      switch kind {
      case .case: casebook.cases[position].body
      case .company: casebook.companies[position].body
      case .regulator: casebook.regulators[position].body
      case .law: casebook.laws[position].body
      case .topic: casebook.topics[position].body
      case .page: casebook.pages[position].body
      }
    return body.headings.map(\.anchor) + body.notes.map(\.anchor)
  }

  /// `gdpr`, or `gdpr/5(1)(a)`.
  private func law(_ link: OpenLink, _ diagnostics: inout [Diagnostic]) -> LinkAnswer? {
    let parts = link.target.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1)
    let slug = parts.first.map { String(Substring($0)) } ?? ""
    guard parts.count == 2 else { return entry(.law, slug, link, &diagnostics) }
    switch look(for: slug, .law) {
    case .found(let position):
      let at = String(Substring(parts[1]))
      let article = slugged(Provision.article(of: at))
      let short = casebook.laws[position].fields.short
      guard self.article(article, of: position) != nil else {
        diagnostics.append(
          .unknownProvision(
            at, of: slug,
            nearest: nearestName(to: at, among: articles[position].map(\.name)),
            at: link.place))
        return nil
      }
      return LinkAnswer(address: Permalink("laws", slug, article).path, text: short + " " + at)
    case .unknown:
      diagnostics.append(.unknown(.law, slug, nearest: nearest(to: slug, .law), at: link.place))
    case .withheld, .broken:
      break
    }
    return nil
  }

  /// An address on this site, typed as such.
  private func served(_ link: OpenLink, _ diagnostics: inout [Diagnostic]) -> LinkAnswer? {
    guard serves(link.target) else {
      diagnostics.append(
        .unknownAddress(link.target, nearest: nearestAddress(to: link.target), at: link.place))
      return nil
    }
    return LinkAnswer(
      address: link.target + (link.fragment.map { "#" + $0 } ?? ""), text: link.target)
  }

  /// A path from the file that links: another entry's `.md`, or something in `content/files/`.
  private func file(
    _ link: OpenLink, in path: String, _ diagnostics: inout [Diagnostic]
  ) -> LinkAnswer? {
    let resolved = resolve(link.target, from: path)
    if resolved.hasPrefix("content/files/") {
      let file = String(resolved.dropFirst("content/files/".utf8.count))
      if casebook.files.contains(file) {
        return LinkAnswer(address: "/files/" + file, text: file)
      }
    }
    if link.kind == .file, resolved.hasSuffix(".md"), let (kind, slug) = identity(of: resolved) {
      return entry(kind, slug, link, &diagnostics)
    }
    let nearest = nearestName(to: resolved, among: casebook.files.map { "content/files/" + $0 })
    diagnostics.append(.unknownFile(resolved, nearest: nearest, at: link.place))
    return nil
  }

  /// The entry that a file with a path is, if it is there.
  func identity(of path: String) -> (EntryKind, String)? {
    let parts = path.split(separator: "/")
    guard parts.count >= 3, parts[0] == "content", let name = parts.last,
      let kind = EntryKind.allCases.first(where: { $0.folder == parts[1] })
    else { return nil }
    return (kind, String(name.dropLast(3)))
  }

  /// `target` as a path from the source directory; `files/…` is short for `content/files/…`.
  func resolve(_ target: String, from path: String) -> String {
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

  /// The first mention in each section of each declared name; a hint for names that are known but
  /// not declared, once in a text.
  private func mentions<Fields>(
    in entry: Entry<Fields>, of declared: Set<Entity>, _ diagnostics: inout [Diagnostic]
  ) -> [MentionLink] {
    var seen: Set<SectionMention> = []
    var hinted: Set<Entity> = []
    var mentions: [MentionLink] = []
    for mention in entry.body.mentions(of: names.index) {
      let bearers = names.bearers(of: mention.name)
      let meant = bearers.filter { declared.contains($0) }
      if meant.count == 1 {
        let entity = meant[0]
        let first = SectionMention(entity: entity, section: Int(mention.section))
        if seen.insert(first).inserted {
          mentions.append(
            MentionLink(mention, address: permalink(entity.kind, entity.position).path))
        }
      } else if meant.isEmpty, let other = bearers.first, !isKin(other, of: declared),
        hinted.insert(other).inserted
      {
        let name = names.name(mention.name)
        diagnostics.append(
          .undeclaredName(
            name, other.kind, slug(of: other),
            at: entry.body.place(of: mention, named: name)))
      }
    }
    return mentions
  }

  /// Whether a company belongs to one group with a declared one: its brand is no missing party.
  private func isKin(_ entity: Entity, of declared: Set<Entity>) -> Bool {
    guard entity.kind == .company else { return false }
    return declared.contains {
      $0.kind == .company && groups[$0.position] == groups[entity.position]
    }
  }

  private func slug(of entity: Entity) -> String {
    entity.kind == .company
      ? casebook.companies[entity.position].slug : casebook.regulators[entity.position].slug
  }
}

private struct SectionMention: Hashable {
  let entity: Entity
  let section: Int
}
