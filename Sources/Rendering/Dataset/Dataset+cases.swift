import CommonMark
import Content
import Linking

/// A case as a row, with the currency that its amounts are told in.
struct CaseRow: Sendable {
  let publication: Publication
  let linked: LinkedCase
  let amounts: CurrencyAmounts?
  let otherCurrencies: [String]

  init(_ subject: CaseSubject) {
    publication = subject.publication
    linked = subject.linked
    let all = linked.standing.amounts
    let main = all.first { !$0.inForce.isZero } ?? all.first { !$0.imposed.isZero } ?? all.first
    amounts = main
    otherCurrencies = all.map(\.currency.code).filter { $0 != main?.currency.code }
  }
}

extension Dataset {
  static let cases = Table<CaseRow>(
    TableFacts(
      name: "cases", key: ["slug"]),
    rows: .ofEachCase { [CaseRow($0)] },
    identity + texts + standing + dates + entities + sums + [body])

  private static let identity: [Column<CaseRow>] = [
    Column(
      "slug", .text,
      required: true
    ) { .text($0.linked.slug) },
    Column(
      "id", .text,
      required: true
    ) { .text("tag:" + $0.publication.feedAuthority + ":case/" + $0.linked.identity) },
    Column("url", .address, required: true) {
      .text($0.publication.site.root.url + $0.linked.permalink.path)
    },
  ]

  private static let texts: [Column<CaseRow>] = [
    Column(Case.schema, "title") { $1($0.linked.fields) },
    Column("short", .text, required: true) {
      .text($0.linked.short)
    },
    Column(Case.schema, "summary") { $1($0.linked.fields) },
  ]

  private static let standing: [Column<CaseRow>] = [
    Column(
      "status", .text, required: true,
      choices: Standing.Status.allCases.map(\.rawValue), meaning: "status"
    ) { .text($0.linked.standing.status.rawValue) },
    Column(
      "is_stayed", .flag, required: true
    ) { .flag($0.linked.standing.isStayed) },
    Column(
      "is_appeal_unknown", .flag,
      required: true
    ) { .flag($0.linked.isAppealUnknown) },
    Column(
      "is_retracted", .flag,
      required: true
    ) { .flag($0.linked.isRetracted) },
  ]

  private static let dates: [Column<CaseRow>] = [
    Column(
      "decided", .date,
      required: true
    ) { .date($0.linked.decided) },
    Column("last_step", .date, required: true) {
      .date($0.linked.lastStep)
    },
    Column(Case.schema, "checked") { $1($0.linked.fields) },
    Column("published", .moment, required: true) {
      .moment($0.linked.fields.published)
    },
    Column(
      "updated", .moment,
      required: true
    ) { .moment($0.linked.updated) },
  ]

  private static let entities: [Column<CaseRow>] = [
    Column("companies", .list) { row in
      .slugs(row.linked.companies.map { row.publication.site.companies[$0].slug })
    },
    Column(
      "is_unnamed", .flag,
      required: true
    ) { .flag($0.linked.isUnnamed) },
    Column("regulators", .list, required: true) { row in
      .slugs(row.linked.regulators.map { row.publication.site.regulators[$0].slug })
    },
    Column("jurisdictions", .list) { row in
      .slugs(row.linked.jurisdictions.map { row.publication.site.jurisdictions[$0].code })
    },
    Column(Case.schema, "topics") { $1($0.linked.fields) },
    Column(Case.schema, "formerly") { $1($0.linked.fields) },
  ]

  private static let sums: [Column<CaseRow>] =
    [
      Column(
        "currency", .text
      ) { .optional($0.amounts?.currency.code) }
    ] + amountColumns { $0.amounts } + [
      Column(
        "other_currencies", .list
      ) { .slugs($0.otherCurrencies) },
      Column(
        "undisclosed", .whole,
        required: true
      ) { .whole($0.linked.standing.undisclosed) },
    ]

  private static let body = Column<CaseRow>(
    "text", .text, long: true
  ) { .optional($0.linked.body.plainText) }
}

extension DataValue {
  /// A list that may be empty, which is as good as missing.
  static func slugs(_ slugs: [String]) -> DataValue { slugs.isEmpty ? .absent : .list(slugs) }
}

extension Dataset {
  /// What adds up in one currency: for each account the low end, and the high end where it is a range.
  static func amountColumns<Row>(
    _ amounts: @escaping @Sendable (Row) -> CurrencyAmounts?
  ) -> [Column<Row>] {
    let accounts: [(String, any KeyPath<CurrencyAmounts, Sum> & Sendable)] = [
      ("proposed", \.proposed), ("imposed", \.imposed), ("in_force", \.inForce),
      ("paid", \.paid), ("refunded", \.refunded),
    ]
    return accounts.flatMap { name, account in
      [
        Column<Row>(name, .amount) { row in
          .optional(amounts(row)?[keyPath: account].low)
        },
        Column<Row>(name + "_high", .amount) { row in
          .optional(amounts(row)?[keyPath: account].high)
        },
      ]
    }
  }
}
