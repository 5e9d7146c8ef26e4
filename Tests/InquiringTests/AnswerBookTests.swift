import Content
import Diagnostics
import Linking
import TestSupport
import Testing

@testable import Inquiring

@Suite struct AnswerBookTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func `a book reads what it wrote, and passes over what it did not`() throws {
    var book = AnswerBook()
    book.note(
      [
        "https://b": .dead("the host answers 404"), "https://a": .alive, "https://c": .unclear("?"),
      ],
      on: try day("2026-06-30"))
    #expect(
      book.text == """
        2026-06-30 alive https://a
        2026-06-30 dead https://b\tthe host answers 404
        2026-06-30 unclear https://c\t?

        """)
    #expect(AnswerBook(Array(book.text.utf8)) == book)
    let damaged =
      "alive https://a\n2026-13-01 alive https://a\n\u{0}\n2026-06 alive x\n2026-06-30 so x\n"
    #expect(AnswerBook(Array(damaged.utf8)) == AnswerBook())
  }

  @Test func `what was there within a week is not asked again, all else is`() throws {
    var book = AnswerBook()
    book.note(["a": .alive, "b": .dead(""), "c": .unclear("")], on: try day("2026-06-30"))
    #expect(book.toAsk(of: ["a", "b", "c", "d"], on: try day("2026-07-06")) == ["b", "c", "d"])
    #expect(book.toAsk(of: ["a"], on: try day("2026-07-07")) == ["a"])
    #expect(book.toAsk(of: ["a"], on: try day("2026-06-29")) == ["a"], "a clock that went back")
    book.keep(only: ["c"])
    #expect(book.text == "2026-06-30 unclear c\n")
  }

  @Test(arguments: Rule.ofInquiring)
  func `what explain shows of a rule breaks that rule, and is mended as it says`(rule: Rule) throws
  {
    #expect(try reported(rule.bad) == [rule.id])
    #expect(try reported(rule.good) == [])
  }

  /// The rules that a case's sources break where each answers with the status in its path.
  private func reported(_ excerpt: String) throws -> [String] {
    let fixture = Fixture(excerpt, in: .answers)
    #expect(fixture.findings(withAdvice: true).map(\.description) == [])
    let sources = fixture.site.cases.flatMap { linked in
      linked.fields.sources.map { NamedSource($0, in: linked.path) }
    }
    var book = AnswerBook()
    for address in sources.compactMap(\.address) {
      let status = try #require(address.split(separator: "/").last.flatMap { Int($0.prefix(3)) })
      book.note(
        [address: Reply(status: status, code: 0, words: "").answer], on: try day("2026-06-30"))
    }
    return fixture.findings(in: book.report(on: sources)).map(\.rule.id)
  }

  @Test func `a dead source is found where its address stands, and its copy is the way out`() throws
  {
    let fixture = Fixture(Rule.deadSource.bad, in: .answers)
    let sources = fixture.site.cases.flatMap { linked in
      linked.fields.sources.map { NamedSource($0, in: linked.path) }
    }
    var book = AnswerBook()
    book.note(
      ["https://dpa.example/404.pdf": .dead("the host answers 404")], on: try day("2026-06-30"))
    let report = Report(book.report(on: sources)) { fixture.tree.bytes(at: $0) }
    #expect(
      report.formatted(as: .human, colored: false, version: "1") == """
        content/cases/acme.md:6:10: warning: source 'decision' is no longer at 'https://dpa.example/404.pdf': the host answers 404 [dead-source]
          6 |     url: https://dpa.example/404.pdf
            |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~
          6 +     url: https://archive.example/2024/404.pdf
            = help: put the archived copy into 'url', or find where it is today

        """)
  }
}
