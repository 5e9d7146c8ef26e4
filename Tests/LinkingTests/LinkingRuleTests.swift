import Diagnostics
import TestSupport
import Testing

@testable import Linking

/// Every rule of the room has an example that breaks it and one that just does not.
@Suite struct LinkingRuleTests {
  static let examples =
    referenceExamples + textExamples + addressExamples + stepExamples + groupExamples
    + adviceExamples + settingsExamples

  @Test(arguments: examples)
  func `a rule is reported where it is broken, with its message, and nothing else`(
    example: RuleExample
  ) {
    let findings = example.breaks.findings(withAdvice: Rule.advice.contains(example.rule))
    #expect(findings.map(\.description) == example.breaks.marks.map { "\($0) \(example.rule.id)" })
    #expect(findings.map(\.message) == [example.message])
  }

  @Test(arguments: examples)
  func `what all but breaks a rule is not reported, and nothing else is wrong`(
    example: RuleExample
  ) {
    let isAdvice = Rule.advice.contains(example.rule)
    #expect(example.keeps.findings(withAdvice: isAdvice).map(\.description) == [])
  }

  @Test func `no rule is without an example`() {
    #expect(Set(Self.examples.map(\.rule)) == Set(Rule.ofLinking))
    #expect(Set(Rule.ofLinking.map(\.id)).count == Rule.ofLinking.count)
  }

  @Test(arguments: Rule.ofLinking)
  func `a rule explains itself`(rule: Rule) {
    #expect(!rule.summary.hasSuffix(".") && rule.summary.first?.isUppercase == false)
    #expect(rule.why.hasSuffix(".") && !rule.bad.isEmpty && !rule.good.isEmpty)
  }

  @Test func `the small publication of these tests is sound`() {
    #expect(
      Fixture("", over: Publication.small).findings(withAdvice: true).map(\.description) == [])
  }
}
