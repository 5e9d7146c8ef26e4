import Content
import Linking

/// Which figures a page has: those that its cases are enough for.
extension CaseSet {
  private var words: FigureWords { FigureWords() }

  /// Every figure, each currency by itself.
  var allFigures: [Figure] {
    let sums = sumsInForce
    let fines = finesInForce
    var figures: [Figure] = []
    for currency in sums.currencies(withAtLeast: 3) {
      let years = SumsByYear(
        sums[currency] ?? [], in: currency,
        // An amount that is not known has no currency: it is spoken of once.
        undisclosed: figures.isEmpty ? undisclosed : 0, words: words)
      if let years { figures.append(years.figure) }
    }
    figures += fines.currencies(withAtLeast: 5).compactMap { currency in
      FinesByAmount(fines[currency] ?? [], in: currency, of: self, words: words)?.figure
    }
    return figures + [together, appeals, duration].compactMap { $0 }
  }

  /// What is in force by year, in the currency with the most cases.
  var years: Figure? {
    let sums = sumsInForce
    let undisclosed = undisclosed
    return sums.currencies(withAtLeast: 3).lazy.compactMap { currency in
      SumsByYear(
        sums[currency] ?? [], in: currency, undisclosed: undisclosed, words: words)?.figure
    }.first
  }

  /// Every fine in force, in the currency with the most of them.
  var fines: Figure? {
    let fines = finesInForce
    return fines.currencies(withAtLeast: 5).first.flatMap { currency in
      FinesByAmount(fines[currency] ?? [], in: currency, of: self, words: words)?.figure
    }
  }

  var duration: Figure? { TimeToDecision(self, words: words)?.figure }
  var together: Figure? { InfringedTogether(self, words: words)?.figure }
  var appeals: Figure? { AppealResults(self, words: words)?.figure }
}

extension Publication {
  private func figures(
    _ cases: [Ordinal<LinkedCase>], _ choose: (inout CaseSet) -> [Figure?]
  ) -> [Figure] {
    // No figure rests on fewer cases.
    guard cases.count >= 3 else { return [] }
    var set = CaseSet(cases, in: self)
    return choose(&set).compactMap { $0 }
  }

  var figuresOfHome: [Figure] { figures(allOrdinals) { [$0.years] } }

  var allFigures: [Figure] { CaseSet(allOrdinals, in: self).allFigures }

  private var allOrdinals: [Ordinal<LinkedCase>] { site.cases.indices.map { Ordinal($0) } }

  func figures(of company: LinkedCompany) -> [Figure] {
    figures(company.cases) { set in
      set.companies = [company.slug]
      return [set.years, set.appeals]
    }
  }

  func figures(of regulator: LinkedRegulator) -> [Figure] {
    figures(regulator.cases) { [$0.years, $0.fines, $0.duration, $0.appeals] }
  }

  func figures(of law: LinkedLaw) -> [Figure] {
    figures(law.cases) { set in
      set.law = site.laws.firstIndex { $0.slug == law.slug }.map { Ordinal($0) }
      return [set.years, set.fines, set.together]
    }
  }

  func figures(of year: LinkedYear) -> [Figure] {
    figures(year.cases) { [$0.fines, $0.appeals] }
  }
}
