import CommonMark
import Content
import Linking
import Mustache

/// The page of something that cases have in common: who it is, and its cases, fifty a page.
struct EntityPage<Linked: Described>: ListPage {
  let head: PageHead
  let list: ListSlice
  let linked: Linked
  /// What refers to it, newest first.
  var news: [NewsSummary] = []
  /// On its first page alone.
  var figures: [Figure] = []
}

/// A linked entry with a text.
protocol ProseBearer {
  var body: LinkedProse { get }
}

extension LinkedCompany: ProseBearer {}
extension LinkedRegulator: ProseBearer {}
extension LinkedLaw: ProseBearer {}
extension LinkedTopic: ProseBearer {}
extension LinkedPage: ProseBearer {}

extension EntityPage {
  var publication: Publication { head.publication }
}

extension FieldDeclarations {
  /// The text of an entry, and its footnotes.
  mutating func declareProse(
    _ words: Words, in publication: @escaping @Sendable (Value) -> Publication,
    _ prose: @escaping @Sendable (Value) -> LinkedProse
  ) {
    html("body", when: { !prose($0).body.isEmpty }) { value, out in
      let prose = prose(value)
      out.append(prose, prose.body, on: publication(value).site.root)
    }
    list("headings", of: .heading) { prose($0).headings }
    list("notes", of: .note(words)) { NoteItem.footnotes(of: prose($0), in: publication($0)) }
  }

  /// A page with a list of cases and a text, both of something that is linked.
  fileprivate mutating func declareEntity<Linked: ProseBearer & Described>(_ words: Words)
  where Value == EntityPage<Linked> {
    declareHead()
    declareList(words)
    declareProse(words, in: { $0.publication }) { $0.linked.body }
    list("news", of: .newsSummary(words)) { $0.news }
  }
}

extension Fields where Value == EntityPage<LinkedCompany> {
  /// What `company` may name.
  static func companyPage(_ words: Words) -> Fields<EntityPage<LinkedCompany>> {
    Fields<EntityPage<LinkedCompany>>("company") { f in
      f.declareEntity(words)
      f.declareFigures { $0.figures }
      f.declare(Company.schema) { $0.linked.fields }
      f.text("name") { $0.linked.fields.name }
      f.text("short") { $0.linked.short }
      f.optionalText("kind") { $0.linked.fields.kind.map { words.companyKind[$0] } }
      f.optionalText("country_name") { $0.linked.fields.country.map(words.country) }
      f.object("jurisdiction", of: .link) { page in
        page.publication.site.jurisdictions.firstIndex { $0.code == page.linked.fields.country }
          .map { page.publication.jurisdictions[$0] }
      }
      f.html("website_host", when: { $0.linked.fields.website != nil }) { page, out in
        out.append(hostOf: page.linked.fields.website ?? "")
      }
      f.list("parents", of: .tie(words)) { page in
        page.linked.parents.map { TieItem($0, in: page.publication) }
      }
      f.list("subsidiaries", of: .tie(words)) { page in
        page.linked.subsidiaries.map { TieItem($0, in: page.publication) }
      }
      f.text("own_cases_words") { words.cases($0.linked.cases.count) }
      f.object("group", of: .group(words)) { page in
        page.linked.subsidiaries.isEmpty ? nil : page.linked
      }
    }
  }
}

/// Who a company belongs to, or who belongs to it, and when.
struct TieItem: Sendable {
  let tie: LinkedCompany.Tie
  let company: Link
  let cases: Int

  init(_ tie: LinkedCompany.Tie, in publication: Publication) {
    self.tie = tie
    company = publication.companies[Int(tie.company.index)]
    cases = publication.site.companies[Int(tie.company.index)].cases.count
  }
}

extension Fields where Value == TieItem {
  static func tie(_ words: Words) -> Fields<TieItem> {
    Fields<TieItem>("tie between companies") { f in
      f.text("name") { $0.company.name }
      f.text("short") { $0.company.short }
      f.text("href") { $0.company.href }
      f.text("cases_words") { words.cases($0.cases) }
      f.html("from", when: { $0.tie.from != nil }) { item, out in
        if let date = item.tie.from { out.append(element: date, in: words) }
      }
      f.html("to", when: { $0.tie.to != nil }) { item, out in
        if let date = item.tie.to { out.append(element: date, in: words) }
      }
    }
  }
}

extension Fields where Value == LinkedCompany {
  static func group(_ words: Words) -> Fields<LinkedCompany> {
    Fields<LinkedCompany>("group of companies") { f in
      f.text("case_count") { words.number($0.groupCases.count) }
      f.text("cases_words") { words.cases($0.groupCases.count) }
      f.declareTotals(words) { $0.groupTotals }
    }
  }
}

extension Fields where Value == EntityPage<LinkedRegulator> {
  /// What `regulator` may name.
  static func regulatorPage(_ words: Words) -> Fields<EntityPage<LinkedRegulator>> {
    Fields<EntityPage<LinkedRegulator>>("regulator") { f in
      f.declareEntity(words)
      f.declareFigures { $0.figures }
      f.declare(Regulator.schema) { $0.linked.fields }
      f.text("name") { $0.linked.fields.name }
      f.text("short") { $0.linked.short }
      f.optionalText("kind") { $0.linked.fields.kind.map { words.regulatorKind[$0] } }
      f.flag("is_court") { $0.linked.fields.kind == .court || $0.linked.fields.kind == .tribunal }
      f.object("jurisdiction", of: .link) { page in
        page.publication.jurisdictions[Int(page.linked.jurisdiction.index)]
      }
      f.html("website_host", when: { $0.linked.fields.website != nil }) { page, out in
        out.append(hostOf: page.linked.fields.website ?? "")
      }
      f.text("decided_words") { words.cases($0.linked.cases.count) }
      f.text("rulings_words") { words.cases($0.linked.rulings.count) }
      f.flag("has_rulings") { !$0.linked.rulings.isEmpty }
    }
  }
}

extension Fields where Value == EntityPage<LinkedJurisdiction> {
  /// What `jurisdiction` may name.
  static func jurisdictionPage(_ words: Words) -> Fields<EntityPage<LinkedJurisdiction>> {
    Fields<EntityPage<LinkedJurisdiction>>("jurisdiction") { f in
      f.declareHead()
      f.declareList(words)
      f.text("name") { $0.linked.name }
      f.text("code") { $0.linked.code }
      f.list("regulators", of: .link) { page in
        page.linked.regulators.map { page.publication.regulators[Int($0.index)] }
      }
      f.list("laws", of: .link) { page in
        page.linked.laws.map { page.publication.laws[Int($0.index)] }
      }
    }
  }
}

extension Fields where Value == EntityPage<LinkedTopic> {
  /// What `topic` may name.
  static func topicPage(_ words: Words) -> Fields<EntityPage<LinkedTopic>> {
    Fields<EntityPage<LinkedTopic>>("topic") { f in
      f.declareEntity(words)
      f.declare(Topic.schema) { $0.linked.fields }
      f.text("name") { $0.linked.fields.name }
    }
  }
}

extension Fields where Value == EntityPage<LinkedYear> {
  /// What `year` may name.
  static func yearPage(_ words: Words) -> Fields<EntityPage<LinkedYear>> {
    Fields<EntityPage<LinkedYear>>("year") { f in
      f.declareHead()
      f.declareList(words)
      f.declareFigures { $0.figures }
      f.text("year") { String($0.linked.year) }
      f.object("year_before", of: .link) { $0.neighbour(-1) }
      f.object("year_after", of: .link) { $0.neighbour(1) }
    }
  }
}

extension EntityPage<LinkedYear> {
  /// The next year in one direction that has cases.
  fileprivate func neighbour(_ step: Int) -> Link? {
    let years = publication.site.years
    // The list runs from the newest back.
    guard let index = years.firstIndex(where: { $0.year == linked.year }),
      years.indices.contains(index - step)
    else { return nil }
    let year = years[index - step]
    return Link(String(year.year), to: year.permalink.path, on: publication.site.root)
  }
}
