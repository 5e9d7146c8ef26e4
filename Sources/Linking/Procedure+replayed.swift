import Content

extension Procedure {
  /// Status and amounts after the last event, by the rules of docs/status-and-amounts.md: a pure
  /// function of the steps.
  package func replayed() -> Standing { replayed(upTo: events.count) }

  /// The same after the first `count` events, for the time line.
  package func replayed(upTo count: Int) -> Standing {
    var replay = Replay(self, count: count)
    for position in 0..<count { replay.take(position) }
    return replay.standing
  }
}

/// The state of a procedure while its events are taken one after the other.
private struct Replay {
  private let procedure: Procedure
  private let events: ArraySlice<Procedure.Event>
  /// Rulings that a later ruling undid: they count as if they had not been given.
  private let undone: [Bool]
  private var outcomes: [Standing.Outcome] = []
  private var phase = Standing.Status.alleged
  private var pending: Standing.Status?
  private var annulledDecisions: Set<Int> = []
  private var isAnnulledInPart = false
  private var isFinal = false
  private var isClosed = false
  private var isWithdrawn = false

  init(_ procedure: Procedure, count: Int) {
    self.procedure = procedure
    events = procedure.events[..<count]
    undone = Self.undone(in: procedure, count: count)
  }

  /// The last word counts, so the rulings are read backwards: one that stands undoes its target.
  private static func undone(in procedure: Procedure, count: Int) -> [Bool] {
    var verdicts = [Bool?](repeating: nil, count: count)
    for position in stride(from: count - 1, through: 0, by: -1) {
      let event = procedure.events[position]
      guard verdicts[position] != true, let target = event.target, procedure.isRuling(target),
        verdicts[target] == nil
      else { continue }
      switch event.effect {
      case .annulled, .annulledRemitted: verdicts[target] = true
      case .reinstated: verdicts[target] = false
      default: break
      }
    }
    return verdicts.map { $0 ?? false }
  }

  mutating func take(_ position: Int) {
    let event = events[position]
    add(event.step.measures, at: position)
    switch event.kind {
    case .complaint, .opened, .published, .referral, .complianceConfirmed, .paid, .refunded: break
    case .noticeOfIntent, .draftDecision: if phase == .alleged { phase = .proposed }
    case .penaltyCalled: phase = .decided
    case .decision, .settlement, .commitments, .judgment, .redecision: rule(position)
    case .appealLodged:
      reopen()
      pending = .underAppeal
    case .permissionRefused: pending = nil
    case .stay: pending = .stayed
    case .withdrawn: withdraw(position)
    case .becameFinal:
      pending = nil
      isFinal = true
    case .closed:
      pending = nil
      isClosed = true
    }
  }

  /// A step of substance after the end shows that it was not the end.
  private mutating func reopen() {
    isFinal = false
    isClosed = false
  }

  private mutating func add(_ measures: [Measure], at position: Int) {
    let kind = events[position].kind
    for measure in measures {
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
      if kind.proposes {
        // A draft that repeats what a notice proposed takes its place; it is not proposed twice.
        replace(in: nil, by: measure, before: position, from: [.proposed])
      } else if kind.imposes {
        outcome.isReplacement = replaceEarlier(by: measure, at: position)
      }
      outcomes.append(outcome)
    }
  }

  /// Whether the measure takes the place of earlier ones, which then no longer stand.
  private mutating func replaceEarlier(by measure: Measure, at position: Int) -> Bool {
    let event = events[position]
    if let named = measure.replaces {
      guard let index = index(of: named.value) else { return true }
      if !undone[position] { outcomes[index].state = .replaced }
      return true
    }
    guard event.effect == .varied || event.kind == .redecision else { return false }
    if undone[position] { return event.effect == .varied }
    return replace(
      in: event.kind == .redecision ? nil : event.target, by: measure, before: position,
      from: [.imposed, .annulled])
  }

  /// Marks measures of the same kind against the same company as replaced; false when none was.
  @discardableResult private mutating func replace(
    in target: Int?, by measure: Measure, before position: Int,
    from states: Set<Standing.Outcome.State>
  ) -> Bool {
    var found = false
    // A ruling on a ruling varies what the decision below it ordered.
    let event = target.flatMap { procedure.isRuling($0) ? nil : $0 }
    for index in outcomes.indices
    where outcomes[index].event < position && states.contains(outcomes[index].state)
      && outcomes[index].measure.kind == measure.kind
      && (event == nil || outcomes[index].event == event)
      && (measure.company == nil || outcomes[index].measure.company == nil
        || outcomes[index].measure.company == measure.company)
    {
      outcomes[index].state = .replaced
      found = true
    }
    return found
  }

  /// The measure that `STEP/N` names.
  private func index(of reference: String) -> Int? {
    guard let (id, number) = MeasureReference(reference)?.parts,
      let position = events.firstIndex(where: { $0.step.id?.value == id })
    else { return nil }
    let ofStep = outcomes.indices.filter { outcomes[$0].event == position }
    return ofStep.indices.contains(number - 1) ? ofStep[number - 1] : nil
  }

  private mutating func rule(_ position: Int) {
    let event = events[position]
    if !undone[position] {
      reopen()
      if event.kind.isDecision || !event.step.measures.isEmpty { phase = .decided }
      if event.kind == .redecision { pending = nil }
      isAnnulledInPart = event.kind == .redecision ? false : isAnnulledInPart
      apply(event.effect, to: event.target)
    }
  }

  private mutating func apply(_ effect: Step.Effect?, to target: Int?) {
    guard let effect else { return }
    let decision = target.flatMap { procedure.isRuling($0) ? nil : $0 }
    switch effect {
    case .upheld, .varied, .inadmissible:
      pending = nil
    case .annulled, .annulledRemitted:
      if let decision { annul(decision) }
      pending = effect == .annulledRemitted ? .remitted : nil
    case .annulledInPart:
      isAnnulledInPart = true
      pending = nil
    case .remitted:
      pending = .remitted
    case .reinstated:
      if let decision { reinstate(decision) }
      pending = nil
    }
  }

  private mutating func annul(_ decision: Int) {
    annulledDecisions.insert(decision)
    for index in outcomes.indices
    where outcomes[index].event == decision && outcomes[index].state == .imposed {
      outcomes[index].state = .annulled
    }
  }

  private mutating func reinstate(_ decision: Int) {
    annulledDecisions.remove(decision)
    isAnnulledInPart = false
    for index in outcomes.indices
    where outcomes[index].event == decision && outcomes[index].state == .annulled {
      outcomes[index].state = .imposed
    }
  }

  /// An appeal that is withdrawn leaves the decision; a proposal or decision that is, goes.
  private mutating func withdraw(_ position: Int) {
    let target = events[position].target
    if let target, events[target].kind != .appealLodged {
      isWithdrawn = true
      for index in outcomes.indices where outcomes[index].event == target {
        outcomes[index].state = .annulled
      }
    } else if pending != nil || target != nil {
      pending = nil
    } else {
      isWithdrawn = true
      for index in outcomes.indices where outcomes[index].state != .recorded {
        outcomes[index].state = .annulled
      }
    }
  }

  var standing: Standing {
    var standing = Standing()
    standing.outcomes = outcomes
    standing.isStayed = pending == .stayed
    standing.status = status(of: standing)
    return standing
  }

  private func status(of standing: Standing) -> Standing.Status {
    if isWithdrawn { return .withdrawn }
    if let pending { return pending }
    if isAnnulled { return .annulled }
    if isFinal { return .final }
    if isClosed { return .closed }
    if isAnnulledInPart || !annulledStanding.isEmpty { return .annulledInPart }
    if outcomes.contains(where: \.isReplacement) {
      let amounts = standing.amounts
      if amounts.contains(where: { $0.inForce.high > $0.imposed.high }) { return .increased }
      if amounts.contains(where: { $0.inForce.high < $0.imposed.high }) { return .reduced }
    }
    return phase
  }

  /// Decisions that were annulled and that no later decision took the place of.
  private var annulledStanding: Set<Int> {
    let last = events.lastIndex { $0.kind == .redecision } ?? -1
    return annulledDecisions.filter { $0 >= last }
  }

  private var isAnnulled: Bool {
    // A court that imposes a penalty itself, with nothing before it to rule on, decides too.
    let decisions = events.indices.filter { position in
      let event = events[position]
      return event.kind.isDecision
        ? !undone[position] : event.kind == .judgment && event.target == nil
    }
    return !decisions.isEmpty
      && decisions.allSatisfy { annulledDecisions.contains($0) || undone[$0] }
      && !outcomes.contains { $0.state == .imposed && $0.measure.kind != .none }
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
