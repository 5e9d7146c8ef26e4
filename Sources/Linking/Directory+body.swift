import CommonMark
import Content
import Diagnostics

extension Directory {
  /// A text with its links filled in, and with the first mention of each declared name in
  /// each section linked. `names` nil leaves names alone.
  func linked(
    _ text: Prose, names declared: Set<Entity>?, at desk: inout WritingDesk,
    _ diagnostics: inout [Diagnostic]
  ) -> LinkedProse {
    let answers = text.links.map { answer($0, in: text.path, &diagnostics) }
    let mentions = declared.map { self.mentions(in: text, of: $0, &diagnostics) } ?? []
    return text.linked(answers, mentions: mentions, at: &desk)
  }

  /// The same of a single text.
  func linked(
    _ text: Prose, names declared: Set<Entity>?, _ diagnostics: inout [Diagnostic]
  ) -> LinkedProse {
    var desk = WritingDesk()
    return linked(text, names: declared, at: &desk, &diagnostics)
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
      diagnostics.append(.withheldLink(kind, slug, at: link.place))
    case .broken:
      break
    case .unknown:
      diagnostics.append(
        .unknown(
          kind, slug, nearest: nearest(to: slug, kind), isRenamed: isRenamed(slug, kind),
          at: link.place))
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
    switch kind {
    case .case: casebook.cases[position].anchors
    case .company: casebook.companies[position].anchors
    case .regulator: casebook.regulators[position].anchors
    case .law: casebook.laws[position].anchors
    case .topic: casebook.topics[position].anchors
    case .page: casebook.pages[position].anchors
    case .news: casebook.news[position].anchors
    }
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
    let resolved = link.resolved(from: path)
    if resolved.hasPrefix("content/files/") {
      let file = String(resolved.dropFirst("content/files/".utf8.count))
      if casebook.files.contains(file) {
        return LinkAnswer(address: "/files/" + file, text: file)
      }
    }
    if link.kind == .file, resolved.hasSuffix(".md"),
      let (kind, slug) = EntryKind.identity(of: resolved)
    {
      return entry(kind, slug, link, &diagnostics)
    }
    let nearest = nearestName(to: resolved, among: casebook.files.map { "content/files/" + $0 })
    diagnostics.append(.unknownFile(resolved, nearest: nearest, at: link.place))
    return nil
  }

  /// The first mention in each section of each declared name; a hint for names that are known but
  /// not declared, once in a text.
  private func mentions(
    in text: Prose, of declared: Set<Entity>, _ diagnostics: inout [Diagnostic]
  ) -> [MentionLink] {
    var seen: Set<SectionMention> = []
    var hinted: Set<Entity> = []
    var mentions: [MentionLink] = []
    text.forEachMention(of: names.index) { mention in
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
            at: text.place(of: mention, named: name)))
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
