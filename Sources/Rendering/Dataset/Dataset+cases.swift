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
      name: "cases", title: "Cases",
      summary: "one case, with what is derived from its procedure", key: ["slug"]),
    rows: .ofEachCase { [CaseRow($0)] },
    identity + texts + standing + dates + entities + sums + [body])

  private static let identity: [Column<CaseRow>] = [
    Column(
      "slug", .text, "the last part of its address, by which other tables refer to it",
      required: true
    ) { .text($0.linked.slug) },
    Column(
      "id", .text, "what it keeps for ever, also under a new address: the id of its feed entry",
      required: true
    ) { .text("tag:" + $0.publication.feedAuthority + ":case/" + $0.linked.identity) },
    Column("url", .address, "the address of its page", required: true) {
      .text($0.publication.site.root.url + $0.linked.permalink.path)
    },
  ]

  private static let texts: [Column<CaseRow>] = [
    Column(Case.schema, "title") { $1($0.linked.fields) },
    Column("short", .text, "a short name; the title where there is none", required: true) {
      .text($0.linked.short)
    },
    Column(Case.schema, "summary") { $1($0.linked.fields) },
  ]

  private static let standing: [Column<CaseRow>] = [
    Column(
      "status", .text, "where the case stands after its last known step", required: true,
      choices: Standing.Status.allCases.map {
        Choice(word: $0.rawValue, meaning: Wording.phrase(of: $0))
      }
    ) { .text($0.linked.standing.status.rawValue) },
    Column(
      "is_stayed", .flag, "true while a court has suspended the effect", required: true
    ) { .flag($0.linked.standing.isStayed) },
    Column(
      "is_appeal_unknown", .flag,
      "true where nothing is known behind the last ruling, which may not be the last",
      required: true
    ) { .flag($0.linked.isAppealUnknown) },
    Column(
      "is_retracted", .flag, "true where the publication no longer stands by the entry",
      required: true
    ) { .flag($0.linked.fields.isRetracted) },
  ]

  private static let dates: [Column<CaseRow>] = [
    Column(
      "decided", .date, "the day of the first decision; of the first step where nothing is decided",
      required: true
    ) { .date($0.linked.decided) },
    Column("last_step", .date, "the date of the last known step", required: true) {
      .date($0.linked.lastStep)
    },
    Column(Case.schema, "checked") { $1($0.linked.fields) },
    Column("published", .moment, "when the write-up was published, in UTC", required: true) {
      .moment($0.linked.fields.published)
    },
    Column(
      "updated", .moment,
      "when it last changed in substance: a later step, a correction, an update or a retraction",
      required: true
    ) { .moment($0.linked.updated) },
  ]

  private static let entities: [Column<CaseRow>] = [
    Column("companies", .list, "slugs of the respondents; empty where no name is known") { row in
      .slugs(row.linked.companies.map { row.publication.site.companies[$0].slug })
    },
    Column(
      "is_unnamed", .flag, "true where the authority withheld the respondent's name",
      required: true
    ) { .flag($0.linked.isUnnamed) },
    Column("regulators", .list, "slugs of the authorities, the lead first", required: true) { row in
      .slugs(row.linked.regulators.map { row.publication.site.regulators[$0].slug })
    },
    Column("jurisdictions", .list, "ISO 3166 codes of the authorities' places, or EU") { row in
      .slugs(row.linked.jurisdictions.map { row.publication.site.jurisdictions[$0].code })
    },
    Column(Case.schema, "topics") { $1($0.linked.fields) },
    Column(Case.schema, "formerly") { $1($0.linked.fields) },
  ]

  private static let sums: [Column<CaseRow>] =
    [
      Column(
        "currency", .text,
        "ISO 4217 code of the amounts in this row; empty where the case has no amount"
      ) { .optional($0.amounts?.currency.code) }
    ] + amountColumns { $0.amounts } + [
      Column(
        "other_currencies", .list,
        "codes of further currencies, whose amounts are in the table amounts alone"
      ) { .slugs($0.otherCurrencies) },
      Column(
        "undisclosed", .whole, "how many amounts in force the authority did not disclose",
        required: true
      ) { .whole($0.linked.standing.undisclosed) },
    ]

  private static let body = Column<CaseRow>(
    "text", .text, "the write-up without its markup, one block a line", long: true
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
    let accounts: [(String, any KeyPath<CurrencyAmounts, Sum> & Sendable, String)] = [
      ("proposed", \.proposed, "what a notice or draft proposed"),
      ("imposed", \.imposed, "what was first imposed, before any court or second decision"),
      ("in_force", \.inForce, "what stands today: the only amount that totals add up"),
      ("paid", \.paid, "what is known to have been paid"),
      ("refunded", \.refunded, "what is known to have been paid back"),
    ]
    return accounts.flatMap { name, account, summary in
      [
        Column<Row>(name, .amount, summary + "; the low end of a range") { row in
          .optional(amounts(row)?[keyPath: account].low)
        },
        Column<Row>(name + "_high", .amount, "the same, the high end of a range") { row in
          .optional(amounts(row)?[keyPath: account].high)
        },
      ]
    }
  }
}
