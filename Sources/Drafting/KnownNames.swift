import Content

/// The names of a table matched with a publication's entries, each name once.
package struct KnownNames: Sendable {
  /// A name that is not surely one of the entries.
  package struct Uncertain: Sendable {
    package let name: String
    /// Slugs that may be meant, nearest first; empty where none is near.
    package let candidates: [String]
    package fileprivate(set) var rows: Int

    /// A line for the map that says which entry is meant, with the nearest to begin with.
    package var mapLine: String {
      let hint =
        switch candidates.count {
        case 0: "no name is near"
        case 1: "is it this one?"
        default: "or \(candidates.dropFirst().joined(separator: ", "))?"
        }
      let count = rows == 1 ? "1 row" : "\(rows) rows"
      return "\(yamlScalar(name)): \(candidates.first ?? "…")  # \(count); \(hint)"
    }
  }

  /// What the map says of a name that stands for nobody: "Private person".
  static let withheld = "unnamed"

  private let book: NameBook
  private let said: [String: String]
  private var answers: [String: String?] = [:]
  private var doubts: [String: Int] = [:]
  /// In the order in which the table has them.
  package private(set) var uncertain: [Uncertain] = []

  /// `said` are slugs by names, as the map has them.
  init(_ book: NameBook, saying said: [String: String]) {
    self.book = book
    self.said = said
  }

  /// The slugs that the map says and no entry has.
  package var unknownSlugs: [String] {
    let slugs = Set(book.listings.map(\.slug))
    return Set(said.values).subtracting(slugs).subtracting([Self.withheld]).sorted()
  }

  /// The entry that a name surely means; else the name is uncertain in one row more.
  mutating func slug(of name: String) -> String? {
    if let known = answers[name] {
      if known == nil, let index = doubts[name] { uncertain[index].rows += 1 }
      return known
    }
    if let slug = said[name] {
      answers[name] = slug
      return slug
    }
    let candidates: [String]
    switch book.find(name) {
    case .one(let listing):
      answers[name] = listing.slug
      return listing.slug
    case .several(let listings): candidates = listings.map(\.slug)
    case .none(let nearest): candidates = nearest.map { [$0.slug] } ?? []
    }
    answers[name] = .some(nil)
    doubts[name] = uncertain.count
    uncertain.append(Uncertain(name: name, candidates: candidates, rows: 1))
    return nil
  }
}

extension NameBook {
  package init(topicsOf casebook: Casebook) {
    self.init(casebook.topics.map { Listing($0.slug, $0.fields.name) })
  }
}
