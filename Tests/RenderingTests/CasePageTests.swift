import Content
import Linking
import TestSupport
import Testing

@testable import Rendering

struct CasePageTests {
  private let page = "cases/apex-2024/index.html"

  private func printed(
    steps: String, more: String = Fixture.sources, body: String = "",
    _ options: LinkingOptions = .someDay
  ) throws -> Printed {
    try Printed(Fixture.case(steps: steps, more: more, body: body), options)
  }

  private let decision =
    "  - { id: decision, date: 2024-05-16, kind: decision, measures: [{ kind: fine, amount: 300 EUR }] }"

  @Test func `text from front matter is escaped wherever it goes`() throws {
    let site = try printed(steps: decision)
    #expect(site[page].contains("<h1>Apex &amp; the &lt;sea&gt;</h1>"))
    #expect(site[page].contains("content=\"What &quot;Apex&quot; did.\""))
    #expect(site["cases/index.html"].contains("Apex &amp; the &lt;sea&gt;"))
    #expect(!site[page].contains("<sea>") && !site[page].contains("<press>"))
  }

  @Test func `it says who decided about whom, and when`() throws {
    let site = try printed(steps: decision)
    let words = site.words(page)
    #expect(words.contains("Decided by Dutch Data Protection Authority 16 May 2024"))
    #expect(words.contains("Against Apex Data"))
    #expect(site[page].contains("<a href=\"/companies/apex/\">Apex Data</a>"))
    #expect(site[page].contains("<time datetime=\"2024-05-16\">"))
    #expect(words.contains("Published 2 June 2024"))
  }

  @Test(arguments: [
    ("checked: 2026-06-30", "Appeal status unknown, checked 30 June 2026 ."),
    ("", "Appeal status unknown, not checked since publication."),
  ])
  func `silence after a decision is told as such`(_ checked: String, _ said: String) throws {
    let site = try printed(steps: decision, more: Fixture.sources + "\n" + checked)
    #expect(site.words(page).contains(said))
  }

  @Test func `a case that became final says nothing of an unknown appeal`() throws {
    let site = try printed(
      steps: decision + "\n  - { date: 2024-08-01, kind: became-final, on: decision }")
    #expect(!site.words(page).contains("unknown"))
    #expect(site.words(page).contains("Status Final The decision is beyond appeal"))
  }

  @Test func `an annulled fine is struck, and named as annulled`() throws {
    let site = try printed(
      steps: decision
        + "\n  - { date: 2025-01-02, kind: judgment, body: nl-rb, on: decision, effect: annulled }")
    #expect(site[page].contains("<s>Fine <data value=\"300 EUR\">€300</data></s>"))
    let words = site.words(page)
    #expect(words.contains("Fine €300 annulled"))
    #expect(words.contains("In force today No sum"))
    #expect(words.contains("EUR none €300 none none known"))
    #expect(
      words.contains("Judgment · District Court of The Hague annuls the decision of 16 May 2024"))
    #expect(site[page].contains("<a href=\"#page-step-decision\">the decision of"))
  }

  @Test func `proposed, imposed, in force and paid stand side by side`() throws {
    let site = try printed(
      steps: """
          - { id: intent, date: 2023-01-01, kind: notice-of-intent, measures: [{ kind: fine, amount: 900 EUR }] }
        \(decision)
          - { date: 2025-01-02, kind: redecision, on: decision, measures: [{ kind: fine, amount: 200 EUR }] }
          - { date: 2025-02-02, kind: paid, measures: [{ kind: fine, amount: 150.5 EUR }] }
        """)
    #expect(site.words(page).contains("EUR €900 €300 €200 €150.50"))
    #expect(site.words(page).contains("Fine €300 replaced"))
  }

  @Test func `ceilings and rates are told apart, and enter no sum`() throws {
    let site = try printed(
      steps: """
          - id: decision
            date: 2024-05-16
            kind: decision
            measures:
              - { kind: periodic-penalty, amount: 5100000 EUR, maximum: true }
              - { kind: periodic-penalty, amount: 100000 EUR, per: day }
              - { kind: reprimand }
        """)
    let words = site.words(page)
    #expect(words.contains("No part of any sum: Periodic penalty up to €5,100,000 , a ceiling"))
    #expect(words.contains("Periodic penalty €100,000 a day, a rate"))
    #expect(words.contains("In force today No sum Reprimand"))
    #expect(!words.contains("Currency Proposed"))
  }

  @Test func `an amount that was not disclosed is said to be so`() throws {
    let site = try printed(
      steps: """
          - { date: 2024-05-16, kind: decision, measures: [{ kind: fine, amount: undisclosed }] }
        """)
    #expect(site.words(page).contains("In force today Not disclosed"))
    #expect(site.words(page).contains("1 amount not disclosed, which no sum includes."))
    #expect(site.words("companies/apex/index.html").contains("1 amount not disclosed"))
  }

  @Test func `steps alike have anchors that differ, and keep their own ids`() throws {
    let site = try printed(
      steps: """
          - { date: 2024-05-16, kind: decision }
          - { date: 2024-05-16, kind: published }
          - { date: 2024-05-16, kind: published }
          - { id: appeal, date: 2024-06-01, kind: appeal-lodged }
        """)
    #expect(
      site[page].parts(between: "<li id=\"page-", and: "\"").filter { !$0.hasPrefix("source") } == [
        "on-2024-05-16-decision", "on-2024-05-16-published", "on-2024-05-16-published--2",
        "step-appeal",
      ])
  }

  @Test func `drafts carry a banner and stay out of search engines`() throws {
    var options = LinkingOptions.someDay
    options.showsDrafts = true
    let site = try printed(
      steps: decision, more: Fixture.sources + "\ndraft: true", options)
    #expect(site.words(page).contains("Draft. This case is not published."))
    #expect(site[page].contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!site["sitemap.xml"].contains("apex-2024"))
    #expect(!site["cases/acme/index.html"].contains("noindex"))
  }

  @Test(arguments: [("correction", true), ("retraction", true), ("clarification", false)])
  func `a correction stands at the top, a clarification only at the end`(
    _ kind: String, _ isOnTop: Bool
  ) throws {
    let site = try printed(
      steps: decision,
      more: Fixture.sources
        + "\nhistory: [{ date: 2025-03-04, kind: \(kind), note: The sum was wrong. }]")
    let parts = site.words(page).split(separator: "Where it stands")
    #expect(parts[0].contains("4 March 2025 . The sum was wrong.") == isOnTop)
    #expect(parts[1].contains("Changes to this page"))
    #expect(parts[1].contains("4 March 2025 : The sum was wrong."))
  }

  @Test func `a long case begins with its headings, a short one does not`() throws {
    let section =
      "## Part %\n\n" + String(repeating: "A sentence of some words stands here. ", count: 40)
    let long = (1...4).map { section.replacing("%", with: String($0)) }.joined(separator: "\n\n")
    let site = try printed(steps: decision, body: long)
    #expect(site[page].contains("<li><a href=\"#part-3\">Part 3</a></li>"))
    #expect(!(try printed(steps: decision, body: section))[page].contains("On this page"))
  }

  @Test func `related cases are shown on both ends`() throws {
    let site = try printed(
      steps: decision, more: Fixture.sources + "\nrelated: [{ case: acme, how: cites }]")
    #expect(site.words(page).contains("Late disclosure Cited by this case"))
    #expect(
      site.words("cases/acme/index.html").contains(
        "Apex Apex &amp; the &lt;sea&gt; Cites this case"))
  }
}
