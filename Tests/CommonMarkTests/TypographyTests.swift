import Testing

@testable import CommonMark

/// What a publication's language makes of straight quotes, double hyphens and three dots.
@Suite struct TypographyTests {
  private func paragraph(_ text: String, _ language: String) -> String {
    Body(text, language: language).html.replacing("<p>", with: "").replacing("</p>\n", with: "")
  }

  @Test(arguments: [
    ("en", "“A ‘b’ c”"), ("nl", "“A ‘b’ c”"), ("de", "„A ‚b‘ c“"), ("de-CH", "«A “b” c»"),
    ("fr", "«\u{202F}A “b” c\u{202F}»"), ("sv", "”A ’b’ c”"), ("pl", "„A ‚b’ c”"),
    ("es", "«A “b” c»"),
    ("xx", "“A ‘b’ c”"), ("EN-gb", "“A ‘b’ c”"),
  ])
  func `quotation marks are those of the language`(language: String, expected: String) {
    #expect(paragraph("\"A 'b' c\"", language) == expected)
  }

  @Test(arguments: [
    ("It's 5' or the '90s", "It’s 5’ or the ’90s"),
    ("the companies' fines", "the companies’ fines"),
    ("'tis 'a'", "’tis ‘a’"), ("(\"a\")", "(“a”)"), ("\"*a*\"", "“<em>a</em>”"),
    ("*\"a\"*", "<em>“a”</em>"), ("\"[a](case:x)\"", "“<a>a</a>”"), ("\"a\"[^decision]", nil),
    ("\"a,\" b", "“a,” b"), ("\"a\"--\"b\"", "“a”–“b”"),
    ("a -- b --- c ---- d", "a – b — c ---- d"),
    ("a... b .... c", "a… b .... c"), ("\\\"a\\\"", "“a”"), ("&quot;a&quot;", "“a”"),
    ("`\"a\" -- ...`", "<code>&quot;a&quot; -- ...</code>"), ("\"a\nb\"", "“a\nb”"),
    ("“a” ‘b’ – …", "“a” ‘b’ – …"), ("5\" x 6\"", "5” x 6”"),
  ])
  func `marks turn by what stands beside them`(text: String, expected: String?) {
    let shown = paragraph(text, "en")
    if let expected { #expect(shown == expected) } else { #expect(shown.hasPrefix("“a”<sup")) }
  }

  @Test func `Dutch words that begin with an apostrophe keep it`() {
    #expect(
      paragraph("'s-Gravenhage, 't Hof, 'n dag, 'zo'", "nl")
        == "’s-Gravenhage, ’t Hof, ’n dag, ‘zo’")
  }

  @Test func `a single mark that nothing closes is an apostrophe`() {
    #expect(paragraph("rock 'n roll", "en") == "rock ’n roll")
    #expect(paragraph("say 'so\n\n'no'", "en") == "say ’so‘no’")
  }

  @Test func `a quotation in another language says so, and has its marks`() {
    #expect(
      Body("> \"Het bezwaar\"\n> is ongegrond.\n> {lang=de-AT}\n\n\"x\"").html == """
        <blockquote lang="de-AT">
        <p>„Het bezwaar“
        is ongegrond.</p>
        </blockquote>
        <p>“x”</p>

        """)
    #expect(
      Body("> Een\n>\n> {lang=nl}").html == """
        <blockquote lang="nl">
        <p>Een</p>
        </blockquote>

        """)
    #expect(Body("> `{lang=nl}`").html.contains("<code>{lang=nl}</code>"))
    #expect(Body("> a {lang=nl}").html.contains("a {lang=nl}"))
  }

  @Test func `bare HTML keeps every mark`() {
    #expect(bare("\"a\" 'b' -- ...") == "<p>&quot;a&quot; 'b' -- ...</p>\n")
  }
}
