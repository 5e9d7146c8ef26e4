import Foundation
import Linking
import TestSupport
import Testing

@testable import Rendering

struct CitationTests {
  private let folder = "cases/apex-2024/"
  private let decision =
    "  - { id: decision, date: 2024-05, kind: decision, sources: [press, decision] }"

  private func site(_ steps: String? = nil, references: String = "") throws -> Printed {
    try Printed(
      Fixture.case(steps: steps ?? decision, more: Fixture.sources + "\n" + references))
  }

  @Test func `BibTeX has the decision and the page, with every special character spelled out`()
    throws
  {
    let text = try site(references: "references: [{ kind: docket, value: \"z2023_1 {50%}\" }]")[
      folder + "citation.bib"]
    #expect(
      text == #"""
        @misc{apex-2024-decision,
          title = {{The decision}},
          author = {{Dutch Data Protection Authority}},
          year = {2024},
          month = may,
          date = {2024-05},
          number = {z2023\_1 \textbraceleft{}50\%\textbraceright{}},
        }

        @misc{apex-2024,
          title = {{Apex \& the <sea>}},
          author = {{Privacy Watch}},
          year = {2024},
          month = jun,
          date = {2024-06-02},
          howpublished = {Privacy Watch},
          url = {https://watch.example/cases/apex-2024/},
          language = {en},
        }

        """#)
  }

  @Test func `RIS has a line for each field and no line from inside a value`() throws {
    let text = try site()[folder + "citation.ris"]
    #expect(
      text
        == [
          "TY  - CASE", "ID  - apex-2024-decision", "TI  - The decision",
          "AU  - Dutch Data Protection Authority", "PY  - 2024", "DA  - 2024/05//",
          "CY  - Netherlands", "ER  - ", "", "TY  - ELEC", "ID  - apex-2024",
          "TI  - Apex & the <sea>", "AU  - Privacy Watch", "T2  - Privacy Watch", "PY  - 2024",
          "DA  - 2024/06/02/",
          "AB  - What \"Apex\" did.", "LA  - en", "UR  - https://watch.example/cases/apex-2024/",
          "ER  - ", "", "",
        ].joined(separator: "\r\n"))
  }

  @Test func `CSL-JSON has dates as parts, as far as they are known`() throws {
    let bytes = try #require(try site().files[folder + "citation.json"])
    let items = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]])
    #expect(items.map { $0["type"] as? String } == ["legal_case", "webpage"])
    let issued = items[0]["issued"] as? [String: Any]
    #expect(issued?["date-parts"] as? [[Int]] == [[2024, 5]])
    #expect(items[0]["authority"] as? String == "Dutch Data Protection Authority")
    #expect(items[1]["title"] as? String == "Apex & the <sea>")
  }

  @Test func `where nothing is decided there is the page alone to cite`() throws {
    let site = try site("  - { date: 2024-05-16, kind: complaint, sources: [press] }")
    #expect(!site[folder + "citation.bib"].contains("decision"))
    #expect(!site.words(folder + "index.html").contains("The decision Dutch"))
    #expect(site.words(folder + "index.html").contains("Cite this This page"))
  }

  @Test func `the page leads to its files, and a site may do without`() throws {
    let page = try site()[folder + "index.html"]
    for (file, type) in [
      ("citation.bib", "application/x-bibtex"),
      ("citation.ris", "application/x-research-info-systems"),
      ("citation.json", "application/vnd.citationstyles.csl+json"),
    ] {
      #expect(page.contains("<link rel=\"alternate\" type=\"\(type)\""), "\(file)")
      #expect(page.contains("href=\"/\(folder)\(file)\""))
    }
    #expect(page.contains("<meta name=\"citation_title\" content=\"Apex &amp; the &lt;sea&gt;\">"))
    #expect(page.contains("<meta name=\"citation_publication_date\" content=\"2024/06/02\">"))
    let without = try Printed(
      Fixture.case(
        steps: decision, more: Fixture.sources,
        base: Publication.small.replacing(
          "title: Privacy Watch\n", with: "title: Privacy Watch\ncitations: [ris]\n")))
    #expect(
      without.files.keys.filter { $0.contains("citation.") }.sorted() == [
        "cases/acme/citation.ris", "cases/apex-2024/citation.ris",
      ])
    #expect(!without[folder + "index.html"].contains("BibTeX"))
  }
}
