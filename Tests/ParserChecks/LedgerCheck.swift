import Content
import Diagnostics
import Linking
import Loading
import Recording
import TestSupport

/// What must hold of any bytes as a ledger: every problem is told at a place in a file, what can be read is
/// found, and recorded once more nothing of it is lost and all of it is sound.
package struct LedgerCheck {
  package let flaws: [String]

  private static let site = Fixture(TestSupport.Publication.small)

  package init(_ file: [UInt8]) {
    var flaws = Flaws()
    let tree = SourceTree(
      Self.site.files + [SourceFile(path: Ledger.path, bytes: file)])
    let read = Ledger.parsing(file)
    let imprint = Self.imprint
    flaws.check(read.diagnostics + read.value.problems(with: imprint) { tree.bytes(at: $0) }) {
      tree.bytes(at: $0)
    }
    _ = LedgerDifference(from: read.value, to: imprint) { tree.bytes(at: $0) }.json
    let again = Ledger.parsing(read.value.recorded(imprint) { tree.bytes(at: $0) }.bytes)
    flaws.require(again.diagnostics == [], "what was recorded is not sound")
    read.value.forEachPage { address in
      let (before, after) = (read.value.record(at: address), again.value.record(at: address))
      flaws.require(before != nil, "an address that is there is not found")
      flaws.require(before?.since == after?.since, "an address was lost, or its day")
    }
    let mended = Replacements(certainIn: read.diagnostics, of: Ledger.path, file)
    if mended.count > 0 {
      let rules = Ledger.parsing(mended.applied(to: file)).diagnostics.map(\.rule.id)
      flaws.require(!rules.contains("unsettled-ledger"), "what was settled is not in order")
    }
    self.flaws = flaws.found
  }

  private static var imprint: Imprint {
    let site = Self.site
    let sources = site.files.filter { $0.path.hasSuffix(".md") }.map { file in
      let bytes = (try? file.bytes()) ?? []
      let substance = Outline(of: bytes, path: file.path)?.substance
      return EntrySource(path: file.path, digest: substance?.digest, substance: substance)
    }
    var imprint = Imprint(of: site.site, from: sources)
    imprint.served = Set(imprint.pages.map(\.address))
    return imprint
  }
}
