import Content

/// Where a case stands after its last known step.
package struct Standing: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case alleged, proposed, decided
    case underAppeal = "under-appeal"
    case stayed, remitted, reduced, increased, annulled
    case annulledInPart = "annulled-in-part"
    case final, withdrawn, closed
  }

  /// One measure of the case, and what became of it.
  package struct Outcome: Sendable {
    package enum State: String, Sendable, CaseIterable {
      case proposed, imposed, replaced, annulled, recorded
    }

    package let measure: Measure
    /// Which event it belongs to, by its position in the procedure.
    package let event: Int
    package var state: State
    package let origin: Origin
    /// Whether it took an earlier measure's place.
    package var isReplacement = false
  }

  package internal(set) var status = Status.alleged
  /// In the order of the events, then of the file.
  package internal(set) var outcomes: [Outcome] = []
  /// Whether payment is suspended while a court looks at it.
  package internal(set) var isStayed = false

  /// The sums of the case by currency, in ascending order of the code.
  package var amounts: [CurrencyAmounts] {
    var amounts: [CurrencyAmounts] = []
    for index in outcomes.indices {
      guard case .known(let low, let high, let currency) = outcomes[index].amount else { continue }
      let place = amounts.place(of: currency, orNew: CurrencyAmounts(currency: currency))
      amounts[place].add(
        Sum(low: low, high: high), of: outcomes[index].state, outcomes[index].origin,
        isReplacement: outcomes[index].isReplacement)
    }
    return amounts
  }

  /// How many measures in force cost something that the authority did not say.
  package var undisclosed: Int {
    outcomes.indices.count {
      outcomes[$0].state == .imposed && outcomes[$0].measure.sum == .undisclosed
    }
  }
}

extension Standing {
  /// What the measure of the outcome at a position costs as a sum that may be added up; nothing else
  /// of it is copied.
  package func sum(at index: Int) -> Amount? { outcomes[index].measure.sum }

  /// Hands on the sum and kind of each measure in force; with `companies`, of those that are not
  /// addressed to others.
  package func forEachInForce(
    against companies: Set<String>?, _ body: (_ sum: Amount?, Measure.Kind) -> Void
  ) {
    for index in outcomes.indices where outcomes[index].state == .imposed {
      if let companies, let addressee = outcomes[index].measure.company,
        !companies.contains(addressee.value)
      {
        continue
      }
      body(sum(at: index), outcomes[index].measure.kind)
    }
  }
}

/// Something that is counted in one currency.
protocol Denominated {
  var currency: Currency { get }
}

extension Array where Element: Denominated {
  /// Where the element of a currency is, in ascending order of the code; a new one where there is none.
  mutating func place(of currency: Currency, orNew new: @autoclosure () -> Element) -> Int {
    let place = firstIndex { $0.currency >= currency } ?? count
    if place == count || self[place].currency != currency { insert(new(), at: place) }
    return place
  }
}

/// What adds up in one currency of one case.
package struct CurrencyAmounts: Sendable, Equatable, Denominated {
  package let currency: Currency
  package var proposed = Sum.zero
  /// As first imposed, before any court or second decision.
  package var imposed = Sum.zero
  package var inForce = Sum.zero
  package var paid = Sum.zero
  package var refunded = Sum.zero

  mutating func add(
    _ sum: Sum, of state: Standing.Outcome.State, _ origin: Standing.Outcome.Origin,
    isReplacement: Bool
  ) {
    switch state {
    case .proposed: proposed += sum
    case .imposed: inForce += sum
    case .recorded: break
    case .replaced, .annulled: break
    }
    switch origin {
    case .imposed where !isReplacement: imposed += sum
    case .paid: paid += sum
    case .refunded: refunded += sum
    default: break
    }
  }
}

extension Standing.Outcome {
  /// Which of a case's accounts the measure belongs to by the step it came with.
  package enum Origin: Sendable { case proposed, imposed, paid, refunded, none }

  /// What goes into the accounts: a sum that adds up, or whatever was paid or refunded.
  @inline(__always)
  fileprivate var amount: Amount? {
    origin == .paid || origin == .refunded ? measure.amount?.value : measure.sum
  }
}

/// An exact sum, or the two ends between which it lies.
package struct Sum: Sendable, Hashable {
  package var low: Quantity
  package var high: Quantity

  package init(low: Quantity, high: Quantity) {
    self.low = low
    self.high = high
  }

  package static let zero = Sum(low: .zero, high: .zero)
  package var isZero: Bool { high == .zero }

  package static func += (left: inout Sum, right: Sum) {
    left.low = left.low + right.low
    left.high = left.high + right.high
  }
}

extension Measure {
  /// What the measure costs as a sum that may be added up; nil for what costs nothing.
  ///
  /// A ceiling (`maximum`) and a rate (`per`) are never sums; nor is a periodic penalty before it
  /// is called in. Costs are owed, but are no penalty, so totals leave them out.
  @inline(__always)
  package var sum: Amount? {
    guard per == nil, !isMaximum else { return nil }
    switch kind {
    case .fine, .penaltyCalled, .disgorgement, .restitution, .damages, .settlement:
      return amount?.value ?? (kind == .fine || kind == .penaltyCalled ? .undisclosed : nil)
    default:
      return nil
    }
  }
}
