import Content

extension Replay {
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
    if isAnnulledInPart || hasAnnulledDecision { return .annulledInPart }
    return change(in: standing) ?? phase
  }

  /// Whether more or less is in force than was first imposed, where both are known.
  private func change(in standing: Standing) -> Standing.Status? {
    let imposed = outcomes.indices.filter { outcomes[$0].origin == .imposed }
    guard imposed.contains(where: { outcomes[$0].isReplacement }),
      !imposed.contains(where: { outcomes[$0].measure.sum == .undisclosed })
    else { return nil }
    let amounts = standing.amounts
    if amounts.contains(where: { $0.inForce.low > $0.imposed.high }) { return .increased }
    if amounts.contains(where: { $0.inForce.high < $0.imposed.low }) { return .reduced }
    return nil
  }

  /// Whether a decision was annulled and no later decision took its place.
  private var hasAnnulledDecision: Bool {
    let last = events.indices.last { events[$0].kind == .redecision && !undone[$0] } ?? -1
    return annulledEvents.contains { $0 >= last && !events[$0].kind.proposes }
  }

  private var isAnnulled: Bool {
    let isInForce = outcomes.indices.contains {
      outcomes[$0].state == .imposed && outcomes[$0].measure.kind != .none
    }
    if isInForce { return false }
    let decisions = events.indices.filter(isDecision)
    guard !decisions.isEmpty else {
      return !annulledEvents.isEmpty && !outcomes.contains { $0.state == .proposed }
    }
    return decisions.allSatisfy { annulledEvents.contains($0) || undone[$0] }
  }

  private func isDecision(_ position: Int) -> Bool {
    let event = events[position]
    return switch event.kind {
    case .decision, .settlement, .commitments, .redecision: !undone[position]
    case .penaltyCalled: true
    // A court that imposes a penalty itself, with nothing before it to rule on, decides too.
    case .judgment: event.target == nil && !event.step.measures.isEmpty
    default: false
    }
  }
}
