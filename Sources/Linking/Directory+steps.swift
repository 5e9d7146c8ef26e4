import Content
import Diagnostics

extension Directory {
  /// Everything about a case's steps that the replay relies on.
  func problems(ofStepsIn entry: Entry<Case>, _ procedure: Procedure) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let fields = entry.fields
    let sources = Set(fields.sources.map(\.id.value))
    let respondents = Set(fields.respondents.slugs.map(\.value))
    for index in fields.steps.indices {
      for source in fields.steps[index].sources where !sources.contains(source.value) {
        problems.append(
          .unknownSource(
            source.value, nearest: nearestName(to: source.value, among: sources),
            at: source.place(in: entry.path)))
      }
      for measure in fields.steps[index].measures {
        guard let company = measure.company, !respondents.contains(company.value) else { continue }
        guard position(of: company, .company, in: entry.path, &problems) != nil else { continue }
        problems.append(.notRespondent(company.value, at: company.place(in: entry.path)))
      }
    }
    problems += misplaced(in: fields, entry.path)
    problems += unresolved(in: fields, entry.path)
    problems += unclear(in: procedure, entry.path)
    return problems
  }

  /// Measures and effects in steps that cannot have them.
  private func misplaced(in fields: Case, _ path: String) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for step in fields.steps {
      guard let kind = step.kind.value else { continue }
      if !step.measures.isEmpty, !kind.proposes, !kind.imposes, kind != .paid, kind != .refunded {
        problems.append(.misplacedMeasures(kind, at: step.kind.place(in: path)))
      }
      if let written = step.effect, let effect = written.value, !kind.rules {
        problems.append(.misplacedEffect(effect, kind, at: written.place(in: path)))
      }
    }
    return problems
  }

  /// `on` and `replaces` that lead nowhere, or to something later.
  private func unresolved(in fields: Case, _ path: String) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let ordered = Procedure.chronological(fields.steps)
    var positions: [String: Int] = [:]
    for position in ordered.indices {
      if let id = ordered[position].id { positions[id.value] = position }
    }
    for position in ordered.indices {
      if let target = ordered[position].target {
        if let found = positions[target.value] {
          if found >= position {
            problems.append(.laterTarget(target.value, at: target.place(in: path)))
          }
        } else {
          problems.append(
            .unknownStep(
              target.value, nearest: nearestName(to: target.value, among: positions.keys),
              at: target.place(in: path)))
        }
      }
      for measure in ordered[position].measures {
        guard let replaced = measure.replaces else { continue }
        if let why = flaw(inReference: replaced.value, ordered, positions, before: position) {
          problems.append(.unknownMeasure(replaced.value, why, at: replaced.place(in: path)))
        }
      }
    }
    return problems
  }

  private func flaw(
    inReference typed: String, _ steps: [Step], _ positions: [String: Int], before position: Int
  ) -> String? {
    guard let (id, number) = MeasureReference(typed)?.parts else { return "it has no number" }
    guard let found = positions[id] else {
      let nearest = nearestName(to: id, among: positions.keys)
      return "there is no step '\(id)'"
        + (nearest.map { "; did you mean '\($0)/\(number)'?" } ?? "")
    }
    guard found < position else { return "step '\(id)' does not come before this one" }
    let count = steps[found].measures.count
    return number <= count ? nil : "step '\(id)' has \(count == 1 ? "one" : String(count))"
  }

  /// Rulings that undo or change something without saying what, where it could be two things.
  private func unclear(in procedure: Procedure, _ path: String) -> [Diagnostic] {
    procedure.events.indices.compactMap { position in
      let event = procedure.events[position]
      guard let effect = event.effect, let written = event.step.effect, event.step.target == nil,
        event.kind.rules, effect.needsTarget,
        !event.step.measures.contains(where: { $0.replaces != nil })
      else { return nil }
      let candidates = procedure.events[..<position].filter {
        $0.kind.isDecision || $0.kind == .judgment
      }
      guard candidates.count > 1 else { return nil }
      return .unclearTarget(
        effect, among: candidates.compactMap(\.step.id?.value), at: written.place(in: path))
    }
  }
}

extension Step.Effect {
  /// Whether the outcome differs with the step it acts on.
  fileprivate var needsTarget: Bool {
    switch self {
    case .annulled, .annulledRemitted, .reinstated, .varied: true
    case .upheld, .annulledInPart, .remitted, .inadmissible: false
    }
  }
}
