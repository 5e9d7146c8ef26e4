import TestSupport
import Testing

@testable import Linking

/// `related` is shown on both ends.
@Suite struct RelatedTests {
  /// `b same-conduct` for a relation that the case names, `← b` for one that names it.
  private func related(_ fields: [String: String]) -> [String: [String]] {
    var text = ""
    for (slug, related) in fields.sorted(by: { $0.key < $1.key }) {
      text += secondCase(slug, "published: 2024-06-01\nrelated: [\(related)]")
        .replacing(related.isEmpty ? "related: []\n" : "§", with: "")
    }
    let fixture = Fixture(text, over: Publication.small)
    let site = fixture.site
    #expect(fixture.findings().isEmpty)
    var told: [String: [String]] = [:]
    for linked in site.cases where fields[linked.slug] != nil {
      told[linked.slug] = linked.related.map { relation in
        (relation.isInverse ? "← " : "") + site.cases[relation.other].slug
          + (relation.how.map { " " + $0.rawValue } ?? "")
      }
    }
    return told
  }

  @Test func `a case that is named shows who names it`() {
    #expect(
      related(["a": "{ case: b, how: follow-on }", "b": ""])
        == ["a": ["b follow-on"], "b": ["← a follow-on"]])
  }

  @Test func `where both name each other, each shows what it says itself, once`() {
    #expect(
      related(["a": "{ case: b, how: follow-on }", "b": "a"]) == ["a": ["b follow-on"], "b": ["a"]])
    #expect(
      related(["a": "b", "b": "{ case: a, how: parallel }"]) == ["a": ["b"], "b": ["a parallel"]])
  }

  @Test func `those that a case names come first, as it names them`() {
    #expect(
      related(["a": "d, b", "b": "", "c": "a", "d": "a"])
        == ["a": ["d", "b", "← c"], "b": ["← a"], "c": ["a"], "d": ["a"]])
  }

  @Test func `a case named twice is related once`() {
    #expect(related(["a": "b, { case: b, how: similar }", "b": ""]) == ["a": ["b"], "b": ["← a"]])
  }
}
