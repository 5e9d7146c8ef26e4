import Content
import Linking
import Mustache

/// The provisions of a case with one role.
struct ProvisionGroup: Sendable {
  struct Item: Sendable {
    let publication: Publication
    let provision: LinkedProvision
  }

  let role: Provision.Role
  let items: [Item]

  /// In the order in which a page tells the roles, without empty ones.
  static func groups(of linked: LinkedCase, in publication: Publication) -> [ProvisionGroup] {
    if linked.provisions.isEmpty { return [] }
    return Provision.Role.inOrder.compactMap { role in
      guard linked.provisions.contains(where: { $0.role == role }) else { return nil }
      let items = linked.provisions.lazy.filter { $0.role == role }.map {
        Item(publication: publication, provision: $0)
      }
      return ProvisionGroup(role: role, items: Array(items))
    }
  }
}

extension Provision.Role {
  /// In the order in which a page tells them.
  static let inOrder: [Provision.Role] = [
    .infringed, .notInfringed, .leftOpen, .alleged, .applied, .cited,
  ]
}

extension ProvisionGroup.Item {
  fileprivate var law: LinkedLaw {
    _read { yield publication.site.laws[provision.law] }
  }

  /// Of the article; nil where the whole law is meant.
  fileprivate var heading: String? {
    provision.article.flatMap { publication.site.laws[provision.law].articles[$0].heading }
  }
}

extension Publication {
  /// Where the provision's article has its page, or the law where all of it is meant.
  func permalink(of provision: LinkedProvision) -> Permalink {
    let laws = site.laws
    return provision.article.map { laws[provision.law].articles[$0].permalink }
      ?? laws[provision.law].permalink
  }
}

extension Fields where Value == ProvisionGroup {
  static func provisionGroup(_ words: Words) -> Fields<ProvisionGroup> {
    Fields<ProvisionGroup>("provisions") { f in
      f.text("role") { words.role[$0.role] }
      f.text("role_code") { $0.role.rawValue }
      f.list("items", of: item) { $0.items }
    }
  }

  private static let item = Fields<ProvisionGroup.Item>("provision") { f in
    f.text("law") { $0.law.fields.short }
    f.text("law_name") { $0.law.fields.name }
    f.text("at") { $0.provision.at }
    f.html("href", when: { _ in true }) { item, out in
      let permalink = item.publication.permalink(of: item.provision)
      out.append(permalink.path, after: item.publication.site.root)
    }
    f.optionalText("heading") { $0.heading }
  }
}
