import Mustache
import TestSupport
import Testing

@testable import Rendering

struct XMLTests {
  private func xml(_ bytes: [UInt8]) -> [UInt8] {
    var out = OutputBuffer()
    bytes.withUnsafeBytes { out.appendXML($0) }
    return Array(out.bytes)
  }

  /// What XML 1.0 §2.2 allows, character by character.
  private func expected(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\t", "\n", "\r": String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: ""
      default: String(scalar)
      }
    }.joined()
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `markup is escaped and what XML forbids left out, wherever it stands`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "a", "plain text ", "&", "<", ">", "\"", "\n", "\u{1}", "\u{1F}", "\u{FFFE}", "\u{FFFF}",
      "\u{FFFD}", "é", "世界", "ﷺ", "<a href=\"x\">", "\r\n", "=", "?", "'",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }.joined()
      #expect(String(decoding: xml(Array(text.utf8)), as: UTF8.self) == expected(text))
    }
  }

  @Test(arguments: [4_080, 4_095, 4_096, 4_097, 9_000])
  func `a long text is written in stretches without a seam`(length: Int) {
    for part in ["a", "&", "&<>", "a\u{FFFE}", "é\u{1}", "世", "plain text <b>"] {
      let text = String(repeating: part, count: length / part.utf8.count) + "end"
      #expect(String(decoding: xml(Array(text.utf8)), as: UTF8.self) == expected(text))
    }
  }
}
