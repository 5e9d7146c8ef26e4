import Content
import Diagnostics
import Linking

/// The companies or the regulators of a publication, as somebody looks for one by its name.
package struct NameBook: Sendable {
  package struct Listing: Sendable, Equatable {
    package let slug: String
    /// As the site shows it.
    package let name: String
    /// Everything it is called, without case and accents.
    fileprivate let keys: [String]
  }

  package enum Answer: Sendable, Equatable {
    case one(Listing)
    /// More than one could be meant, in the order of their slugs.
    case several([Listing])
    /// None is; the one that is spelt almost so, where there is one.
    case none(nearest: Listing?)
  }

  package let listings: [Listing]

  package init(companiesOf casebook: Casebook) {
    listings = casebook.companies.map { entry in
      let fields = entry.fields
      let names = [fields.name, fields.short ?? "", fields.legalName ?? ""] + fields.aliases
      return Listing(entry.slug, fields.name, names)
    }
  }

  init(_ listings: [Listing]) { self.listings = listings }

  package init(regulatorsOf casebook: Casebook) {
    listings = casebook.regulators.map { entry in
      let fields = entry.fields
      return Listing(
        entry.slug, fields.name, [fields.name, fields.nativeName ?? "", fields.abbreviation ?? ""])
    }
  }

  /// Whoever has this slug; else whoever is called exactly so.
  package func find(_ typed: String) -> Answer {
    if let listing = listings.first(where: { $0.slug == typed }) { return .one(listing) }
    let key = collationKey(typed)
    let named = listings.filter { $0.keys.contains(key) }
    if let only = named.first { return named.count == 1 ? .one(only) : .several(named) }
    let words = listings.flatMap { listing in
      ([listing.slug] + listing.keys).map { (word: $0, listing: listing) }
    }
    let nearest = nearestName(to: key, among: words.map(\.word))
    return .none(nearest: words.first { $0.word == nearest }?.listing)
  }

  /// Whoever has a slug, a name or a word of a name that begins like this; all of them for nothing.
  package func completions(of beginning: String) -> [Listing] {
    let key = collationKey(beginning)
    return listings.filter { listing in
      key.isEmpty || listing.slug.hasPrefix(key)
        || listing.keys.contains { $0.hasPrefix(key) || $0.contains(" " + key) }
    }
  }
}

extension NameBook.Listing {
  /// One that has no other names, since its entry is only being made.
  package init(_ slug: String, _ name: String) { self.init(slug, name, [name]) }

  fileprivate init(_ slug: String, _ name: String, _ names: [String]) {
    self.slug = slug
    self.name = name
    keys = names.filter { !$0.isEmpty }.map(collationKey)
  }
}

/// The slug that a name would have: letters without case and accents, digits, and hyphens for the
/// rest; empty for a name without any of them.
package func slug(for name: String) -> String {
  let slug = slugged(collationKey(name)).prefix(60)
  return String(slug.hasSuffix("-") ? slug.dropLast() : slug)
}

/// A name that a slug may stand for: `acme-energy` → `Acme Energy`.
package func name(for slug: String) -> String {
  slug.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    .joined(separator: " ")
}
