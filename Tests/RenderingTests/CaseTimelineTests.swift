import Content
import Linking
import TestSupport
import Testing

@testable import Rendering

/// The procedure of a case as it is walked: both ways, with what was in force from step to step.
struct CaseTimelineTests {
  private let page = "cases/apex-2024/index.html"

  private func printed(_ steps: String, more: String = "") throws -> Printed {
    try Printed(Fixture.case(steps: steps, more: Fixture.sources + "\n" + more))
  }

  private let reopened = """
      - { id: intent, date: 2019-01-10, kind: notice-of-intent, measures: [{ kind: fine, amount: 20000000 EUR }] }
      - { id: decision, date: 2019-10-23, kind: decision, measures: [{ kind: fine, amount: 18000000 EUR }] }
      - { id: quashed, date: 2020-11-26, kind: judgment, body: nl-rb, on: decision, effect: annulled }
      - { id: revived, date: 2024-03-01, kind: judgment, body: nl-rb, on: quashed, effect: annulled }
      - { date: 2024-06-28, kind: redecision, on: decision, measures: [{ kind: fine, amount: 16000000 EUR }] }
    """

  @Test func `a step leads to the one it acts on, and to those that act on it`() throws {
    let site = try printed(reopened)
    let steps = site[page].parts(between: "<li id=\"page-step-", and: "</li>\n<li ")
    let quashed = try #require(steps.first { $0.hasPrefix("quashed") })
    #expect(quashed.contains("annuls <a href=\"#page-step-decision\">the decision of "))
    #expect(quashed.contains("annulled by <a href=\"#page-step-revived\">the judgment of "))
    let decision = try #require(steps.first { $0.hasPrefix("decision") })
    #expect(decision.contains("annulled by <a href=\"#page-step-quashed\">the judgment of "))
    #expect(
      decision.contains(
        "followed by <a href=\"#page-on-2024-06-28-redecision\">the new decision of "))
  }

  @Test func `a step that moves what is in force says so, and no other does`() throws {
    let words = try printed(reopened).words(page)
    #expect(words.contains("In force from here on: €18,000,000"))
    #expect(words.contains("In force from here on: nothing"))
    #expect(words.contains("In force from here on: €16,000,000"))
    #expect(words.split(separator: "In force from here on").count == 5)
  }

  @Test func `what was in force is drawn, and told in words`() throws {
    let site = try printed(reopened, more: "checked: 2025-06-01")
    let drawing = try #require(
      site[page].parts(between: "<figure class=\"flow-chart\">", and: "</figure>").first)
    #expect(
      drawing.contains("<title id=\"page-timeline-title\">Amount in force over time, EUR</title>"))
    let told = try #require(
      drawing.parts(between: "<desc id=\"page-timeline-desc\">", and: "</desc>").first)
    #expect(
      told.replacing("\u{A0}", with: " ")
        == "€20 million proposed on 10 January 2019; €18 million in force from 23 October 2019; "
        + "nothing in force from 26 November 2020; €18 million in force from 1 March 2024; "
        + "€16 million in force from 28 June 2024.")
    #expect(drawing.contains("class=\"proposal\"") && drawing.contains("class=\"flow-open\""))
    #expect(!drawing.contains("style="))
  }

  @Test(arguments: [
    "  - { date: 2024-05-16, kind: decision, measures: [{ kind: fine, amount: 300 EUR }] }",
    """
      - { date: 2024-05-16, kind: decision, measures: [{ kind: reprimand }] }
      - { date: 2024-06-16, kind: appeal-lodged }
    """,
    """
      - { date: 2024-05-16, kind: decision, measures: [{ kind: fine, amount: undisclosed }] }
      - { date: 2024-06-16, kind: appeal-lodged }
    """,
    """
      - { date: 2024-05-16, kind: notice-of-intent, measures: [{ kind: fine, amount: 300 EUR }] }
      - { date: 2024-06-16, kind: closed }
    """,
  ])
  func `where nothing was in force, or nothing followed, nothing is drawn`(_ steps: String) throws {
    #expect(!(try printed(steps))[page].contains("flow-chart"))
  }

  @Test func `other cases of the company are one step away, the older and the newer`() throws {
    let site = try Printed(
      Fixture(
        """
        === content/companies/apex.md
        ---
        name: Apex Data
        ---

        """
          + [(2021, "first"), (2022, "second"), (2023, "third")].map { year, slug in
            """
            === content/cases/\(slug).md
            ---
            title: The \(slug) one
            short: Apex \(slug)
            summary: What it did.
            published: \(year)-06-02
            companies: [apex]
            regulators: [nl-ap]
            steps: [{ date: \(year)-05-16, kind: decision }]
            sources: [{ id: press, title: A release, publisher: The press }]
            ---
            """
          }.joined(separator: "\n"), over: Publication.small))
    let series = try #require(
      site["cases/second/index.html"].parts(between: "<nav class=\"series\"", and: "</nav>").first)
    #expect(series.contains("<a href=\"/cases/first/\" rel=\"prev\">Apex first</a>"))
    #expect(series.contains("<a href=\"/cases/third/\" rel=\"next\">Apex third</a>"))
    #expect(!site["cases/first/index.html"].contains("rel=\"prev\">Apex"))
    #expect(!site["cases/acme/index.html"].contains("class=\"series\""))
  }

  @Test func `a company's page counts its cases by status`() throws {
    let site = try printed(reopened)
    #expect(
      site["companies/apex/index.html"].contains(
        "<li><span class=\"status status-reduced\">Reduced</span> <strong>1</strong></li>"))
  }
}

struct TimeAxisTests {
  private func day(_ date: String) throws -> Int { try #require(CalendarDate(date)).dayNumber }

  @Test func `years are marked where they begin, as many as have room`() throws {
    let short = try #require(
      TimeAxis([day("2019-10-23"), day("2024-06-28")], left: 0, right: 400))
    #expect(short.years.map(\.year) == [2020, 2021, 2022, 2023, 2024])
    let long = try #require(
      TimeAxis([day("1999-01-02"), day("2024-06-28")], left: 0, right: 400))
    #expect(long.years.map(\.year) == [2000, 2005, 2010, 2015, 2020])
  }

  @Test func `within one year that year is marked`() throws {
    let axis = try #require(TimeAxis([day("2024-05-16"), day("2024-08-01")], left: 0, right: 400))
    #expect(axis.years.map(\.year) == [2024])
  }

  @Test func `one day is no span`() throws {
    let only = try day("2024-05-16")
    #expect(TimeAxis([only, only], left: 0, right: 400) == nil)
    #expect(TimeAxis([], left: 0, right: 400) == nil)
  }

  @Test(arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017)])
  func `days are counted from 1970`(_ date: String, _ number: Int) throws {
    #expect(try day(date) == number)
  }
}

struct AcrossAuthoritiesTests {
  private func site(_ authorities: [String]) throws -> Printed {
    try Printed(
      Fixture(
        """
        === content/companies/apex.md
        ---
        name: Apex Data
        ---
        === content/regulators/fr-cnil.md
        ---
        name: Commission of France
        abbreviation: CNIL
        jurisdiction: FR
        ---

        """
          + authorities.enumerated().map { index, authority in
            """
            === content/cases/case-\(index).md
            ---
            title: Case \(index)
            summary: What it did.
            published: 2024-06-02
            companies: [apex]
            regulators: [\(authority)]
            steps: [{ date: 202\(index)-05-16, kind: decision }]
            sources: [{ id: press, title: A release, publisher: The press }]
            ---
            """
          }.joined(separator: "\n"), over: Publication.small))
  }

  @Test func `decisions of several authorities stand over time, a line each`() throws {
    let page = try site(["nl-ap", "fr-cnil", "nl-ap"])["companies/apex/index.html"]
    #expect(page.contains("Decisions over time, by authority"))
    #expect(
      page.contains(
        "3 cases of 2 authorities, decided from 16\u{A0}May\u{A0}2020 to 16\u{A0}May\u{A0}2022."))
    #expect(page.split(separator: "class=\"event\"").count == 4)
    #expect(page.contains(">CNIL</text>"))
  }

  @Test func `one authority alone needs no such picture`() throws {
    let page = try site(["nl-ap", "nl-ap"])["companies/apex/index.html"]
    #expect(!page.contains("Decisions over time"))
  }
}
