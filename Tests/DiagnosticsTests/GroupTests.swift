import Testing

@testable import Diagnostics

@Suite struct GroupTests {
  private func human(_ diagnostics: [Diagnostic], isVerbose: Bool = false) -> String {
    Report(diagnostics) { _ in Array("a: [x]\n".utf8) }
      .formatted(as: .human, colored: false, isVerbose: isVerbose, version: "1")
  }

  private func unknown(in path: String, _ message: String = "company 'x' has no entry")
    -> Diagnostic
  {
    Diagnostic(ReportTests.company, message, at: Place(path: path, start: 4, end: 5))
  }

  @Test func `forty files with one cause are one report, with the count and the first places`() {
    let diagnostics = (10..<50).map { unknown(in: "\($0).md") }
    #expect(
      human(diagnostics) == """
        10.md:1:5: error: company 'x' has no entry [unknown-company]
          1 | a: [x]
            |     ^
            = also at 11.md:1:5
                      12.md:1:5
                      13.md:1:5
                      and 36 more; --verbose shows all 40

        """)
    let report = Report(diagnostics) { _ in nil }
    #expect(report.tally == "40 errors")
  }

  @Test func `verbose shows each place by itself`() {
    let shown = human((1...4).map { unknown(in: "\($0).md") }, isVerbose: true)
    #expect(shown.split(separator: "\n").count == 12)
    #expect(!shown.contains("also at"))
  }

  @Test func `two are told apart, and so is what is not the same`() {
    #expect(!human([unknown(in: "1.md"), unknown(in: "2.md")]).contains("also at"))
    let different = (1...5).map { unknown(in: "a.md", "company '\($0)' has no entry") }
    #expect(!human(different).contains("also at"))
    let noted = (1...5).map { number in
      Diagnostic(
        ReportTests.company, "twice", at: Place(path: "\(number).md", at: 0),
        notes: [.init("first given here", at: Place(path: "b.md", at: 0))])
    }
    #expect(!human(noted).contains("also at"))
  }

  @Test func `where all places are named, no count is needed`() {
    let shown = human((1...4).map { unknown(in: "\($0).md") })
    #expect(shown.hasSuffix("= also at 2.md:1:5\n              3.md:1:5\n              4.md:1:5\n"))
  }

  @Test func `a replacement is shown as the line would be`() {
    let shown = human([
      Diagnostic(
        ReportTests.company, "m", at: Place(path: "a.md", start: 4, end: 5),
        replacement: .init("acme", at: Place(path: "a.md", start: 4, end: 5)))
    ])
    #expect(shown.hasSuffix("    |     ^\n  1 + a: [acme]\n"))
  }

  @Test func `a replacement of more than a line, or that shows nothing new, is not shown`() {
    for (text, start, end) in [("b\nc", 0, 1), ("x", 4, 5), ("b", 4, 7), ("", 0, 6)] {
      let place = Place(path: "a.md", start: start, end: end)
      let shown = human([
        Diagnostic(ReportTests.company, "m", at: place, replacement: .init(text, at: place))
      ])
      #expect(!shown.contains(" + "), "\(text) at \(start)")
    }
  }
}
