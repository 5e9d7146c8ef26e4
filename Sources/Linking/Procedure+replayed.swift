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

  /// The same after each of the events.
  package var standings: [Standing] {
    let mayUndo = events.contains { event in
      [.annulled, .annulledRemitted].contains(event.effect)
        && event.target.map { isRuling($0) } == true
    }
    // Where a later event undoes a ruling, what stood before it has to be worked out without it.
    if mayUndo { return events.indices.map { replayed(upTo: $0 + 1) } }
    var replay = Replay(self, count: 0)
    return events.indices.map { _ in replay.takeNext() }
  }

  /// For each of the first `count` events, whether it is a ruling that a later one undid, so that it
  /// counts as if it had not been given.
  ///
  /// The last word counts, so the rulings are read backwards: one that stands undoes its target.
  func undoneRulings(upTo count: Int) -> [Bool] {
    var verdicts = [Bool?](repeating: nil, count: count)
    for position in stride(from: count - 1, through: 0, by: -1) {
      let event = events[position]
      guard verdicts[position] != true, let target = event.target, isRuling(target),
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
}

/// The state of a procedure while its events are taken one after the other.
struct Replay {
  let procedure: Procedure
  private(set) var events: ArraySlice<Procedure.Event>
  private(set) var undone: [Bool]
  var outcomes: [Standing.Outcome] = []
  /// For each of `outcomes`, the events whose measures it is or, through replacement, has become.
  var stems: [[Int]] = []
  var phase = Standing.Status.alleged
  var pending: Standing.Status?
  var annulledEvents: Set<Int> = []
  var isAnnulledInPart = false
  private var withdrawnEvents: Set<Int> = []
  var isWithdrawn = false
  var isFinal = false
  var isClosed = false

  init(_ procedure: Procedure, count: Int) {
    self.procedure = procedure
    events = procedure.events[..<count]
    undone = procedure.undoneRulings(upTo: count)
  }

  /// Goes on by one event, which undoes no ruling, and tells how the case stands after it.
  mutating func takeNext() -> Standing {
    let position = events.count
    events = procedure.events[...position]
    undone.append(false)
    take(position)
    return standing
  }

  mutating func take(_ position: Int) {
    let event = events[position]
    add(event.step.measures, at: position)
    switch event.kind {
    case .complaint, .opened, .published, .referral, .complianceConfirmed, .paid, .refunded: break
    case .noticeOfIntent, .draftDecision: propose()
    case .penaltyCalled:
      reopen()
      phase = .decided
    case .decision, .settlement, .commitments, .judgment, .redecision:
      if !undone[position] { rule(position) }
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
    isWithdrawn = false
  }

  /// A new proposal takes up again what was dropped, but does not touch what is decided.
  private mutating func propose() {
    isClosed = false
    isWithdrawn = false
    if phase == .alleged { phase = .proposed }
  }

  private mutating func rule(_ position: Int) {
    let event = events[position]
    reopen()
    if event.kind.isDecision || !event.step.measures.isEmpty { phase = .decided }
    if event.kind == .redecision {
      pending = nil
      isAnnulledInPart = false
    }
    apply(event.effect, to: event.target)
  }

  private mutating func apply(_ effect: Step.Effect?, to target: Int?) {
    guard let effect else { return }
    // What a ruling on a ruling undoes is known beforehand: `undone`.
    let decision = target.flatMap { procedure.isRuling($0) ? nil : $0 }
    switch effect {
    case .upheld, .varied, .inadmissible:
      pending = nil
    case .annulled, .annulledRemitted:
      if let decision {
        annulledEvents.insert(decision)
        annulMeasures(of: decision)
      }
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

  private mutating func annulMeasures(of event: Int) {
    for index in outcomes.indices
    where isOutcome(index, of: event) && [.imposed, .proposed].contains(outcomes[index].state) {
      outcomes[index].state = .annulled
    }
  }

  private mutating func reinstate(_ event: Int) {
    annulledEvents.remove(event)
    isAnnulledInPart = false
    for index in outcomes.indices
    where isOutcome(index, of: event) && outcomes[index].state == .annulled
      && !undone[outcomes[index].event]
    {
      outcomes[index].state = outcomes[index].origin == .proposed ? .proposed : .imposed
    }
  }

  /// Whether an outcome is a measure of `event`, or what a ruling made of one.
  private func isOutcome(_ index: Int, of event: Int) -> Bool {
    let own = outcomes[index].event
    return own == event || (stems[index].contains(event) && !events[own].kind.isDecision)
  }

  /// An appeal that is withdrawn leaves the decision; a proposal or decision that is, goes.
  private mutating func withdraw(_ position: Int) {
    let target = events[position].target
    if let target, events[target].kind != .appealLodged {
      withdrawnEvents.insert(target)
      annulMeasures(of: target)
      if !isAnythingLeft(before: position) { drop() }
    } else if pending != nil || target != nil {
      pending = nil
    } else {
      for earlier in events.indices[..<position] { annulMeasures(of: earlier) }
      drop()
    }
  }

  private mutating func drop() {
    isWithdrawn = true
    pending = nil
    phase = .alleged
  }

  /// Whether a decision, or where there is none a proposal, has not been withdrawn.
  private func isAnythingLeft(before position: Int) -> Bool {
    let decisions = events.indices[..<position].filter { events[$0].kind.isDecision }
    return decisions.isEmpty
      ? outcomes.contains { $0.state == .proposed || $0.state == .imposed }
      : !decisions.allSatisfy { withdrawnEvents.contains($0) }
  }
}
