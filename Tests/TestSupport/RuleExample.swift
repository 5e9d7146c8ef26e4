import Diagnostics

/// A rule, sources that break it at `▸`, and sources that all but do.
package struct RuleExample: Sendable, CustomStringConvertible {
  package let rule: Rule
  package let breaks: Fixture
  package let message: String
  package let keeps: Fixture

  package init(_ rule: Rule, _ breaks: Fixture, _ message: String, not keeps: Fixture) {
    self.rule = rule
    self.breaks = breaks
    self.message = message
    self.keeps = keeps
  }

  package var description: String { rule.id }
}
