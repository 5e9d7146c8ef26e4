import TestSupport
import Testing

@testable import Rendering

struct NoteTests {
  private let page = "cases/apex-2024/index.html"

  private func printed(_ body: String) throws -> Printed {
    try Printed(
      Fixture.case(
        steps: """
            - { id: decision, date: 2024-05-16, kind: decision, sources: [decision] }
          """, more: Fixture.sources, body: body))
  }

  @Test func `cited sources come first, by their numbers, then the others`() throws {
    let site = try printed("A fine.[^press] An aside.[^1]\n\n[^1]: With *words*.")
    let notes = site[page].parts(between: "<li id=\"note-", and: "\"")
    #expect(notes == ["press", "1"])
    #expect(site[page].contains("<li id=\"page-source-3\">"))
    #expect(site[page].contains("With <em>words</em>."))
    #expect(
      site[page].contains("href=\"#page-source-3\" aria-label=\"Source 3\""),
      "the step leads to its source")
    #expect(site[page].contains("<a href=\"#page-step-decision\">step</a>"), "and back")
  }

  @Test func `every reference in the text can be gone back to`() throws {
    let site = try printed("One.[^press] Two.[^press]")
    let ids = site[page].parts(between: "id=\"ref-", and: "\"")
    #expect(ids.count == 2)
    for id in ids { #expect(site[page].contains("href=\"#ref-\(id)\" role=\"doc-backlink\"")) }
  }

  @Test func `a source tells its address, language, archive and when it was read`() throws {
    let site = try printed("A fine.[^press]")
    #expect(site[page].contains("href=\"https://www.press.example/a?b&amp;c\" hreflang=\"nl\""))
    #expect(site[page].contains("<a href=\"https://archive.example/"))
    #expect(
      site.words(page).contains(
        "A &lt;press&gt; release . The press, 17 May 2024 , in Dutch. Archived copy . Read 1 June 2024 ."
      ))
  }

  @Test func `a source whose publisher is a regulator leads to it`() throws {
    let site = try printed("A fine.[^decision]")
    #expect(
      site[page].contains(
        "<cite>The decision</cite>. <a href=\"/regulators/nl-ap/\">Dutch Data Protection Authority</a>"
      ))
  }
}
