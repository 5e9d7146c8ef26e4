import Content
import Linking
import Mustache

/// A case as lists show it.
struct CaseSummary: Sendable {
  let publication: Publication
  let linked: LinkedCase

  init(_ publication: Publication, _ ordinal: Ordinal<LinkedCase>) {
    self.publication = publication
    linked = publication.site.cases[Int(ordinal.index)]
  }
}

extension Fields where Value == CaseSummary {
  /// What `case-row` may name, and every other list of cases.
  static func caseSummary(_ words: Words) -> Fields<CaseSummary> {
    Fields<CaseSummary>("case in a list") { f in
      f.text("title") { $0.linked.fields.title }
      f.text("short") { $0.linked.short }
      f.flag("has_short") { $0.linked.fields.short != nil }
      f.text("summary") { $0.linked.fields.summary }
      f.html("href", when: { _ in true }) { row, out in
        out.append(row.linked.permalink.path, after: row.publication.site.root)
      }
      f.html("decided", when: { _ in true }) { row, out in
        out.append(element: row.linked.decided, in: words)
      }
      f.html("published", when: { _ in true }) { row, out in
        out.append(element: row.linked.fields.published.date, in: words)
      }
      f.text("status") { words.status[$0.linked.standing.status] }
      f.text("status_code") { $0.linked.standing.status.rawValue }
      f.list("companies", of: .link) { row in
        row.linked.companies.map { row.publication.companies[Int($0.index)] }
      }
      f.list("regulators", of: .link) { row in
        row.linked.regulators.map { row.publication.regulators[Int($0.index)] }
      }
      f.object("regulator", of: .link) { row in
        row.linked.regulators.first.map { row.publication.regulators[Int($0.index)] }
      }
      f.html("in_force", when: { $0.linked.standing.hasSumInForce }) { row, out in
        out.append(row.linked.standing.sumsInForce, in: words)
      }
      f.html("proposed", when: { $0.linked.standing.hasProposal }) { row, out in
        out.append(row.linked.standing.sumsProposed, in: words)
      }
      f.html("in_force_exact", when: { $0.linked.standing.hasSumInForce }) { row, out in
        out.append(elements: row.linked.standing.sumsInForce, in: words)
      }
      f.html("proposed_exact", when: { $0.linked.standing.hasProposal }) { row, out in
        out.append(elements: row.linked.standing.sumsProposed, in: words)
      }
      f.flag("is_undisclosed") { $0.linked.standing.undisclosed > 0 }
      f.flag("is_unnamed") { $0.linked.isUnnamed }
      f.flag("is_draft") { $0.linked.isDraft }
      f.flag("is_embargoed") { $0.linked.isEmbargoed }
      f.flag("is_corrected") { $0.linked.isCorrected }
      f.flag("is_retracted") { $0.linked.isRetracted }
    }
  }
}

extension Standing {
  var hasSumInForce: Bool {
    outcomes.indices.contains { index in
      guard outcomes[index].state == .imposed,
        case .known(_, let high, _) = sum(at: index)
      else { return false }
      return high > .zero
    }
  }

  /// Whether a sum is proposed that nothing has yet come of.
  var hasProposal: Bool {
    status == .proposed
      && outcomes.indices.contains {
        outcomes[$0].state == .proposed && sum(at: $0) != nil
      }
  }
}

extension LinkedCase {
  var isCorrected: Bool { fields.history.contains { $0.kind == .correction } }
  var isRetracted: Bool { fields.history.contains { $0.kind == .retraction } }
}

extension Standing {
  /// What is in force, one price a currency, in ascending order of the code.
  var sumsInForce: [Price] { sums(of: .imposed) }

  var sumsProposed: [Price] { sums(of: .proposed) }

  private func sums(of state: Outcome.State) -> [Price] {
    var prices: [Price] = []
    for index in outcomes.indices where outcomes[index].state == state {
      guard let amount = sum(at: index), let price = Price(amount) else { continue }
      if let index = prices.firstIndex(where: { $0.currency >= price.currency }) {
        if prices[index].currency == price.currency {
          prices[index] += price
        } else {
          prices.insert(price, at: index)
        }
      } else {
        prices.append(price)
      }
    }
    return prices.filter { $0.high > .zero }
  }
}

extension OutputBuffer {
  /// The exact prices, one after the other, for columns in which digits stand below each other.
  mutating func append(elements prices: [Price], in words: Words) {
    for (index, price) in prices.enumerated() {
      if index > 0 { append(words.amounts.listMark) }
      append(element: price, in: words)
    }
  }

  /// The rounded prices, one after the other.
  mutating func append(_ prices: [Price], in words: Words) {
    for (index, price) in prices.enumerated() {
      if index > 0 { append(words.amounts.listMark) }
      append(compactElement: price, in: words)
    }
  }
}
