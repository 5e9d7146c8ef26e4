import CommonMark
import Testing

struct ConformanceTests {
  static let commonMark = Example.all(in: "commonmark-0.30.json")
  static let tables = Example.all(in: "gfm-tables.json")
  static let footnotes = Example.all(in: "gfm-footnotes.json")

  /// See docs/commonmark-differences.md.
  static let differing: Set<Int> = [168]

  @Test(.enabled(if: !commonMark.isEmpty))
  func `bare HTML is libcmark's own for every CommonMark example but the documented ones`() {
    #expect(Self.commonMark.count == 652)
    for example in Self.commonMark {
      let isSame = bare(example.markdown) == libcmarkHTML(example.markdown)
      #expect(isSame != Self.differing.contains(example.example), "\(example)")
    }
  }

  @Test(.enabled(if: !tables.isEmpty))
  func `bare HTML is GitHub's for every table example`() {
    #expect(Self.tables.count == 24)
    for example in Self.tables { #expect(bare(example.markdown) == example.html, "\(example)") }
  }

  @Test(.enabled(if: !footnotes.isEmpty))
  func `bare HTML is GitHub's for its footnote example`() {
    for example in Self.footnotes { #expect(bare(example.markdown) == example.html) }
  }
}
