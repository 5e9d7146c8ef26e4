import Diagnostics
import Mustache
import Testing

@Suite struct TemplateLimitsTests {
  private func nested(_ count: Int) -> String {
    String(repeating: "{{#title}}", count: count) + String(repeating: "{{/title}}", count: count)
  }

  @Test func `a hundred sections may be open in a template, and no more`() {
    #expect(Fixture(nested(100)).reports == [])
    let fixture = Fixture(nested(101))
    #expect(
      fixture.reports == [
        "template-too-deep: 'title' is the 101st tag open at once; at most 100 may be"
      ])
    #expect(fixture.places == [Place(path: "templates/case.mustache", start: 1003, end: 1008)])
  }

  @Test func `a hundred partials may be open inside one another, and no more`() {
    func chain(_ count: Int) -> Fixture {
      Fixture(
        (0..<count).map { ($0 == 0 ? "case" : "p\($0)", "{{>p\($0 + 1)}}") } + [("p\(count)", "x")])
    }
    #expect(chain(100).shown() == "x")
    #expect(
      chain(101).reports == [
        "template-too-deep: 'p101' nests too deeply;"
          + " at most 100 sections and templates may be open at once"
      ])
  }

  @Test func `a template that finds a list for every next round comes to an end`() {
    let fixture = Fixture("=== case\n{{>p}}\n=== p\n{{#steps}}{{>p}}{{>p}}{{/steps}}")
    #expect(
      fixture.reports == [
        "template-too-deep: 'p' nests too deeply;"
          + " at most 100 sections and templates may be open at once"
      ])
    #expect(fixture.diagnostics[0].help == "the templates that are open: p → p → p → p")
  }

  @Test func `sections of partials inside sections of partials come to an end`() {
    let files = (0..<3).map { level in
      (
        level == 0 ? "case" : "p\(level)",
        nested(90).replacing("{{/title}}", with: "{{>p\(level + 1)}}{{/title}}", maxReplacements: 1)
      )
    }
    let fixture = Fixture(files + [("p3", "x")])
    #expect(
      fixture.reports == [
        "template-too-deep: 'title' nests too deeply;"
          + " at most 100 sections and templates may be open at once"
      ])
  }

  @Test func `partials that double at each step are stopped before they fill the memory`() {
    #expect(Fixture("=== case\n{{>p}}{{>p}}\n=== p\n{{>q}}{{>q}}\n=== q\nx").shown() == "xxxx")
    let fixture = Fixture(
      (0..<40).map { ($0 == 0 ? "case" : "p\($0)", "{{>p\($0 + 1)}}{{>p\($0 + 1)}}") }
        + [("p40", String(repeating: "x", count: 1000))])
    #expect(
      fixture.reports == [
        "template-too-large: 'case' comes to more than 8 MiB with all it includes"
      ])
  }

  @Test func `a long file of broken tags is read in one go`() {
    for piece in [
      "{{", "{{!", "{{{", "{{=", "{{#", "{{x", "{{#a}}{{/b}}", "\n", "{{=|=}}", " {{$a}}",
    ] {
      let fixture = Fixture([("case", String(repeating: piece, count: 5_000))])
      #expect(fixture.diagnostics.count <= 7_501)
    }
  }

  @Test func `any mixture of pieces is parsed, and what can be compiled is shown`() {
    let pieces = [
      "{{#steps}}", "{{/steps}}", "{{^draft}}", "{{/draft}}", "{{title}}", "{{.}}", "\n", "  ", "x",
      "{{>p}}", "{{<p}}", "{{/p}}", "{{$a}}", "{{/a}}", "{{! c\n}}", "{{=| |=}}", "|={{ }}=|",
      "{{", "}}", "{{{body}}}", "\r\n", "{{#company}}", "{{/company}}", "{{name}}", "é",
      "{{#aliases}}",
      "{{/aliases}}",
    ]
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for _ in 0..<600 {
      let texts = (0..<2).map { _ in (0..<next(14)).map { _ in pieces[next(pieces.count)] }.joined()
      }
      _ = Fixture([("case", texts[0]), ("p", texts[1])]).shown()
    }
  }
}
