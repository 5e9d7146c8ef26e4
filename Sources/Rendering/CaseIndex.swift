import Content
import Linking
import Mustache

/// What the script that filters lists has to know of every case, by the case's place on the site: which
/// lists it is in for more reasons than its own fields.
private struct Memberships {
  /// Companies above those that the case is against, as they were then.
  var groups: [[Int]]
  /// Authorities that took a step in it without deciding it.
  var rulings: [[Int]]
  var laws: [[Int]]
  /// Counted through all laws.
  var articles: [[Int]]

  init(of site: Site) {
    let none = [[Int]](repeating: [], count: site.cases.count)
    (groups, rulings, laws, articles) = (none, none, none, none)
    for (index, company) in site.companies.enumerated()
    where company.groupCases.count > company.cases.count {
      let own = Set(company.cases)
      for ordinal in company.groupCases where !own.contains(ordinal) {
        groups[Int(ordinal.index)].append(index)
      }
    }
    for (index, regulator) in site.regulators.enumerated() {
      for ordinal in regulator.rulings { rulings[Int(ordinal.index)].append(index) }
    }
    var number = 0
    for (index, law) in site.laws.enumerated() {
      for ordinal in law.cases { laws[Int(ordinal.index)].append(index) }
      for article in law.articles {
        for citation in article.citations {
          let place = Int(citation.case.index)
          if articles[place].last != number { articles[place].append(number) }
        }
        number += 1
      }
    }
  }
}

extension OutputBuffer {
  /// `/data/list.json`: every case in few words, for the script that filters and sorts lists. What many
  /// cases share stands once, above them.
  mutating func append(listOf publication: Publication) {
    let site = publication.site
    append("{")
    append(words: "company", site.companies.map { [$0.slug, $0.fields.name] })
    append(words: "regulator", site.regulators.map { [$0.slug, $0.fields.name, $0.short] })
    append(
      words: "jurisdiction", site.jurisdictions.map { [$0.slug, publication.words.name(of: $0)] })
    append(words: "law", site.laws.map { [$0.slug, $0.fields.short] })
    append(words: "topic", site.topics.map { [$0.slug, $0.fields.name] })
    append(
      words: "status", Standing.Status.allCases.map { [$0.rawValue, publication.words.status[$0]] })
    append(words: "year", site.years.map { [String($0.year), String($0.year)] })
    let currencies = Set(site.cases.flatMap { $0.standing.sumsInForce.map(\.currency) }).sorted()
    append(words: "currency", currencies.map { [$0.code, $0.code] })
    append(
      words: "article",
      site.laws.flatMap { law in law.articles.map { [law.slug + "/" + slugged($0.name)] } })
    append("\"cases\":[")
    let memberships = Memberships(of: site)
    let places = Dictionary(
      uniqueKeysWithValues: currencies.enumerated().map { ($0.element, $0.offset) })
    let years = Dictionary(
      uniqueKeysWithValues: site.years.enumerated().map { ($0.element.year, $0.offset) })
    for (index, linked) in site.cases.enumerated() {
      append(index == 0 ? "\n[" : ",\n[")
      append(textsOf: linked, in: publication.words)
      append(sumsOf: linked, places)
      append(linked.companies.map { Int($0.index) })
      append(linked.regulators.map { Int($0.index) })
      append(linked.jurisdictions.map { Int($0.index) })
      append(memberships.laws[index])
      append(linked.topics.map { Int($0.index) })
      append(Standing.Status.allCases.firstIndex(of: linked.standing.status).map { [$0] } ?? [])
      append(years[Int(linked.decided.year)].map { [$0] } ?? [])
      append(memberships.groups[index])
      append(memberships.rulings[index])
      append(memberships.articles[index], isLast: true)
      append("]")
    }
    append("\n]}\n")
  }

  private mutating func append(words name: StaticString, _ items: [[String]]) {
    append("\"")
    append(name)
    append("\":[")
    for (index, item) in items.enumerated() {
      if index > 0 { append(",") }
      append(json: item)
    }
    append("],\n")
  }

  private mutating func append(_ numbers: [Int], isLast: Bool = false) {
    append("[")
    for (index, number) in numbers.enumerated() {
      if index > 0 { append(",") }
      append(number: number)
    }
    append(isLast ? "]" : "],")
  }

  private mutating func append(textsOf linked: LinkedCase, in words: Words) {
    append(json: linked.slug)
    append(",")
    append(json: linked.short)
    append(",")
    append(json: linked.fields.short == nil ? "" : linked.fields.title)
    append(",\"")
    append(iso: linked.decided)
    append("\",\"")
    append(words: linked.decided, in: words)
    append("\",")
    // Bits: an amount that was not disclosed, a proposal, retracted, draft, under embargo.
    let standing = linked.standing
    let isProposal = !standing.hasSumInForce && standing.undisclosed == 0 && standing.hasProposal
    append(
      number: (standing.undisclosed > 0 ? 1 : 0) + (isProposal ? 2 : 0)
        + (linked.fields.isRetracted ? 4 : 0) + (linked.isDraft ? 8 : 0)
        + (linked.isEmbargoed ? 16 : 0))
    append(",\"")
    let prices =
      isProposal ? standing.sumsProposed : standing.hasSumInForce ? standing.sumsInForce : []
    for (index, price) in prices.enumerated() {
      if index > 0 { append(words.amounts.listMark) }
      append(exact: price, in: words)
    }
    append("\",")
  }

  /// What is in force by currency, at the upper end of a range.
  private mutating func append(sumsOf linked: LinkedCase, _ places: [Currency: Int]) {
    append("[")
    for (index, price) in linked.standing.sumsInForce.enumerated() {
      append(index == 0 ? "[" : ",[")
      append(number: places[price.currency] ?? 0)
      append(",")
      append(plain: price.high)
      append("]")
    }
    append("],")
  }
}

extension LinkedJurisdiction {
  /// The end of its address.
  var slug: String { slugged(code) }
}
