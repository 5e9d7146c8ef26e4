import Testing

@testable import Surveying

struct TableTests {
  private let table = Table(
    [
      Table.Column("slug"), Table.Column("hidden", isShown: false),
      Table.Column("in_force", isNumber: true), Table.Column("title", isFlexible: true),
    ],
    [
      [.text("a"), .number(1), .texts(["5 EUR", "10 GBP"]), .text("Short")],
      [.text("longer"), .none, .none, .text("漢字 and a title\nof two \"lines\"")],
    ])

  @Test func `columns are aligned, wide characters count two, and no line ends in blanks`() {
    #expect(
      table.text(width: nil) == """
        SLUG         IN FORCE  TITLE
        a       5 EUR, 10 GBP  Short
        longer                 漢字 and a title of two "lines"

        """)
  }

  @Test func `a column that may be cut is cut to what the terminal has room for`() {
    let lines = table.text(width: 40).split(separator: "\n")
    #expect(lines.map { displayWidth(of: String($0)) }.max() == 40)
    #expect(lines[2].hasSuffix("漢字 and a title…"))
  }

  @Test(arguments: [39, 38, 23, 10])
  func `a column of which next to nothing could be seen is left out`(width: Int) {
    let text = table.text(width: width)
    #expect(text.contains("TITLE") == (width == 39))
    #expect(text.contains("longer"))
  }

  @Test func `CSV has every column and quotes what it must`() {
    #expect(
      table.csv
        == "slug,hidden,in_force,title\r\na,1,5 EUR; 10 GBP,Short\r\n"
        + "longer,,,\"漢字 and a title of two \"\"lines\"\"\"\r\n")
  }

  @Test func `a quotation mark under a combining character is doubled too`() {
    let table = Table([Table.Column("title")], [[.text("a\"\u{308}, b")]])
    #expect(table.csv == "title\r\n\"a\"\"\u{308}, b\"\r\n")
  }

  @Test func `JSON has an object a line and leaves out what says nothing`() {
    #expect(
      table.json == """
        [
        {"slug":"a","hidden":1,"in_force":["5 EUR","10 GBP"],"title":"Short"},
        {"slug":"longer","title":"漢字 and a title\\nof two \\"lines\\""}
        ]

        """)
    #expect(Table([], []).json == "[]\n")
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("👩‍👩‍👧", 2), ("❤\u{FE0F}", 2), ("❤", 1),
    ("🇳🇱", 2), ("ｆ", 2), ("…", 1), ("한", 2), ("\u{200B}", 0), ("", 0),
  ])
  func `a text takes as many columns as a terminal gives it`(_ text: String, _ width: Int) {
    #expect(displayWidth(of: text) == width)
  }
}
