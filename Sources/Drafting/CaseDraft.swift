import Content

/// What an editor knows of a case when its file is made.
package struct CaseDraft: Sendable {
  package var title: String
  package var summary: String?
  /// Slugs; empty where the authority withheld the name.
  package var companies: [String]
  /// Slugs, the lead first.
  package var regulators: [String]
  package var decided: String?
  package var fine: String?
  /// Where the decision is published.
  package var address: String?
  /// The day on which the draft is made.
  package var today: CalendarDate

  package init(
    title: String, companies: [String], regulators: [String], today: CalendarDate
  ) {
    self.title = title
    self.companies = companies
    self.regulators = regulators
    self.today = today
  }

  /// The case as an entry: a draft, with one step and one source to begin with.
  package func entry(_ slug: String) -> EntryDraft {
    var values: [String: DraftValue] = [
      "title": .text(title), "published": .text(today.text),
      "companies": companies.isEmpty ? .text("unnamed") : .list(companies),
      "regulators": .list(regulators), "steps": .records([step]), "sources": .records([source]),
      "draft": .text("true"),
    ]
    values["summary"] = summary.map { .text($0) }
    return EntryDraft(.case, slug, values, body: Self.body)
  }

  private var step: DraftRecord {
    var values: [String: DraftValue] = [
      "id": .text("decision"), "kind": .text(Step.Kind.decision.rawValue),
      "sources": .list(["decision"]),
    ]
    values["date"] = decided.map { .text($0) }
    if let fine {
      values["measures"] = .inline([
        [(key: "kind", text: Measure.Kind.fine.rawValue), (key: "amount", text: fine)]
      ])
    }
    return DraftRecord(Step.schema.notes, values)
  }

  private var source: DraftRecord {
    var values: [String: DraftValue] = ["id": .text("decision")]
    values["publisher"] = regulators.first.map { .text($0) }
    values["url"] = address.map { .text($0) }
    values["date"] = decided.map { .text($0) }
    return DraftRecord(Source.schema.notes, values)
  }

  private static let body = """

    …[^decision]

    ## What was found

    …

    ## What came after

    …

    """
}
