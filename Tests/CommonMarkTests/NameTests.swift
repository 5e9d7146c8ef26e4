import Testing

@testable import CommonMark

/// Names of companies and regulators in running text.
@Suite struct NameTests {
  /// What is linked of `text` when these names are known, and to which of them.
  private func found(_ text: String, _ names: [String]) -> [String] {
    let body = Body(text)
    let index = NameIndex(names.enumerated().map { (name: $0.element, id: Int32($0.offset)) })
    return body.prose.mentions(of: index).map { mention in
      let shown = String(decoding: body.prose.html[mention.html], as: UTF8.self)
      #expect(body.typed(body.prose.place(of: mention, in: body.file)).isEmpty == false)
      return "\(mention.name): \(shown)"
    }
  }

  @Test func `the longest name at a place counts, and names do not overlap`() {
    let names = ["Meta", "Meta Platforms", "Meta Platforms Ireland Limited", "Ireland"]
    #expect(
      found(
        "Meta and Meta Platforms, Meta Platforms Ireland Limited of Ireland, Meta Platforms I.",
        names)
        == [
          "0: Meta", "1: Meta Platforms", "2: Meta Platforms Ireland Limited", "3: Ireland",
          "1: Meta Platforms",
        ])
  }

  @Test(arguments: [
    "Metadata", "Himeta", "xMeta", "Meta1", "2Meta", "Métameta", "Meta_x", "_Meta", "meta", "META",
    "Meta.com", "www.Meta", "me@Meta", "Meta@x", "/Meta", "éMeta", "Metaé", "Me ta",
  ])
  func `only whole words are names, in their exact case`(text: String) {
    #expect(found("A \(text) b", ["Meta"]) == [])
  }

  @Test(arguments: [
    "Meta", "(Meta)", "Meta.", "Meta, Inc", "Meta's", "“Meta”", "Meta–x", "Meta-owned", "Meta…",
    "Meta;",
    "Meta: x", "Meta/Facebook", "数Meta数", "Meta\u{A0}x",
  ])
  func `what stands around a word does not hide it`(text: String) {
    #expect(found("A \(text)", ["Meta"]) == ["0: Meta"])
  }

  @Test func `a name in capitals is found in capitals only`() {
    #expect(found("The AP said ap and Ap. AP", ["AP"]) == ["0: AP", "0: AP"])
  }

  @Test func `names of any script, and with marks in them, are found`() {
    #expect(
      found(
        "H&M and Müller & Söhne, 公司 in 大公司的, McDonald's \"X\" Ltd; Yahoo! O'Neil",
        [
          "H&M", "Müller & Söhne", "公司", "McDonald’s", "“X” Ltd", "Yahoo!", "O'Neil",
        ]) == [
          "0: H&amp;M", "1: Müller &amp; Söhne", "2: 公司", "2: 公司", "3: McDonald’s", "4: “X” Ltd",
          "5: Yahoo!", "6: O’Neil",
        ])
    #expect(found("&amp; &lt; AT&amp;T", ["amp", "lt", "AT&T"]) == ["2: AT&amp;T"])
  }

  @Test func `a name may go on in the next line`() {
    let body = Body("Then British\nAirways and the Dutch\n   DPA")
    #expect(
      body.linked(naming: ["British Airways", "Dutch DPA"]) == """
        <p>Then <a class="name" href="/names/0/">British
        Airways</a> and the <a class="name" href="/names/1/">Dutch
        DPA</a></p>

        """)
  }

  @Test(arguments: [
    "# Acme", "Acme\n===", "[Acme](case:x)", "[the *Acme* case](https://e.org/)", "`Acme`",
    "```\nAcme\n```", "    Acme", "> Acme", "> - Acme", "| Acme |\n|---|", "<https://e.org/Acme>",
    "![Acme](files/a.png)", "![a](files/a.png \"Acme\")", "[x][r]\n\n[r]: https://e.org/ \"Acme\"",
  ])
  func `headings, links, code, quotations and heads of tables are left alone`(text: String) {
    #expect(found(text, ["Acme"]) == [])
  }

  @Test(arguments: [
    "Acme", "*Acme*", "**A** Acme", "- Acme", "1. x\n   Acme", "| x |\n|---|\n| Acme |",
    "x[^1]\n\n[^1]: Acme", "<sub>Acme</sub>", "x  \nAcme", "> x\n\nAcme", "# x\n\nAcme",
    "x\n\n[^1]: y\n\nAcme[^1]",
  ])
  func `all other text is looked at`(text: String) {
    #expect(found(text, ["Acme"]) == ["0: Acme"])
  }

  @Test func `each heading begins a section, and notes are one of their own`() {
    let body = Body("Acme\n\n## A\n\nAcme\n\n### B\n\nAcme[^1]\n\n[^1]: Acme\n\n> # Q\n\nAcme")
    let index = NameIndex([(name: "Acme", id: 0)])
    #expect(body.prose.mentions(of: index).map(\.section) == [0, 1, 2, 2, 3])
  }

  @Test func `of two equal names the first counts, and names without letters never`() {
    #expect(found("Acme -- !", ["Acme", "Acme", "--", "!", ""]) == ["0: Acme"])
  }

  @Test func `any name is found among twenty thousand`() {
    let names = (0..<20_000).map {
      "Company \($0 * 7_919 % 100_003) \(["Ltd", "GmbH", "AG"][$0 % 3])"
    }
    let index = NameIndex(names.enumerated().map { (name: $0.element, id: Int32($0.offset)) })
    let picked = stride(from: 0, to: 20_000, by: 997).map { $0 }
    let body = Body(picked.map { "the \(names[$0]) x" }.joined(separator: "\n"))
    #expect(body.prose.mentions(of: index).map(\.name) == picked.map { Int32($0) })
    #expect(Body("Company 1 SA, Company").prose.mentions(of: index).isEmpty)
  }
}
