import Content
import Diagnostics

extension Directory {
  /// Every list of cases, with its totals: one walk over the cases, newest first.
  func addCases(to site: inout Site) {
    var years: [Int: [Ordinal<LinkedCase>]] = [:]
    for (index, linked) in site.cases.enumerated() {
      let ordinal = Ordinal<LinkedCase>(index)
      for company in linked.companies {
        site.companies[Int(company.index)].cases.append(ordinal)
      }
      for regulator in linked.regulators {
        site.regulators[Int(regulator.index)].cases.append(ordinal)
      }
      for place in linked.jurisdictions {
        site.jurisdictions[Int(place.index)].cases.append(ordinal)
      }
      for topic in linked.topics { site.topics[Int(topic.index)].cases.append(ordinal) }
      addCitations(of: linked, ordinal, to: &site)
      addRulings(of: linked, ordinal, to: &site)
      years[Int(linked.decided.year), default: []].append(ordinal)
    }
    site.years = years.sorted { $0.key > $1.key }.map { year, cases in
      LinkedYear(year: year, permalink: Permalink("years", String(year)), cases: cases)
    }
    addTotals(to: &site)
    for (index, regulator) in site.regulators.enumerated() {
      site.jurisdictions[Int(regulator.jurisdiction.index)].regulators.append(Ordinal(index))
    }
    for (index, law) in site.laws.enumerated() {
      site.jurisdictions[Int(law.jurisdiction.index)].laws.append(Ordinal(index))
    }
  }

  private func addCitations(
    of linked: LinkedCase, _ ordinal: Ordinal<LinkedCase>, to site: inout Site
  ) {
    for provision in linked.provisions {
      let law = Int(provision.law.index)
      if site.laws[law].cases.last != ordinal { site.laws[law].cases.append(ordinal) }
      guard let article = provision.article else { continue }
      let citation = LinkedLaw.Citation(case: ordinal, at: provision.at, role: provision.role)
      site.laws[law].articles[article].citations.append(citation)
    }
  }

  private func addRulings(
    of linked: LinkedCase, _ ordinal: Ordinal<LinkedCase>, to site: inout Site
  ) {
    for body in linked.bodies {
      guard let body, !linked.regulators.contains(body),
        site.regulators[Int(body.index)].rulings.last != ordinal
      else { continue }
      site.regulators[Int(body.index)].rulings.append(ordinal)
    }
  }

  private func addTotals(to site: inout Site) {
    let all = site.cases
    func totals(_ cases: [Ordinal<LinkedCase>]) -> Totals { Totals(of: cases.lazy.map { all[$0] }) }
    for index in site.companies.indices {
      let company = site.companies[index]
      site.companies[index].totals = Totals(
        of: company.cases.lazy.map { all[$0] }, against: [company.slug])
    }
    for index in site.regulators.indices {
      site.regulators[index].totals = totals(site.regulators[index].cases)
    }
    for index in site.jurisdictions.indices {
      site.jurisdictions[index].totals = totals(site.jurisdictions[index].cases)
    }
    for index in site.topics.indices {
      site.topics[index].totals = totals(site.topics[index].cases)
    }
    for index in site.years.indices { site.years[index].totals = totals(site.years[index].cases) }
    for index in site.laws.indices {
      site.laws[index].totals = totals(site.laws[index].cases)
      for article in site.laws[index].articles.indices {
        let citations = site.laws[index].articles[article].citations
        var cases: [Ordinal<LinkedCase>] = []
        for citation in citations where cases.last != citation.case { cases.append(citation.case) }
        site.laws[index].articles[article].totals = totals(cases)
      }
    }
  }
}
