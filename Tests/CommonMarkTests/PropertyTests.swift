import Foundation
import ProseChecks
import TestSupport
import Testing

@testable import CommonMark

/// What holds for every body, however odd.
@Suite struct PropertyTests {
  @Test func `a random tree is written whole, as sound HTML`() {
    for seed in 0..<150 as Range<UInt64> {
      let markdown = RandomMarkdown(seed: seed)
      #expect(ProseCheck(Array(markdown.text.utf8)).flaws == [], "seed \(seed)")
      let body = Body(markdown.text)
      let lost: Set = ["too-complex", "extra-cell", "unused-note", "raw-html", "table-head"]
      let reported = body.diagnostics.filter { lost.contains($0.rule.id) }
      #expect(reported.isEmpty, "seed \(seed): \(reported)")
      let check = HTMLCheck(body.prose.html)
      let shown = String(decoding: check.text + check.attributes, as: UTF8.self)
      for word in markdown.words {
        #expect(shown.contains(word), "seed \(seed) loses \(word) of\n\(markdown.text)")
      }
    }
  }

  @Test func `line ends do not matter to what is written`() {
    for seed in 0..<30 as Range<UInt64> {
      let text = RandomMarkdown(seed: seed).text
      let plain = Body(text).prose.html
      #expect(Body(text, lineEnd: "\r\n").prose.html == plain, "seed \(seed)")
      #expect(Body(text, lineEnd: "\r").prose.html == plain, "seed \(seed)")
    }
  }

  @Test func `a case that was garbled is still written whole, as sound HTML`() throws {
    let cases = try Repository.bodies()
    #expect(!cases.isEmpty)
    var random = SeededGenerator(seed: 20_240_516)
    for round in 0..<250 {
      var text = cases.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...12, using: &random) { garble(&text, with: &random) }
      let flaws = ProseCheck(text).flaws
      #expect(flaws == [], "round \(round):\n\(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test func `a row of a table ends the code that a line would carry on`() {
    let text = "h\n-|\n`\n[](r`)"
    #expect(ProseCheck(Array(text.utf8)).flaws == [])
    #expect(Body(text).prose.links.map(\.target) == ["r`"])
  }

  @Test(arguments: [
    // What is looked for further on is cut to twelve bytes, here in the midst of the é.
    "[](\u{0}) was found\u{1}é\u{0}[]()", "[](\u{0})  was fi2\u{1}\u{FFFD}\u{0}[]()",
  ])
  func `a place behind a NUL is between two characters`(_ text: String) {
    #expect(ProseCheck(Array(text.utf8)).flaws == [])
  }

  private static let pieces = [
    "*", "**", "_", "`", "```\n", "[", "]", "](", ")", "![", "[^", "[^decision]", "]: ", "\n",
    "\n\n",
    "|", "\n|---|---|\n", "> ", "\n> ", "- ", "\n- ", "1. ", "\n    ", "\t", "# ", "\n## ",
    "\n---\n",
    "<b>", "</b>", "<sub>", "<!--", "<", ">", "&", "&amp;", "&#0;", "\\", "\\\n", "  \n", "\"", "'",
    "--", "...", "{lang=nl}", "\u{0}", "é", "👩‍👩‍👧", "数据", "\u{202E}", "\r", "\r\n",
    "[^1]: ", "\n[^1]: x", "case:", "[](law:gdpr/5)", "\n[r]: /x\n", "[r]", "Clearview AI",
  ].map { Array($0.utf8) }

  /// Removes, doubles, moves or puts in a piece.
  private func garble(_ text: inout [UInt8], with random: inout SeededGenerator) {
    let start = Int.random(in: 0...text.count, using: &random)
    let end = min(text.count, start + Int.random(in: 0..<80, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: text.removeSubrange(start..<end)
    case 1: text.insert(contentsOf: text[start..<end], at: start)
    case 2:
      let moved = Array(text[start..<end])
      text.removeSubrange(start..<end)
      text.insert(contentsOf: moved, at: Int.random(in: 0...text.count, using: &random))
    default:
      text.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: start)
    }
  }
}

/// The write-ups of the publication beside the tests.
private enum Repository {
  static func bodies() throws -> [[UInt8]] {
    let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("content/cases")
    let files = try FileManager.default.contentsOfDirectory(
      at: cases, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "md" }
      .sorted { $0.path < $1.path }
      .compactMap { file in
        let text = try String(contentsOf: file, encoding: .utf8)
        return text.range(of: "\n---\n").map { Array(text[$0.upperBound...].utf8) }
      }
  }
}
