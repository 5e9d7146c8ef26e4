import CommonMark
import Content
import Linking
import Mustache

extension Fields where Value == CasePage {
  /// What `case` may name.
  static func casePage(_ words: Words) -> Fields<CasePage> {
    Fields<CasePage>("case") { f in
      f.declareHead()
      f.declare(Case.schema) { $0.linked.fields }
      declareTexts(&f, words)
      declareDates(&f, words)
      declareStanding(&f, words)
      declareLinks(&f, words)
      declareProcedure(&f, words)
      declareData(&f)
      declareCitations(&f, words)
    }
  }

  private static func declareTexts(_ f: inout FieldDeclarations<CasePage>, _ words: Words) {
    f.text("title") { $0.linked.fields.title }
    f.text("short") { $0.linked.short }
    f.text("summary") { $0.linked.fields.summary }
    f.html("body", when: { !$0.linked.body.body.isEmpty }) { page, out in
      out.append(textOf: page.linked, .body, as: .page, on: page.head.publication.site.root)
    }
    f.flag("has_contents") { $0.hasContents }
    f.list("headings", of: .heading) { $0.linked.body.headings }
    f.list("notes", of: .note(words)) { $0.notes }
    f.list("history", of: .amendment(words)) { $0.linked.fields.history }
    f.list("corrections", of: .amendment(words)) { page in
      page.linked.fields.history.filter { $0.kind == .correction || $0.kind == .retraction }
    }
    f.flag("is_retracted") { $0.linked.isRetracted }
    f.flag("is_draft") { $0.linked.isDraft }
    f.flag("is_embargoed") { $0.linked.isEmbargoed }
  }

  private static func declareDates(_ f: inout FieldDeclarations<CasePage>, _ words: Words) {
    f.html("decided", when: { _ in true }) { $1.append(element: $0.linked.decided, in: words) }
    f.html("decided_iso", when: { _ in true }) { $1.append(iso: $0.linked.decided) }
    f.html("decided_year", when: { _ in true }) { $1.append(number: Int($0.linked.decided.year)) }
    f.html("published", when: { _ in true }) {
      $1.append(element: $0.linked.fields.published.date, in: words)
    }
    f.html("updated", when: { $0.linked.updated.date != $0.linked.fields.published.date }) {
      $1.append(element: $0.linked.updated.date, in: words)
    }
    f.html("checked", when: { $0.linked.fields.checked != nil }) { page, out in
      if let date = page.linked.fields.checked { out.append(element: date, in: words) }
    }
  }

  private static func declareStanding(_ f: inout FieldDeclarations<CasePage>, _ words: Words) {
    f.text("status") { words.status[$0.linked.standing.status] }
    f.text("status_code") { $0.linked.standing.status.rawValue }
    f.text("status_meaning") { words.statusMeaning[$0.linked.standing.status] }
    f.flag("is_open") { $0.linked.isAppealUnknown }
    f.flag("is_stayed") { $0.linked.standing.isStayed }
    f.list("amounts", of: .amounts(words)) { $0.amounts }
    f.html("in_force", when: { $0.linked.standing.hasSumInForce }) {
      $1.append($0.linked.standing.sumsInForce, in: words)
    }
    f.optionalText("undisclosed") { page in
      let count = page.linked.standing.undisclosed
      return count == 0 ? nil : words.undisclosed(count)
    }
    f.list("measures_in_force", of: .measure(words)) { page in
      page.measures.filter { $0.outcome.state == .imposed && $0.outcome.measure.kind != .none }
    }
    f.list("amounts_apart", of: .measure(words)) { page in page.measures.filter(\.isApart) }
  }

  private static func declareLinks(_ f: inout FieldDeclarations<CasePage>, _ words: Words) {
    f.list("companies", of: .link) { page in
      page.linked.companies.map { page.head.publication.companies[Int($0.index)] }
    }
    f.flag("is_unnamed") { $0.linked.isUnnamed }
    f.list("regulators", of: .link) { page in
      page.linked.regulators.map { page.head.publication.regulators[Int($0.index)] }
    }
    f.list("jurisdictions", of: .link) { page in
      page.linked.jurisdictions.map { page.head.publication.jurisdictions[Int($0.index)] }
    }
    f.list("topics", of: .link) { page in
      page.linked.topics.map { page.head.publication.topics[Int($0.index)] }
    }
    f.list("provisions", of: .provisionGroup(words)) { $0.provisions }
    f.list("related", of: .related(words)) { page in
      page.linked.related.map { RelatedItem($0, in: page.head.publication) }
    }
    f.list("series", of: .series(words)) { $0.series }
    f.list("news", of: .newsSummary(words)) { $0.head.publication.news(ofCase: $0.index) }
    f.list("references", of: .reference(words)) { $0.linked.fields.references }
  }

  private static func declareData(_ f: inout FieldDeclarations<CasePage>) {
    f.html("data_href", when: { $0.head.publication.site.settings.data.contains(.cases) }) {
      page, out in
      out.append(page.linked.permalink.path + "data.json", after: page.head.publication.site.root)
    }
    f.html("dictionary_href", when: { _ in true }) { page, out in
      out.append("/data/", after: page.head.publication.site.root)
    }
  }

  private static func declareProcedure(_ f: inout FieldDeclarations<CasePage>, _ words: Words) {
    f.list("steps", of: .step(words)) { $0.steps }
    f.list("deadlines", of: .deadline(words)) { $0.deadlines }
    f.text("timeline_title") { $0.timeline?.title ?? "" }
    f.text("timeline_summary") { $0.timeline?.summary ?? "" }
    f.html("timeline", when: { $0.timeline != nil }) { page, out in
      guard let timeline = page.timeline else { return }
      out.append(
        timeline.drawing, id: "page-timeline", title: timeline.title,
        description: timeline.summary)
    }
  }
}

extension LinkedCase {
  /// Whether nothing is known behind its last step, which may not be the last.
  var isAppealUnknown: Bool {
    switch standing.status {
    case .decided, .reduced, .increased, .annulled, .annulledInPart:
      return procedure.events.last { $0.kind.rules || $0.kind == .becameFinal }?.kind
        != .becameFinal
    default: return false
    }
  }

  var isUnnamed: Bool {
    if case .unnamed = fields.respondents { true } else { false }
  }
}

extension Fields where Value == CurrencyAmounts {
  static func amounts(_ words: Words) -> Fields<CurrencyAmounts> {
    Fields<CurrencyAmounts>("amounts in one currency") { f in
      f.text("currency") { $0.currency.code }
      f.html("proposed", when: { !$0.proposed.isZero }) {
        $1.append(element: Price($0.proposed, $0.currency), in: words)
      }
      f.html("imposed", when: { !$0.imposed.isZero }) {
        $1.append(element: Price($0.imposed, $0.currency), in: words)
      }
      f.html("in_force", when: { !$0.inForce.isZero }) {
        $1.append(element: Price($0.inForce, $0.currency), in: words)
      }
      f.html("paid", when: { !$0.paid.isZero }) {
        $1.append(element: Price($0.paid, $0.currency), in: words)
      }
      f.html("refunded", when: { !$0.refunded.isZero }) {
        $1.append(element: Price($0.refunded, $0.currency), in: words)
      }
    }
  }
}

extension Fields where Value == Amendment {
  static func amendment(_ words: Words) -> Fields<Amendment> {
    Fields<Amendment>("change") { f in
      f.text("kind") { words.amendment[$0.kind] }
      f.text("kind_code") { $0.kind.rawValue }
      f.text("note") { $0.note }
      f.html("date", when: { $0.date.value != nil }) { item, out in
        if let date = item.date.value { out.append(element: date, in: words) }
      }
    }
  }
}

extension Fields where Value == DocketReference {
  static func reference(_ words: Words) -> Fields<DocketReference> {
    Fields<DocketReference>("reference") { f in
      f.text("kind") { words.reference[$0.kind] }
      f.text("kind_code") { $0.kind.rawValue }
      f.text("value") { $0.value.value }
    }
  }
}

extension Fields where Value == Heading {
  static let heading = Fields("heading") { f in
    f.text("anchor") { $0.anchor }
    f.text("text") { $0.text }
    f.flag("is_top") { $0.level == 2 }
  }
}

/// Another case, and what it is to this one.
struct RelatedItem: Sendable {
  let how: String?
  let summary: CaseSummary

  init(_ related: RelatedCase, in publication: Publication) {
    how = related.how.map {
      publication.words.relation($0, isInverse: related.isInverse)
    }
    summary = CaseSummary(publication, related.other)
  }
}

extension Fields where Value == RelatedItem {
  static func related(_ words: Words) -> Fields<RelatedItem> {
    Fields<RelatedItem>("related case") { f in
      f.optionalText("how") { $0.how }
      f.include(.caseSummary(words)) { $0.summary }
    }
  }
}
