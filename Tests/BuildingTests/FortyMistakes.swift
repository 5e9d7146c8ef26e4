import Loading
import TestSupport

/// A publication in which an editor had a bad day: forty-four mistakes in one tree, each marked
/// where it should be reported.
enum FortyMistakes {
  /// The sources, and the rule that each `▸` is about, in the order of the marks.
  static var fixture: Fixture {
    Fixture(texts + bytes)
  }

  /// The rules of all marks, in the order of the files.
  static var rules: [String] {
    all.flatMap(\.rules) + ["byte-order-mark", "unknown-word", "unknown-topic", "not-utf-8"]
  }

  private static var texts: [(path: String, bytes: [UInt8])] {
    files.map { ($0.path, Array(($0.text + "\n").utf8)) }
  }

  /// Files whose mistake is in their bytes.
  private static var bytes: [(path: String, bytes: [UInt8])] {
    [
      (
        "content/cases/bom.md",
        Array("▸".utf8) + [0xEF, 0xBB, 0xBF]
          + Array(Self.entry("▸kind: desicion").replacingMark(with: "kind: ▸desicion").utf8)
      ),
      (
        "content/cases/crlf.md",
        Array(Self.entry("topics: [▸cookeis]").utf8).flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
      ),
      ("content/cases/latin.md", Array("---\ntitle: D▸".utf8) + [0xFC] + Array("rfen\n---\n".utf8)),
    ]
  }

  /// A sound case but for `line`, which stands in its front matter.
  static func entry(_ line: String, body: String = "Text.[^a]", steps: String? = nil) -> String {
    """
    ---
    title: A case
    summary: One sentence.
    published: 2024-09-03
    companies: [acme]
    regulators: [ap]
    steps:
    \(steps ?? "  - { id: decision, date: 2024-05-16, kind: decision }")
    sources:
      - { id: a, title: Decision, publisher: ap }
    \(line)
    ---

    \(body)

    """
  }
}

extension String {
  /// For the one file whose mark moves: a byte order mark shifts bytes, not columns.
  fileprivate func replacingMark(with line: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map {
      $0 == "▸kind: desicion" ? "references: [{ \(line), value: \"1\" }]" : String($0)
    }.joined(separator: "\n")
  }
}
