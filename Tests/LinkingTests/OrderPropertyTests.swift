import Content
import TestSupport
import Testing

@testable import Linking

/// The order in which files come in reaches nothing.
@Suite struct OrderPropertyTests {
  @Test(arguments: 0..<6)
  func `files in any order give one site and one report`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let fixture = Self.publication(cases: 25, &random)
    let expected = (told(fixture.site), fixture.findings().map(\.description))
    for _ in 0..<3 {
      let other = fixture.shuffled(by: &random)
      #expect(told(other.site) == expected.0)
      #expect(other.findings().map(\.description) == expected.1)
    }
  }

  @Test func `cases that have nothing to do with each other do not change each other`() {
    var random = SeededGenerator(seed: 5)
    let all = Self.publication(cases: 12, &random)
    for linked in all.site.cases {
      let alone = Fixture(
        all.files.filter { !$0.path.hasPrefix("content/cases/") || $0.path == linked.path }
          .map { (path: $0.path, bytes: (try? $0.bytes()) ?? []) })
      let same = alone.site.cases.first
      #expect(same?.standing.status == linked.standing.status)
      #expect(same?.standing.amounts == linked.standing.amounts)
      #expect(same?.decided == linked.decided)
    }
  }

  /// Everything of a site that a page could show, in words.
  private func told(_ site: Site) -> [String] {
    var lines: [String] = []
    func slugs(_ cases: [Ordinal<LinkedCase>]) -> String {
      cases.map { site.cases[$0].slug }.joined(separator: " ")
    }
    for linked in site.cases {
      let related = linked.related.map { site.cases[$0.other].slug + ($0.isInverse ? "<" : ">") }
      lines.append(
        "\(linked.slug) \(linked.standing.status) \(linked.decided.text) \(related) "
          + String(decoding: linked.body.html, as: UTF8.self))
    }
    for company in site.companies {
      lines.append(
        "\(company.slug): \(slugs(company.cases)) \(company.totals.told); "
          + "\(slugs(company.groupCases)) \(company.groupTotals.told); "
          + "\(company.parents.map(\.company.index)) \(company.subsidiaries.map(\.company.index))")
    }
    for regulator in site.regulators {
      lines.append(
        "\(regulator.slug): \(slugs(regulator.cases)) \(slugs(regulator.rulings)) "
          + regulator.totals.told)
    }
    for place in site.jurisdictions {
      lines.append("\(place.code) \(slugs(place.cases)) \(place.totals.told)")
    }
    for law in site.laws {
      lines.append("\(law.slug) \(slugs(law.cases)) \(law.totals.told)")
      for article in law.articles {
        lines.append(
          "\(article.permalink.path) \(article.totals.told) "
            + article.citations.map { site.cases[$0.case].slug + $0.at }.joined(separator: " "))
      }
    }
    for topic in site.topics { lines.append("\(topic.slug) \(slugs(topic.cases))") }
    for year in site.years { lines.append("\(year.year) \(slugs(year.cases)) \(year.totals.told)") }
    lines += site.redirects.map { "\($0.from.path) \($0.to.path) \($0.title)" }
    return lines
  }

  private static func publication(cases: Int, _ random: inout SeededGenerator) -> Fixture {
    var text = ""
    for company in 0..<6 {
      let parent = company == 0 ? "" : "parents: [{ company: c\(company / 2) }]\n"
      text += "=== content/companies/c\(company).md\n---\nname: C\(company % 3)\n\(parent)---\n"
    }
    for number in 0..<cases {
      func any(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
      text += """
        === content/cases/\(any(3))/k\(number).md
        ---
        title: Case \(number)
        summary: A case.
        published: 2024-0\(1 + any(2))-01
        companies: [c\(any(6)), c\(any(6))]
        regulators: [nl-ap]
        provisions: [gdpr \(any(4))(1), gdpr 0\(any(4))]
        topics: [data-breach]
        steps:
          - { id: d, date: 202\(any(3)), kind: decision, measures: [{ kind: fine, amount: \(any(9)) EUR }] }
          - { date: 202\(any(3) + 3), kind: judgment, body: nl-ap, on: d, effect: \(any(2) == 0 ? "annulled" : "upheld") }
        sources: [{ id: d, title: D, publisher: nl-ap }]
        related: [k\(any(cases)), k\(any(cases + 3))]
        formerly: [f\(any(cases))]
        ---
        C\(any(3)) and [](case:k\(any(cases))).

        """
    }
    return Fixture(text, over: Publication.small)
  }
}
