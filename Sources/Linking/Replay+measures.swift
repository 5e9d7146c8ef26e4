import Content

extension Replay {
  /// Adds an event's measures, and marks those whose place they take.
  mutating func add(_ measures: [Measure], at position: Int) {
    let kind = events[position].kind
    // Two measures of one event may take the place of the same one, so none is marked before all
    // have looked.
    let replaced = measures.map { indices(replacedBy: $0, at: position) }
    for (measure, replaced) in zip(measures, replaced) {
      let (state, origin): (Standing.Outcome.State, Standing.Outcome.Origin) =
        if kind.proposes {
          (.proposed, .proposed)
        } else if kind.imposes {
          (undone[position] ? .annulled : .imposed, .imposed)
        } else {
          (.recorded, kind == .paid ? .paid : kind == .refunded ? .refunded : .none)
        }
      var outcome = Standing.Outcome(
        measure: measure, event: position, state: state, origin: origin)
      outcome.isReplacement = !replaced.isEmpty
      if !undone[position] {
        for index in replaced { outcomes[index].state = .replaced }
      }
      outcomes.append(outcome)
      stems.append([position] + replaced.flatMap { stems[$0] })
    }
  }

  /// Which outcomes a measure takes the place of. One that imposes never takes a proposal's: what
  /// was proposed stays known.
  private func indices(replacedBy measure: Measure, at position: Int) -> [Int] {
    let event = events[position]
    let origin: Standing.Outcome.Origin = event.kind.proposes ? .proposed : .imposed
    guard event.kind.proposes || event.kind.imposes else { return [] }
    if let named = measure.replaces {
      return index(of: named.value).map { outcomes[$0].origin == origin ? [$0] : [] } ?? []
    }
    // A draft that repeats what a notice proposed takes its place; it is not proposed twice.
    guard event.kind.proposes || event.effect == .varied || event.kind == .redecision else {
      return []
    }
    let stem = event.kind.proposes ? nil : stem(ofReplacementsAt: position)
    return outcomes.indices.filter { index in
      outcomes[index].origin == origin
        && [.proposed, .imposed, .annulled].contains(outcomes[index].state)
        && (stem.map { stems[index].contains($0) } ?? true)
        && isAlike(outcomes[index].measure, measure)
    }
  }

  /// The decision whose measures a variation or second decision replaces; nil: whichever there are.
  private func stem(ofReplacementsAt position: Int) -> Int? {
    let event = events[position]
    // A second decision that does not say which it takes the place of takes that of all.
    if event.kind == .redecision && event.step.target == nil { return nil }
    // A ruling on a ruling varies what the decision below it ordered.
    return event.target.flatMap { procedure.isRuling($0) ? nil : $0 }
  }

  /// Of one kind, and addressed to the same company as far as they say.
  private func isAlike(_ one: Measure, _ other: Measure) -> Bool {
    one.kind == other.kind
      && (one.company == nil || other.company == nil || one.company == other.company)
  }

  /// The measure that `STEP/N` names.
  private func index(of reference: String) -> Int? {
    guard let (id, number) = MeasureReference(reference)?.parts,
      let position = events.firstIndex(where: { $0.step.id?.value == id })
    else { return nil }
    let ofStep = outcomes.indices.filter { outcomes[$0].event == position }
    return ofStep.indices.contains(number - 1) ? ofStep[number - 1] : nil
  }
}

/// `STEP/N`, the N-th measure, from 1, of the step with that id.
struct MeasureReference {
  let parts: (step: String, number: Int)

  init?(_ text: String) {
    guard let slash = text.lastIndex(of: "/"),
      let number = Int(text[text.index(after: slash)...]), number > 0
    else { return nil }
    parts = (String(text[..<slash]), number)
  }
}
