import Diagnostics
import Testing

@testable import Previewing

/// The list of problems that lies over a page.
struct ProblemsTests {
  private func html(_ diagnostics: [Diagnostic], _ text: String) -> String {
    let report = Report(diagnostics) { _ in Array(text.utf8) }
    return String(decoding: Problems(report).html, as: UTF8.self)
  }

  private func diagnostic(_ message: String, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .unknownTestRule, message,
      at: Place(path: "content/<b>.md", start: range.lowerBound, end: range.upperBound),
      help: "write \"it\" differently")
  }

  @Test func `whatever an editor typed is shown and not obeyed`() {
    let text = html(
      [diagnostic("'<script>alert(1)</script>' is wrong", 7..<15)], "title: <script>&\n")
    #expect(!text.contains("<script>"))
    #expect(text.contains("content/&lt;b&gt;.md:1:8"))
    #expect(text.contains("title: <mark>&lt;script&gt;</mark>&amp;"))
    #expect(text.contains("help: write &quot;it&quot; differently"))
  }

  @Test func `a place at the end of a line, or of the file, is marked without harm`() {
    #expect(html([diagnostic("x", 5..<6)], "abcde\nf").contains("abcde<mark></mark>"))
    #expect(html([diagnostic("x", 7..<9)], "abcde\nf").contains("f<mark></mark>"))
    #expect(html([diagnostic("x", 0..<1)], "").contains("<li class=\"error\">"))
  }

  @Test func `a long line is cut around what is wrong in it`() {
    let line = String(repeating: "a", count: 3000) + "WRONG" + String(repeating: "b", count: 3000)
    let text = html([diagnostic("x", 3000..<3005)], line)
    #expect(text.contains("aaa<mark>WRONG</mark>bbb"))
    #expect(text.count < 1500)
  }

  @Test func `thousands of problems are counted, and the first two hundred shown`() {
    let many = (0..<5000).map { diagnostic("problem \($0)", $0..<$0 + 1) }
    let text = html(many, String(repeating: "a", count: 6000))
    #expect(text.contains("5000 errors keep"))
    #expect(text.ranges(of: "<li").count == 200)
    #expect(text.contains("And 4800 more"))
  }

  @Test func `the same problems have the same digest, and others another`() {
    let report = Report([diagnostic("x", 0..<1)]) { _ in [0x61] }
    let other = Report([diagnostic("y", 0..<1)]) { _ in [0x61] }
    #expect(Problems(report).digest == Problems(report).digest)
    #expect(Problems(report).digest != Problems(other).digest)
  }
}

extension Rule {
  fileprivate static let unknownTestRule = Rule(
    "test-rule", .error, "a rule for tests", why: "Tests need one.", bad: "a", good: "b")
}
