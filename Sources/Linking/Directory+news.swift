import CommonMark
import Content
import Diagnostics

/// One news item with everything it refers to.
package struct LinkedNews: Sendable {
  package let slug: String
  /// The oldest slug, which feeds know the item by.
  package let identity: String
  package let fields: NewsItem
  package let body: LinkedProse
  package let permalink: Permalink
  package let companies: [Ordinal<LinkedCompany>]
  package let regulators: [Ordinal<LinkedRegulator>]
  package let laws: [Ordinal<LinkedLaw>]
  package let topics: [Ordinal<LinkedTopic>]
  package let cases: [Ordinal<LinkedCase>]
  /// Whether the build was asked to show it though it is a draft, or ahead of its time.
  package let isDraft: Bool
  package let isEmbargoed: Bool
  /// What was changed after publication, in the order of the history.
  package let changes: [LaterChange]

  /// When it last changed in substance.
  package var updated: Timestamp { changes.map(\.moment).max() ?? fields.published }
}

extension NewsItem {
  func isVisible(under options: LinkingOptions) -> Bool {
    options.shows(isDraft: isDraft, published)
  }
}

extension Directory {
  /// The news that this build shows, newest first, ties by slug. `ordinals` says where each case of
  /// the casebook stands in the site.
  ///
  /// Those it does not show are linked too: what they refer to in vain would keep the site from
  /// being built on the day they come out.
  func news(_ ordinals: [Int?], _ diagnostics: inout [Diagnostic]) -> [LinkedNews] {
    let shown = Set(visibleNews)
    var news: [LinkedNews] = []
    for position in casebook.news.indices {
      let item = linkedNews(position, ordinals)
      if shown.contains(position) {
        news.append(item.value)
        diagnostics += item.diagnostics
      } else {
        diagnostics += item.diagnostics.filter { !Self.passingUntilShown.contains($0.rule) }
      }
    }
    return news.sorted {
      let (left, right) = ($0.fields.published, $1.fields.published)
      return left == right ? $0.slug < $1.slug : left > right
    }
  }

  private func linkedNews(_ position: Int, _ ordinals: [Int?]) -> Diagnosed<LinkedNews> {
    let entry = casebook.news[position]
    let fields = entry.fields
    var diagnostics: [Diagnostic] = []
    let companies = found(fields.companies, .company, entry.path, &diagnostics)
    let regulators = found(fields.regulators, .regulator, entry.path, &diagnostics)
    let declared = Set(companies.map { Entity(kind: .company, position: $0) })
      .union(regulators.map { Entity(kind: .regulator, position: $0) })
    let item = LinkedNews(
      slug: entry.slug, identity: fields.formerly.first?.value ?? entry.slug, fields: fields,
      body: linked(
        casebook.text(.news, position), names: fields.autolink ? declared : nil, &diagnostics),
      permalink: permalink(.news, position),
      companies: companies.map { Ordinal(orders.companies[$0]) },
      regulators: regulators.map { Ordinal(orders.regulators[$0]) },
      laws: found(fields.laws, .law, entry.path, &diagnostics).map { Ordinal(orders.laws[$0]) },
      topics: found(fields.topics, .topic, entry.path, &diagnostics).map {
        Ordinal(orders.topics[$0])
      },
      cases: found(fields.cases, .case, entry.path, &diagnostics).compactMap { ordinals[$0] }.map {
        Ordinal($0)
      },
      isDraft: fields.isDraft, isEmbargoed: fields.published > options.now,
      changes: LaterChange.changes(of: fields.history, after: fields.published))
    return Diagnosed(item, diagnostics)
  }
}

// What site.yml says of the whole site and only the whole site can answer.
extension Directory {
  func problemsOfSettings(_ redirects: [Redirect]) -> [Diagnostic] {
    let path = "content/site.yml"
    var problems: [Diagnostic] = []
    let moved = Set(redirects.map(\.from.path))
    for gone in casebook.settings.gone {
      let address = gone.address.value
      if serves(address) || moved.contains(address) {
        problems.append(.goneButServed(address, at: gone.address.place(in: path)))
      }
    }
    if let expires = casebook.settings.security?.expires, let moment = expires.value,
      moment <= options.now
    {
      problems.append(.expiredSecurity(moment, at: expires.place(in: path)))
    }
    return problems
  }
}
