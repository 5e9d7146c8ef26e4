import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Rendering

/// A publication's own strings, over those of the theme.
struct OwnStringsTests {
  private func findings(_ files: String) throws -> (Fixture, [Finding]) {
    let fixture = Fixture(files, over: Publication.small)
    return (fixture, fixture.findings(in: try fixture.tree.theme().diagnostics))
  }

  @Test func `a string of the publication takes the place of the theme's, key by key`() throws {
    let site = try Printed(
      Fixture(
        """
        === templates/strings/en.yml
        pages:
          cases: Decisions
        counts:
          cases:
            other: "{count} decisions"
        """, over: Publication.small))
    #expect(site["cases/index.html"].contains("<h1>Decisions</h1>"))
    #expect(site["index.html"].contains(">Companies<"))
    #expect(site.files["strings/en.yml"] == nil)
  }

  @Test func `a string is text: its markup is escaped, and code stands between backticks`() throws {
    let site = try Printed(
      Fixture(
        """
        === templates/strings/en.yml
        not_found:
          title: 'Q&A <here>: `/404/`'
        """, over: Publication.small))
    #expect(site["404.html"].contains("<h1>Q&amp;A &lt;here&gt;: <code>/404/</code></h1>"))
  }

  @Test func `a template may name a string that only the publication has`() throws {
    let site = try Printed(
      Fixture(
        """
        === templates/footer.mustache
        <footer>{{words.own.motto}}</footer>
        === templates/strings/en.yml
        own:
          motto: Made at {site_title}.
        """, over: Publication.small))
    #expect(site["404.html"].contains("<footer>Made at "))
  }

  @Test func `a string that there is not is reported where the template names it`() throws {
    let (fixture, found) = try findings(
      """
      === templates/footer.mustache
      <footer>{{▸words.case.souces}}</footer>
      """)
    #expect(found.map(\.rule) == [.unknownString])
    #expect(found.map(\.at) == [fixture.marks[0]])
    #expect(
      found.map(\.message) == [
        "'words.case.souces' is no string of the theme; did you mean 'words.case.sources'?"
      ])
  }

  @Test func `a group of strings is none`() throws {
    let (_, found) = try findings(
      """
      === templates/footer.mustache
      <footer>{{words.case}}</footer>
      """)
    #expect(found.map(\.message) == ["'words.case' is a group of strings; name one of them"])
  }

  @Test func `a field that a string names must be offered where the string is used`() throws {
    let (fixture, found) = try findings(
      """
      === templates/strings/en.yml
      list:
        range: Cases {first} to {▸lsat} of {case_count}
      """)
    #expect(found.map(\.rule) == [.unknownName])
    #expect(found.map(\.at) == [fixture.marks[0]])
    #expect(found.map(\.message) == ["'lsat' is not offered here; did you mean 'last'?"])
  }

  @Test func `a name that the program has nothing for is reported in the string`() throws {
    let (fixture, found) = try findings(
      """
      === templates/strings/en.yml
      descriptions:
        law: Cases about {▸lawe}.
      """)
    #expect(found.map(\.rule) == [.unknownPlaceholder])
    #expect(found.map(\.at) == [fixture.marks[0]])
    #expect(found.map(\.message) == ["'{lawe}' stands for nothing here; did you mean '{law}'?"])
  }

  @Test(arguments: ["Cases about ▸{law.", "Cases about law▸}."])
  func `a brace without another is reported`(_ text: String) throws {
    let (fixture, found) = try findings(
      """
      === templates/strings/en.yml
      descriptions:
        law: \(text)
      """)
    #expect(found.map(\.rule) == [.strayBrace])
    #expect(found.map(\.at) == [fixture.marks[0]])
  }

  @Test func `a misspelt key is reported, with the nearest`() throws {
    let (fixture, found) = try findings(
      """
      === templates/strings/en.yml
      case:
        souces: ▸Documents
      """)
    #expect(found.map(\.rule) == [.unusedString])
    #expect(found.map(\.at) == [fixture.marks[0]])
    #expect(
      found.map(\.message) == [
        "'case.souces' is a string that nothing shows; did you mean 'case.sources'?"
      ])
  }

  @Test func `what a language lacks is told group by group, and shown in English`() throws {
    let fixture = Fixture(
      """
      === content/site.yml
      title: Wache
      base_url: https://watch.example
      feed_id: watch.example,2026
      language: de-AT
      === templates/strings/de.yml
      year:
        title: ▸Im Jahr {year} entschieden
      """, over: Publication.small)
    let found = fixture.findings(in: try fixture.tree.theme().diagnostics)
    #expect(Set(found.map(\.rule)) == [.missingStrings])
    let year = try #require(found.first { $0.message.hasPrefix("'year'") })
    #expect(year.at == fixture.marks[0])
    #expect(year.message == "'year' lacks 1 string; English stands in for what is missing")
    let site = try Printed(fixture)
    #expect(site["404.html"].contains("There is no page at this address"))
    #expect(site["years/2024/index.html"].contains("Im Jahr 2024 entschieden"))
  }

  @Test func `a language without strings is a warning at the settings`() throws {
    let fixture = Fixture(
      """
      === content/site.yml
      title: Wache
      base_url: https://watch.example
      feed_id: watch.example,2026
      ▸language: de
      """, over: Publication.small)
    let found = fixture.findings(in: try fixture.tree.theme().diagnostics)
    #expect(found.map(\.rule) == [.noStrings])
    #expect(found.map(\.at) == [fixture.marks[0]])
    #expect(
      found.map(\.message) == ["the theme has no strings in 'de'; what it says is in English"])
  }

  @Test(arguments: ["en", "en-GB", "nl", "nl-BE"])
  func `a language of the theme, or a form of one, needs no file`(_ language: String) throws {
    let fixture = Fixture(
      """
      === content/site.yml
      title: Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      language: \(language)
      """, over: Publication.small)
    #expect(fixture.findings(in: try fixture.tree.theme().diagnostics) == [])
  }

  @Test func `a key without a text, twice, or with a list of words is told in one run`() throws {
    let (_, found) = try findings(
      """
      === templates/strings/en.yml
      case:
        sources:
        related: One
        related: Two
      """)
    #expect(found.map(\.rule.id).sorted() == ["duplicate-key", "empty-string"])
  }
}
