import Content
import Linking

/// Which figures a page has: those that its cases are enough for.
extension CaseSet {
  private var words: FigureWords { FigureWords(publication.words) }

  /// Every figure, each currency by itself.
  var allFigures: [Figure] {
    let inForce = InForce(in: self)
    var figures: [Figure] = []
    for part in inForce.sums.withAtLeast(3) {
      let years = SumsByYear(
        part.sums, in: part.currency,
        // An amount that is not known has no currency: it is spoken of once.
        undisclosed: figures.isEmpty ? inForce.undisclosed : 0, words: words)
      if let years { figures.append(years.figure) }
    }
    figures += inForce.fines.withAtLeast(5).compactMap { part in
      FinesByAmount(part.sums, in: part.currency, of: self, words: words)?.figure
    }
    return figures + [together, appeals, duration].compactMap { $0 }
  }

  /// What is in force by year, in the currency with the most cases.
  func years(_ inForce: InForce) -> Figure? {
    inForce.sums.withAtLeast(3).lazy.compactMap { part in
      SumsByYear(
        part.sums, in: part.currency, undisclosed: inForce.undisclosed, words: words)?.figure
    }.first
  }

  /// Every fine in force, in the currency with the most of them.
  func fines(_ inForce: InForce) -> Figure? {
    inForce.fines.withAtLeast(5).first.flatMap { part in
      FinesByAmount(part.sums, in: part.currency, of: self, words: words)?.figure
    }
  }

  var duration: Figure? { TimeToDecision(self, words: words)?.figure }
  var together: Figure? { InfringedTogether(self, words: words)?.figure }
  var appeals: Figure? { AppealResults(self, words: words)?.figure }
}

extension Publication {
  var figuresOfHome: [Figure] {
    let set = CaseSet(allOrdinals, in: self)
    return [set.years(InForce(in: set))].compactMap { $0 }
  }

  var allFigures: [Figure] { CaseSet(allOrdinals, in: self).allFigures }

  private var allOrdinals: [Ordinal<LinkedCase>] { site.cases.indices.map { Ordinal($0) } }

  func figures(of company: LinkedCompany) -> [Figure] {
    let across = AcrossAuthorities(
      company.groupCases.map { site.cases[$0] }, in: self, words: FigureWords(words))?.figure
    // No other figure rests on fewer cases.
    guard company.cases.count >= 3 else { return across.map { [$0] } ?? [] }
    var set = CaseSet(company.cases, in: self)
    set.companies = [company.slug]
    return [across, set.years(InForce(in: set)), set.appeals].compactMap { $0 }
  }

  func figures(of regulator: LinkedRegulator) -> [Figure] {
    let set = CaseSet(regulator.cases, in: self)
    let inForce = InForce(in: set)
    return [set.years(inForce), set.fines(inForce), set.duration, set.appeals].compactMap { $0 }
  }

  func figures(of law: LinkedLaw) -> [Figure] {
    var set = CaseSet(law.cases, in: self)
    set.law = site.laws.firstIndex { $0.slug == law.slug }.map { Ordinal($0) }
    let inForce = InForce(in: set)
    return [set.years(inForce), set.fines(inForce), set.together].compactMap { $0 }
  }

  func figures(of year: LinkedYear) -> [Figure] {
    let set = CaseSet(year.cases, in: self)
    return [set.fines(InForce(in: set)), set.appeals].compactMap { $0 }
  }
}
