import TestSupport
import Testing

@Suite struct ReleaseTests {
  private static let fixture = Fixture(
    """
    === content/news/soon.md
    ---
    title: A wombat law
    summary: It comes.
    published: 2026-08-01T09:00:00+02:00
    ---
    === content/news/later.md
    ---
    title: Another law
    summary: It comes later.
    published: 2026-09-01
    ---
    """, over: Publication.small)

  @Test func `a build says when the next one is due, and that one has what was held back`() throws {
    let folder = try Self.fixture.written()
    let early = try Program(
      ["build", "-s", folder.path, "--now", "2026-08-01T06:59:59Z"])
    #expect(
      early.errors.contains(
        "withheld: 0 drafts, 2 under embargo, the next until 2026-08-01T09:00:00+02:00: build again then"
      ))
    #expect(try folder.contents(of: "public")["news/soon/index.html"] == nil)
    let due = try Program(["build", "-s", folder.path, "--now", "2026-08-01T09:00:00+02:00"])
    #expect(due.errors.contains("1 under embargo, the next until 2026-09-01T00:00:00Z"))
    #expect(try folder.contents(of: "public")["news/soon/index.html"] != nil)
  }
}
