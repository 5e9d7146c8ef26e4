import Content
import Linking
import Mustache

/// A page that lists entries, A to Z or newest first, with what their cases add up to.
struct IndexPage: PublishedPage {
  struct Entry: Sendable {
    let link: Link
    /// Beside the name: a country, a native name, a full name.
    let note: String?
    let cases: Int
    let totals: Totals
  }

  struct Group: Sendable {
    /// Nil where the list is too short to be divided.
    let letter: String?
    let entries: [Entry]
  }

  let head: PageHead
  let groups: [Group]

  /// From how many entries on a list is divided by first letters.
  private static let divisionLength = 40

  init(_ kind: IndexKind, in publication: Publication) {
    let section = publication.sections.link(kind)
    head = PageHead(
      section.name, at: kind.permalink.path, in: kind.permalink.path,
      description: publication.words.description(of: kind, site: publication.site.settings.title),
      of: publication)
    let entries = Self.entries(of: kind, in: publication)
    guard kind != .years, entries.count >= Self.divisionLength else {
      groups = [Group(letter: nil, entries: entries)]
      return
    }
    var groups: [Group] = []
    var rest = entries[...]
    while let first = rest.first {
      let letter = Self.letter(of: first.link.name)
      let group = rest.prefix { Self.letter(of: $0.link.name) == letter }
      groups.append(Group(letter: letter, entries: Array(group)))
      rest = rest.dropFirst(group.count)
    }
    self.groups = groups
  }

  /// The letter that a name is filed under; `#` for digits and whatever else.
  static func letter(of name: String) -> String {
    guard let first = collationKey(String(name.prefix(1))).first, first.isLetter else { return "#" }
    return first.uppercased()
  }

  private static func entries(of kind: IndexKind, in publication: Publication) -> [Entry] {
    let site = publication.site
    switch kind {
    case .companies:
      return zip(site.companies, publication.companies).map { company, link in
        Entry(
          link: link, note: company.fields.country.map(publication.words.country),
          cases: company.groupCases.count, totals: company.groupTotals)
      }
    case .regulators:
      return zip(site.regulators, publication.regulators).map { regulator, link in
        Entry(
          link: link, note: publication.jurisdictions[Int(regulator.jurisdiction.index)].name,
          cases: regulator.cases.count + regulator.rulings.count, totals: regulator.totals)
      }
    case .jurisdictions:
      return zip(site.jurisdictions, publication.jurisdictions).map { place, link in
        Entry(link: link, note: nil, cases: place.cases.count, totals: place.totals)
      }.inOrderOfNames
    case .laws:
      return zip(site.laws, publication.laws).map { law, link in
        Entry(
          link: Link(law.fields.short, to: law.permalink.path, on: site.root),
          note: link.short == link.name ? nil : link.name, cases: law.cases.count,
          totals: law.totals)
      }
    case .topics:
      return zip(site.topics, publication.topics).map { topic, link in
        Entry(
          link: link, note: topic.fields.summary, cases: topic.cases.count, totals: topic.totals)
      }
    case .years:
      return site.years.map { year in
        Entry(
          link: Link(String(year.year), to: year.permalink.path, on: site.root), note: nil,
          cases: year.cases.count, totals: year.totals)
      }
    }
  }
}

extension [IndexPage.Entry] {
  /// By what they are called in the publication's language, ties as they are.
  fileprivate var inOrderOfNames: [IndexPage.Entry] {
    let keys = map { collationKey($0.link.name) }
    return indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }.map { self[$0] }
  }
}

extension IndexKind {
  var permalink: Permalink {
    switch self {
    case .companies: Permalink("companies")
    case .regulators: Permalink("regulators")
    case .jurisdictions: Permalink("jurisdictions")
    case .laws: Permalink("laws")
    case .topics: Permalink("topics")
    case .years: Permalink("years")
    }
  }
}

extension SectionLinks {
  func link(_ kind: IndexKind) -> Link {
    switch kind {
    case .companies: companies
    case .regulators: regulators
    case .jurisdictions: jurisdictions
    case .laws: laws
    case .topics: topics
    case .years: years
    }
  }
}

extension Fields where Value == IndexPage {
  /// What `companies`, `regulators`, `jurisdictions`, `laws`, `topics` and `years` may name.
  static func indexPage(_ words: Words) -> Fields<IndexPage> {
    Fields<IndexPage>("index") { f in
      f.declareHead()
      f.list("groups", of: group(words)) { $0.groups }
      f.flag("is_divided") { $0.groups.first?.letter != nil }
      f.text("entry_count") { page in String(page.groups.reduce(0) { $0 + $1.entries.count }) }
    }
  }

  private static func group(_ words: Words) -> Fields<IndexPage.Group> {
    Fields<IndexPage.Group>("letter") { f in
      f.optionalText("letter") { $0.letter }
      f.text("anchor") { $0.letter.map { $0 == "#" ? "page-other" : "page-letter-" + $0 } ?? "" }
      f.list("entries", of: entry(words)) { $0.entries }
    }
  }

  private static func entry(_ words: Words) -> Fields<IndexPage.Entry> {
    Fields<IndexPage.Entry>("entry") { f in
      f.include(.link) { $0.link }
      f.optionalText("note") { $0.note }
      f.text("case_count") { words.number($0.cases) }
      f.text("cases_words") { words.cases($0.cases) }
      f.declareTotals(words) { $0.totals }
    }
  }
}
