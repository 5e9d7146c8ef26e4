import Testing

@testable import CommonMark

/// Pipe tables beyond GitHub's own examples, and what a page makes of them.
@Suite struct TableTests {
  @Test func `a table scrolls by itself, can be reached by keyboard and says what it is`() {
    let body = Body("| Year | *Fine* | Note |\n|:--|--:|:-:|\n| 2022 | 20 | [x](case:a) |")
    #expect(
      body.linked() == """
        <div class="table" role="region" tabindex="0" aria-label="Table: Year, Fine, Note"><table>
        <thead>
        <tr>
        <th scope="col" class="left">Year</th>
        <th scope="col" class="right"><em>Fine</em></th>
        <th scope="col" class="center">Note</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="left">2022</td>
        <td class="right">20</td>
        <td class="center"><a href="/case/a/">x</a></td>
        </tr>
        </tbody>
        </table></div>

        """)
  }

  /// The cells of the first table, row by row.
  private func cells(_ text: String) -> [[String]] {
    bare(text).split(separator: "<tr>").dropFirst().map { row in
      row.split(separator: "<t").compactMap { cell in
        guard cell.hasPrefix("d") || cell.hasPrefix("h>") || cell.hasPrefix("h ") else {
          return nil
        }
        let text = cell.drop { $0 != ">" }.dropFirst()
        return text.range(of: "</t").map { String(text[..<$0.lowerBound]) }
      }
    }
  }

  @Test(arguments: [
    ("| a \\| b | c |\n|--|--|", [["a | b", "c"]]),
    ("| `a \\| b` | c |\n|--|--|", [["<code>a | b</code>", "c"]]),
    ("| a\\\\| b |\n|--|", [["a| b"]]),
    ("a|b\n-|-\nc|d", [["a", "b"], ["c", "d"]]),
    ("| a |\n|-|\n| b | \nc", [["a"], ["b"], ["c"]]),
    ("| a | b |\n|---|---|\n| c |", [["a", "b"], ["c", ""]]),
    ("| a | b |\n|---|---|\n| c | d | e |", [["a", "b"], ["c", "d"]]),
    ("|a|\n|-|\n|| ", [["a"], [""]]),
    ("| *a | b* |\n|---|---|", [["*a", "b*"]]),
    ("| # a | - b |\n|---|---|\n| 1. c | > d |", [["# a", "- b"], ["1. c", "&gt; d"]]),
    ("| a #| b ## |\n|---|---|", [["a #", "b ##"]]),
    (
      "| [x] | <https://e.org/> |\n|--|--|\n\n[x]: /y",
      [
        ["<a href=\"/y\">x</a>", "<a href=\"https://e.org/\">https://e.org/</a>"]
      ]
    ),
    ("> | a | b |\n> |---|---|\n> | c | d |", [["a", "b"], ["c", "d"]]),
    ("- One\n\n  | a | b |\n  |---|---|\n  | c | d |", [["a", "b"], ["c", "d"]]),
    ("1. | a |\n   |---|\n   | b |", [["a"], ["b"]]),
    ("| é | 数 |\n|---|---|\n| 👍🏽 | x |", [["é", "数"], ["👍🏽", "x"]]),
    ("|\ta\t|\tb\t|\n|\t-\t|\t-\t|", [["a", "b"]]),
  ])
  func `cells are split at pipes that are not escaped`(text: String, expected: [[String]]) {
    #expect(cells(text) == expected)
  }

  @Test(arguments: [
    "| a | b |\n|---|", "a\n|---|---|", "| a |\n| b |", "    | a |\n    |---|", "| a |\n\n|---|",
    "| a | b |\n| --- | x |", "| a |\n|:::|", "| a | b |\n|---|:|", "`| a |\n|---|`",
  ])
  func `what has no fitting line of dashes is text`(text: String) {
    #expect(!bare(text).contains("<table"))
  }

  @Test func `a table may follow a paragraph, and ends at the next block`() {
    #expect(
      bare("One *two*\nthree\n| a |\n|---|\n| b |\n> quote")
        == """
        <p>One <em>two</em>
        three</p>
        <table>
        <thead>
        <tr>
        <th>a</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>b</td>
        </tr>
        </tbody>
        </table>
        <blockquote>
        <p>quote</p>
        </blockquote>

        """)
  }

  @Test func `a citation in a cell is numbered where it stands`() {
    let body = Body("One.[^press]\n\n| a |\n|---|\n| b[^decision] |\n\nTwo.[^decision]")
    #expect(body.findings == [])
    #expect(body.prose.notes.map(\.number) == [1, 2])
    #expect(body.prose.notes.map(\.anchor) == ["note-press", "note-decision"])
    #expect(body.prose.notes[1].references == ["ref-decision", "ref-decision-2"])
  }
}
