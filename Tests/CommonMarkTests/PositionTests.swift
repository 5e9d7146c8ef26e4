import Diagnostics
import Testing

@testable import CommonMark

/// What stands in front of a mistake, or around it, and must not move its place.
struct Surroundings: Sendable, CustomStringConvertible {
  let name: String
  /// `%` stands for the mistake.
  let text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  var description: String { name }

  static let all = [
    Surroundings("nothing", "%"),
    Surroundings("text", "One two %"),
    Surroundings("text behind it", "One % two"),
    Surroundings("lines", "One\ntwo\n% three"),
    Surroundings("paragraphs", "One\n\n\n\ntwo\n\n% three"),
    Surroundings("a backslash break", "One\\\ntwo\\\n%"),
    Surroundings("a break of spaces", "One  \ntwo   \n%"),
    Surroundings("a title of several lines", "[a](https://e.org/ \"one\ntwo\nthree\") %"),
    Surroundings("a title and a break", "[a](https://e.org/ 'one\ntwo')\\\nx %"),
    Surroundings("a title in parentheses", "[a](<https://e.org/a b> (one\ntwo)) %"),
    Surroundings("tabs", "One\ttwo\t%"),
    Surroundings("a tab at the start", "One\n\t%"),
    Surroundings("spaces at the start", "   One\n       %"),
    Surroundings("a list", "- One\n- Two %"),
    Surroundings("a list with a tab", "-\tOne\n\n\t%"),
    Surroundings("a numbered list", "10. One\n\n    two %"),
    Surroundings("lists in lists", "- One\n  - two\n\n    three\n    % four"),
    Surroundings("a lazy line of a list", "- One\n%"),
    Surroundings("a tight list behind a paragraph", "One\n- two\n- % x"),
    Surroundings("CJK", "个人数据保护%"),
    Surroundings("emoji", "👩‍👩‍👧🇳🇱👍🏽 %"),
    Surroundings("combining characters", "Cafe\u{301} e\u{323}\u{302} %"),
    Surroundings("right-to-left text", "حماية البيانات %"),
    Surroundings("character references", "&amp; &copy; &#8364; &notin; A&B & %"),
    Surroundings("escapes", "\\* \\[ \\] \\\\ \\a %"),
    Surroundings("code", "`a ] b` ``c`d`` %"),
    Surroundings("code over lines", "`a\nb` %"),
    Surroundings("emphasis", "**bold *x* y** _z_ %"),
    Surroundings("inside emphasis", "**bold *% y* z**"),
    Surroundings("asterisks that are none", "2 * 3 * 4 ** 5 %"),
    Surroundings("an autolink", "<https://e.org/a_b*c> <me@e.org> %"),
    Surroundings("a link by reference", "[a][r] [r][] [r] %\n\n[r]: https://e.org/"),
    Surroundings("a link with a nested bracket", "[a [b] c](https://e.org/(x)) %"),
    Surroundings("an image", "![a *b* c](files/a.png \"t\") %"),
    Surroundings("a linked image", "[![a](files/a.png)](https://e.org/) %"),
    Surroundings("harmless HTML", "H<sub>2</sub>O <abbr title=\"x > y\">x</abbr> %"),
    Surroundings("a citation", "One.[^decision] Two[^press] %"),
    Surroundings("brackets that are none", "[x] [y [z %"),
    Surroundings("quotation marks", "\"One\" 'two' -- three... %"),
    Surroundings("a definition", "[r]: https://e.org/\n\"title\"\n[r] %"),
    Surroundings("a code block", "```\n[x](nope:y)\n```\n\n%"),
    Surroundings("an indented code block", "    [x](nope:y)\n\n%"),
    Surroundings("a heading above it", "## Title\n%"),
    Surroundings("a setext heading above it", "Title\n---\n%"),
    Surroundings("a table above it", "| a |\n|---|\n| b |\n\n%"),
    Surroundings("a cell", "| a | b |\n|---|---|\n| `x\\|y` \\| z | % |"),
    Surroundings("a cell without outer pipes", "a | b\n-|-\né | %"),
    Surroundings("a head of a table", "| a | % |\n|---|---|\n| b | c |"),
    Surroundings("text in front of a table", "One *two*\n% three\n| a |\n|---|\n| b |"),
    Surroundings("a cell in a list", "- One\n\n  | a | b |\n  |---|---|\n  | x | % |"),
    Surroundings("a footnote", "One.[^n]\n\n[^n]: Two %"),
    Surroundings("a footnote of several blocks", "One.[^n]\n\n[^n]: Two\n\n    - three\n    - % x"),
    Surroundings("a footnote with a lazy line", "One.[^n]\n\n[^n]: Two\nthree %"),
    Surroundings("behind a footnote", "One.[^n]\n\n[^n]: Two\n    three\n\nFour %"),
    Surroundings("between footnotes", "One.[^n] [^m]\n\n[^n]: Two\n[^m]: three %"),
    Surroundings("a null character", "One\u{0}two %"),
  ]

  /// Those that a block quote can hold.
  static let quoted =
    all.map { surroundings in
      Surroundings(
        "in a quote: " + surroundings.name,
        surroundings.text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n"))
    } + [
      Surroundings("a lazy line of a quote", "> One\n%"),
      Surroundings("a quote without spaces", ">One\n>%"),
      Surroundings("a quote in a list", "- > One\n  > %"),
      Surroundings("a list in a quote", "> 1. One\n>\n>    %"),
      Surroundings("quotes in quotes", "> > One\n> two\n> > %"),
      Surroundings("a quote with a tab", ">\tOne\n>\t%"),
    ]
}

/// What is wrong in a body is told where it stands, whatever stands around it.
@Suite struct PositionTests {
  /// Mistakes within a line, each with the rule that must be named at `▸`.
  static let mistakes: [(text: String, rule: Rule)] = [
    ("▸<b>", .rawHTML), ("[x](▸javascript:y)", .unsafeLink), ("[x](▸nope:y)", .unknownScheme),
    ("[x]( <▸nope:y z> 'w')", .unknownScheme), ("[x](▸)", .emptyLink),
    ("[](▸https://e.org/)", .emptyLink), ("[*x* `y`](▸#nowhere)", .unknownAnchor),
    ("![x](▸https://e.org/a.png)", .imageSource), ("![](▸files/a.png)", .imageText),
    ("x▸[^nope]", .unknownNote), ("[x▸[^decision]](https://e.org/)", .nestedNote),
  ]

  private static func findings(
    _ surroundings: Surroundings, lineEnd: String = "\n", isMarked: Bool = false
  ) -> [(found: [String], expected: [String])] {
    mistakes.map { mistake in
      let body = Body(
        surroundings.text.replacing("%", with: mistake.text), lineEnd: lineEnd, isMarked: isMarked)
      let found = body.findings.filter { $0.hasSuffix(" " + mistake.rule.id) }
      return (found, body.marks.map { "\($0) \(mistake.rule.id)" })
    }
  }

  @Test(arguments: Surroundings.all + Surroundings.quoted)
  func `a mistake is told where it stands`(surroundings: Surroundings) {
    for (found, expected) in Self.findings(surroundings) { #expect(found == expected) }
  }

  @Test(arguments: Surroundings.all + Surroundings.quoted)
  func `a mistake is told where it stands in a file with CRLF and a byte order mark`(
    surroundings: Surroundings
  ) {
    for (found, expected) in Self.findings(surroundings, lineEnd: "\r\n", isMarked: true) {
      #expect(found == expected)
    }
  }

  @Test(arguments: Surroundings.all + Surroundings.quoted)
  func `a link that the publication answers is placed where its destination stands`(
    surroundings: Surroundings
  ) {
    for link in ["[x](▸case:é-y#z)", "[](▸law:gdpr/5(1)(a))", "[x](<▸a b.md> (t))"] {
      let body = Body(surroundings.text.replacing("%", with: link))
      let places = body.prose.links.filter { $0.kind != .image }.map { body.position(of: $0.place) }
      #expect(places == body.marks, "\(link)")
    }
  }

  @Test(arguments: Surroundings.all)
  func `a name is placed where it stands`(surroundings: Surroundings) {
    let isUnlinkable = ["a head of a table"].contains(surroundings.name)
    let body = Body(surroundings.text.replacing("%", with: "▸Acme & Söhne"))
    let names = NameIndex([(name: "Acme & Söhne", id: 7)])
    let found = body.prose.mentions(of: names).map { mention in
      let place = body.prose.place(of: mention, in: body.file)
      #expect(body.typed(place) == "Acme & Söhne")
      return body.position(of: place)
    }
    #expect(found == (isUnlinkable ? [] : body.marks))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `blocks are told where they stand, by every kind of line end`(lineEnd: String) {
    let body = Body(
      """
      One[^a] \\
      two.

      > Quoted
      > {lang=▸x}

      ## First

      ▸#### Second

      Text
      ▸| - | - |

      ▸<div>

      [^a]: One
      [^▸b]: Two

      [^▸a]: Three
      """.replacing("Text", with: "| x | y | z |"), lineEnd: lineEnd)
    #expect(
      body.findings
        == zip(
          body.marks,
          [
            "quote-language", "skipped-heading", "table-head", "raw-html", "unused-note",
            "duplicate-note",
          ]
        ).map { "\($0) \($1)" })
  }

  @Test func `a definition's destination is told where the definition stands`() {
    let body = Body("See [the [x] case][é] and [É].\n\n> [é]:\n>   <▸case:acme>\n>   'a\n>   b'\n")
    #expect(body.prose.links.map { body.position(of: $0.place) } == [body.marks[0], body.marks[0]])
  }

  @Test func `a heading's place is its line`() {
    let body = Body("Text\n\n ## One *two* ##\n\n> x\n\nThree\n===\n")
    #expect(body.prose.headings.map { body.typed($0.place) } == ["## One *two* ##", "Three"])
  }
}
