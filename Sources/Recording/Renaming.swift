import Content

/// Entries that are called otherwise than when something was last recorded: what refers to them says the
/// same as before, with another word.
struct Renaming {
  private let names: [(kind: EntryKind, now: [UInt8], before: [UInt8])]

  init(since ledger: Ledger, in imprint: Imprint) {
    names = imprint.formers.compactMap { former in
      let page = imprint.pages[former.page]
      guard !former.isMerged, ledger.record(at: page.address) == nil,
        let record = ledger.record(at: former.address), !record.states.isEmpty,
        record.latest?.movedTo == nil,
        let kind = page.name.flatMap({ EntryKind(rawValue: String($0.prefix { $0 != "/" })) })
      else { return nil }
      return (kind, Array(page.slug.utf8), Array(former.slug.value.utf8))
    }
  }

  /// An entry's file as it would be with the earlier names; nil where that is the same.
  func undone(in bytes: [UInt8], path: String) -> [UInt8]? {
    guard !names.isEmpty, let outline = Outline(of: bytes, path: path) else { return nil }
    var undone: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let name =
        bytes.isSlug(at: index - 1)
        ? nil : names.first { bytes.refers(at: index, to: $0.kind, $0.now, in: outline) }
      if let name {
        undone += name.before
        index += name.now.count
      } else {
        undone.append(bytes[index])
        index += 1
      }
    }
    return undone == bytes ? nil : undone
  }

  /// What an entry would say with the earlier names; nil where that is the same.
  func substance(of path: String, _ files: (String) -> [UInt8]?) -> Substance? {
    guard !names.isEmpty, let bytes = files(path), let undone = undone(in: bytes, path: path) else {
      return nil
    }
    return Outline(of: undone, path: path)?.substance
  }
}

/// The fields that name entries, with the kinds that they name.
private let references: [String: Set<EntryKind>] = [
  "companies": [.company], "regulators": [.regulator], "provisions": [.law], "laws": [.law],
  "topics": [.topic], "related": [.case], "cases": [.case], "steps": [.company, .regulator],
  "sources": [.regulator],
]

extension [UInt8] {
  /// Whether a slug could go on at an index.
  fileprivate func isSlug(at index: Int) -> Bool {
    guard indices.contains(index) else { return false }
    return (97...122).contains(self[index]) || (48...57).contains(self[index])
      || self[index] == UInt8(ascii: "-")
  }

  /// Whether the slug of an entry stands at an index as a name of that entry: in a field, or as the
  /// target of a link, such as `case:acme` or `../cases/acme.md`.
  fileprivate func refers(
    at index: Int, to kind: EntryKind, _ slug: [UInt8], in outline: Outline
  ) -> Bool {
    guard self[index] == slug.first, self[index...].starts(with: slug),
      !isSlug(at: index + slug.count)
    else { return false }
    if index < outline.end {
      let key = outline.keys.last { $0.range.lowerBound <= index }
      return key.flatMap { references[$0.name] }?.contains(kind) == true
    }
    let (before, behind) = (self[..<index], self[(index + slug.count)...])
    return before.ends(with: kind.rawValue + ":")
      || (behind.starts(with: ".md".utf8)
        && (before.ends(with: kind.folder + "/") || before.ends(with: "(")))
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
