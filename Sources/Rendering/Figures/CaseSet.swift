import Content
import Linking

/// The cases that the figures of one page are about.
struct CaseSet: Sendable {
  let publication: Publication
  let cases: [LinkedCase]
  /// Of whom alone what is in force counts; nil for everybody.
  var companies: Set<String>?
  /// The law whose articles are meant; nil for all.
  var law: Ordinal<LinkedLaw>?

  init(_ ordinals: [Ordinal<LinkedCase>], in publication: Publication) {
    self.publication = publication
    cases = ordinals.map { publication.site.cases[$0] }
  }
}

/// What one case has in force in one currency.
struct CaseSum: Sendable {
  let linked: LinkedCase
  let sum: Sum
}

extension CaseSet {
  /// What is in force by currency, each case once, in the set's order: what the totals add up.
  var sumsInForce: [Currency: [CaseSum]] {
    var sums: [Currency: [CaseSum]] = [:]
    for linked in cases {
      for amount in Totals(of: CollectionOfOne(linked), against: companies).amounts
      where !amount.inForce.isZero {
        sums[amount.currency, default: []].append(CaseSum(linked: linked, sum: amount.inForce))
      }
    }
    return sums
  }

  /// Every fine in force whose amount is known, by currency.
  var finesInForce: [Currency: [CaseSum]] {
    var fines: [Currency: [CaseSum]] = [:]
    for linked in cases {
      for outcome in linked.standing.outcomes
      where outcome.state == .imposed && outcome.measure.kind == .fine {
        guard case .known(let low, let high, let currency) = outcome.measure.sum,
          high > .zero, isMeant(outcome.measure)
        else { continue }
        fines[currency, default: []].append(
          CaseSum(linked: linked, sum: Sum(low: low, high: high)))
      }
    }
    return fines
  }

  /// How many measures in force have an amount that was not disclosed.
  var undisclosed: Int {
    cases.reduce(0) { $0 + Totals(of: CollectionOfOne($1), against: companies).undisclosed }
  }

  private func isMeant(_ measure: Measure) -> Bool {
    guard let companies, let addressee = measure.company else { return true }
    return companies.contains(addressee.value)
  }

  func href(of linked: LinkedCase) -> String {
    publication.site.root.prefix + linked.permalink.path
  }
}

extension [Currency: [CaseSum]] {
  /// The currencies with at least `count` sums: most sums first, then in the order of the codes.
  func currencies(withAtLeast count: Int) -> [Currency] {
    filter { $0.value.count >= count }
      .sorted { ($1.value.count, $0.key.code) < ($0.value.count, $1.key.code) }
      .map(\.key)
  }
}
