import CommonMark
import Content
import Diagnostics

extension Directory {
  /// Stage 3 ends: the linked cases, one for each of the casebook's and in its order, and everything
  /// that follows from all of them together.
  package func site(_ links: [Diagnosed<CaseLinks>]) -> Diagnosed<Site> {
    joined(entries(of: links), with: overview(of: links))
  }

  /// The same of its two parts.
  package func joined(_ entries: Diagnosed<Site>, with overview: Overview) -> Diagnosed<Site> {
    var linked = entries
    linked.value.redirects = overview.redirects.value
    linked.diagnostics += overview.twins + overview.redirects.diagnostics
    linked.diagnostics += unreferenced + problemsOfSettings(overview.redirects.value)
    return linked
  }

  /// One part of `site`, that can be made at the same time as the other: addresses that lead elsewhere, and what
  /// only all cases together show.
  package func overview(of links: [Diagnosed<CaseLinks>]) -> Overview {
    var diagnostics: [Diagnostic] = []
    let redirects = redirects(&diagnostics)
    return Overview(twins: twins(among: links), redirects: Diagnosed(redirects, diagnostics))
  }

  /// The other part of `site`: the entries, with what they have to do with each other.
  package func entries(of links: [Diagnosed<CaseLinks>]) -> Diagnosed<Site> {
    var diagnostics = diagnostics(of: links)
    var site = Site(settings: casebook.settings, root: root)
    site.now = options.now
    site.offersSearch = options.offersSearch
    site.hasCards = options.drawsCards
    site.files = casebook.files
    site.withheld = withheld
    let keys = visible.map { position in
      SortKey(
        position: position, decided: links[position].value.decided.latest,
        published: links[position].value.entry.fields.published.seconds,
        slug: links[position].value.entry.slug)
    }
    let newestFirst = keys.sorted { $0.isNewer(than: $1) }.map(\.position)
    var ordinals = [Int?](repeating: nil, count: links.count)
    for (ordinal, position) in newestFirst.enumerated() { ordinals[position] = ordinal }
    var related = [[RelatedCase]](repeating: [], count: newestFirst.count)
    for (ordinal, position) in newestFirst.enumerated() {
      relate(links[position].value.related, of: ordinal, ordinals, &related)
    }
    site.cases.reserveCapacity(newestFirst.count)
    for (ordinal, position) in newestFirst.enumerated() {
      site.cases.append(LinkedCase(links[position].value, related: related[ordinal]))
    }
    addEntries(to: &site, &diagnostics)
    site.news = news(ordinals, &diagnostics)
    addCases(to: &site)
    addGroups(to: &site, &diagnostics)
    return Diagnosed(site, diagnostics)
  }

  private func diagnostics(of links: [Diagnosed<CaseLinks>]) -> [Diagnostic] {
    let shown = Set(visible)
    var diagnostics: [Diagnostic] = []
    for position in visible { diagnostics += links[position].diagnostics }
    for (position, link) in links.enumerated() where !shown.contains(position) {
      diagnostics += link.diagnostics.filter { !Self.passingUntilShown.contains($0.rule) }
    }
    return diagnostics
  }

  /// Notes a case's relations on both ends; the end that names the other comes first.
  private func relate(
    _ relations: [(position: Int, how: Relation.Kind?)], of ordinal: Int, _ ordinals: [Int?],
    _ related: inout [[RelatedCase]]
  ) {
    for relation in relations {
      guard let other = ordinals[relation.position] else { continue }
      if let known = related[ordinal].firstIndex(where: { Int($0.other.index) == other }) {
        // Both name each other: each end shows what it says itself.
        guard related[ordinal][known].isInverse else { continue }
        related[ordinal].remove(at: known)
      }
      let own = related[ordinal].firstIndex { $0.isInverse } ?? related[ordinal].count
      related[ordinal].insert(
        RelatedCase(other: Ordinal(other), how: relation.how, isInverse: false), at: own)
      if !related[other].contains(where: { Int($0.other.index) == ordinal }) {
        related[other].append(
          RelatedCase(other: Ordinal(ordinal), how: relation.how, isInverse: true))
      }
    }
  }

  private var withheld: Withheld {
    var withheld = Withheld()
    func add(isDraft: Bool, _ published: Timestamp) {
      guard !options.shows(isDraft: isDraft, published) else { return }
      if isDraft && !options.showsDrafts {
        withheld.drafts += 1
      } else {
        withheld.embargoed += 1
        withheld.nextRelease = withheld.nextRelease.map { min($0, published) } ?? published
      }
    }
    for entry in casebook.cases { add(isDraft: entry.fields.isDraft, entry.fields.published) }
    for entry in casebook.news { add(isDraft: entry.fields.isDraft, entry.fields.published) }
    return withheld
  }

  /// Everything but cases, each with its own text linked.
  private func addEntries(to site: inout Site, _ diagnostics: inout [Diagnostic]) {
    func body(_ kind: EntryKind, _ position: Int) -> LinkedProse {
      linked(casebook.text(kind, position), names: nil, &diagnostics)
    }
    site.companies = orders.companies.inverse.map { position in
      let entry = casebook.companies[position]
      return LinkedCompany(
        slug: entry.slug, identity: entry.fields.formerly.first?.value ?? entry.slug,
        fields: entry.fields, body: body(.company, position),
        permalink: permalink(.company, position))
    }
    site.regulators = orders.regulators.inverse.map { position in
      let entry = casebook.regulators[position]
      var linked = LinkedRegulator(
        slug: entry.slug, identity: entry.fields.formerly.first?.value ?? entry.slug,
        fields: entry.fields, body: body(.regulator, position),
        permalink: permalink(.regulator, position))
      linked.jurisdiction = jurisdiction(entry.fields.jurisdiction)
      return linked
    }
    site.laws = orders.laws.inverse.map { position in
      let entry = casebook.laws[position]
      var linked = LinkedLaw(
        slug: entry.slug, identity: entry.fields.formerly.first?.value ?? entry.slug,
        fields: entry.fields, body: body(.law, position), permalink: permalink(.law, position))
      linked.jurisdiction = jurisdiction(entry.fields.jurisdiction)
      linked.articles = articles[position].map { article in
        LinkedLaw.Article(
          name: article.name, heading: article.heading,
          permalink: Permalink("laws", entry.slug, article.slug))
      }
      return linked
    }
    site.topics = orders.topics.inverse.map { position in
      let entry = casebook.topics[position]
      return LinkedTopic(
        slug: entry.slug, identity: entry.fields.formerly.first?.value ?? entry.slug,
        fields: entry.fields, body: body(.topic, position), permalink: permalink(.topic, position))
    }
    let pages = casebook.pages.indices.sorted {
      let (left, right) = (casebook.pages[$0], casebook.pages[$1])
      return (left.fields.nav ?? .max, left.slug) < (right.fields.nav ?? .max, right.slug)
    }
    site.pages = pages.map { position in
      let entry = casebook.pages[position]
      return LinkedPage(
        slug: entry.slug, fields: entry.fields, body: body(.page, position),
        permalink: permalink(.page, position))
    }
    site.jurisdictions = orders.jurisdictionCodes.map { code in
      LinkedJurisdiction(
        code: code, name: StandardCodes.jurisdiction(code) ?? code,
        permalink: Permalink("jurisdictions", code.isEmpty ? "unknown" : slugged(code)))
    }
  }

  private func jurisdiction(_ code: Written<String>) -> Ordinal<LinkedJurisdiction> {
    Ordinal(orders.jurisdictions[code.value] ?? 0)
  }
}

/// What of a site is worked out of all cases together, and changes none of them.
package struct Overview: Sendable {
  let twins: [Diagnostic]
  let redirects: Diagnosed<[Redirect]>
}

/// What cases are ordered by: newest decision first; ties by the newer publication, then by slug.
private struct SortKey {
  let position: Int
  let decided: Int
  let published: Int64
  let slug: String

  func isNewer(than other: SortKey) -> Bool {
    if decided != other.decided { return decided > other.decided }
    if published != other.published { return published > other.published }
    return slug < other.slug
  }
}
