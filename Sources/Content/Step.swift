/// One dated event of a procedure; status and amounts are derived from these alone.
package struct Step: Sendable {
  package enum Kind: String, Vocabulary {
    case complaint, opened
    case noticeOfIntent = "notice-of-intent"
    case draftDecision = "draft-decision"
    case decision, settlement, commitments
    case appealLodged = "appeal-lodged"
    case permissionRefused = "permission-refused"
    case stay, referral, judgment, redecision, withdrawn
    case becameFinal = "became-final"
    case penaltyCalled = "penalty-called"
    case paid, refunded
    case complianceConfirmed = "compliance-confirmed"
    case closed, published
  }

  /// What a step does to the one it acts on.
  package enum Effect: String, Vocabulary {
    case upheld, varied, annulled
    case annulledInPart = "annulled-in-part"
    case remitted
    case annulledRemitted = "annulled-remitted"
    case reinstated, inadmissible
  }

  package var id: Written<String>?
  package var date = Written(CalendarDate?.none, start: 0, end: 0)
  package var kind = Written(Kind?.none, start: 0, end: 0)
  package var body: Written<String>?
  package var target: Written<String>?
  package var effect: Written<Effect?>?
  package var measures: [Measure] = []
  package var sources: [Written<String>] = []
  package var note: String?

  package static let schema = Schema<Step>(
    "step", blank: { Step() },
    [
      Field("id", .writtenText, \.id, "a short name that other steps refer to"),
      Field("date", .writtenDate, \.date, required: true, "the day, or the month or year"),
      Field("kind", .writtenWord, \.kind, required: true, "what happened"),
      Field("body", .slug, \.body, "who acted; the lead regulator where it is left out"),
      Field("on", .slug, \.target, "the id of the step it acts on"),
      Field("effect", .optionalWord, \.effect, "what it does to that step"),
      Field("measures", .list(of: .record(Measure.schema)), \.measures, "what was ordered"),
      Field("sources", .slugs, \.sources, "ids of the sources that show it"),
      Field("note", .text, \.note, "one plain sentence for the time line"),
    ])
}

/// One thing a step proposes, orders or records.
package struct Measure: Sendable {
  package enum Kind: String, Vocabulary {
    case fine
    case periodicPenalty = "periodic-penalty"
    case penaltyCalled = "penalty-called"
    case costs, disgorgement, restitution, damages, settlement, warning, reprimand
    case orderCompliance = "order-compliance"
    case orderErasure = "order-erasure"
    case orderAccess = "order-access"
    case ban
    case transferSuspension = "transfer-suspension"
    case undertaking, audit, none
  }

  package enum Rate: String, Vocabulary { case day, week, month, year }

  package var kind = Kind.none
  package var amount: Written<Amount?>?
  package var per: Rate?
  package var isMaximum = false
  /// `STEP/N`: the N-th measure, from 1, of the step with that id.
  package var replaces: Written<String>?
  package var company: Written<String>?

  package static let schema = Schema<Measure>(
    "measure", blank: { Measure() },
    [
      Field("kind", .word, \.kind, required: true, "what was ordered"),
      Field("amount", .writtenAmount, \.amount, "an amount and its currency, or undisclosed"),
      Field("per", .word, \.per, "day, where the amount is a rate"),
      Field("maximum", .flag, \.isMaximum, "true where the amount is a ceiling"),
      Field("replaces", .writtenText, \.replaces, "STEP/N, the measure that this one replaces"),
      Field("on", .slug, \.company, "the company it is addressed to; all where it is left out"),
    ])
}
