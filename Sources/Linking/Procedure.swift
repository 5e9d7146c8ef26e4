import Content

/// A case's steps in the order in which they count, each knowing which one it acts on.
///
/// Steps count by date, then as the file has them. A date of which only the month or the year is
/// known may fall anywhere in it, so there the file's order decides.
package struct Procedure: Sendable {
  package struct Event: Sendable {
    /// All steps of the procedure in the order of its events, of which there is one copy.
    private let steps: [Step]
    private let position: Int32
    package let kind: Step.Kind
    package let effect: Step.Effect?
    /// The position of the step it acts on, named or clear from the procedure; always earlier.
    package let target: Int?

    package var step: Step { _read { yield steps[Int(position)] } }

    // Of the step, what pages ask for most: another module that reads a field of `step` copies all
    // of it.
    package var id: String? { steps[Int(position)].id?.value }
    package var date: CalendarDate? { steps[Int(position)].date.value }
    package var sources: [Written<String>] { steps[Int(position)].sources }
    package var note: String? { steps[Int(position)].note }

    /// The step it acts on, where it names that or has an effect on it.
    package var statedTarget: Int? {
      effect == nil && steps[Int(position)].target == nil ? nil : target
    }

    init(
      _ position: Int, of steps: [Step], kind: Step.Kind, effect: Step.Effect?, target: Int?
    ) {
      self.steps = steps
      self.position = Int32(position)
      self.kind = kind
      self.effect = effect
      self.target = target
    }
  }

  package let events: [Event]

  package init(_ steps: [Step]) {
    let ordered = Self.chronological(steps)
    var positions: [String: Int] = [:]
    for position in ordered.indices {
      if let id = ordered[position].id { positions[id.value] = position }
    }
    var events: [Event] = []
    events.reserveCapacity(ordered.count)
    for position in ordered.indices {
      let named = ordered[position].target.flatMap { positions[$0.value] }
      let target = named.flatMap { $0 < position ? $0 : nil }
      let kind = ordered[position].kind.value ?? .published
      let effect = ordered[position].effect?.value
      events.append(
        Event(
          position, of: ordered, kind: kind, effect: effect,
          target: target ?? Self.clearTarget(of: kind, effect, after: events)))
    }
    self.events = events
  }

  /// The steps by date; where two dates overlap, as they were given.
  ///
  /// Of the steps that are left, the first given that does not lie wholly behind another is next: so
  /// a year among days never hides which of the days is earlier.
  static func chronological(_ steps: [Step]) -> [Step] {
    let spans = steps.indices.map { index in
      steps[index].date.value.map { (first: $0.earliest, last: $0.latest) }
        ?? (first: .min, last: .max)
    }
    // Mostly they were given in order: none lies wholly before an earlier one.
    var earliestEnd = Int.max
    let isOrdered = spans.indices.reversed().allSatisfy { index in
      earliestEnd = min(earliestEnd, spans[index].last)
      return spans[index].first <= earliestEnd
    }
    if isOrdered { return steps }
    var left = Array(steps.indices)
    var order: [Int] = []
    order.reserveCapacity(steps.count)
    while let end = left.lazy.map({ spans[$0].last }).min(),
      let next = left.firstIndex(where: { spans[$0].first <= end })
    {
      order.append(left.remove(at: next))
    }
    return order.map { steps[$0] }
  }

  /// What a step acts on that names nothing: the latest decision before it.
  private static func clearTarget(
    of kind: Step.Kind, _ effect: Step.Effect?, after events: [Event]
  ) -> Int? {
    guard effect != nil || kind == .redecision else { return nil }
    return events.lastIndex { $0.kind.isDecision }
  }

  /// Whether the event at `position` ruled on an earlier decision, so that undoing it brings that
  /// back. A decision on a notice rules on nothing that stood.
  func isRuling(_ position: Int) -> Bool {
    let event = events[position]
    if event.kind == .judgment { return true }
    guard event.effect != nil, let target = event.target else { return false }
    return events[target].kind.isDecision || events[target].kind == .judgment
  }
}

extension Step.Kind {
  /// Measures of these are proposed.
  package var proposes: Bool { self == .noticeOfIntent || self == .draftDecision }

  /// Measures of these are imposed.
  package var imposes: Bool {
    switch self {
    case .decision, .settlement, .commitments, .judgment, .redecision, .penaltyCalled: true
    default: false
    }
  }

  /// What an authority itself decides, as against a court's ruling on it.
  package var isDecision: Bool {
    switch self {
    case .decision, .settlement, .commitments, .redecision: true
    default: false
    }
  }

  /// Steps that can have an effect on an earlier one.
  package var rules: Bool {
    switch self {
    case .decision, .settlement, .judgment, .redecision, .withdrawn, .permissionRefused: true
    default: false
    }
  }
}
