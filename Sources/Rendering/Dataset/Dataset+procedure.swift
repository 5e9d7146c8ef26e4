import Content
import Linking
import Mustache

/// What adds up in one currency of one case.
struct AmountRow: Sendable {
  let slug: String
  let amounts: CurrencyAmounts
}

/// A step of a case's procedure.
struct StepRow: Sendable {
  let subject: CaseSubject
  let anchor: StepAnchor

  /// Read in place; a copy would share a dozen texts.
  var event: Procedure.Event {
    _read { yield subject.linked.procedure.events[anchor.position] }
  }

  static func rows(of subject: CaseSubject) -> [StepRow] {
    StepAnchor.anchors(of: subject.linked).map { StepRow(subject: subject, anchor: $0) }
  }

  /// The address of the step on its case's page.
  var url: String {
    var out = OutputBuffer(capacity: 256)
    out.append(subject.publication.site.root.url)
    out.append(subject.linked.permalink.path)
    out.append("#")
    out.append(anchor)
    return String(decoding: out.bytes, as: UTF8.self)
  }
}

/// A measure of a step, and what became of it.
struct MeasureRow: Sendable {
  let slug: String
  let outcome: Standing.Outcome
  /// Among those of its step, from 1.
  let number: Int

  static func rows(of subject: CaseSubject) -> [MeasureRow] {
    var number = 0
    var event = -1
    return subject.linked.standing.outcomes.map { outcome in
      number = outcome.event == event ? number + 1 : 1
      event = outcome.event
      return MeasureRow(slug: subject.linked.slug, outcome: outcome, number: number)
    }
  }

  var ends: (low: Quantity, high: Quantity, currency: Currency)? {
    guard case .known(let low, let high, let currency) = outcome.measure.amount?.value else {
      return nil
    }
    return (low, high, currency)
  }

  var isUndisclosed: Bool {
    outcome.measure.amount?.value == .undisclosed || outcome.measure.sum == .undisclosed
  }

  var isCounted: Bool {
    guard outcome.state == .imposed, case .known = outcome.measure.sum else { return false }
    return true
  }
}

extension Dataset {
  static let amounts = Table<AmountRow>(
    TableFacts(
      name: "amounts", key: ["case_slug", "currency"],
      member: "amounts"),
    rows: .ofEachCase { subject in
      subject.linked.standing.amounts.map { AmountRow(slug: subject.linked.slug, amounts: $0) }
    },
    [
      caseSlug { $0.slug },
      Column("currency", .text, required: true) {
        .text($0.amounts.currency.code)
      },
    ] + amountColumns { $0.amounts })

  static let steps = Table<StepRow>(
    TableFacts(
      name: "steps",
      key: ["case_slug", "step"],
      compounds: [
        TableFacts.Reference(
          columns: ["case_slug", "acts_on"], table: "steps", key: ["case_slug", "step"],
          isPartial: true)
      ], member: "steps"),
    rows: .ofEachCase(StepRow.rows),
    [
      caseSlug { $0.subject.linked.slug },
      Column("step", .whole, required: true) {
        .whole($0.anchor.position + 1)
      },
      Column(Step.schema, "id") { $1($0.event.step) },
      Column(Step.schema, "date") { $1($0.event.step) },
      Column(Step.schema, "kind", meaning: "step") { $1($0.event.step) },
      Column(
        "regulator_slug", .text,
        in: "regulators"
      ) { row in
        .optional(
          row.subject.linked.bodies[row.anchor.position].map {
            row.subject.publication.site.regulators[$0].slug
          })
      },
      Column("acts_on", .whole) {
        .optional($0.event.statedTarget.map { $0 + 1 })
      },
      Column(Step.schema, "effect", meaning: "effect") { $1($0.event.step) },
      Column(Step.schema, "sources") { $1($0.event.step) },
      Column(Step.schema, "note") { $1($0.event.step) },
      Column("url", .address, required: true) {
        .text($0.url)
      },
    ])

  static let measures = Table<MeasureRow>(
    TableFacts(
      name: "measures",
      key: ["case_slug", "step", "measure"],
      compounds: [
        TableFacts.Reference(
          columns: ["case_slug", "step"], table: "steps", key: ["case_slug", "step"])
      ], member: "measures"),
    rows: .ofEachCase(MeasureRow.rows),
    [
      caseSlug { $0.slug },
      Column("step", .whole, required: true) {
        .whole($0.outcome.event + 1)
      },
      Column("measure", .whole, required: true) {
        .whole($0.number)
      },
      Column(Measure.schema, "kind", meaning: "measure") { $1($0.outcome.measure) },
      Column(
        "state", .text, required: true,
        choices: Standing.Outcome.State.allCases.map(\.rawValue), meaning: "state"
      ) { .text($0.outcome.state.rawValue) },
      Column(
        "is_counted", .flag,
        required: true
      ) { .flag($0.isCounted) },
      Column("amount", .amount) {
        .optional($0.ends?.low)
      },
      Column("amount_high", .amount) {
        .optional($0.ends?.high)
      },
      Column("currency", .text) {
        .optional($0.ends?.currency.code)
      },
      Column(
        "is_undisclosed", .flag,
        required: true
      ) { .flag($0.isUndisclosed) },
      Column(Measure.schema, "per", meaning: "rate") { $1($0.outcome.measure) },
      Column(Measure.schema, "maximum", as: "is_maximum") { $1($0.outcome.measure) },
      Column(Measure.schema, "replaces") { $1($0.outcome.measure) },
      Column(Measure.schema, "on", as: "company_slug", in: "companies") { $1($0.outcome.measure) },
    ])

  /// The first column of every table of what belongs to a case.
  static func caseSlug<Row>(_ slug: @escaping @Sendable (Row) -> String) -> Column<Row> {
    Column("case_slug", .text, required: true, in: "cases") {
      .text(slug($0))
    }
  }
}
