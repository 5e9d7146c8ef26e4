import Content
import Linking

/// A row of a table as the draft of a case.
package struct ImportedCase: Sendable {
  private let row: DelimitedTable.Row
  private var values: [String: DraftValue]
  private var remarks: [String] = []
  private var body: String?
  package private(set) var slug = ""
  /// What the schema requires and the row does not say, by its key.
  package private(set) var missing: [String] = []
  /// Where the row begins in the table.
  package var line: Int { row.line }

  init(_ row: DelimitedTable.Row, in importing: Importing, today: CalendarDate) {
    self.row = row
    values = ["published": .text(today.text), "draft": .text("true")]
  }

  /// Reads everything that the map names.
  mutating func read(_ importing: inout Importing) {
    let columns = importing.map.columns
    for (key, column) in [
      ("title", columns.title), ("short", columns.short), ("summary", columns.summary),
    ] {
      if let text = importing.text(column, row) { values[key] = .text(text) }
    }
    let companies = slugs(columns.companies, "company", &importing) { $0.companies.slug(of: $1) }
    let regulators = slugs(columns.regulators, "regulator", &importing) {
      $0.regulators.slug(of: $1)
    }
    let topics = slugs(columns.topics, "topic", &importing) { $0.topics.slug(of: $1) }
    let named = companies.filter { $0 != KnownNames.withheld }
    if !companies.isEmpty {
      values["companies"] = named.isEmpty ? .text(KnownNames.withheld) : .list(named)
    }
    if !regulators.isEmpty { values["regulators"] = .list(regulators) }
    if !topics.isEmpty { values["topics"] = .list(topics) }
    readProvisions(importing)
    let date = readProcedure(importing, publisher: regulators.first)
    if let docket = importing.text(columns.docket, row) {
      values["references"] = .inline([
        [
          (key: "kind", text: DocketReference.Kind.docket.rawValue), (key: "value", text: docket),
        ]
      ])
    }
    body = importing.text(columns.text, row)
    missing =
      ["title", "summary", "companies", "regulators"].filter { values[$0] == nil } + missing
    let typed = importing.text(columns.slug, row).map { Drafting.slug(for: $0) } ?? ""
    let made = [regulators.first, named.first, date.map { String($0.year) }].compactMap(\.self)
    slug = importing.unique(
      [typed, made.count > 1 ? made.joined(separator: "-") : "", "row-\(row.line)"]
        .first { !$0.isEmpty } ?? "")
  }

  /// The slugs of all names in a cell; a name that is not surely known stays as a comment.
  private mutating func slugs(
    _ column: Written<String>?, _ kind: String, _ importing: inout Importing,
    _ slug: (inout Importing, String) -> String?
  ) -> [String] {
    guard let cell = importing.text(column, row) else { return [] }
    var slugs: [String] = []
    for name in importing.map.items(cell) {
      if let found = slug(&importing, name) {
        if !slugs.contains(found) { slugs.append(found) }
      } else {
        remarks.append("\(kind) with no certain entry: \(name)")
      }
    }
    return slugs
  }

  /// Only what is written as front matter has it, of a law that there is.
  private mutating func readProvisions(_ importing: Importing) {
    guard let cell = importing.text(importing.map.columns.provisions, row) else { return }
    let items = importing.map.items(cell)
    let known = items.filter { item in
      let parts = item.split(separator: " ", maxSplits: 1)
      return parts.count == 2 && importing.laws.contains(String(parts[0]))
        && parts[1].first?.isNumber == true
    }
    if !known.isEmpty { values["provisions"] = .list(known) }
    remarks += items.filter { !known.contains($0) }.map { "provision not understood: \($0)" }
  }

  /// The decision, its fine and its source; gives the decision's date.
  private mutating func readProcedure(
    _ importing: Importing, publisher: String?
  ) -> CalendarDate? {
    let columns = importing.map.columns
    var step: [String: DraftValue] = [
      "id": .text("decision"), "kind": .text(Step.Kind.decision.rawValue),
      "sources": .list(["decision"]),
    ]
    var source: [String: DraftValue] = ["id": .text("decision")]
    var date: CalendarDate?
    if let cell = importing.text(columns.date, row) {
      date = importing.map.date(cell)
      if date == nil { remarks.append("date not understood: \(cell)") }
    }
    step["date"] = date.map { .text($0.text) }
    if let cell = importing.text(columns.fine, row) {
      let currency = importing.text(columns.currency, row)
      if let amount = importing.map.amount(cell, currency: currency) {
        step["measures"] = .inline([
          [(key: "kind", text: Measure.Kind.fine.rawValue), (key: "amount", text: amount)]
        ])
      } else {
        remarks.append("fine not understood: \(cell)" + (currency.map { " \($0)" } ?? ""))
      }
    }
    source["publisher"] = publisher.map { .text($0) }
    source["title"] = importing.text(columns.source, row).map { .text($0) }
    if let address = importing.text(columns.url, row) {
      source["url"] = isWebAddress(address).map { .text($0) }
      if source["url"] == nil { remarks.append("address not understood: \(address)") }
    }
    if let tag = importing.text(columns.language, row) {
      source["language"] = isLanguageTag(tag).map { .text($0) }
      if source["language"] == nil { remarks.append("language not understood: \(tag)") }
    }
    values["steps"] = .records([DraftRecord(Step.schema.notes, step)])
    values["sources"] = .records([DraftRecord(Source.schema.notes, source)])
    if date == nil { missing.append("date of the decision") }
    if source["title"] == nil { missing.append("title of the source") }
    if publisher == nil { missing.append("publisher of the source") }
    return date
  }

  /// Keeps what nothing has taken up, under the names that the table has for it.
  mutating func remark(_ leftOver: [(name: String, text: String)], from table: String) {
    let lines = remarks + leftOver.map { "\($0.name): \($0.text)" }
    remarks = lines.isEmpty ? [] : ["From \(table), line \(row.line), and not taken over:"] + lines
  }

  package var entry: EntryDraft {
    EntryDraft(.case, slug, values, remarks: remarks, body: "\n" + (body ?? "…") + "\n")
  }
}
