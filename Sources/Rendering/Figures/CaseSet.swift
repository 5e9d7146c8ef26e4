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

  func href(of linked: LinkedCase) -> String {
    publication.site.root.prefix + linked.permalink.path
  }
}

/// What one case has in force in one currency.
struct CaseSum: Sendable {
  let linked: LinkedCase
  var sum: Sum
}

/// What is in force in a set of cases.
struct InForce: Sendable {
  /// Each case once in a currency, in the set's order: what the totals of lists add up.
  private(set) var sums = ByCurrency()
  /// Every fine by itself.
  private(set) var fines = ByCurrency()
  /// How many measures have an amount that was not disclosed.
  private(set) var undisclosed = 0

  init(in set: CaseSet) {
    for linked in set.cases {
      linked.standing.forEachInForce(against: set.companies) { sum, kind in
        switch sum {
        case .known(let low, let high, let currency) where high > .zero:
          let sum = CaseSum(linked: linked, sum: Sum(low: low, high: high))
          sums.add(sum, in: currency, once: true)
          if kind == .fine { fines.add(sum, in: currency, once: false) }
        case .undisclosed: undisclosed += 1
        case .known, nil: break
        }
      }
    }
  }
}

/// Sums of cases in each currency.
struct ByCurrency: Sendable {
  private var parts: [(currency: Currency, sums: [CaseSum])] = []

  /// Adds a sum; with `once`, to the one that the case has already.
  mutating func add(_ sum: CaseSum, in currency: Currency, once: Bool) {
    guard let index = parts.firstIndex(where: { $0.currency == currency }) else {
      parts.append((currency, [sum]))
      return
    }
    let last = parts[index].sums.count - 1
    if once, parts[index].sums[last].linked === sum.linked {
      parts[index].sums[last].sum += sum.sum
    } else {
      parts[index].sums.append(sum)
    }
  }

  /// The currencies with at least `count` sums: most sums first, then in the order of the codes.
  func withAtLeast(_ count: Int) -> [(currency: Currency, sums: [CaseSum])] {
    parts.filter { $0.sums.count >= count }
      .sorted { ($1.sums.count, $0.currency.code) < ($0.sums.count, $1.currency.code) }
  }
}
