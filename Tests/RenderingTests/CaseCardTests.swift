import Linking
import TestSupport
import Testing

@testable import Rendering

/// The picture of a case for shared links, and where a page names it.
struct CaseCardTests {
  private static let decided = """
      - id: decision
        date: 2024-05-16
        kind: decision
        measures:
          - { kind: fine, amount: 30500000 EUR }
    """

  private static var options: LinkingOptions {
    var options = LinkingOptions.someDay
    options.drawsCards = true
    return options
  }

  private func site(steps: String = decided, more: String = "") throws -> Printed {
    try Printed(.case(steps: steps, more: more + "\n" + Fixture.sources), Self.options)
  }

  /// The texts of a drawing, top to bottom as they stand in it.
  private func texts(of drawing: String) -> [String] {
    drawing.parts(between: "<text ", and: "</text>").map {
      String($0.split(separator: ">", maxSplits: 1)[1])
    }
  }

  @Test func `a case's picture says who decided what and when, and what is in force`() throws {
    let texts = texts(of: try site()["cases/apex-2024/card.png"])
    #expect(
      texts == [
        "Privacy Watch", "Apex &amp; the &lt;sea&gt;", "€30.5\u{A0}million",
        "Dutch Data Protection Authority · 16\u{A0}May\u{A0}2024", "In force · Decided",
      ])
  }

  @Test func `its page names it, says in words what it shows, and tells programs`() throws {
    let page = try site()["cases/apex-2024/index.html"]
    #expect(
      page.contains(
        "<meta property=\"og:image\" content=\"https://watch.example/cases/apex-2024/card.png\">"))
    #expect(
      page.contains(
        "<meta property=\"og:image:alt\" content=\"Apex &amp; the &lt;sea&gt;. Dutch Data Protection "
          + "Authority · 16\u{A0}May\u{A0}2024. In force · Decided: €30.5\u{A0}million.\">"))
    #expect(page.contains("\"image\":\"https://watch.example/cases/apex-2024/card.png\""))
  }

  @Test func `every other page has the picture of the theme`() throws {
    let site = try site()
    #expect(site["index.html"].contains("content=\"https://watch.example/card.png\""))
    #expect(site["index.html"].contains("og:image:alt\" content=\"Privacy Watch\""))
    #expect(!site["companies/apex/index.html"].contains("/cases/apex-2024/card.png"))
  }

  @Test func `a site without them has no drawing, and names none`() throws {
    let site = try Printed(.case(steps: Self.decided, more: Fixture.sources))
    #expect(site.files.keys.filter { $0.hasSuffix("card.png") } == ["card.png"])
    #expect(
      site["cases/apex-2024/index.html"].contains("content=\"https://watch.example/card.png\""))
    #expect(!site["cases/apex-2024/index.html"].contains("\"image\":"))
  }

  @Test func `without an amount it says the measures, and without those the status`() throws {
    let ordered = """
        - date: 2024-05-16
          kind: decision
          measures: [{ kind: reprimand }, { kind: order-compliance }, { kind: reprimand }]
      """
    #expect(
      texts(of: try site(steps: ordered)["cases/apex-2024/card.png"]).contains(
        "Reprimand, Order to comply"))
    let nothing = "  - { date: 2024-05-16, kind: closed }"
    let texts = texts(of: try site(steps: nothing)["cases/apex-2024/card.png"])
    #expect(texts[2] == "Closed" && texts[4] == "Status")
  }

  @Test func `a proposal is not called in force`() throws {
    let proposed = """
        - date: 2024-05-16
          kind: notice-of-intent
          measures: [{ kind: fine, amount: 183390000 GBP }]
      """
    let texts = texts(of: try site(steps: proposed)["cases/apex-2024/card.png"])
    #expect(texts[2] == "£183.39\u{A0}million" && texts[4] == "Proposed")
  }

  @Test func `of what was retracted no amount is spread`() throws {
    let history = "history:\n  - { date: 2024-07-01, kind: retraction, note: Wrong company. }"
    let texts = texts(of: try site(more: history)["cases/apex-2024/card.png"])
    #expect(texts.contains("Retraction") && !texts.contains { $0.contains("€") })
  }

  @Test func `an earlier address of a case has its picture, too`() throws {
    let site = try site(more: "formerly: [apex-old]")
    #expect(site["cases/apex-old/card.png"] == site["cases/apex-2024/card.png"])
    #expect(site["cases/apex-old/card.png"].hasPrefix("<svg "))
  }
}

/// Lines of letters that nobody has measured.
struct CardTextTests {
  private func lines(_ text: String, _ sizes: [(Int, Int)] = [(64, 3), (54, 4), (44, 5)])
    -> [String]
  {
    CardText(text, within: 1040, sizes: sizes).lines.map(\.text)
  }

  @Test func `a short title is one large line`() {
    let text = CardText("Clearview AI", within: 1040, sizes: [(64, 3), (44, 5)])
    #expect(text.lines.map(\.text) == ["Clearview AI"])
    #expect(text.lines.map(\.size) == [64] && text.lines.map(\.down) == [64])
    #expect(!text.isCut)
  }

  @Test func `lines are even, and no word stands alone at the end`() {
    #expect(
      lines("Clearview AI fined €30.5 million by the Dutch authority over its database of faces")
        == [
          "Clearview AI fined €30.5", "million by the Dutch authority",
          "over its database of faces",
        ])
  }

  @Test func `a longer title has smaller letters, and the longest is cut at a word's end`() {
    let title = "The authority fines a company over a list of customers that nobody had asked "
    let long = CardText(title + title, within: 1040, sizes: [(64, 3), (54, 4), (44, 5)])
    #expect(long.lines.map(\.size) == [44, 44, 44, 44] && !long.isCut)
    let longest = CardText(title + title + title, within: 1040, sizes: [(64, 3), (44, 5)])
    #expect(longest.isCut && longest.lines.count == 5)
    #expect(longest.lines[4].text.hasSuffix("…") && !longest.lines[4].text.hasSuffix(" …"))
  }

  @Test func `a word wider than a line is broken, and nothing of it is lost`() {
    let word = String(repeating: "Donaudampfschifffahrt", count: 4)
    #expect(lines(word).count > 1)
    #expect(lines(word).joined() == word)
  }

  @Test func `ideographs are broken anywhere, but not before their full stop`() {
    let lines = lines(String(repeating: "個人情報保護委員会は勧告した。", count: 3))
    #expect(lines.count == 3)
    #expect(!lines.contains { $0.hasPrefix("。") })
  }

  @Test func `what runs from right to left begins at the right`() {
    let text = CardText("الغرامة 20 مليون يورو", within: 1040, sizes: [(64, 3)])
    #expect(text.lines.map(\.isLeftward) == [true])
    #expect(
      CardText("2024: fine", within: 1040, sizes: [(64, 3)]).lines.map(\.isLeftward) == [false])
  }

  @Test func `what XML has no place for is left out`() {
    #expect(lines("a\u{1}b\u{FFFF}c") == ["abc"])
  }

  @Test func `an empty text has no line`() { #expect(lines(" ") == []) }
}
