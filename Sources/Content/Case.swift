import CommonMark

/// One write-up of what an authority decided about a company.
package struct Case: Sendable {
  package var title = ""
  package var short: String?
  package var summary = ""
  package var published = Timestamp(seconds: 0)
  package var respondents = Respondents.named([])
  package var regulators: [Written<String>] = []
  package var provisions: [Provision] = []
  package var topics: [Written<String>] = []
  package var steps: [Step] = []
  package var sources: [Source] = []
  package var related: [Relation] = []
  package var references: [DocketReference] = []
  package var deadlines: [Deadline] = []
  package var checked: CalendarDate?
  package var history: [Amendment] = []
  package var formerly: [Written<String>] = []
  package var merged: [Written<String>] = []
  package var anchors: [AnchorAlias] = []
  package var isUnindexed = false
  package var isDraft = false
  package var autolink = true

  package static let schema = Schema<Case>(
    "case", blank: { Case() },
    [
      Field(
        "title", .text(upTo: 110, .longTitle), \.title, required: true,
        "what was decided, in one line"),
      Field(
        "short", .text, \.short, "the name for tables and charts; the title where it is left out"),
      Field(
        "summary", .text(upTo: 300, .longSummary), \.summary, required: true,
        "one or two sentences of plain text"),
      Field(
        "published", .timestamp, \.published, required: true,
        "when this write-up is published; a time needs an offset from UTC"),
      Field(
        "companies", .respondents, \.respondents, required: true,
        "slugs of the respondents, or `unnamed` where the authority withheld the name"),
      Field(
        "regulators", .slugs, \.regulators, required: true,
        "slugs of the authorities, the lead first"),
      Field("provisions", .list(of: .provision), \.provisions, "what the case is about in law"),
      Field("topics", .slugs, \.topics, "slugs of the topics it belongs to"),
      Field(
        "steps", .list(of: .record(Step.schema)), \.steps, required: true,
        "the dated procedure, from which status and amounts are derived"),
      Field(
        "sources", .list(of: .record(Source.schema)), \.sources, required: true,
        "the documents that the write-up rests on"),
      Field("related", .list(of: .relation), \.related, "slugs of other cases, shown on both ends"),
      Field(
        "references", .list(of: .record(DocketReference.schema)), \.references,
        "docket numbers, ECLI and the like"),
      Field(
        "deadlines", .list(of: .record(Deadline.schema)), \.deadlines,
        "days to watch: appeal periods, compliance, penalties, hearings"),
      Field(
        "checked", .date, \.checked,
        "when somebody last looked for news of the procedure and found none"),
      Field(
        "history", .list(of: .record(Amendment.schema)), \.history,
        "what was changed after publication"),
      Field("formerly", .slugs, \.formerly, "earlier slugs, the oldest first"),
      Field("merged", .slugs, \.merged, "slugs of entries that became part of this one"),
      Field(
        "anchors", .anchors, \.anchors, "earlier anchors of headings, and the ones they have now"),
      Field(
        "noindex", .flag, \.isUnindexed, "true keeps search engines away; readers still find it"),
      Field("autolink", .flag, \.autolink, "false keeps names in the text from becoming links"),
      Field("draft", .flag, \.isDraft, "true keeps the entry out of the site"),
    ])
}

/// Who a decision is addressed to.
package enum Respondents: Sendable {
  case named([Written<String>])
  /// The authority withheld the name.
  case unnamed

  package var slugs: [Written<String>] {
    switch self {
    case .named(let slugs): slugs
    case .unnamed: []
    }
  }
}

/// A change of a case after it was published.
package struct Amendment: Sendable {
  package enum Kind: String, Vocabulary {
    case correction, clarification, update, retraction
  }

  package var date = Written(CalendarDate?.none, start: 0, end: 0)
  package var kind = Kind.update
  package var note = ""

  package static let schema = Schema<Amendment>(
    "history item", blank: { Amendment() },
    [
      Field("date", .writtenDate, \.date, required: true, "the day of the change"),
      Field(
        "kind", .word, \.kind, required: true,
        "correction, clarification, update or retraction"),
      Field("note", .text, \.note, required: true, "what was changed, for readers"),
    ])
}

/// A number under which the case is known elsewhere.
package struct DocketReference: Sendable {
  package enum Kind: String, Vocabulary {
    case docket, ecli, celex, citation, register
  }

  package var kind = Kind.docket
  package var value = Written("", start: 0, end: 0)

  package static let schema = Schema<DocketReference>(
    "reference", blank: { DocketReference() },
    [
      Field("kind", .word, \.kind, required: true, "docket, ecli, celex, citation or register"),
      Field(
        "value", .writtenText, \.value, required: true, "the number as the authority writes it"),
    ])
}

/// A document that a write-up rests on.
package struct Source: Sendable {
  package var id = Written("", start: 0, end: 0)
  package var title = ""
  package var publisher = Written("", start: 0, end: 0)
  package var url: String?
  package var date: CalendarDate?
  package var language: String?
  package var archive: String?
  package var retrieved: CalendarDate?

  package static let schema = Schema<Source>(
    "source", blank: { Source() },
    [
      Field("id", .writtenText, \.id, required: true, "a short name to cite it by: `[^id]`"),
      Field("title", .text, \.title, required: true, "the document's own title"),
      Field(
        "publisher", .writtenText, \.publisher, required: true,
        "the slug of a regulator, or a name"),
      Field("url", .address, \.url, "where it is published"),
      Field("date", .date, \.date, "the document's date"),
      Field("language", .language, \.language, "BCP 47, such as nl"),
      Field("archive", .address, \.archive, "an archived copy"),
      Field("retrieved", .date, \.retrieved, "when it was last read there"),
    ])
}

/// Another case that readers of this one should know.
package struct Relation: Sendable {
  package enum Kind: String, Vocabulary {
    case sameConduct = "same-conduct"
    case followOn = "follow-on"
    case parallel
    case appealOf = "appeal-of"
    case cites, applies, distinguishes
    case overruledBy = "overruled-by"
    case sameGroup = "same-group"
    case similar
    case notToBeConfusedWith = "not-to-be-confused-with"
  }

  package var other = Written("", start: 0, end: 0)
  package var how: Kind?

  package static let schema = Schema<Relation>(
    "related case", blank: { Relation() },
    [
      Field("case", .slug, \.other, required: true, "the other case's slug"),
      Field("how", .word, \.how, "same-conduct, follow-on, parallel, similar …"),
    ])
}

/// A provision of a law, and what the decision says of it.
package struct Provision: Sendable {
  package enum Role: String, Vocabulary {
    case infringed, alleged
    case notInfringed = "not-infringed"
    case leftOpen = "left-open"
    case applied, cited
  }

  package var law = Written("", start: 0, end: 0)
  /// Behind the law's slug, as it is cited: `5(1)(a)`, `APP 1.2`.
  package var at = ""
  package var role = Role.infringed
  /// A law alone, without a provision of it.
  package var isWholeLaw: Bool { at.isEmpty }
}
