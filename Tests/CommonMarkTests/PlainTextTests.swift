import Testing

@testable import CommonMark

/// What feeds' summaries, search and reading times take of a body.
@Suite struct PlainTextTests {
  @Test func `the plain text is what readers see, a line for each block`() {
    let body = Body(
      """
      ## What *was* found[^decision]

      Acme & Co said: "no" -- [see](case:x).  \\
      A <sub>b</sub> `<c>`.

      - one
      - two

        three

      > quoted

      | a | b |
      |---|---|
      | 1 | `2` |

      ![Fines](files/a.png "By year")

          code < x

      x[^1]

      [^1]: Not in the body.
      """)
    #expect(
      body.prose.plainText == """
        What was found
        Acme & Co said: “no” – see.
        A b <c>.
        one
        two
        three
        quoted
        a b
        1 2
        By year
        code < x
        x
        """)
  }

  @Test func `the excerpt is the first paragraphs' text`() {
    #expect(
      Body("## No\n\nOne *two*.\n\n> No.\n\nThree.\n\n- No").prose.excerpt == "One two. Three.")
    #expect(Body("").prose.excerpt == "")
    #expect(Body("One.[^decision] Two").prose.excerpt == "One. Two")
  }

  @Test func `a long excerpt ends with a sentence, or else with a word`() {
    let sentence = String(repeating: "word ", count: 35) + "end."
    #expect(Body("\(sentence) \(sentence)").prose.excerpt == sentence)
    let endless = String(repeating: "wörd ", count: 100)
    let excerpt = Body(endless).prose.excerpt
    #expect(excerpt.count <= 300 && excerpt.hasSuffix("wörd…"))
  }

  @Test func `words are counted for a reading time`() {
    #expect(Body("").prose.words == 0)
    #expect(Body("One two three.\n\nfour *five*\nsix").prose.words == 6)
    #expect((10...14).contains(Body("个人数据保护委员会今天公布了一项处罚决定").prose.words))
    #expect(Body("```\na b c\n```").prose.words == 0)
    let many = Body(String(repeating: "word ", count: 1_000)).prose.words
    #expect((999...1_001).contains(many))
  }
}
