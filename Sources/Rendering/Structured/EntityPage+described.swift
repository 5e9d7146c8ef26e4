import Content
import Linking
import Mustache

/// What a page with a list of cases is about, told to programs.
protocol Described: Sendable {
  /// The page that describes it.
  var permalink: Permalink { get }
  /// What the list says of it, on each of its pages.
  func introduce(in list: inout LinkedData)
  /// What there is to say of it, on the first.
  func describe(in data: inout LinkedData, of publication: Publication)
}

extension Described {
  func introduce(in list: inout LinkedData) {
    list.reference("about", to: permalink.path, LinkedData.subject)
  }
}

extension EntityPage {
  /// A list of cases and, on the first of its pages, what they have in common.
  func describe(in data: inout LinkedData) {
    data.collection(head, count: list.count) { linked.introduce(in: &$0) }
    data.breadcrumbs(head)
    if list.page == 1 { linked.describe(in: &data, of: publication) }
  }
}

extension CasesPage {
  func describe(in data: inout LinkedData) {
    data.collection(head, count: list.count) { _ in }
    data.breadcrumbs(head)
  }
}

extension IndexPage {
  func describe(in data: inout LinkedData) {
    data.collection(head, count: groups.reduce(0) { $0 + $1.entries.count }) { _ in }
    data.breadcrumbs(head)
  }
}

extension NewsPage {
  func describe(in data: inout LinkedData) {
    data.collection(head, count: head.publication.site.news.count) { _ in }
    data.breadcrumbs(head)
  }
}

extension LinkedData {
  fileprivate mutating func collection(
    _ head: PageHead, count: Int, _ more: (inout LinkedData) -> Void
  ) {
    thing("CollectionPage") { data in
      data.page(head)
      more(&data)
      data.thing("mainEntity", "ItemList") { $0.number("numberOfItems", count) }
    }
  }
}

extension LinkedCompany: Described {
  func describe(in data: inout LinkedData, of publication: Publication) {
    data.company(fields.name, fields.kind, at: permalink) { company in
      if fields.kind != .person {
        company.text("legalName", fields.legalName)
        company.text("leiCode", fields.lei)
      }
      company.texts("alternateName", (fields.short.map { [$0] } ?? []) + fields.aliases)
      company.texts("sameAs", identities(fields.wikidata, fields.website))
      company.list("parentOrganization", of: parents.filter { $0.to == nil }) {
        $0.company($1.company, of: publication)
      }
      company.list("subOrganization", of: subsidiaries.filter { $0.to == nil }) {
        $0.company($1.company, of: publication)
      }
    }
  }
}

extension LinkedRegulator: Described {
  func describe(in data: inout LinkedData, of publication: Publication) {
    data.regulator(fields.name, at: permalink) { regulator in
      regulator.texts(
        "alternateName", [fields.nativeName, fields.abbreviation].compactMap { $0 })
      regulator.texts("sameAs", identities(fields.wikidata, fields.website))
      regulator.place(
        "areaServed", publication.site.jurisdictions[jurisdiction], in: publication.words)
    }
  }
}

extension LinkedLaw: Described {
  func describe(in data: inout LinkedData, of publication: Publication) {
    data.thing("Legislation") { law in
      law.address("@id", permalink.path, fragment: LinkedData.subject)
      law.text("name", fields.name)
      law.text("alternateName", fields.short == fields.name ? nil : fields.short)
      law.address("url", permalink.path)
      law.texts("sameAs", [fields.eli, fields.url].compactMap { $0 })
      law.law(self)
      law.place(
        "legislationJurisdiction", publication.site.jurisdictions[jurisdiction],
        in: publication.words)
    }
  }
}

extension ArticleOfLaw: Described {
  var permalink: Permalink { article.permalink }

  func describe(in data: inout LinkedData, of publication: Publication) {
    data.thing("Legislation") { part in
      part.address("@id", article.permalink.path, fragment: LinkedData.subject)
      part.text("name", law.fields.short + " " + article.name)
      part.text("alternateName", article.heading)
      part.address("url", article.permalink.path)
      part.reference("isPartOf", to: law.permalink.path, LinkedData.subject)
    }
  }
}

extension LinkedJurisdiction: Described {
  func describe(in data: inout LinkedData, of publication: Publication) {
    data.place(self, in: publication.words)
  }
}

extension LinkedTopic: Described {
  func describe(in data: inout LinkedData, of publication: Publication) {
    data.thing("DefinedTerm") { term in
      term.address("@id", permalink.path, fragment: LinkedData.subject)
      term.text("name", fields.name)
      term.text("description", fields.summary)
      term.address("url", permalink.path)
    }
  }
}

extension LinkedYear: Described {
  func introduce(in list: inout LinkedData) {
    list.date("temporalCoverage", CalendarDate(year: year))
  }

  func describe(in data: inout LinkedData, of publication: Publication) {}
}

/// Other pages about the same thing.
private func identities(_ wikidata: String?, _ website: String?) -> [String] {
  [wikidata.map { "https://www.wikidata.org/entity/" + $0 }, website].compactMap { $0 }
}

// Things that several pages name.
extension LinkedData {
  mutating func company(_ ordinal: Ordinal<LinkedCompany>, of publication: Publication) {
    let companies = publication.site.companies
    company(
      companies[ordinal].fields.name, companies[ordinal].fields.kind,
      at: companies[ordinal].permalink)
  }

  fileprivate mutating func company(
    _ name: String, _ kind: Company.Kind?, at permalink: Permalink,
    _ more: (inout LinkedData) -> Void = { _ in }
  ) {
    let type: StaticString =
      switch kind {
      case .person: "Person"
      case .publicBody: "GovernmentOrganization"
      default: "Organization"
      }
    thing(type) { data in
      data.address("@id", permalink.path, fragment: Self.subject)
      data.text("name", name)
      data.address("url", permalink.path)
      more(&data)
    }
  }

  mutating func regulator(_ ordinal: Ordinal<LinkedRegulator>, of publication: Publication) {
    let regulators = publication.site.regulators
    regulator(regulators[ordinal].fields.name, at: regulators[ordinal].permalink)
  }

  fileprivate mutating func regulator(
    _ name: String, at permalink: Permalink, _ more: (inout LinkedData) -> Void = { _ in }
  ) {
    thing("GovernmentOrganization") { data in
      data.address("@id", permalink.path, fragment: Self.subject)
      data.text("name", name)
      data.address("url", permalink.path)
      more(&data)
    }
  }

  /// By what a law is known elsewhere.
  mutating func law(_ law: LinkedLaw) {
    text("legislationIdentifier", law.fields.celex ?? law.fields.eli)
  }

  fileprivate mutating func place(
    _ key: StaticString, _ place: LinkedJurisdiction, in words: Words
  ) {
    thing(key, "AdministrativeArea") { $0.describe(place, in: words) }
  }

  fileprivate mutating func place(_ place: LinkedJurisdiction, in words: Words) {
    thing("AdministrativeArea") { $0.describe(place, in: words) }
  }

  private mutating func describe(_ place: LinkedJurisdiction, in words: Words) {
    address("@id", place.permalink.path, fragment: Self.subject)
    text("name", words.name(of: place))
    text("identifier", place.code)
    address("url", place.permalink.path)
  }
}
