import Linking
import Mustache

/// Where a case stands among those against one of its companies: the next ones before and after it.
struct SeriesPlace: Sendable {
  let company: Link
  /// By date of decision.
  let earlier: CaseSummary?
  let later: CaseSummary?

  /// One for each company that has other cases.
  static func places(
    of linked: LinkedCase, _ ordinal: Ordinal<LinkedCase>, in publication: Publication
  ) -> [SeriesPlace] {
    linked.companies.compactMap { company in
      let cases = publication.site.companies[company].cases
      guard cases.count > 1, let place = cases.place(of: ordinal) else { return nil }
      // The list runs from the newest decision back.
      return SeriesPlace(
        company: publication.companies[Int(company.index)],
        earlier: place + 1 < cases.count ? CaseSummary(publication, cases[place + 1]) : nil,
        later: place > 0 ? CaseSummary(publication, cases[place - 1]) : nil)
    }
  }
}

extension [Ordinal<LinkedCase>] {
  /// Where a case is in a list that is in the site's order, as lists of cases are.
  fileprivate func place(of ordinal: Ordinal<LinkedCase>) -> Int? {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].index < ordinal.index { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low] == ordinal ? low : nil
  }
}

extension Fields where Value == SeriesPlace {
  static func series(_ words: Words) -> Fields<SeriesPlace> {
    Fields<SeriesPlace>("place in a series") { f in
      f.object("company", of: .link) { $0.company }
      f.object("earlier", of: .caseSummary(words)) { $0.earlier }
      f.object("later", of: .caseSummary(words)) { $0.later }
    }
  }
}
