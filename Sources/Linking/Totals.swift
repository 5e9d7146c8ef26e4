import Content

/// What a set of cases adds up to.
///
/// Only what is in force is added: per currency, once per measure, never across currencies, never
/// a proposal, a ceiling or a rate.
package struct Totals: Sendable, Equatable {
  package struct InCurrency: Sendable, Equatable, Denominated {
    package let currency: Currency
    package var inForce = Sum.zero
    /// How many cases the sum rests on.
    package var cases = 0
  }

  package var cases = 0
  /// In ascending order of the currency's code.
  package var amounts: [InCurrency] = []
  /// How many measures in force have an amount that was not disclosed.
  package var undisclosed = 0

  package init() {}

  /// The totals of `cases`, each given once; with `companies`, of what is addressed to them alone.
  init(of cases: some Sequence<LinkedCase>, against companies: Set<String>? = nil) {
    for linked in cases { add(linked, against: companies) }
  }

  /// Adds a case that is not in the totals yet; with `companies`, what is addressed to them alone.
  mutating func add(_ linked: LinkedCase, against companies: Set<String>?) {
    cases += 1
    var counted: [Currency] = []
    linked.standing.forEachInForce(against: companies) { sum, _ in
      switch sum {
      case .known(let low, let high, let currency):
        let place = amounts.place(of: currency, orNew: InCurrency(currency: currency))
        amounts[place].inForce += Sum(low: low, high: high)
        if !counted.contains(currency) {
          counted.append(currency)
          amounts[place].cases += 1
        }
      case .undisclosed: undisclosed += 1
      case nil: break
      }
    }
  }
}

extension Totals {
  /// The sum of totals that share no case.
  package init(adding parts: some Sequence<Totals>) {
    self.init()
    for part in parts {
      cases += part.cases
      undisclosed += part.undisclosed
      for amount in part.amounts {
        let place = amounts.place(of: amount.currency, orNew: InCurrency(currency: amount.currency))
        amounts[place].inForce += amount.inForce
        amounts[place].cases += amount.cases
      }
    }
  }
}
