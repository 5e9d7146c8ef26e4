import Testing

@testable import CommonMark

/// Inputs that libcmark needs quadratic time for are reported; honest ones are read, however long.
@Suite struct LimitTests {
  struct Input: Sendable, CustomStringConvertible {
    let description: String
    let text: String
  }

  private static func input(_ unit: String, _ count: Int, then rest: String = "") -> Input {
    Input(
      description: "\(count) times \(unit.debugDescription)",
      text: String(repeating: unit, count: count) + rest)
  }

  /// libcmark's own pathological tests, and others of the kind, each of some 50 kB.
  static let pathological =
    [
      input("![[]()", 25_000),
      input("![[]() ", 25_000),
      input("[", 12_500, then: String(repeating: "a", count: 12_500)),
      input("[", 50_000),
      input("[a](", 15_000),
      input("[a](<b", 15_000),
      input("[a](<!", 15_000),
      input("![[]()", 15_000, then: "\n"),
      input("*a **a ", 15_000),
      input("a**b", 15_000),
      input("a **a ", 15_000),
      input("a_ ", 15_000),
      input("_a ", 15_000),
      input("*a_ ", 15_000),
      input("[ a_", 15_000),
      input("**x [a*b**c*](d)", 7_500),
      input("***", 15_000, then: "a***"),
      input("> ", 25_000, then: "a"),
      input(">", 50_000, then: "a"),
      input("- ", 25_000, then: "a"),
      input("1. ", 15_000),
      input("`", 25_000, then: "a"),
      input("`a``b```c", 5_000),
      input("e`", 25_000),
      input("\\`", 25_000),
      input("<", 50_000),
      input("<!--", 15_000),
      input("<?", 25_000),
      input("<!A ", 15_000),
      input("<![CDATA[", 7_500),
      input("<a ", 15_000),
      input("<a href=\"", 7_500),
      input("</", 25_000),
      input("&", 50_000),
      input("&a", 25_000),
      input("&#1", 25_000),
      input("\\\\", 25_000),
      input("#", 50_000),
      input("# ", 25_000),
      input("\u{0}", 50_000),
      input("\t", 50_000, then: "a"),
      input("\n", 50_000, then: "a"),
      input("[a]: b\n", 7_500),
      input("[^a]: b\n", 7_500),
      input("[^a]", 15_000, then: "\n\n[^a]: x"),
      input("x[^decision]", 7_500),
      input("|", 50_000),
      input("|-", 25_000),
      input("| a\n", 15_000),
      input("|a|\n|-|\n", 7_500),
      input("a\n|-\n", 12_500),
      input("-\n", 25_000),
      input("- a\n", 15_000),
      input("> a\n", 15_000),
      input("\"", 50_000),
      input("'", 50_000),
      input("{lang=nl}\n", 7_500),
      input("<sub>", 12_500),
      input("<sub>", 7_500, then: String(repeating: "</sub>", count: 7_500)),
      input("<sub><sup>", 5_000, then: String(repeating: "</sub></sup>", count: 2_000)),
      input("![](a)", 10_000),
      input("[](case:a)", 7_500),
      input("[x](#y)", 10_000),
      input("## x\n", 12_500),
      input("###### x\n# x\n", 5_000),
      input("Acme ", 15_000),
      input("[x]:\n", 12_500),
      input("[x]: <", 12_500),
      input("[x]: y '", 10_000),
      input("[](", 20_000),
      input("(", 50_000),
      input("[a](b 'c\n", 7_500),
      input("[^x]:\n    ", 7_500),
      input("> [^x]: a\n", 7_500),
      input("1. [^x]: a\n", 7_500),
    ] + [nestedList, longTable, manyReferences, manyNotes]

  /// Lists that are each one deeper, line by line.
  private static var nestedList: Input {
    let lines = (0..<600).map { String(repeating: " ", count: 2 * $0) + "- a" }
    return Input(description: "600 lists within each other", text: lines.joined(separator: "\n"))
  }

  private static var longTable: Input {
    let head =
      "|" + String(repeating: "a|", count: 2_000) + "\n|" + String(repeating: "-|", count: 2_000)
    return Input(
      description: "a wide table of short rows",
      text: head + "\n" + String(repeating: "|a|\n", count: 2_000))
  }

  private static var manyReferences: Input {
    Input(
      description: "a long definition, often referred to",
      text: "[a]: /" + String(repeating: "b", count: 100_000) + "\n\n"
        + String(repeating: "[a]", count: 10_000))
  }

  private static var manyNotes: Input {
    let notes = (0..<2_000).map { "[^\($0)] x\n\n[^\($0)]: y\n\n" }
    return Input(description: "2,000 footnotes", text: notes.joined())
  }

  @Test(.timeLimit(.minutes(2)), arguments: pathological)
  func `no input makes a body take long`(input: Input) {
    let bytes = Array(input.text.utf8)
    let parsed = Prose.parsing(bytes, from: 0, path: "a.md", sources: ["decision"])
    let names = NameIndex([(name: "Acme", id: 0)])
    #expect(parsed.value.mentions(of: names).count <= 60_000)
    #expect(bareHTML(bytes).count <= 100 * bytes.count + 10_000)
    #expect(parsed.value.excerpt.count <= 301)
  }

  @Test func `600 kB of open brackets are reported, and shown as they were typed`() {
    let body = Body(String(repeating: "![[]()", count: 100_000))
    #expect(body.diagnostics.map(\.rule) == [.tooComplex])
    #expect(body.html.hasPrefix("<pre>![[]()") && body.html.hasSuffix("![[]()</pre>\n"))
  }

  @Test func `of a body that is wrong everywhere the beginning is told`() {
    let body = Body(String(repeating: "[x](#y) ", count: 1_000))
    #expect(body.diagnostics.count == 201)
    #expect(
      body.diagnostics.last?.message
        == "800 more mistakes stand from here on; put pasted text into a code block")
    #expect(Body(String(repeating: "[x](#y) ", count: 200)).diagnostics.count == 200)
  }

  @Test func `a megabyte of honest text is read`() {
    let paragraph = """
      The authority found that [Acme](case:acme) had [not] told anybody (see *Article 33*), and "fined"
      it.[^decision] It was `2.4` million; the rest of [the decision](https://e.org/a_(b)) is a list:

      - one [x] of two
      - two **things** _that_ matter

      > Quoted text.

      | a | b |
      |---|--:|
      | 1 | *2* |

      """
    let count = 1_000_000 / paragraph.utf8.count + 1
    let body = Body(String(repeating: paragraph + "\n", count: count))
    #expect(body.findings == [])
    #expect(body.prose.links.count == count)
  }

  @Test func `a megabyte in one paragraph, and in one table, is read`() {
    #expect(Body(String(repeating: "A line of [x](case:a) text.\n", count: 40_000)).findings == [])
    let rows = String(repeating: "| 2024 | *Acme* | 20 |\n", count: 45_000)
    #expect(Body("| a | b | c |\n|---|---|---|\n" + rows).findings == [])
  }
}
