import Building
import Diagnostics
import Loading
import Publishing
import Recording

/// The ledger of a publication while one run keeps it: from before the sources are read until what was
/// published is written down. Whoever publishes begins one first and records at the end.
struct LedgerKeeping {
  private let file: GuardedFile
  /// The source directory, with a slash at its end; nothing for the one that is open.
  private let root: String

  /// Takes the ledger for this run; waits, and says so, while another has it.
  init(for publication: PublicationOptions) throws {
    let source = publication.source.hasSuffix("/") ? publication.source : publication.source + "/"
    root = publication.source == "." ? "" : source
    let path = root + Ledger.path
    file = try GuardedFile(at: path) { holder in
      let who = holder.map { " (process \($0))" } ?? ""
      Terminal.say("gazette: another run\(who) has '\(path)'; waiting for it to end\n")
    }
  }

  /// Writes down what a build shows that is without errors, and was made with `imprinting`; what is new.
  func record(_ build: Build) throws -> Recorded {
    guard let imprint = build.imprint, imprint.served != nil else {
      preconditionFailure("only a sound build with an imprint is recorded")
    }
    let before = build.ledger ?? .empty
    let recorded = before.recorded(imprint) { try? SourceFile(typed: root + $0).bytes() }
    if recorded.bytes != before.text || build.ledger == nil {
      try file.replace(build.ledger?.text, with: recorded.bytes)
    }
    file.release()
    return recorded
  }
}

extension Recorded {
  /// What is new, in a line.
  var summary: String {
    if addresses == 0, anchors == 0, entries == 0 { return "nothing new to record\n" }
    var parts: [String] = []
    if addresses > 0 {
      parts.append("\(addresses) new \(addresses == 1 ? "address" : "addresses")")
    }
    if anchors > 0 { parts.append("\(anchors) new \(anchors == 1 ? "heading" : "headings")") }
    if entries > 0 { parts.append("\(entries) changed \(entries == 1 ? "entry" : "entries")") }
    return "recorded " + parts.joined(separator: ", ") + " in content/ledger.txt\n"
  }
}
