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
  /// `/data/list.json`: every case as its row, and as what the script that filters and sorts lists goes by.
  /// What many cases share stands once, above them.
  mutating func append(listOf edition: Edition) {
    let publication = edition.publication
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
    var row = OutputBuffer(capacity: 1024)
    for (index, linked) in site.cases.enumerated() {
      append(index == 0 ? "\n[" : ",\n[")
      row.removeAll()
      edition.rows.write(index, into: &row)
      append("\"")
      row.withBytes { appendJSON($0) }
      append("\",")
      append(json: linked.short)
      append(",\"")
      append(iso: linked.decided)
      append("\",[")
      let sums = linked.standing.sumsInForce.map { (place: places[$0.currency] ?? 0, sum: $0.high) }
      append(sums)
      append(linked.companies.map { Int($0.index) })
      append(linked.regulators.map { Int($0.index) })
      append(linked.jurisdictions.map { Int($0.index) })
      append(memberships.laws[index])
      append(linked.topics.map { Int($0.index) })
      append(Standing.Status.allCases.firstIndex(of: linked.standing.status).map { [$0] } ?? [])
      append(years[Int(linked.decided.year)].map { [$0] } ?? [])
      append(sums.map(\.place))
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

  /// What is in force by currency, at the upper end of a range.
  private mutating func append(_ sums: [(place: Int, sum: Quantity)]) {
    for (index, (place, sum)) in sums.enumerated() {
      append(index == 0 ? "[" : ",[")
      append(number: place)
      append(",")
      append(plain: sum)
      append("]")
    }
    append("],")
  }
}

extension LinkedJurisdiction {
  /// The end of its address.
  var slug: String { slugged(code) }
}
