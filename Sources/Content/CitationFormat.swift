/// One form in which programs that manage references take what a page tells people to cite.
package enum CitationFormat: String, Vocabulary {
  case bibtex, ris, csl

  package var meaning: String {
    switch self {
    case .bibtex: "citation.bib: BibTeX"
    case .ris: "citation.ris: RIS"
    case .csl: "citation.json: CSL-JSON"
    }
  }
}

extension FieldType where Value == Set<CitationFormat> {
  /// A list of forms, or `true` and `false` for all and none of them.
  static let citationFormats = words("list of bibtex, ris, csl, or false")
}

extension FieldType {
  /// A list of words, or `true` and `false` for all and none of them.
  static func words<Word: Vocabulary & Hashable>(_ name: String) -> FieldType<Set<Word>>
  where Value == Set<Word> {
    FieldType<Set<Word>>(name) { node, key, reading in
      guard case .list = node.kind else {
        return FieldType<Bool>.flag.parsed(node, key, &reading).map {
          $0 ? Set(Word.allCases) : []
        }
      }
      return FieldType<[Word]>.list(of: .word).parsed(node, key, &reading).map { Set($0) }
    }
  }
}
