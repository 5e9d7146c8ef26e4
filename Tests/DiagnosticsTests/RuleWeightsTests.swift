import Testing

@testable import Diagnostics

@Suite struct RuleWeightsTests {
  private let rules = [ReportTests.company, ReportTests.topic, ReportTests.name]

  private func weights(
    deny: [String] = [], warn: [String] = [], allow: [String] = []
  ) throws -> RuleWeights {
    try RuleWeights(deny: deny, warn: warn, allow: allow, among: rules)
  }

  private func weighed(by weights: RuleWeights) -> Report {
    Report(rules.map { Diagnostic($0, $0.id, at: nil) }, weighing: weights) { _ in nil }
  }

  @Test func `a rule weighs as it is asked to, and the others as they say`() throws {
    let report = weighed(by: try weights(deny: ["undeclared-name"]))
    #expect(report.tally == "2 errors, 1 warning")
    let raised = weighed(by: try weights(warn: ["undeclared-name"]))
    #expect(raised.tally == "1 error, 2 warnings")
    #expect(raised.items.map(\.diagnostic.severity).sorted() == [.error, .warning, .warning])
  }

  @Test func `what is allowed is not reported, but counted`() throws {
    let report = weighed(by: try weights(allow: ["unreferenced", "undeclared-name"]))
    #expect(report.items.map(\.diagnostic.rule.id) == ["unknown-company"])
    #expect(report.tally == "1 error; 2 passed over by --allow")
  }

  @Test func `an error stays an error`() throws {
    #expect(throws: RuleWeightError.guarded("unknown-company")) {
      try weights(allow: ["unknown-company"])
    }
    #expect(throws: RuleWeightError.guarded("unknown-company")) {
      try weights(warn: ["unknown-company"])
    }
    #expect(weighed(by: try weights(deny: ["unknown-company"])).tally?.hasPrefix("1 error") == true)
  }

  @Test func `a name that is none brings the nearest, and one in two lists is refused`() {
    #expect(throws: RuleWeightError.unknown("unreferensed", nearest: "unreferenced")) {
      try weights(allow: ["unreferensed"])
    }
    #expect(throws: RuleWeightError.contradicted("unreferenced")) {
      try weights(deny: ["unreferenced"], allow: ["unreferenced"])
    }
    #expect(throws: Never.self) { try weights(deny: ["unreferenced", "unreferenced"]) }
    #expect(
      RuleWeightError.unknown("unreferensed", nearest: "unreferenced").description
        == "'unreferensed' is no rule; did you mean 'unreferenced'?\n'gazette explain' lists them all"
    )
  }
}
