import Testing
import ThemeFiles

@testable import Rendering

/// What is left of a style sheet when it is served.
struct StyleSheetTextTests {
  private func stripped(_ text: String) -> String {
    String(decoding: StyleSheetText(stripping: Array(text.utf8)).stripped, as: UTF8.self)
  }

  @Test(arguments: [
    (
      "/* Ground */\n\na,\nb { color: red; margin: 0 auto; }\n\n/* End */\n",
      "a,b{color:red;margin:0 auto}"
    ),
    ("a { b: c }\nd { e: f }\n", "a{b:c}\nd{e:f}"),
    (
      "@media (min-width: 48rem) {\n  a { b: c; }\n  d { e: f; }\n}\n",
      "@media (min-width:48rem){a{b:c}\nd{e:f}}"
    ),
    (
      "a :hover, a:hover > b + c { top: calc(1px + 2px) }",
      "a :hover,a:hover > b + c{top:calc(1px + 2px)}"
    ),
    (
      "a { content: \" /* no, ; comment */  \" / \"\" }",
      "a{content:\" /* no, ; comment */  \" / \"\"}"
    ),
    ("a { content: 'it\\'s;  ' }", "a{content:'it\\'s;  '}"),
    (
      "a { background: url( /a;/*b  c ) , URL(\"d e\") }",
      "a{background:url( /a;/*b  c ),URL(\"d e\")}"
    ),
    (".\\31  .b { c: d }", ".\\31  .b{c:d}"),
    ("a { --list: 1px , 2px; --none: ; }", "a{--list:1px,2px;--none:}"),
    ("a/**/b { c: d/* e */ f }", "a/**/b{c:d f}"),
    ("a { b: c; /* d */ }", "a{b:c}"),
    ("/*! Whose\n  work */\na { b: c; }", "/*! Whose\n  work */ a{b:c}"),
  ])
  func `what means nothing goes, and the rest stays`(_ text: String, _ wanted: String) {
    #expect(stripped(text) == wanted)
  }

  @Test(arguments: ["", "/*", "/* a", "a {", "\"", "\\", "url(", "url(\\", "a: '", " "])
  func `what is not whole is left so`(_ text: String) {
    #expect(stripped(stripped(text)) == stripped(text))
  }

  @Test func `of the built-in one no rule is lost`() throws {
    let file = try #require(BuiltInTheme.files.first { $0.name == "style.css" })
    let source = String(decoding: file.bytes, as: UTF8.self)
    let served = stripped(source)
    #expect(stripped(served) == served)
    #expect(!served.contains("/*") && !served.contains("  "))
    #expect(served.utf8.count < source.utf8.count * 9 / 10)
    func count(_ mark: Character, in text: String) -> Int { text.count { $0 == mark } }
    #expect(count("{", in: served) == count("}", in: served))
    #expect(count(";", in: served) + count("}", in: served) >= count(";", in: source))
  }
}
