import Diagnostics
import Mustache
import Testing

@Suite struct MustacheRulesTests {
  @Test func `every rule has its own name, and is explained`() {
    #expect(Set(Rule.ofMustache.map(\.id)).count == Rule.ofMustache.count)
    for rule in Rule.ofMustache {
      #expect(!rule.summary.isEmpty && rule.summary.last != ".", "\(rule.id)")
      #expect(rule.why.last == "." && rule.bad != rule.good, "\(rule.id)")
    }
  }
}
