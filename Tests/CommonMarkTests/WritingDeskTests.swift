import TestSupport
import Testing

@testable import CommonMark

/// Memory that one body after another is written in.
@Suite struct WritingDeskTests {
  /// Everything that a `Prose` says, as text.
  private func told(_ prose: Prose) -> String {
    var told = String(decoding: prose.html, as: UTF8.self)
    told += "\n\(prose.body) \(prose.words) \(prose.notes)\n\(prose.links)\n\(prose.headings)"
    told += "\n\(prose.textRuns)\n\(prose.pageAddresses)"
    return told
  }

  private func told(_ linked: LinkedProse) -> String {
    String(decoding: linked.html, as: UTF8.self)
      + "\n\(linked.body) \(linked.notes) \(linked.rootAddresses) \(linked.pageAddresses)"
  }

  @Test func `a body is written at a used desk as at a new one`() {
    let names = NameIndex([(name: "w1x", id: 0), (name: "w2x", id: 1), (name: "Clearview", id: 2)])
    let options = ProseOptions(language: "nl")
    var desk = WritingDesk()
    for seed in 0..<120 as Range<UInt64> {
      var text = RandomMarkdown(seed: seed).text
      if seed % 5 == 0 { text += "\n[^decision] and [](case:x) by Clearview, ![](y.png)\n" }
      if seed % 7 == 0 { text = String(repeating: "> ", count: 120) + text }
      let file = Array(text.utf8)
      let fresh = Prose.parsing(
        file, from: 0, path: "a.md", sources: ["decision"], options: options)
      let used = file.withUnsafeBufferPointer { file in
        Prose.parsing(
          file, from: 0, path: "a.md", sources: ["decision"], options: options, at: &desk)
      }
      #expect(told(used.value) == told(fresh.value), "seed \(seed)")
      #expect(used.diagnostics == fresh.diagnostics, "seed \(seed)")

      let answers = fresh.value.links.map { LinkAnswer(address: "/\($0.target)/", text: "T") }
      let mentions = fresh.value.mentions(of: names).map { MentionLink($0, address: "/n/") }
      #expect(
        told(used.value.linked(answers, mentions: mentions, at: &desk))
          == told(fresh.value.linked(answers, mentions: mentions)), "seed \(seed)")
    }
  }

  @Test func `trees may be made while another is still read, and memory is used again`() {
    let trees = TreeMemory()
    let large = Array(String(repeating: "*a* `b` [c](d)\n\n", count: 40_000).utf8)
    for _ in 0..<3 {
      let count = large.withUnsafeBufferPointer { outer in
        trees.withTree(of: outer) { root in
          let inner = Array("# one\n\ntwo\n".utf8).withUnsafeBufferPointer { text in
            trees.withTree(of: text) { Array($0.firstChild?.firstChild?.literal ?? $0.literal) }
          }
          #expect(inner == Array("one".utf8))
          var count = 0
          var next = root.firstChild
          while let node = next {
            count += 1
            next = node.next
          }
          return count
        }
      }
      #expect(count == 40_000)
    }
  }
}
