import Building
import Content
import Linking
import TestSupport
import Testing

struct DeterminismTests {
  @Test func `one core and three give the same bytes`() async throws {
    let fixture = Fixture.cases(120)
    let one = try await RenderedSite(fixture, on: Cores(1))
    let three = try await RenderedSite(fixture, on: Cores(3))
    #expect(one.files.count > 120)
    #expect(one.differences(from: three) == [])
  }

  @Test(arguments: [1, 2, 3])
  func `the order in which files are found changes no byte`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let fixture = Fixture(Publication.whole)
    let sorted = try await RenderedSite(fixture)
    let shuffled = try await RenderedSite(fixture.shuffled(by: &random))
    #expect(sorted.differences(from: shuffled) == [])
  }

  @Test func `the time of the build changes no byte but for embargoes and dates to watch`()
    async throws
  {
    let fixture = Fixture(Publication.whole)
    let now = try await RenderedSite(fixture)
    let later = try await RenderedSite(fixture, .at("2026-09-30T23:59:59Z"))
    #expect(now.differences(from: later) == [])
    let over = try await RenderedSite(fixture, .at("2026-12-31T23:59:59Z"))
    #expect(now.differences(from: over) == ["index.html"], "which shows what is ahead")
    let released = try await RenderedSite(fixture, .at("2027-01-01T08:00:00Z"))
    #expect(now.differences(from: released).contains("cases/next-week/index.html"))
  }

  @Test func `the sub-folder that a case lies in changes no byte`() async throws {
    let moved = Publication.whole
      .replacing("content/cases/two-ferries.md", with: "content/cases/old/sea/two-ferries.md")
    let one = try await RenderedSite(Publication.whole)
    let other = try await RenderedSite(moved)
    #expect(one.differences(from: other) == [])
  }
}

extension RenderedSite {
  /// The paths of files that only one of the two has, or that are not the same in both.
  func differences(from other: RenderedSite) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
  }
}
