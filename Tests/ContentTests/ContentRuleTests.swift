import Diagnostics
import TestSupport
import Testing

@testable import Content

/// Every rule of the room has an example that breaks it and one that just does not.
@Suite struct ContentRuleTests {
  static let examples =
    fileExamples + yamlExamples + fieldExamples + valueExamples + publicationExamples
    + unfilledExamples + amountExamples + dateExamples

  @Test(arguments: examples)
  func `a rule is reported where it is broken, with its message, and nothing else`(
    example: RuleExample
  ) {
    let findings = example.breaks.ownFindings
    #expect(findings.map(\.description) == example.breaks.marks.map { "\($0) \(example.rule.id)" })
    #expect(findings.map(\.message) == [example.message])
  }

  @Test(arguments: examples)
  func `what all but breaks a rule is not reported`(example: RuleExample) {
    #expect(!example.keeps.ownFindings.contains { $0.rule == example.rule })
  }

  @Test func `no rule is without an example`() {
    #expect(Set(Self.examples.map(\.rule)) == Set(Rule.ofContent))
    #expect(Set(Rule.ofContent.map(\.id)).count == Rule.ofContent.count)
  }

  @Test(arguments: Rule.ofContent)
  func `a rule explains itself`(rule: Rule) {
    #expect(!rule.summary.hasSuffix(".") && rule.summary.first?.isUppercase == false)
    #expect(rule.why.hasSuffix(".") && !rule.bad.isEmpty && !rule.good.isEmpty)
    #expect(rule.id.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 || $0 == 56 })
  }
}
