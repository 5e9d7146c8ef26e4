import Testing

@testable import CommonMark

/// Footnotes and citations, numbered together.
@Suite struct NoteTests {
  @Test func `notes and sources are numbered in the order of their first mention`() {
    let body = Body(
      """
      One.[^b] Two.[^decision] Three.[^a] Again.[^decision][^b]

      [^a]: First written.

      [^b]: Second written.
      """)
    #expect(body.findings == [])
    #expect(body.prose.notes.map(\.number) == [1, 2, 3])
    #expect(body.prose.notes.map(\.anchor) == ["note-b", "note-decision", "note-a"])
    #expect(body.prose.notes[1].kind == .source("decision"))
    #expect(
      body.prose.notes.map(\.references)
        == [["ref-b", "ref-b-2"], ["ref-decision", "ref-decision-2"], ["ref-a"]])
    #expect(body.footnotes == [1: "<p>Second written.</p>\n", 3: "<p>First written.</p>\n"])
  }

  @Test func `a reference says what it is, and can be returned to`() {
    #expect(
      Body("Fined.[^decision] Paid.[^1]\n\n[^1]: Late.").html == """
        <p>Fined.<sup class="note-ref"><a id="ref-decision" href="#note-decision" \
        role="doc-noteref" aria-label="Source 1">1</a></sup> \
        Paid.<sup class="note-ref"><a id="ref-1" href="#note-1" \
        role="doc-noteref" aria-label="Note 2">2</a></sup></p>

        """)
  }

  @Test func `a note holds several blocks`() {
    let body = Body(
      """
      One.[^long]

      [^long]: First.

          Second *block*.

          - a list
          - of two

          > quoted

              code

          | a |
          |---|
          | b |

      Behind it.
      """)
    #expect(body.findings == [])
    #expect(body.html.hasSuffix("<p>Behind it.</p>\n"))
    let note = body.footnotes[1] ?? ""
    for part in [
      "<p>First.</p>\n<p>Second <em>block</em>.</p>",
      "<ul>\n<li>a list</li>\n<li>of two</li>\n</ul>",
      "<blockquote>\n<p>quoted</p>\n</blockquote>", "<pre><code>code\n</code></pre>", "<td>b</td>",
    ] {
      #expect(note.contains(part), "\(part) in \(note)")
    }
  }

  @Test(arguments: [
    ("[^1]: https://example.org/", "<p>https://example.org/</p>\n"),
    (
      "[^1]: <https://e.org/>",
      "<p><a href=\"https://e.org/\" rel=\"noopener\" data-host=\"e.org\">"
        + "https://e.org/</a></p>\n"
    ),
    ("[^1]: One\ntwo", "<p>One\ntwo</p>\n"),
    ("[^1]: One\n    two", "<p>One\ntwo</p>\n"),
    ("[^1]:\n    One", "<p>One</p>\n"),
    ("[^1]: - a\n    - b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("[^1]: One\n# x", "<p>One</p>\n"),
    ("> [^1]: One\n> two", "<p>One\ntwo</p>\n"),
    ("- [^1]: One", "<p>One</p>\n"),
    ("- a\n\n  [^1]: One\n\n      two", "<p>One</p>\n<p>two</p>\n"),
    ("[^1]: One\n[^2]: Two\n\nx[^2]", "<p>One</p>\n"),
  ])
  func `a note's text is what belongs to it`(definition: String, expected: String) {
    let body = Body("Text.[^1]\n\n\(definition)\n\nBehind.")
    #expect(body.footnotes[1] == expected)
    #expect(body.findings == [])
  }

  @Test func `a note may refer to another, which is numbered behind it`() {
    let body = Body("One.[^a]\n\n[^a]: See.[^b]\n\n[^b]: And [^a] back.")
    #expect(body.findings == [])
    #expect(body.prose.notes.map(\.anchor) == ["note-a", "note-b"])
    #expect(body.prose.notes[0].references == ["ref-a", "ref-a-2"])
  }

  @Test func `a note that only an unused note refers to is unused itself`() {
    let body = Body("One.\n\n[^▸a]: See.[^b]\n\n[^▸b]: Two.")
    #expect(body.findings == body.marks.map { $0 + " unused-note" })
  }

  @Test func `labels differ from each other regardless of case, as on GitHub`() {
    let body = Body("One.[^Note] Two.[^note]\n\n[^NOTE]: x")
    #expect(body.findings == [])
    #expect(body.prose.notes.count == 1)
  }

  @Test(arguments: ["\\[^decision]", "`[^decision]`", "[\\^decision]", "[^]", "[^ decision]"])
  func `what is escaped or code is no reference`(text: String) {
    #expect(Body("x \(text)").prose.notes.isEmpty)
  }

  @Test(arguments: ["```\n[^1]: x\n```", "    [^1]: x", "`[^1]: x`"])
  func `code defines no note`(text: String) {
    let body = Body(text)
    #expect(body.findings == [])
    #expect(body.html.contains("[^1]: x"))
  }

  @Test func `no two ids are the same, whatever the labels`() {
    let labels = ["x", "x-2", "X.", "x--2", "é", "数", "1", "1-2", "-", "."]
    let text =
      labels.map { "a[^\($0)] b[^\($0)] c[^\($0)]" }.joined(separator: "\n") + "\n\n"
      + labels.map { "[^\($0)]: \($0)" }.joined(separator: "\n\n")
    let body = Body(text + "\n\n## Note x\n\n## Ref x\n\n## Page x")
    #expect(body.findings == [])
    let ids =
      body.prose.notes.flatMap { [$0.anchor] + $0.references } + body.prose.headings.map(\.anchor)
    #expect(Set(ids).count == ids.count && ids.count == 43)
    for id in ids { #expect(body.html.contains("id=\"\(id)\"") || id.hasPrefix("note-")) }
  }

  @Test func `a link may lead to a note`() {
    #expect(Body("See [the note](#note-1).[^1]\n\n[^1]: x").findings == [])
  }

  @Test func `the words for screen readers are those of the language`() {
    #expect(Body("x[^decision]", language: "nl-BE").html.contains("aria-label=\"Bron 1\""))
    #expect(Body("x[^decision]", language: "de").html.contains("aria-label=\"Quelle 1\""))
    #expect(Body("x[^1]\n\n[^1]: y", language: "fr").html.contains("aria-label=\"Note 1\""))
  }
}
