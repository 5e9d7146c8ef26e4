import Testing

@testable import CommonMark

/// Headings, and the anchors that others link to.
@Suite struct HeadingTests {
  private func anchors(_ text: String) -> [String] { Body(text).prose.headings.map(\.anchor) }

  @Test(arguments: [
    ("# One\n\n## Two\n\n### Three", [2, 3, 4]),
    ("### One\n\n#### Two", [2, 3]),
    ("## One\n\n# Two\n\n## Three", [3, 2, 3]),
    ("One\n===\n\nTwo\n---", [2, 3]),
    ("# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6", [2, 3, 4, 5, 6, 6]),
  ])
  func `headings begin below the page's title, whatever the editor wrote`(
    text: String, expected: [Int]
  ) {
    let body = Body(text)
    #expect(body.prose.headings.map(\.level) == expected)
    #expect(body.html.split(separator: "<h").compactMap { Int(String($0.prefix(1))) } == expected)
  }

  @Test func `a heading has an anchor, and a link to itself that can be heard`() {
    #expect(
      Body("## What *was* found").html == """
        <h2 id="what-was-found">What <em>was</em> found\
        <a class="anchor" href="#what-was-found" aria-label="Link to this section: What was found">\
        </a></h2>

        """)
  }

  @Test(arguments: [
    ("The fine", "the-fine"), ("  What's   new? ", "whats-new"), ("Article 5(1)(a)", "article-51a"),
    ("Überwachung — für Alle", "überwachung-für-alle"), ("データ保護", "データ保護"),
    ("Cafe\u{301}", "cafe\u{301}"), ("`code` & *more*", "code-more"), ("snake_case", "snake_case"),
    ("👍🏽", "section"), ("İstanbul", "i̇stanbul"), ("A [link](case:x)", "a-link"),
    ("Fined[^decision]", "fined"), ("Note 1", "section-note-1"), ("Ref", "ref"),
    ("Page notes", "section-page-notes"), ("---a---", "a"), ("<https://e.org/>", "httpseorg"),
  ])
  func `an anchor is made of the heading's letters and digits`(text: String, expected: String) {
    #expect(anchors("## \(text)") == [expected])
  }

  @Test func `equal headings are told apart by what they stand under, then by a count`() {
    #expect(
      anchors(
        """
        ## Dutch case

        ### Fine

        ## French case

        ### Fine

        ### Fine

        ### Fine
        """)
        == [
          "dutch-case", "fine", "french-case", "fine-french-case", "fine-french-case-2",
          "fine-french-case-3",
        ])
  }

  @Test func `an anchor stays when other headings are added`() {
    let before = anchors("## A\n\n### Fine\n\n## B\n\n### Fine")
    let after = anchors("## New\n\n## A\n\n### Other\n\n### Fine\n\n## Newer\n\n## B\n\n### Fine")
    #expect(Set(before).isSubset(of: after))
  }

  @Test func `an anchor is unique even where a heading is named like another's`() {
    let found = anchors("## A\n\n### Fine\n\n## B\n\n### Fine\n\n### Fine-b\n\n### Fine b 2")
    #expect(Set(found).count == found.count)
    #expect(anchors("## Fine\n\n## Fine\n\n## Fine 2").count == 3)
    let many = anchors((0..<400).map { _ in "## Same" }.joined(separator: "\n\n"))
    #expect(Set(many).count == 400)
  }

  @Test func `headings inside quotes and notes are not the body's own`() {
    let body = Body("> # Quoted\n\n## Own\n\nx[^1]\n\n[^1]: y\n\n    ## In a note")
    #expect(body.prose.headings.map(\.text) == ["Own"])
    #expect(body.findings == [])
  }

  @Test func `a heading's text is as readers see it`() {
    let body = Body("## \"A\" & `b` *c*[^decision]")
    #expect(body.prose.headings.map(\.text) == ["“A” & b c"])
  }

  @Test func `what the page uses itself is left to it`() {
    let bytes = Array("## Sources\n\n## Other".utf8)
    let prose = Prose.parsing(
      bytes, from: 0, path: "a.md", sources: [],
      options: ProseOptions(reservedAnchors: ["sources"]))
    #expect(prose.value.headings.map(\.anchor) == ["section-sources", "other"])
  }
}
