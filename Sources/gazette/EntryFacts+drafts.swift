import ArgumentParser
import Content
import Drafting

extension EntryFacts {
  /// A case of what the options say, and of what somebody at the terminal adds.
  func caseDraft(
    _ companies: inout Entities, _ regulators: inout Entities, today: CalendarDate,
    _ questions: inout Questions
  ) throws -> CaseDraft {
    try Questions.require(
      [
        title == nil ? "--title" : nil, company.isEmpty ? "--company" : nil,
        regulator.isEmpty ? "--regulator" : nil,
      ].compactMap(\.self), for: "a case")
    let title = try title ?? questions.answer("Title: ")
    let named = try slugs(company, "Company", &companies, &questions)
    let authorities = try slugs(regulator, "Regulator", &regulators, &questions)
    var draft = CaseDraft(
      title: title, companies: named, regulators: authorities, today: today)
    draft.decided =
      try decided
      ?? questions.optionalAnswer(
        "Decided (2024-05-16, 2024-05 or 2024; empty for later): ", flaw: Self.flaw(inDate:))
    draft.fine =
      try fine
      ?? questions.optionalAnswer(
        "Fine (such as 30500000 EUR; empty for none): ", flaw: Self.flaw(inAmount:))
    draft.summary =
      try summary
      ?? questions.optionalAnswer("Summary, one or two sentences (empty for later): ")
    draft.address =
      try url
      ?? questions.optionalAnswer("Address of the decision (empty for later): ")
    return draft
  }

  /// The slugs of what the options name; of what is named at the terminal where they name nothing.
  private func slugs(
    _ given: [String], _ what: String, _ entities: inout Entities, _ questions: inout Questions
  ) throws -> [String] {
    if given == ["unnamed"] && entities.kind == .company { return [] }
    var slugs: [String] = []
    for typed in given { slugs.append(try entities.slug(ofGiven: typed)) }
    var question = "\(what), by name or slug; Tab completes: "
    while given.isEmpty,
      let slug = try entities.slug(asking: question, isOptional: !slugs.isEmpty, &questions)
    {
      slugs.append(slug)
      question = "Another \(what.lowercased()) (empty: no more): "
    }
    var seen: Set<String> = []
    return slugs.filter { seen.insert($0).inserted }
  }

  /// A regulator that is made together with a case.
  func regulator(
    _ new: (slug: String, name: String), _ questions: inout Questions
  ) throws -> EntryDraft {
    try Questions.require(
      jurisdiction == nil ? ["--jurisdiction"] : [], for: "the new regulator '\(new.name)'")
    let code =
      try jurisdiction
      ?? questions.answer(
        "Jurisdiction of \(new.name) (NL, DE-HH, EU): ", flaw: Self.flaw(inJurisdiction:))
    return EntryDraft(.regulator, new.slug, named: new.name, ["jurisdiction": code])
  }

  /// An entry of any other kind.
  func entry(
    _ kind: EntryKind, _ slug: String, today: CalendarDate, _ questions: inout Questions
  ) throws -> EntryDraft {
    let required = Set(kind.fieldNotes.filter(\.isRequired).map(\.key))
    try Questions.require(
      [
        title == nil ? "--title" : nil,
        short == nil && required.contains("short") ? "--short" : nil,
        jurisdiction == nil && required.contains("jurisdiction") ? "--jurisdiction" : nil,
      ].compactMap(\.self), for: "a \(kind.rawValue)")
    let called = kind.nameKey == "title" ? "Title" : "Name"
    let title = try title ?? questions.answer("\(called) (such as \(name(for: slug))): ")
    var facts: [String: String] = [:]
    if required.contains("short") {
      facts["short"] = try short ?? questions.answer("Short, as it is cited: ")
    }
    if required.contains("jurisdiction") {
      facts["jurisdiction"] =
        try jurisdiction
        ?? questions.answer(
          "Jurisdiction (NL, DE-HH, EU): ", flaw: Self.flaw(inJurisdiction:))
    }
    if required.contains("published") { facts["published"] = today.text }
    for (key, value) in [
      ("short", short), ("summary", summary), ("url", url), ("country", country),
    ]
    where value != nil { facts[key] = value }
    return EntryDraft(kind, slug, named: title, facts)
  }
}
