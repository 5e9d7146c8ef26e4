import Foundation
import Testing

@testable import Diagnostics

@Suite struct MachineReportTests {
  private func report(_ diagnostics: [Diagnostic]) -> Report {
    Report(diagnostics) { _ in Array("---\ntitle: \"é\"\n---\n".utf8) }
  }

  private let diagnostics = [
    Diagnostic(
      ReportTests.company, "company \"é\\\u{1}\n' has: none, 100%",
      at: Place(path: "a b,é:.md", start: 4, end: 9),
      help: "create\nit",
      notes: [.init("first", at: Place(path: "a b,é:.md", at: 0)), .init("two")],
      replacement: .init("name", at: Place(path: "a b,é:.md", start: 4, end: 9), isCertain: true)),
    Diagnostic(ReportTests.topic, "nowhere", at: nil),
    Diagnostic(ReportTests.name, "hint", at: Place(path: "z.md", start: 12, end: 14)),
  ]

  private func object(_ text: String) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(json as? [String: Any])
  }

  @Test func `JSON holds everything, whatever stands in a message`() throws {
    let json = try object(report(diagnostics).json(tool: "gazette 1"))
    #expect(json["version"] as? Int == 1)
    #expect(json["tool"] as? String == "gazette 1")
    let items = try #require(json["diagnostics"] as? [[String: Any]])
    #expect(items.map { $0["severity"] as? String } == ["warning", "error", "hint"])
    #expect(items[0]["path"] == nil && items[0]["range"] == nil)
    #expect(items[1]["message"] as? String == "company \"é\\\u{1}\n' has: none, 100%")
    #expect(items[1]["path"] as? String == "a b,é:.md")
    #expect(items[1]["help"] as? String == "create\nit")
    let range = try #require(items[1]["range"] as? [String: [String: Int]])
    #expect(
      range["start"] == ["line": 2, "column": 1] && range["end"] == ["line": 2, "column": 6])
    let notes = try #require(items[1]["notes"] as? [[String: Any]])
    #expect(notes.map { $0["message"] as? String } == ["first", "two"])
    let replacements = try #require(items[1]["replacements"] as? [[String: Any]])
    #expect(replacements.first?["text"] as? String == "name")
    #expect(replacements.first?["certain"] as? Bool == true)
    #expect((json["summary"] as? [String: Int]) == ["errors": 1, "warnings": 1, "hints": 1])
  }

  @Test func `JSON of nothing is a document all the same`() throws {
    let json = try object(report([]).json(tool: "gazette 1"))
    #expect((json["diagnostics"] as? [Any])?.isEmpty == true)
  }

  @Test func `annotations are one line each, with what would end them escaped`() {
    #expect(
      report(diagnostics).githubAnnotations == """
        ::warning title=unreferenced::nowhere
        ::error file=a b%2Cé%3A.md,line=2,col=1,endColumn=6,title=unknown-company::company "é\\\u{1}%0A' has: none, 100%25%0Acreate%0Ait
        ::notice file=z.md,line=2,col=9,endColumn=10,title=undeclared-name::hint

        """)
  }

  @Test func `SARIF names its rules, and where each was broken`() throws {
    let json = try object(report(diagnostics).sarif(version: "1"))
    #expect(json["version"] as? String == "2.1.0")
    let run = try #require((json["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(
      rules.map { $0["id"] as? String } == ["undeclared-name", "unknown-company", "unreferenced"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleIndex"] as? Int } == [2, 1, 0])
    #expect(results.map { $0["level"] as? String } == ["warning", "error", "note"])
    #expect((results[0]["locations"] as? [Any])?.isEmpty == true)
    let text = report(diagnostics).sarif(version: "1")
    #expect(text.contains("\"uri\":\"a%20b%2C%C3%A9%3A.md\""))
    #expect(text.contains("\"startLine\":2,\"startColumn\":1,\"endLine\":2,\"endColumn\":6"))
  }

  @Test(arguments: Report.Format.allCases)
  func `every format can say that nothing is wrong`(format: Report.Format) throws {
    let text = report([]).formatted(as: format, colored: false, version: "1")
    #expect(text.isEmpty == (format.isForPeople || format == .github))
  }
}
