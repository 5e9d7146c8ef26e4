import Content
import Linking

/// A company, regulator, law or topic, and the publication that it is in.
struct EntityRow<Entity: Sendable>: Sendable {
  let publication: Publication
  let linked: Entity

  static func rows(_ entities: [Entity], in publication: Publication) -> [EntityRow] {
    entities.map { EntityRow(publication: publication, linked: $0) }
  }
}

/// Who a company belonged to, and when.
struct ParentRow: Sendable {
  let slug: String
  /// From 1.
  let number: Int
  let parent: String
  let tie: LinkedCompany.Tie

  static func rows(in publication: Publication) -> [ParentRow] {
    let companies = publication.site.companies
    return companies.flatMap { company in
      company.parents.enumerated().map { index, tie in
        ParentRow(
          slug: company.slug, number: index + 1, parent: companies[tie.company].slug, tie: tie)
      }
    }
  }
}

extension Dataset {
  static let companies = Table<EntityRow<LinkedCompany>>(
    TableFacts(
      name: "companies",
      key: ["slug"]),
    rows: .ofPublication { EntityRow.rows($0.site.companies, in: $0) },
    [
      slug { $0.slug },
      url { $0.permalink },
      Column(Company.schema, "name") { $1($0.linked.fields) },
      Column(Company.schema, "short") { $1($0.linked.fields) },
      Column(Company.schema, "legal_name") { $1($0.linked.fields) },
      Column(Company.schema, "aliases") { $1($0.linked.fields) },
      Column(Company.schema, "country") { $1($0.linked.fields) },
      Column(Company.schema, "kind", meaning: "company") { $1($0.linked.fields) },
      Column(Company.schema, "lei") { $1($0.linked.fields) },
      Column(Company.schema, "wikidata") { $1($0.linked.fields) },
      Column(Company.schema, "website") { $1($0.linked.fields) },
      Column(Company.schema, "formerly") { $1($0.linked.fields) },
      Column("cases", .whole, required: true) {
        .whole($0.linked.cases.count)
      },
      Column(
        "group_cases", .whole,
        required: true
      ) { .whole($0.linked.groupCases.count) },
    ])

  static let companyParents = Table<ParentRow>(
    TableFacts(
      name: "company_parents", key: ["company_slug", "number"]),
    rows: .ofPublication(ParentRow.rows),
    [
      Column("company_slug", .text, required: true, in: "companies") {
        .text($0.slug)
      },
      Column("number", .whole, required: true) {
        .whole($0.number)
      },
      Column("parent_slug", .text, required: true, in: "companies") {
        .text($0.parent)
      },
      Column("from_date", .date) { .optional($0.tie.from) },
      Column("to_date", .date) { .optional($0.tie.to) },
    ])

  static let regulators = Table<EntityRow<LinkedRegulator>>(
    TableFacts(
      name: "regulators", key: ["slug"]),
    rows: .ofPublication { EntityRow.rows($0.site.regulators, in: $0) },
    [
      slug { $0.slug },
      url { $0.permalink },
      Column(Regulator.schema, "name") { $1($0.linked.fields) },
      Column(Regulator.schema, "native_name") { $1($0.linked.fields) },
      Column(Regulator.schema, "abbreviation") { $1($0.linked.fields) },
      Column(Regulator.schema, "jurisdiction") { $1($0.linked.fields) },
      Column("jurisdiction_name", .text, required: true) {
        .text($0.publication.jurisdictions[Int($0.linked.jurisdiction.index)].name)
      },
      Column(Regulator.schema, "kind", meaning: "regulator") { $1($0.linked.fields) },
      Column(Regulator.schema, "website") { $1($0.linked.fields) },
      Column(Regulator.schema, "wikidata") { $1($0.linked.fields) },
      Column(Regulator.schema, "coverage") { $1($0.linked.fields) },
      Column(Regulator.schema, "formerly") { $1($0.linked.fields) },
      Column("cases", .whole, required: true) {
        .whole($0.linked.cases.count)
      },
      Column("rulings", .whole, required: true) {
        .whole($0.linked.rulings.count)
      },
    ])

  static let laws = Table<EntityRow<LinkedLaw>>(
    TableFacts(
      name: "laws",
      key: ["slug"]),
    rows: .ofPublication { EntityRow.rows($0.site.laws, in: $0) },
    [
      slug { $0.slug },
      url { $0.permalink },
      Column(Law.schema, "name") { $1($0.linked.fields) },
      Column(Law.schema, "short") { $1($0.linked.fields) },
      Column(Law.schema, "jurisdiction") { $1($0.linked.fields) },
      Column(Law.schema, "eli") { $1($0.linked.fields) },
      Column(Law.schema, "celex") { $1($0.linked.fields) },
      Column(Law.schema, "url", as: "text_url") { $1($0.linked.fields) },
      Column(Law.schema, "formerly") { $1($0.linked.fields) },
      Column("cases", .whole, required: true) {
        .whole($0.linked.cases.count)
      },
    ])

  static let topics = Table<EntityRow<LinkedTopic>>(
    TableFacts(
      name: "topics", key: ["slug"]),
    rows: .ofPublication { EntityRow.rows($0.site.topics, in: $0) },
    [
      slug { $0.slug },
      url { $0.permalink },
      Column(Topic.schema, "name") { $1($0.linked.fields) },
      Column(Topic.schema, "summary") { $1($0.linked.fields) },
      Column(Topic.schema, "formerly") { $1($0.linked.fields) },
      Column("cases", .whole, required: true) {
        .whole($0.linked.cases.count)
      },
    ])

  private static func slug<Entity>(
    _ slug: @escaping @Sendable (Entity) -> String
  ) -> Column<EntityRow<Entity>> {
    Column(
      "slug", .text,
      required: true
    ) { .text(slug($0.linked)) }
  }

  private static func url<Entity>(
    _ permalink: @escaping @Sendable (Entity) -> Permalink
  ) -> Column<EntityRow<Entity>> {
    Column("url", .address, required: true) {
      .text($0.publication.site.root.url + permalink($0.linked).path)
    }
  }
}
