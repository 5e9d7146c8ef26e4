import Diagnostics
import Testing

@testable import CommonMark

/// A rule of bodies, one that breaks it at `▸`, and one that all but does.
struct BodyExample: Sendable, CustomStringConvertible {
  let rule: Rule
  let breaks: String
  let message: String
  let keeps: String

  init(_ rule: Rule, _ breaks: String, _ message: String, not keeps: String) {
    self.rule = rule
    self.breaks = breaks
    self.message = message
    self.keeps = keeps
  }

  var description: String { "\(rule.id): \(breaks.prefix(40))" }
}

/// Every rule of the room has an example that breaks it and one that just does not.
@Suite struct CommonMarkRuleTests {
  static let examples =
    markupExamples + linkExamples + noteExamples + nestedLinkExamples + boundExamples

  @Test(arguments: examples)
  func `a rule is reported where it is broken, with its message, and nothing else`(
    example: BodyExample
  ) {
    let body = Body(example.breaks)
    #expect(body.findings == body.marks.map { "\($0) \(example.rule.id)" })
    #expect(body.diagnostics.map(\.message) == [example.message])
  }

  @Test(arguments: examples)
  func `what all but breaks a rule is not reported, and nothing else is wrong`(
    example: BodyExample
  ) {
    #expect(Body(example.keeps).findings == [])
  }

  @Test func `no rule is without an example`() {
    #expect(Set(Self.examples.map(\.rule)) == Set(Rule.ofCommonMark))
    #expect(Set(Rule.ofCommonMark.map(\.id)).count == Rule.ofCommonMark.count)
  }

  @Test(arguments: Rule.ofCommonMark)
  func `a rule explains itself`(rule: Rule) {
    #expect(!rule.summary.hasSuffix(".") && rule.summary.first?.isUppercase == false)
    #expect(rule.why.hasSuffix(".") && !rule.bad.isEmpty && !rule.good.isEmpty)
  }

  @Test(arguments: Rule.ofCommonMark.filter { $0 != .tooComplex })
  func `a rule's own examples break it and keep it`(rule: Rule) {
    let broken = Body(rule.bad.replacing("ap-decis", with: "decis"))
    #expect(broken.diagnostics.contains { $0.rule == rule })
    let kept = Body(rule.good.replacing("ap-decision", with: "decision"))
    #expect(kept.findings == [])
  }

  @Test func `what is wrong is told in the order of the text`() {
    let body = Body(
      """
      A ▸<b>b</b▸> and ▸![](files/x.png) and [x](▸nope:y).[^▸1]

      ## One

      ▸#### Two
      """)
    #expect(body.findings.count == 5 || body.findings.count == 6)
    let places = body.diagnostics.compactMap(\.place).map(\.start)
    #expect(places == places.sorted())
  }
}
