import CommonMark
import Diagnostics

/// An anchor that a heading had before, and the one it has now: links to both lead there.
package struct AnchorAlias: Sendable {
  package let earlier: Written<String>
  package let anchor: Written<String>

  /// What is wrong with it in a text whose headings have these anchors.
  func problem(among anchors: [String], in path: String) -> Diagnostic? {
    if anchors.contains(earlier.value) {
      return .aliasIsTaken(earlier.value, at: earlier.place(in: path))
    }
    guard !anchors.contains(anchor.value) else { return nil }
    return .aliasOfNothing(
      anchor.value, nearest: nearestName(to: anchor.value, among: anchors),
      at: anchor.place(in: path))
  }
}

extension [AnchorAlias] {
  /// As the text's HTML is to have them.
  var ofProse: [ProseOptions.Alias] {
    map { ProseOptions.Alias($0.earlier.value, of: $0.anchor.value) }
  }
}

extension FieldType where Value == [AnchorAlias] {
  /// `{ what-was-found: what-the-court-found }`.
  static let anchors = FieldType("record of anchors") { node, key, reading in
    guard case .record(let pairs) = node.kind else {
      reading.note(
        .wrongType(
          key, expected: "a record such as { earlier-heading: heading }", found: node.words,
          at: reading.place(node)))
      return nil
    }
    var aliases: [AnchorAlias] = []
    for (earlier, anchor) in pairs {
      guard let old = scalarText(earlier, key, "an anchor", &reading),
        let new = scalarText(anchor, key, "an anchor", &reading)
      else { continue }
      guard isAnchor(old) else {
        reading.note(
          .wrongValue(
            .wrongValue, old, key: key, words: "an anchor", example: "what-was-found",
            suggestions: [],
            at: reading.place(earlier)))
        continue
      }
      if let first = aliases.first(where: { $0.earlier.value == old }) {
        reading.note(
          .duplicateKey(
            old, at: reading.place(earlier), first: first.earlier.place(in: reading.path)))
        continue
      }
      aliases.append(
        AnchorAlias(
          earlier: Written(old, start: earlier.start, end: earlier.end),
          anchor: Written(new, start: anchor.start, end: anchor.end)))
    }
    return aliases
  }
}

/// Whether a text can have been the anchor of a heading.
private func isAnchor(_ text: String) -> Bool {
  !text.isEmpty && text.utf8.count <= 200
    && text.utf8.allSatisfy { byte in
      byte > 0x20 && byte != 0x7F && !"\"'#%&<>`/?".utf8.contains(byte)
    }
}

extension Diagnostic {
  static func aliasOfNothing(_ anchor: String, nearest: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .anchorAlias,
      "'#\(anchor)' is no heading of the text"
        + (nearest.map { "; did you mean '#\($0)'?" } ?? ""), at: place,
      help: nearest == nil ? "name the anchor that the heading has now" : nil,
      replacement: nearest.map { Replacement($0, for: anchor, at: place) })
  }

  static func aliasIsTaken(_ anchor: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .anchorAlias, "'#\(anchor)' is the anchor of a heading, so it cannot lead to another",
      at: place, help: "take it out of 'anchors'")
  }
}

extension Rule {
  static let anchorAlias = Rule(
    "anchor-alias", "an earlier anchor leads to a heading that is there, and is no other's",
    why: """
      Readers and other sites link to headings. Where a heading is worded anew, `anchors` keeps its \
      earlier anchor alive; that works only where it names the one that the heading has now.
      """,
    in: .files,
    bad: """
      === content/pages/methodology.md
      ---
      title: How we work
      anchors: { sources: where-it-comes-from }
      ---

      ## Where all of it comes from
      """,
    good: """
      === content/pages/methodology.md
      ---
      title: How we work
      anchors: { sources: where-all-of-it-comes-from }
      ---

      ## Where all of it comes from
      """)
}
