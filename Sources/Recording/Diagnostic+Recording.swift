import Content
import Diagnostics

// The wording of what is wrong with the ledger itself, with redirects and with addresses.
extension Diagnostic {
  static func ledgerTooLarge(_ size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .damagedLedger, "the ledger has \(size) bytes; at most \(limit) are read",
      at: Place(path: Ledger.path, at: 0))
  }

  static func noLedgerTitle(_ line: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .damagedLedger,
      line.isEmpty
        ? "the ledger is empty, so nobody knows what was published"
        : "'\(shortened(line))' does not begin a ledger; its first line is '# gazette ledger 1'",
      at: place,
      help:
        "take the file back from version control; 'gazette record' makes one where none is there")
  }

  static func unknownLedgerVersion(_ line: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .damagedLedger,
      "'\(shortened(line))' is a version of the ledger that this Gazette does not know; it reads "
        + "version \(Ledger.version)", at: place,
      help: "use the Gazette that has written it, or a newer one")
  }

  static func damagedLine(_ line: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .damagedLedger,
      "'\(shortened(line))' is no line of a ledger; each has an address, a day and whose it is, such "
        + "as '/cases/acme/ 2026-05-01 case/acme'", at: place,
      help: "take the line back from version control")
  }

  static func mergeMark(_ line: String, at place: Place, line whole: Place) -> Diagnostic {
    Diagnostic(
      .damagedLedger, "'\(shortened(line))' is what a merge has left behind", at: place,
      help:
        "keep the lines of both sides; 'content/ledger.txt merge=union' in .gitattributes does so",
      replacement: Replacement("", at: whole, isCertain: true))
  }

  static func unsettledLedger(
    _ address: String, misplaced: Int, at place: Place, all: Place, settled: String
  ) -> Diagnostic {
    Diagnostic(
      .unsettledLedger,
      "from '\(address)' on, \(misplaced == 1 ? "1 line is" : "\(misplaced) lines are") out of order "
        + "or there twice, as a merge leaves them",
      at: place, help: "'gazette record' settles it, and so does 'gazette check --fix'",
      replacement: settled.utf8.count <= 1 << 20
        ? Replacement(settled, at: all, isCertain: true) : nil)
  }

  static func lookAlike(
    _ address: String, _ other: String, at path: String?, and otherPath: String?
  ) -> Diagnostic {
    let isCase = address.lowercased().unicodeScalars.elementsEqual(
      other.lowercased().unicodeScalars)
    return Diagnostic(
      .lookAlikeAddress,
      "'\(address)' and '\(other)' differ in "
        + (isCase ? "capitals alone" : "the Unicode form of letters alone")
        + "; some systems keep one of them only",
      at: path.map { Place(path: $0, at: 0) }, help: "give one of them another name",
      notes: otherPath.map { [Note("the other is here", at: Place(path: $0, at: 0))] } ?? [])
  }

  // Redirects of site.yml.

  static func redirectedTwice(_ from: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .brokenRedirect, "'\(from)' is led on twice, and can lead to one address only", at: place,
      notes: [Note("the first time is here", at: first)])
  }

  static func redirectFromSomething(_ from: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenRedirect, "'\(from)' has something of its own, so it cannot lead elsewhere", at: place,
      help: "take it out of 'redirects', or what is there out of content/")
  }

  static func redirectFromGone(_ from: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenRedirect, "'\(from)' is listed as gone too, and can be one of both only", at: place)
  }

  static func redirectOfFormer(_ from: String, to target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenRedirect, "'\(from)' leads to '\(target)' already, since an entry was called so",
      at: place, help: "take it out of 'redirects'")
  }

  static func redirectToNothing(
    _ target: String, from: String, nearest: String?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .brokenRedirect,
      "'\(target)', where '\(from)' leads, is not there"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ""), at: place,
      help: nearest == nil ? "name an address that is served, or list '\(from)' under 'gone'" : nil,
      replacement: nearest.map { Replacement($0, for: target, at: place) })
  }

  static func redirectInCircle(_ chain: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenRedirect, "'\(chain[0])' leads in a circle: \(chain.joined(separator: " → "))",
      at: place)
  }

  static func redirectRoundCorner(_ chain: [String], at place: Place) -> Diagnostic {
    let end = chain[chain.count - 1]
    return Diagnostic(
      .brokenRedirect,
      "'\(chain[0])' leads to its end in \(chain.count - 1) steps: \(chain.joined(separator: " → "))",
      at: place, help: "lead it straight to '\(end)'",
      replacement: Replacement(end, for: chain[1], at: place, isCertain: true))
  }

  static func redirectOfFileToPage(_ from: String, to target: String, at place: Place) -> Diagnostic
  {
    Diagnostic(
      .brokenRedirect,
      "'\(from)' is a file, and '\(target)' a page; a plain server would send the page as that file",
      at: place, help: "lead it to a file, or list it under 'gone'")
  }

  private static func shortened(_ line: String) -> String {
    line.count > 60 ? line.prefix(57) + "…" : line
  }
}
