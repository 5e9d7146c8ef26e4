import Content
import Linking

/// One of a case's list of something, with its place in it.
struct Numbered<Item: Sendable>: Sendable {
  let subject: CaseSubject
  /// From 1.
  let number: Int
  let item: Item

  static func rows(_ items: some Sequence<Item>, of subject: CaseSubject) -> [Numbered] {
    items.enumerated().map { Numbered(subject: subject, number: $0 + 1, item: $1) }
  }
}

extension Dataset {
  static let caseCompanies = Table<Numbered<Ordinal<LinkedCompany>>>(
    TableFacts(
      name: "case_companies",
      key: ["case_slug", "number"]),
    rows: .ofEachCase { Numbered.rows($0.linked.companies, of: $0) },
    key() + [
      Column("company_slug", .text, required: true, in: "companies") {
        .text($0.subject.publication.site.companies[$0.item].slug)
      }
    ])

  static let caseRegulators = Table<Numbered<Ordinal<LinkedRegulator>>>(
    TableFacts(
      name: "case_regulators",
      key: ["case_slug", "number"]),
    rows: .ofEachCase { Numbered.rows($0.linked.regulators, of: $0) },
    key() + [
      Column("regulator_slug", .text, required: true, in: "regulators") {
        .text($0.subject.publication.site.regulators[$0.item].slug)
      }
    ])

  static let caseTopics = Table<Numbered<Ordinal<LinkedTopic>>>(
    TableFacts(
      name: "case_topics",
      key: ["case_slug", "number"]),
    rows: .ofEachCase { Numbered.rows($0.linked.topics, of: $0) },
    key() + [
      Column("topic_slug", .text, required: true, in: "topics") {
        .text($0.subject.publication.site.topics[$0.item].slug)
      }
    ])

  static let provisions = Table<Numbered<LinkedProvision>>(
    TableFacts(
      name: "provisions",
      key: ["case_slug", "number"], member: "provisions"),
    rows: .ofEachCase { Numbered.rows($0.linked.provisions, of: $0) },
    key() + [
      Column("law_slug", .text, required: true, in: "laws") {
        .text($0.law.slug)
      },
      Column("article", .text) {
        .optional($0.article?.name)
      },
      Column("provision", .text) { .optional($0.item.at) },
      Column(
        "role", .text, required: true,
        choices: Provision.Role.allCases.map(\.rawValue), meaning: "role"
      ) { .text($0.item.role.rawValue) },
    ])

  static let sources = Table<Numbered<Source>>(
    TableFacts(
      name: "sources",
      key: ["case_slug", "number"], member: "sources"),
    rows: .ofEachCase { Numbered.rows($0.linked.fields.sources, of: $0) },
    key() + [
      Column(Source.schema, "id") { $1($0.item) },
      Column(Source.schema, "title") { $1($0.item) },
      Column("publisher", .text, required: true) { row in
        .optional(row.publisher?.fields.name ?? row.item.publisher.value)
      },
      Column(
        "regulator_slug", .text, in: "regulators"
      ) {
        .optional($0.publisher?.slug)
      },
      Column(Source.schema, "url") { $1($0.item) },
      Column(Source.schema, "date") { $1($0.item) },
      Column(Source.schema, "language") { $1($0.item) },
      Column(Source.schema, "archive") { $1($0.item) },
      Column(Source.schema, "retrieved") { $1($0.item) },
    ])

  static let referenceNumbers = Table<Numbered<DocketReference>>(
    TableFacts(
      name: "reference_numbers", key: ["case_slug", "number"],
      member: "reference_numbers"),
    rows: .ofEachCase { Numbered.rows($0.linked.fields.references, of: $0) },
    key() + [
      Column(DocketReference.schema, "kind", meaning: "reference") { $1($0.item) },
      Column(DocketReference.schema, "value") { $1($0.item) },
    ])

  static let history = Table<Numbered<Amendment>>(
    TableFacts(
      name: "history", key: ["case_slug", "number"],
      member: "history"),
    rows: .ofEachCase { Numbered.rows($0.linked.fields.history, of: $0) },
    key() + [
      Column(Amendment.schema, "date") { $1($0.item) },
      Column(Amendment.schema, "kind", meaning: "amendment") { $1($0.item) },
      Column(Amendment.schema, "note") { $1($0.item) },
    ])

  static let deadlines = Table<Numbered<Deadline>>(
    TableFacts(
      name: "deadlines",
      key: ["case_slug", "number"], member: "deadlines"),
    rows: .ofEachCase { Numbered.rows($0.linked.fields.deadlines, of: $0) },
    key() + [
      Column(Deadline.schema, "id") { $1($0.item) },
      Column(Deadline.schema, "kind", meaning: "deadline") { $1($0.item) },
      Column(Deadline.schema, "date") { $1($0.item) },
      Column(Deadline.schema, "until") { $1($0.item) },
      Column(Deadline.schema, "note") { $1($0.item) },
    ])

  static let relatedCases = Table<Numbered<RelatedCase>>(
    TableFacts(
      name: "related_cases", key: ["case_slug", "number"],
      member: "related_cases"),
    rows: .ofEachCase { Numbered.rows($0.linked.related, of: $0) },
    key() + [
      Column("related_slug", .text, required: true, in: "cases") {
        .text($0.subject.publication.site.cases[$0.item.other].slug)
      },
      Column("how", .text, choices: Relation.Kind.allCases.map(\.rawValue), meaning: "relation") {
        .optional($0.item.how?.rawValue)
      },
      Column(
        "is_inverse", .flag,
        required: true
      ) { .flag($0.item.isInverse) },
    ])

  /// The first two columns of each of these tables.
  private static func key<Item>() -> [Column<Numbered<Item>>] {
    [
      caseSlug { $0.subject.linked.slug },
      Column("number", .whole, required: true) {
        .whole($0.number)
      },
    ]
  }
}

extension Numbered where Item == LinkedProvision {
  var law: LinkedLaw { subject.publication.site.laws[item.law] }

  var article: LinkedLaw.Article? { item.article.map { law.articles[$0] } }
}

extension Numbered where Item == Source {
  /// The regulator that published it.
  var publisher: LinkedRegulator? {
    subject.linked.publishers[number - 1].map { subject.publication.site.regulators[$0] }
  }
}
