import Diagnostics

extension Diagnostic {
  static func rawHTML(_ tag: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .rawHTML, "\(quoted(tag)) is raw HTML, which a body does not hold; write it in Markdown",
      at: place, help: "type '\\<' where a '<' is meant")
  }

  static func unbalancedHTML(_ tag: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .rawHTML,
      "\(quoted(tag)) has no partner around the same text; open and close it in one block",
      at: place)
  }

  static func faultyLink(_ target: LinkTarget, typed: String, at place: Place) -> Diagnostic {
    switch target {
    case .unsafe(let scheme):
      return Diagnostic(
        .unsafeLink, "\(quoted(typed)) is a '\(scheme):' link, which runs or opens something",
        at: place)
    case .unknown(let scheme): return unknownScheme(scheme, typed: typed, at: place)
    case .withoutScheme:
      return Diagnostic(
        .unknownScheme, "\(quoted(typed)) names a host without a scheme; write 'https:\(typed)'",
        at: place, replacement: .init("https:" + typed, for: typed, at: place))
    case .external, .contact, .fragment:
      return Diagnostic(
        .emptyLink, "\(quoted(typed)) is linked without a text; write one in the brackets",
        at: place)
    case .empty, .open:
      return Diagnostic(.emptyLink, "the link leads nowhere; name its destination", at: place)
    }
  }

  private static func unknownScheme(
    _ scheme: String, typed: String, at place: Place
  ) -> Diagnostic {
    let kinds = OpenLink.Kind.allCases.filter { $0 != .file && $0 != .image }.map(\.rawValue)
    let known = kinds + ["https", "http", "mailto", "tel"]
    let nearest = nearestName(to: scheme, among: known)
    return Diagnostic(
      .unknownScheme,
      "\(quoted(typed)) begins with '\(scheme):', which is no scheme of links"
        + (nearest.map { "; did you mean '\($0):'?" } ?? ""),
      at: place, replacement: nearest.map { .init($0 + ":", for: scheme + ":", at: place) })
  }

  static func faultyImage(_ target: LinkTarget, typed: String, at place: Place) -> Diagnostic {
    switch target {
    case .unsafe: return faultyLink(target, typed: typed, at: place)
    case .empty:
      return Diagnostic(.imageSource, "the image names no file; put its path in", at: place)
    default:
      return Diagnostic(
        .imageSource,
        "\(quoted(typed)) is no file of the publication; copy the image into 'content/files/'",
        at: place)
    }
  }

  static func missingAlternative(at place: Place) -> Diagnostic {
    Diagnostic(
      .imageText, "the image has no text; say in the brackets what it shows", at: place)
  }

  static func skippedLevel(_ level: Int, after above: Int, at place: Place) -> Diagnostic {
    let marks = String(repeating: "#", count: level)
    let expected = String(repeating: "#", count: above + 1)
    return Diagnostic(
      .skippedHeading, "'\(marks)' skips a level of headings; write '\(expected)'", at: place,
      replacement: .init(expected, for: marks, at: place))
  }

  static func unknownAnchor(_ fragment: String, among anchors: [String], at place: Place)
    -> Diagnostic
  {
    let nearest = nearestName(to: fragment, among: anchors)
    return Diagnostic(
      .unknownAnchor,
      "'#\(fragment)' is no heading or note of this page"
        + (nearest.map { "; did you mean '#\($0)'?" } ?? ""),
      at: place, replacement: nearest.map { .init("#" + $0, for: "#" + fragment, at: place) })
  }

  static func unknownNote(_ label: String, among names: [String], at place: Place) -> Diagnostic {
    let nearest = nearestName(to: label, among: names)
    return Diagnostic(
      .unknownNote,
      "note '\(label)' is no source of this entry and no footnote of its body"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
      at: place,
      replacement: nearest.map {
        .init($0, for: label, at: place, isCertain: isSameWord($0, label))
      })
  }

  static func unusedNote(_ label: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unusedNote, "note '\(label)' is not referred to; put '[^\(label)]' where it belongs",
      at: place)
  }

  static func duplicateNote(_ label: String, first: Place, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateNote, "note '\(label)' is defined twice; give one of the two another label",
      at: place, notes: [.init("the first stands here", at: first)])
  }

  static func noteHidesSource(_ label: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateNote, "note '\(label)' has the id of a source of this entry; give it another label",
      at: place)
  }

  static func noteInLink(_ label: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .nestedNote, "note '\(label)' is referred to inside a link; move it behind the link",
      at: place)
  }

  static func nestedLink(_ typed: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .nestedLink, "\(quoted(typed)) is a link inside a link; take its pointed brackets away",
      at: place)
  }

  static func quoteLanguage(_ tag: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .quoteLanguage, "'\(tag)' is no language tag; write one such as 'nl' or 'pt-BR'", at: place)
  }

  static func extraCell(_ typed: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .extraCell,
      "\(quoted(typed)) stands in a column that the table's head does not have; name it there",
      at: place)
  }

  static func tableHead(_ mismatch: TableMismatch, at place: Place) -> Diagnostic {
    Diagnostic(
      .tableHead,
      "the line of dashes has \(mismatch.cells) cells and the head above it "
        + "\(mismatch.headCells), so this is no table",
      at: place)
  }

  static func tooComplex(_ what: String, at place: Place) -> Diagnostic {
    Diagnostic(.tooComplex, "\(what); put pasted text into a code block", at: place)
  }

  /// What was typed, in quotes, at most 60 characters of it and in one line.
  private static func quoted(_ typed: String) -> String {
    let line = typed.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 60 ? "'\(line.prefix(59))…'" : "'\(line)'"
  }
}
