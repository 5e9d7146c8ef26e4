import CommonMark
import Content
import Diagnostics

extension Directory {
  /// What an editor would like to know of a case that can be published as it is.
  func advice(on links: CaseLinks, _ text: Prose) -> [Diagnostic] {
    undeclaredParties(in: links, text) + earlySteps(in: links) + futureDates(in: links.entry)
      + neverChecked(links) + unarchived(links.entry)
  }

  /// Companies that the title or the summary names and the entry does not declare.
  private func undeclaredParties(in links: CaseLinks, _ body: Prose) -> [Diagnostic] {
    let fields = links.entry.fields
    let declared = fields.respondents.slugs.compactMap { slug in
      if case .found(let position) = look(for: slug.value, .company) { position } else { nil }
    }
    // While one of them is misspelt, it may be the very one that is missing.
    guard declared.count == fields.respondents.slugs.count else { return [] }
    var seen: Set<Entity> = []
    var diagnostics: [Diagnostic] = []
    for (field, text) in [("title", fields.title), ("summary", fields.summary)] {
      for id in names.index.names(in: text) {
        let bearers = names.bearers(of: id)
        guard let company = bearers.first, bearers.allSatisfy({ $0.kind == .company }),
          !bearers.contains(where: { isParty($0.position, besides: declared) }),
          !isAcknowledged(casebook.companies[company.position].slug, by: links.entry, body),
          seen.insert(company).inserted
        else { continue }
        let name = names.name(id)
        diagnostics.append(
          .undeclaredParty(
            name, casebook.companies[company.position].slug, in: field,
            at: Place(path: links.entry.path, start: 0, end: 0, seeking: name)))
      }
    }
    return diagnostics
  }

  /// Whether the entry says by a topic, or by a link in its text, that it speaks of a company though
  /// nothing was decided against it.
  private func isAcknowledged(
    _ company: String, by entry: Entry<Case>, _ text: Prose
  ) -> Bool {
    entry.fields.topics.contains { $0.value == company }
      || text.links.contains { $0.kind == .company && $0.target == company }
  }

  /// Whether a company is declared, or of one group with one that is.
  private func isParty(_ company: Int, besides declared: [Int]) -> Bool {
    declared.contains { $0 == company || groups[$0] == groups[company] }
  }

  /// Steps that only a decision can lead to, dated before every decision there is.
  private func earlySteps(in links: CaseLinks) -> [Diagnostic] {
    let decisions = links.procedure.events.filter(\.kind.isDecision)
    let first = decisions.min { left, right in
      (left.step.date.value?.earliest ?? .max) < (right.step.date.value?.earliest ?? .max)
    }
    guard let first, let decided = first.step.date.value else { return [] }
    return links.procedure.events.compactMap { event in
      // One that names its subject is reported by `later-target`.
      guard event.kind.followsDecision, event.step.target == nil, let date = event.step.date.value,
        date.latest < decided.earliest
      else { return nil }
      return .earlyStep(
        event.kind, date, decision: decided, at: event.step.date.place(in: links.entry.path),
        first: first.step.date.place(in: links.entry.path))
    }
  }

  /// Dates that have not come; a case that is prepared may speak of the days until it comes out.
  private func futureDates(in entry: Entry<Case>) -> [Diagnostic] {
    let fields = entry.fields
    let moment = max(options.now, fields.published)
    // Somewhere it is tomorrow already.
    let today = Timestamp(seconds: moment.seconds + 14 * 3600).date.latest
    var diagnostics: [Diagnostic] = []
    func check(_ what: String, _ date: CalendarDate?, _ place: @autoclosure () -> Place?) {
      guard let date, date.earliest > today else { return }
      diagnostics.append(
        .futureDate(
          what, date,
          at: place() ?? Place(path: entry.path, start: 0, end: 0, seeking: date.text)))
    }
    for index in fields.steps.indices {
      let date = fields.steps[index].date
      check("step", date.value, date.place(in: entry.path))
    }
    for index in fields.sources.indices {
      let id = fields.sources[index].id
      func place(_ date: CalendarDate?) -> Place? {
        let start = id.place(in: entry.path)
        return date.map {
          Place(path: entry.path, start: start.start, end: start.end, seeking: $0.text)
        }
      }
      let (date, retrieved) = (fields.sources[index].date, fields.sources[index].retrieved)
      check("source", date, place(date))
      check("visit to a source", retrieved, place(retrieved))
    }
    check("look for news", fields.checked, nil)
    for item in fields.history { check("change", item.date.value, item.date.place(in: entry.path)) }
    return diagnostics
  }

  /// Procedures that go on, of which nobody has said when they were looked at.
  private func neverChecked(_ links: CaseLinks) -> [Diagnostic] {
    guard links.entry.fields.checked == nil, links.standing.status.isOpen,
      let last = links.procedure.events.last
    else { return [] }
    return [
      .neverChecked(links.standing.status, at: last.step.kind.place(in: links.entry.path))
    ]
  }

  /// Sources that will be hard to find again, in one hint for the whole case.
  private func unarchived(_ entry: Entry<Case>) -> [Diagnostic] {
    let sources = entry.fields.sources
    let lacking = sources.indices.filter {
      sources[$0].url != nil && (sources[$0].archive == nil || sources[$0].retrieved == nil)
    }
    guard let first = lacking.first else { return [] }
    return [
      .unarchivedSource(
        sources[first].id.value, hasCopy: sources[first].archive != nil,
        others: lacking.count - 1, at: sources[first].id.place(in: entry.path))
    ]
  }
}

extension Step.Kind {
  /// Whether only a decision can lead to such a step.
  fileprivate var followsDecision: Bool {
    switch self {
    case .appealLodged, .permissionRefused, .judgment, .redecision, .becameFinal, .penaltyCalled,
      .paid, .refunded, .complianceConfirmed:
      true
    default: false
    }
  }
}

extension Standing.Status {
  /// Whether somebody will still decide something.
  package var isOpen: Bool {
    switch self {
    case .alleged, .proposed, .underAppeal, .stayed, .remitted: true
    default: false
    }
  }
}
