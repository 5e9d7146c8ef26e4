import Testing

@testable import Diagnostics

@Suite struct ReportTests {
  static let company = Rule(
    "unknown-company", "a company that is named has an entry", why: "Or it is missing.",
    bad: "companies: [acme-enrgy]", good: "companies: [acme-energy]")
  static let topic = Rule(
    "unreferenced", .warning, "every topic is referred to", why: "Nothing leads there.",
    bad: "cookie", good: "cookies")
  static let name = Rule(
    "undeclared-name", .hint, "a name in a text is declared", why: "Or not.", bad: "x", good: "y")

  private static let text = "---\ntitle: Late\ncompanies: [acme-enrgy]\n---\n"

  private func report(
    _ diagnostics: [Diagnostic], _ text: String = text, hidesHints: Bool = false
  ) -> Report {
    Report(diagnostics, hidesHints: hidesHints) { $0 == "a.md" ? Array(text.utf8) : nil }
  }

  private func human(_ diagnostics: [Diagnostic], _ text: String = text) -> String {
    report(diagnostics, text).formatted(
      as: .human, colored: false, version: "1")
  }

  private func place(_ start: Int, _ end: Int) -> Place {
    Place(path: "a.md", start: start, end: end)
  }

  @Test func `people see the line, what is meant in it, notes and the way out`() {
    let diagnostic = Diagnostic(
      Self.company, "company 'acme-enrgy' has no entry", at: place(28, 38),
      help: "create it", notes: [.init("it was named here too", at: place(4, 9)), .init("so")])
    #expect(
      human([diagnostic]) == """
        a.md:3:13: error: company 'acme-enrgy' has no entry [unknown-company]
          3 | companies: [acme-enrgy]
            |             ^~~~~~~~~~
            = note: it was named here too (a.md:2:1)
            = note: so
            = help: create it

        """)
  }

  @Test func `programs that read lines get one for each problem`() {
    let diagnostics = [
      Diagnostic(Self.company, "one", at: place(4, 9), help: "no"),
      Diagnostic(Self.topic, "two", at: nil), Diagnostic(Self.name, "three", at: place(0, 0)),
    ]
    #expect(
      report(diagnostics).formatted(as: .short, colored: false, version: "1") == """
        warning: two [unreferenced]
        a.md:1:1: hint: three [undeclared-name]
        a.md:2:1: error: one [unknown-company]

        """)
    #expect(
      report(diagnostics, hidesHints: true).formatted(as: .short, colored: false, version: "1")
        .split(separator: "\n").count == 2)
  }

  @Test func `problems are in the order of files and places, and the same is said once`() {
    let diagnostics = [
      Diagnostic(Self.topic, "b", at: Place(path: "b.md", at: 0)),
      Diagnostic(Self.company, "z", at: place(9, 9)),
      Diagnostic(Self.company, "y", at: place(4, 4)),
      Diagnostic(Self.company, "a", at: place(9, 9)),
      Diagnostic(Self.company, "y", at: place(4, 4)),
    ]
    #expect(report(diagnostics).items.map(\.diagnostic.message) == ["y", "a", "z", "b"])
    #expect(report(diagnostics.reversed()).items.map(\.diagnostic.message) == ["y", "a", "z", "b"])
  }

  @Test func `a file that is not there has no line to show`() {
    let report = report([Diagnostic(Self.topic, "gone", at: Place(path: "c.md", start: 5, end: 9))])
    #expect(
      report.formatted(as: .human, colored: false, version: "1")
        == "c.md:1:1: warning: gone [unreferenced]\n")
  }

  @Test func `the tally counts by weight, and says that hints are hidden`() {
    let diagnostics = [
      Diagnostic(Self.company, "1", at: nil), Diagnostic(Self.company, "2", at: nil),
      Diagnostic(Self.topic, "3", at: nil), Diagnostic(Self.name, "4", at: nil),
    ]
    #expect(report(diagnostics).tally == "2 errors, 1 warning, 1 hint")
    #expect(
      report(diagnostics, hidesHints: true).tally
        == "2 errors, 1 warning; 1 hint (--verbose shows it)")
    #expect(report([diagnostics[3]], hidesHints: true).tally == "1 hint (--verbose shows it)")
    #expect(report([]).tally == nil)
    #expect(Severity.error < .warning && Severity.warning < .hint)
  }

  @Test func `colour marks words and takes none away`() {
    let diagnostics = [Diagnostic(Self.company, "one", at: place(4, 9), help: "two")]
    let colored = report(diagnostics).formatted(
      as: .human, colored: true, version: "1")
    #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m one"))
    #expect(colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == human(diagnostics))
  }

  @Test func `the mark stands under wide letters and behind tabs`() {
    let text = "\t漢字é: x\n"
    #expect(
      human([Diagnostic(Self.company, "m", at: place(11, 12))], text) == """
        a.md:1:7: error: m [unknown-company]
          1 | \t漢字é: x
            | \t       ^

        """)
    #expect(
      human([Diagnostic(Self.company, "m", at: place(1, 9))], text).contains("| \t^~~~\n"))
  }

  @Test func `a long line is shown around the place`() {
    let text = String(repeating: "a", count: 300) + "b" + String(repeating: "c", count: 300)
    let shown = human([Diagnostic(Self.company, "m", at: place(300, 301))], text)
      .split(separator: "\n")
    #expect(shown[1].hasPrefix("  1 | …aaa") && shown[1].hasSuffix("c…"))
    let line = Array(shown[1])
    #expect(line[Array(shown[2]).count - 1] == "b")
    #expect(line.count < 130)
  }

  @Test func `a place of more than a line is marked where it begins`() {
    #expect(human([Diagnostic(Self.company, "m", at: place(4, 30))]).contains("| ^\n"))
  }

  @Test func `what a file or a message holds cannot steer the terminal`() {
    let text = "name: \u{1B}[31mred\u{7}\n"
    let shown = human(
      [Diagnostic(Self.company, "key 'a\nb\u{1B}[2J' is none", at: place(0, 4))], text)
    #expect(!shown.contains("\u{1B}") && !shown.contains("\u{7}"))
    #expect(
      shown.hasPrefix("a.md:1:1: error: key 'a\\u{A}b\\u{1B}[2J' is none [unknown-company]\n"))
    #expect(shown.contains("1 | name: \u{FFFD}[31mred\u{FFFD}\n"))
  }
}
