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
    let first = try #require(cases.first { $0[0] as? String == "case-8" })
    func names(_ facet: String, at place: Int) -> [String] {
      let names = list[facet] as? [[String]] ?? []
      return (first[place] as? [Int] ?? []).map { names[$0][0] }
    }
    #expect(first[1] as? String == "Case 8 & \"more\"")
    #expect(first[3] as? String == "2023-01-08")
    #expect(first[7] as? [[Double]] == [[0, 800.5]])
    #expect(names("company", at: 8) == ["daughter"])
    #expect(names("regulator", at: 9) == ["nl-ap"])
    #expect(names("jurisdiction", at: 10) == ["nl"])
    #expect(names("law", at: 11) == ["gdpr"])
    #expect(names("year", at: 14) == ["2023"])
    #expect(names("company", at: 15) == ["mother"])
    #expect(names("regulator", at: 16) == ["nl-rb"])
    #expect(names("article", at: 17) == ["gdpr/5"])
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
