import Content

/// What a set of cases adds up to.
///
/// Only what is in force is added: per currency, once per measure, never across currencies, never
/// a proposal, a ceiling or a rate.
package struct Totals: Sendable, Equatable {
  package struct InCurrency: Sendable, Equatable {
    package let currency: Currency
    package var inForce: Sum
    /// How many cases the sum rests on.
    package var cases: Int
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
    // By their positions: nothing is copied of what is passed over.
    let outcomes = linked.standing.outcomes
    for index in outcomes.indices where outcomes[index].state == .imposed {
      if let companies, let addressee = outcomes[index].measure.company,
        !companies.contains(addressee.value)
      {
        continue
      }
      switch outcomes[index].measure.sum {
      case .known(let low, let high, let currency):
        let isFirst = !counted.contains(currency)
        if isFirst { counted.append(currency) }
        add(Sum(low: low, high: high), currency, isFirstOfCase: isFirst)
      case .undisclosed: undisclosed += 1
      case nil: break
      }
    }
  }

  private mutating func add(_ sum: Sum, _ currency: Currency, isFirstOfCase: Bool) {
    let index = amounts.firstIndex { $0.currency >= currency } ?? amounts.count
    if index == amounts.count || amounts[index].currency != currency {
      amounts.insert(InCurrency(currency: currency, inForce: .zero, cases: 0), at: index)
    }
    amounts[index].inForce += sum
    if isFirstOfCase { amounts[index].cases += 1 }
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
        if let index = amounts.firstIndex(where: { $0.currency == amount.currency }) {
          amounts[index].inForce += amount.inForce
          amounts[index].cases += amount.cases
        } else {
          amounts.append(amount)
        }
      }
    }
    amounts.sort { $0.currency < $1.currency }
  }
}
