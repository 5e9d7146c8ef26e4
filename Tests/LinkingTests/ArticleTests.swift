import TestSupport
import Testing

@testable import Linking

/// A law's articles, and the cases that are about them.
@Suite struct ArticleTests {
  private func law(_ headings: String, _ provisions: String, others: String = "") -> LinkedLaw? {
    let fixture = acme(
      "provisions: [\(provisions)]",
      and: """
        === content/laws/gdpr.md
        ---
        name: General Data Protection Regulation
        short: GDPR
        jurisdiction: EU
        \(headings.isEmpty ? "" : "headings: {\(headings)}")
        ---
        \(others)
        """)
    #expect(fixture.findings().isEmpty)
    return fixture.site.laws.first
  }

  @Test func `paragraphs and letters stand under their article`() {
    let law = law(
      "", "gdpr 5(1)(a), gdpr 5(2), gdpr 5, gdpr 6 (1), { at: gdpr 83(2), role: applied }")
    #expect(law?.articles.map(\.name) == ["5", "6", "83"])
    #expect(
      law?.articles.map(\.permalink.path) == ["/laws/gdpr/5/", "/laws/gdpr/6/", "/laws/gdpr/83/"])
    #expect(law?.articles[0].citations.map(\.at) == ["5(1)(a)", "5(2)", "5"])
    #expect(law?.articles[2].citations.map(\.role) == [.applied])
    #expect(law?.cases.count == 1)
  }

  @Test func `articles are in the order of their numbers`() {
    let law = law(
      "", "gdpr 10, gdpr 9, gdpr 9a, gdpr 100, gdpr APP 1.10, gdpr APP 1.2, gdpr 5bis, gdpr 5")
    #expect(
      law?.articles.map(\.name) == ["5", "5bis", "9", "9a", "10", "100", "APP 1.2", "APP 1.10"])
    #expect(law?.articles.last?.permalink.path == "/laws/gdpr/app-1-10/")
  }

  @Test(arguments: [
    ("9", "10"), ("5", "5a"), ("5a", "5b"), ("APP 1.2", "APP 1.10"), ("", "1"), ("9", "A"),
    ("99999999999999999999998", "A"),
  ])
  func `a number comes before a greater one, and before letters`(left: String, right: String) {
    #expect(isNumberedBefore(left, right))
    #expect(!isNumberedBefore(right, left))
    #expect(!isNumberedBefore(left, left))
  }

  @Test func `a heading gives an article a page, and the page its heading`() {
    let law = law("\"5\": Principles, \"6(1)\": Grounds, \"7\": Consent", "gdpr 5(1)(a), gdpr 33")
    #expect(law?.articles.map(\.name) == ["5", "6", "7", "33"])
    #expect(law?.articles.map(\.heading) == ["Principles", nil, "Consent", nil])
    #expect(law?.articles[2].citations.isEmpty == true)
  }

  @Test func `a provision of signs alone stays with the law`() {
    let law = law("", "gdpr §, gdpr, gdpr 5")
    #expect(law?.articles.map(\.name) == ["5"])
    #expect(law?.cases.count == 1)
  }

  @Test func `two numbers that only a zero tells apart are in one order always`() {
    for _ in 0..<20 {
      #expect(law("", "gdpr 5, gdpr 05, gdpr 005")?.articles.map(\.name) == ["005", "05", "5"])
    }
  }

  @Test func `a case stands on a law once, newest first, and its fine is counted once an article`()
  {
    let law = law(
      "", "gdpr 5(1)(a), gdpr 5(2), gdpr 6",
      others: secondCase("zeta", "published: 2024-06-02\nprovisions: [gdpr 6, gdpr 5(2)]")
        .replacing(
          "kind: decision }]", with: "kind: decision, measures: [{ kind: fine, amount: 5 EUR }] }]")
    )
    #expect(law?.totals.told == "5 EUR in 1 of 2")
    #expect(law?.articles[0].totals.told == "5 EUR in 1 of 2")
    #expect(law?.articles[0].citations.map(\.at) == ["5(2)", "5(1)(a)", "5(2)"])
  }
}
