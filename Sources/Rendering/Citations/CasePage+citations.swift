import Content
import Linking
import Mustache

extension Fields where Value == CasePage {
  /// What people and programs are told to cite.
  static func declareCitations(_ f: inout FieldDeclarations<CasePage>, _ words: Words) {
    f.object("cited_decision", of: .citation(words)) {
      Citation.decision(of: $0.linked, in: $0.head.publication)
    }
    f.object("cited_page", of: .citation(words)) {
      Citation.page(of: $0.linked, in: $0.head.publication)
    }
    f.list("citation_files", of: .citationFile) { page in
      page.head.publication.citationFiles(of: page.linked)
    }
  }
}

extension Fields where Value == Citation {
  static func citation(_ words: Words) -> Fields<Citation> {
    Fields<Citation>("citation") { f in
      f.list("authors", of: author) { $0.authors }
      f.text("title") { $0.title }
      f.html("date", when: { _ in true }) { $1.append(element: $0.date, in: words) }
      f.html("slashed_date", when: { _ in true }) { $1.append(slashed: $0.date) }
      f.html("changed", when: { $0.changed != nil }) { citation, out in
        if let date = citation.changed { out.append(element: date, in: words) }
      }
      f.texts("numbers") { $0.numbers }
      f.optionalText("url") { $0.url }
      f.html("host", when: { $0.url != nil }) { citation, out in
        out.append(hostOf: citation.url ?? "")
      }
      f.optionalText("archive") { $0.archive }
      f.optionalText("language") { $0.language }
    }
  }

  private static let author = Fields<Citation.Author>("author") { f in
    f.text("name") { $0.name }
  }
}

/// A file for programs that manage references.
struct CitationFile: Sendable {
  let format: CitationFormat
  /// From the host's root.
  let href: String
}

extension Fields where Value == CitationFile {
  fileprivate static let citationFile = Fields("citation file") { f in
    f.text("name") { $0.format.name }
    f.text("href") { $0.href }
    f.text("type") { $0.format.mediaType }
  }
}

extension CitationFormat {
  /// As programs and people call it, in any language.
  fileprivate var name: String {
    switch self {
    case .bibtex: "BibTeX"
    case .ris: "RIS"
    case .csl: "CSL-JSON"
    }
  }

  fileprivate var mediaType: String {
    switch self {
    case .bibtex: "application/x-bibtex"
    case .ris: "application/x-research-info-systems"
    case .csl: "application/vnd.citationstyles.csl+json"
    }
  }

  /// Beside the case's page.
  fileprivate var file: String {
    switch self {
    case .bibtex: "citation.bib"
    case .ris: "citation.ris"
    case .csl: "citation.json"
    }
  }
}

extension Publication {
  fileprivate func citationFiles(of linked: LinkedCase) -> [CitationFile] {
    CitationFormat.allCases.filter { site.settings.citations.contains($0) }.map {
      CitationFile(format: $0, href: site.root.prefix + linked.permalink.path + $0.file)
    }
  }

  /// The files that the settings ask for.
  static func citationSheets(of site: Site) -> [Sheet] {
    let wanted = CitationFormat.allCases.filter { site.settings.citations.contains($0) }
    return site.cases.enumerated().flatMap { index, linked in
      wanted.map { format in
        Sheet(
          path: linked.permalink.path.dropFirst() + format.file, content: .citation(index, format))
      }
    }
  }

  func write(citationOf index: Int, as format: CitationFormat, into out: inout OutputBuffer) {
    let citations = Citation.all(of: site.cases[index], in: self)
    switch format {
    case .bibtex:
      for (index, citation) in citations.enumerated() {
        if index > 0 { out.append("\n") }
        out.append(bibtex: citation)
      }
    case .ris: for citation in citations { out.append(ris: citation) }
    case .csl: out.append(csl: citations)
    }
  }
}

extension OutputBuffer {
  /// `2024/09/03`, as search engines for scholars read it.
  fileprivate mutating func append(slashed date: CalendarDate) {
    append(padded: Int(date.year), to: 4)
    for part in [date.month, date.day] {
      guard let part else { return }
      append(UInt8(ascii: "/"))
      append(padded: Int(part), to: 2)
    }
  }
}
