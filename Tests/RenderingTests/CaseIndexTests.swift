import Foundation
import Linking
import TestSupport
import Testing

@testable import Rendering

/// `/data/list.json`, which the script that filters lists reads.
struct CaseIndexTests {
  /// The small publication with `count` more cases against a company of a group.
  private func site(_ count: Int, settings: String = "") throws -> Printed {
    let cases = (1...count).map { number in
      """
      === content/cases/case-\(number).md
      ---
      title: Case \(number) & "more"
      summary: A decision.
      published: 2024-06-02
      companies: [daughter]
      regulators: [nl-ap]
      provisions: [gdpr 5(1)(a), gdpr 5(1)(b)]
      steps:
        - { id: d, date: 2023-01-0\(number), kind: decision, measures: [{ kind: fine, amount: \(number)00.5 EUR }] }
        - { date: 2024-02-03, kind: judgment, body: nl-rb, on: d, effect: upheld }
      sources: [{ id: decision, title: Decision, publisher: nl-ap }]
      ---
      """
    }.joined(separator: "\n")
    return try Printed(
      Fixture(
        """
        === content/regulators/nl-rb.md
        ---
        name: District Court of The Hague
        abbreviation: RB
        kind: court
        jurisdiction: NL
        ---
        === content/companies/mother.md
        ---
        name: Mother
        ---
        === content/companies/daughter.md
        ---
        name: Daughter
        parents: [{ company: mother }]
        ---
        \(cases)
        """, over: settings.isEmpty ? Publication.small : Publication.settings + settings))
  }

  private func list(_ site: Printed) throws -> [String: Any] {
    let bytes = try #require(site.files["data/list.json"])
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func `a case is in the lists of its group, of a court that ruled on it, and of articles`()
    throws
  {
    let list = try list(site(8))
    let cases = try #require(list["cases"] as? [[Any]])
    #expect(cases.count == 9)
    let first = try #require(cases.first { $0[1] as? String == "Case 8 & \"more\"" })
    func names(_ facet: String, at place: Int) -> [String] {
      let names = list[facet] as? [[String]] ?? []
      return (first[place] as? [Int] ?? []).map { names[$0][0] }
    }
    #expect(first[2] as? String == "2023-01-08")
    #expect(first[3] as? [[Double]] == [[0, 800.5]])
    #expect(names("company", at: 4) == ["daughter"])
    #expect(names("regulator", at: 5) == ["nl-ap"])
    #expect(names("jurisdiction", at: 6) == ["nl"])
    #expect(names("law", at: 7) == ["gdpr"])
    #expect(names("status", at: 9) == ["decided"])
    #expect(names("year", at: 10) == ["2023"])
    #expect(names("currency", at: 11) == ["EUR"])
    #expect(names("company", at: 12) == ["mother"])
    #expect(names("regulator", at: 13) == ["nl-rb"])
    #expect(names("article", at: 14) == ["gdpr/5"])
    #expect(first.count == 15)
  }

  @Test func `a case has there the very row that lists have`() throws {
    let site = try site(8)
    let cases = try #require(try list(site)["cases"] as? [[Any]])
    for record in cases {
      let row = try #require(record[0] as? String)
      #expect(row.contains("<th scope=\"row\"") && site["cases/index.html"].contains(row))
    }
  }

  @Test func `every list of eight cases offers the filter with what it is about`() throws {
    let site = try site(8)
    for (path, scope) in [
      ("cases", ""), ("companies/mother", "company=mother"),
      ("regulators/nl-rb", "regulator=nl-rb"),
      ("jurisdictions/nl", "jurisdiction=nl"), ("laws/gdpr", "law=gdpr"),
      ("laws/gdpr/5", "article=gdpr/5"), ("years/2023", "year=2023"),
    ] {
      #expect(site[path + "/index.html"].contains("data-scope=\"\(scope)\""), "\(path)")
    }
    #expect(!site["topics/data-breach/index.html"].contains("data-scope"), "a list of one")
  }

  @Test func `a publication of few cases has no filter and no file for it`() throws {
    let site = try site(6)
    #expect(site.files["data/list.json"] == nil)
    #expect(!site["cases/index.html"].contains("cases.js"))
  }
}
