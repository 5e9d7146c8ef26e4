import CommonMark
import Content
import Diagnostics

/// Who is who in a casebook: every name that something can refer to, and where it leads.
///
/// Made once; then every entry is linked by itself, on whichever core, and `site` puts the linked
/// entries together.
package struct Directory: Sendable {
  var casebook: Casebook
  let options: LinkingOptions
  package let root: SiteRoot
  /// Which entries of `casebook.cases` this build shows, in ascending order.
  let visible: [Int]
  /// Which entries of `casebook.news` this build shows, in ascending order.
  let visibleNews: [Int]
  /// Whatever an entry names, in its front matter or in its text.
  private(set) var references = References()
  /// Position in the casebook's list of the kind, by slug; what is withheld is not in it.
  private let positions: ByKind<[String: Int]>
  /// Cases and news that are there but not shown, by slug.
  private let withheldSlugs: ByKind<Set<String>>
  /// The slug that an earlier one became.
  private let renamed: [EntryKind: [String: String]]
  /// The articles of each law, by the law's position.
  let articles: [[ArticleName]]
  /// Where an article stands among those of its law, by its slug.
  private let articlePlaces: [[String: Int]]
  let names: EntityNames
  let orders: Orders
  /// Companies with the same number are tied to each other, directly or through others.
  let groups: [Int]

  /// An article of a law that has a page: a case is about it, or the law gives its heading.
  struct ArticleName: Sendable {
    let name: String
    let slug: String
    let heading: String?

    /// By number, then by slug, which no two articles of a law share.
    func isBefore(_ other: ArticleName) -> Bool {
      if isNumberedBefore(name, other.name) { return true }
      return !isNumberedBefore(other.name, name) && slug < other.slug
    }
  }

  init(_ casebook: Casebook, _ options: LinkingOptions) {
    self.casebook = casebook
    self.options = options
    root = SiteRoot(options.baseURL ?? casebook.settings.baseURL ?? "")
    visible = casebook.cases.indices.filter {
      casebook.cases[$0].fields.isVisible(under: options)
    }
    visibleNews = casebook.news.indices.filter {
      casebook.news[$0].fields.isVisible(under: options)
    }
    let (visible, visibleNews) = (visible, visibleNews)
    let positions = ByKind { kind in
      switch kind {
      case .case:
        Dictionary(uniqueKeysWithValues: visible.map { (casebook.cases[$0].slug, $0) })
      case .company: Self.positions(casebook.companies.map(\.slug))
      case .regulator: Self.positions(casebook.regulators.map(\.slug))
      case .law: Self.positions(casebook.laws.map(\.slug))
      case .topic: Self.positions(casebook.topics.map(\.slug))
      case .page: Self.positions(casebook.pages.map(\.slug))
      case .news:
        Dictionary(uniqueKeysWithValues: visibleNews.map { (casebook.news[$0].slug, $0) })
      }
    }
    self.positions = positions
    withheldSlugs = ByKind { kind in
      switch kind {
      case .case: Set(casebook.cases.map(\.slug)).subtracting(positions[.case].keys)
      case .news: Set(casebook.news.map(\.slug)).subtracting(positions[.news].keys)
      default: []
      }
    }
    renamed = Self.renamed(casebook)
    articles = Self.articles(of: casebook, visible)
    articlePlaces = articles.map { Self.positions($0.map(\.slug)) }
    names = EntityNames(casebook)
    orders = Orders(casebook)
    groups = Self.groups(casebook, positions[.company])
  }

  private static func positions(_ slugs: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(slugs, slugs.indices))
  }

  private static func groups(_ casebook: Casebook, _ positions: [String: Int]) -> [Int] {
    var groups = Array(casebook.companies.indices)
    func top(_ company: Int) -> Int {
      var top = company
      while groups[top] != top { top = groups[top] }
      return top
    }
    for (child, entry) in casebook.companies.enumerated() {
      for parent in entry.fields.parents {
        guard let above = positions[parent.company.value] else { continue }
        let (one, two) = (top(child), top(above))
        groups[max(one, two)] = min(one, two)
      }
    }
    return groups.indices.map(top)
  }

  private static func renamed(_ casebook: Casebook) -> [EntryKind: [String: String]] {
    var renamed: [EntryKind: [String: String]] = [:]
    func add(_ kind: EntryKind, _ slug: String, _ formerly: [Written<String>]) {
      for earlier in formerly { renamed[kind, default: [:]][earlier.value] = slug }
    }
    for entry in casebook.cases { add(.case, entry.slug, entry.fields.earlierSlugs) }
    for entry in casebook.companies { add(.company, entry.slug, entry.fields.earlierSlugs) }
    for entry in casebook.regulators { add(.regulator, entry.slug, entry.fields.earlierSlugs) }
    for entry in casebook.laws { add(.law, entry.slug, entry.fields.earlierSlugs) }
    for entry in casebook.topics { add(.topic, entry.slug, entry.fields.earlierSlugs) }
    for entry in casebook.pages { add(.page, entry.slug, entry.fields.earlierSlugs) }
    for entry in casebook.news { add(.news, entry.slug, entry.fields.earlierSlugs) }
    return renamed
  }

  private static func articles(of casebook: Casebook, _ visible: [Int]) -> [[ArticleName]] {
    let laws = positions(casebook.laws.map(\.slug))
    var names: [[String: ArticleName]] = casebook.laws.map { law in
      var named: [String: ArticleName] = [:]
      for heading in law.fields.headings {
        let name = Provision.article(of: heading.article.value)
        guard !slugged(name).isEmpty else { continue }
        let isWhole = name == heading.article.value
        if isWhole || named[slugged(name)] == nil {
          named[slugged(name)] = ArticleName(
            name: name, slug: slugged(name), heading: isWhole ? heading.text : nil)
        }
      }
      return named
    }
    for index in visible {
      for provision in casebook.cases[index].fields.provisions where !provision.isWholeLaw {
        guard let law = laws[provision.law.value] else { continue }
        let name = Provision.article(of: provision.at)
        let slug = slugged(name)
        // A name of signs alone has no address, so it stays with the law.
        if !slug.isEmpty, names[law][slug] == nil {
          names[law][slug] = ArticleName(name: name, slug: slug, heading: nil)
        }
      }
    }
    return names.map { $0.values.sorted { $0.isBefore($1) } }
  }

  /// Which of a law's articles has that slug; nil for none.
  func article(_ slug: String, of law: Int) -> Int? { articlePlaces[law][slug] }

  /// What a reference leads to.
  enum Answer: Equatable {
    case found(Int)
    /// It is there, but this build does not show it.
    case withheld
    /// It is there, but its file could not be read; that has been reported.
    case broken
    case unknown
  }

  func look(for slug: String, _ kind: EntryKind) -> Answer {
    if let position = positions[kind][slug] { return .found(position) }
    if withheldSlugs[kind].contains(slug) { return .withheld }
    return casebook.broken[kind]?.contains(slug) == true ? .broken : .unknown
  }

  /// The slug that was most likely meant by one that leads nowhere.
  func nearest(to slug: String, _ kind: EntryKind) -> String? {
    renamed[kind]?[slug] ?? nearestName(to: slug, among: positions[kind].keys)
  }

  /// Whether an entry was called so and is called otherwise now.
  func isRenamed(_ slug: String, _ kind: EntryKind) -> Bool { renamed[kind]?[slug] != nil }

  /// The position a reference leads to; a dangling one is reported where it is written.
  func position(
    of reference: Written<String>, _ kind: EntryKind, in path: String,
    _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard !reference.value.isEmpty else { return nil }
    switch look(for: reference.value, kind) {
    case .found(let position): return position
    case .withheld, .broken: return nil
    case .unknown:
      diagnostics.append(
        .unknown(
          kind, reference.value, nearest: nearest(to: reference.value, kind),
          isRenamed: isRenamed(reference.value, kind), at: reference.place(in: path)))
      return nil
    }
  }

  /// Where an entry's page is.
  func permalink(_ kind: EntryKind, _ position: Int) -> Permalink {
    switch kind {
    case .case: Permalink("cases", casebook.cases[position].slug)
    case .company: Permalink("companies", casebook.companies[position].slug)
    case .regulator: Permalink("regulators", casebook.regulators[position].slug)
    case .law: Permalink("laws", casebook.laws[position].slug)
    case .topic: Permalink("topics", casebook.topics[position].slug)
    case .page: Permalink(casebook.pages[position].slug)
    case .news: Permalink("news", casebook.news[position].slug)
    }
  }

  /// What a link to the entry says when its author wrote no text.
  func name(_ kind: EntryKind, _ position: Int) -> String {
    switch kind {
    case .case: casebook.cases[position].fields.short ?? casebook.cases[position].fields.title
    case .company: casebook.companies[position].fields.name
    case .regulator: casebook.regulators[position].fields.name
    case .law: casebook.laws[position].fields.short
    case .topic: casebook.topics[position].fields.name
    case .page: casebook.pages[position].fields.title
    case .news: casebook.news[position].fields.title
    }
  }
}

extension Directory {
  package func with(_ references: References) -> Directory {
    var copy = self
    copy.references = references
    return copy
  }
}

extension Casebook {
  /// Stage 3 begins: everything that can be referred to, under one roof.
  ///
  /// `texts` are those of its cases, which the directory does not keep.
  package func directory(of texts: [Prose], _ options: LinkingOptions) -> Directory {
    directory(options).with(references(in: texts))
  }

  /// The same without its `references`, which can be worked out at the same time.
  package func directory(_ options: LinkingOptions) -> Directory { Directory(self, options) }
}

extension Case {
  func isVisible(under options: LinkingOptions) -> Bool {
    options.shows(isDraft: isDraft, published)
  }
}

extension Provision {
  /// The article of a provision: what stands before its first bracket.
  static func article(of at: String) -> String {
    let name = at.utf8.prefix { $0 != UInt8(ascii: "(") }
    if name.isEmpty { return at }
    return String(Substring(name.last == UInt8(ascii: " ") ? name.dropLast() : name))
  }
}

/// Whether an article comes before another: runs of digits compare as numbers, so 9 is before 10.
func isNumberedBefore(_ left: String, _ right: String) -> Bool {
  var left = Substring(left).utf8[...]
  var right = Substring(right).utf8[...]
  func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  while let first = left.first, let second = right.first {
    if isDigit(first) && isDigit(second) {
      let leftNumber = left.prefix(while: isDigit)
      let rightNumber = right.prefix(while: isDigit)
      let (one, two) = (
        Int(String(leftNumber) ?? "") ?? .max, Int(String(rightNumber) ?? "") ?? .max
      )
      if one != two { return one < two }
      left = left.dropFirst(leftNumber.count)
      right = right.dropFirst(rightNumber.count)
    } else {
      if first != second { return first < second }
      left = left.dropFirst()
      right = right.dropFirst()
    }
  }
  return left.isEmpty && !right.isEmpty
}
