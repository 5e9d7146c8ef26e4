import Content
import Linking
import Mustache

/// One measure of a case, with what became of it.
struct MeasureItem: Sendable {
  let linked: LinkedCase
  /// Its position among the outcomes.
  let index: Int
  /// Whom it is addressed to, where the case has several companies and it is not all of them.
  let company: Link?

  /// Read in place; a copy would share its texts.
  var outcome: Standing.Outcome {
    _read { yield linked.standing.outcomes[index] }
  }

  var event: Int { outcome.event }

  var sum: Amount? { linked.standing.sum(at: index) }

  /// Whether its amount says what could be due and not what is.
  var isApart: Bool {
    guard case .known = outcome.measure.amount?.value else { return false }
    return sum == nil && outcome.state != .recorded
  }

  static func items(of linked: LinkedCase, in publication: Publication) -> [MeasureItem] {
    linked.standing.outcomes.indices.map { index in
      MeasureItem(
        linked: linked, index: index, company: addressee(of: index, in: linked, publication))
    }
  }

  private static func addressee(
    of index: Int, in linked: LinkedCase, _ publication: Publication
  ) -> Link? {
    guard linked.companies.count > 1,
      let slug = linked.standing.outcomes[index].measure.company?.value,
      let found = linked.companies.first(where: {
        publication.site.companies[Int($0.index)].slug == slug
      })
    else { return nil }
    return publication.companies[Int(found.index)]
  }
}

extension Fields where Value == MeasureItem {
  static func measure(_ words: Words) -> Fields<MeasureItem> {
    Fields<MeasureItem>("measure") { f in
      f.text("kind") { words.measure[$0.outcome.measure.kind] }
      f.text("kind_code") { $0.outcome.measure.kind.rawValue }
      f.html("amount", when: { $0.outcome.measure.amount?.value != nil }) { item, out in
        out.append(item.outcome.measure, in: words)
      }
      f.flag("is_ceiling") { $0.outcome.measure.isMaximum }
      f.flag("is_rate") { $0.outcome.measure.per != nil }
      f.flag("is_apart") { $0.isApart }
      f.text("state") { words.state[$0.outcome.state] }
      f.text("state_code") { $0.outcome.state.rawValue }
      f.flag("is_struck") { $0.outcome.state == .replaced || $0.outcome.state == .annulled }
      f.flag("has_state") { $0.outcome.state != .recorded && $0.outcome.measure.kind != .none }
      f.object("company", of: .link) { $0.company }
    }
  }
}

extension OutputBuffer {
  /// `€30,500,000`, `up to €5,100,000`, `€100,000 a day` or the words for an amount not disclosed.
  fileprivate mutating func append(_ measure: Measure, in words: Words) {
    guard let amount = measure.amount?.value else { return }
    guard let price = Price(amount) else { return append(words.amounts.notDisclosed) }
    func rated(_ out: inout OutputBuffer) {
      guard let rate = measure.per.flatMap({ words.amounts.rates[$0] }) else {
        return out.append(element: price, in: words)
      }
      out.append(rate) { $1.append(element: price, in: words) }
    }
    guard measure.isMaximum else { return rated(&self) }
    append(words.amounts.upTo) { rated(&$1) }
  }
}
