/// Makes the anchors of a body's headings: unique, and the same for the same text.
///
/// An anchor is made of the heading's text alone, so other headings may come and go. Where two
/// headings have the same text, the first keeps it; a later one adds the headings it stands under,
/// nearest first, and only then a count.
struct HeadingAnchors {
  /// Prefixes that are left to notes, references and the page around the body.
  static let reservedPrefixes = ["note-", "ref-", "page-"]

  struct Entry {
    let level: Int
    let text: String
  }

  /// The anchors of `entries`, in their order.
  static func anchors(of entries: [Entry], reserved: [String] = []) -> [String] {
    let plain = entries.map { entry in Self.plain(entry.text, reserved: reserved) }
    var used: Set<String> = []
    let isFirst = plain.map { anchor in used.insert(anchor).inserted }
    guard isFirst.contains(false) else { return plain }
    var anchors = plain
    var parents: [Int] = []
    var counts: [String: Int] = [:]
    for index in entries.indices {
      while let last = parents.last, entries[last].level >= entries[index].level {
        parents.removeLast()
      }
      if !isFirst[index] {
        anchors[index] = distinct(
          plain[index], under: parents.map { plain[$0] }, used: &used, counts: &counts)
      }
      parents.append(index)
    }
    return anchors
  }

  private static func distinct(
    _ anchor: String, under parents: [String], used: inout Set<String>, counts: inout [String: Int]
  ) -> String {
    var candidate = anchor
    for parent in parents.reversed() {
      candidate += "-" + parent
      if used.insert(candidate).inserted { return candidate }
    }
    var count = counts[candidate] ?? 2
    while !used.insert("\(candidate)-\(count)").inserted { count += 1 }
    counts[candidate] = count + 1
    return "\(candidate)-\(count)"
  }

  private static func plain(_ text: String, reserved: [String]) -> String {
    let slug = slug(of: text)
    if slug.isEmpty { return "section" }
    if reserved.contains(slug) || reservedPrefixes.contains(where: { slug.hasPrefix($0) }) {
      return "section-" + slug
    }
    return slug
  }

  /// Lower-case letters and digits of any script with their marks, `_`, and single hyphens for
  /// everything between words.
  static func slug(of text: String) -> String {
    var slug = ""
    var isSeparated = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "_": append(String(scalar))
      case "A"..."Z": append(scalar.properties.lowercaseMapping)
      case " ", "-", "\n", "\t": isSeparated = true
      default:
        if scalar.value < 0x80 { continue }
        if scalar.isPartOfWord {
          append(scalar.properties.lowercaseMapping)
        } else if scalar.properties.isWhitespace || scalar.properties.isDash {
          isSeparated = true
        }
      }
    }
    return slug

    func append(_ part: String) {
      if isSeparated, !slug.isEmpty { slug += "-" }
      isSeparated = false
      slug += part
    }
  }
}

extension Unicode.Scalar {
  /// A letter, digit or combining mark of any script.
  var isPartOfWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
