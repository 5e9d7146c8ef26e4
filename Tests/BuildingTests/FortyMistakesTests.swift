import Building
import Diagnostics
import Linking
import Loading
import TestSupport
import Testing

@Suite struct FortyMistakesTests {
  @Test func `every mistake of a bad day is reported in one run, where it was made`() async throws {
    let fixture = FortyMistakes.fixture
    let build = try await Build(of: fixture.tree, .someDay, on: Cores(2))
    let found = fixture.findings(in: build.diagnostics)
      .filter { $0.rule.severity != .hint }
      .map(\.description)
    let expected = zip(fixture.marks, FortyMistakes.rules).map { "\($0) \($1)" }
    #expect(fixture.marks.count == FortyMistakes.rules.count)
    #expect(expected.count >= 40)
    #expect(Set(found).subtracting(expected) == [], "reported, but no mistake")
    #expect(Set(expected).subtracting(found) == [], "a mistake, but not reported")
    #expect(found.sorted() == expected.sorted(), "each once")
    #expect(build.edition == nil, "nothing of it may be published")
  }

  @Test func `the order of the files changes nothing in what is reported`() async throws {
    let fixture = FortyMistakes.fixture
    var random = SeededGenerator(seed: 7)
    let one = try await Build(of: fixture.tree, .someDay, on: Cores(1))
    let other = try await Build(of: fixture.shuffled(by: &random).tree, .someDay, on: Cores(2))
    #expect(fixture.findings(in: one.diagnostics) == fixture.findings(in: other.diagnostics))
  }
}
