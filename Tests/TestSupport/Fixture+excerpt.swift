import Diagnostics
import Loading

extension Fixture {
  /// A whole publication around an excerpt of a rule's explanation; sound but for the excerpt.
  package init(_ excerpt: String, in setting: Rule.Setting) {
    let excerpt = Self.unfolded(excerpt)
    var files: [(path: String, bytes: [UInt8])] = []
    switch setting {
    case .frontMatter(of: let kind): files = [Self.entry(kind, showing: excerpt)]
    case .answers: files = [Self.entry("case", showing: excerpt)]
    case .text:
      let path = Self.path(of: "case")
      files = [(path, Self.base(path) + Array("\n".utf8) + excerpt + [0x0A])]
    case .template(let name):
      files = Self.files(of: Array("=== templates/\(name).mustache\n".utf8) + excerpt)
    case .files, .theme: files = Self.files(of: excerpt)
    }
    // `=== (no content/site.yml)` is a file that is not there.
    let paths = files.map(\.path) + files.map { String($0.path.dropFirst(4).dropLast()) }
    files.removeAll { $0.path.hasPrefix("(no ") }
    let others = Publication.explaining.files.filter { !paths.contains($0.path) }
    self.init(files + others.map { ($0.path, Self.base($0.path)) })
  }

  private static func path(of kind: String) -> String {
    switch kind {
    case "case": "content/cases/acme.md"
    case "company": "content/companies/acme-energy.md"
    case "regulator": "content/regulators/nl-ap.md"
    case "law": "content/laws/gdpr.md"
    case "topic": "content/topics/data-breach.md"
    default: "content/pages/about.md"
    }
  }

  private static func base(_ path: String) -> [UInt8] {
    (try? Publication.explaining.files.first { $0.path == path }?.bytes()) ?? []
  }

  /// The entry of the kind with the excerpt's fields in place of its own.
  private static func entry(_ kind: String, showing excerpt: [UInt8]) -> (String, [UInt8]) {
    let path = path(of: kind)
    let keys = Set(lines(of: excerpt).compactMap(key))
    var kept: [ArraySlice<UInt8>] = []
    var isKept = true
    for line in lines(of: base(path)) where !line.elementsEqual("---".utf8) {
      if let key = key(of: line) { isKept = !keys.contains(key) }
      if isKept { kept.append(line) }
    }
    let front = excerpt + [0x0A] + kept.joined(separator: [0x0A])
    return (path, Array("---\n".utf8) + front + Array("\n---\n".utf8))
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A)
  }

  /// The field that a line of front matter begins; nil where it goes on with another.
  private static func key(of line: ArraySlice<UInt8>) -> String? {
    guard let first = line.first, (97...122).contains(first), line.contains(0x3A) else {
      return nil
    }
    return String(decoding: line.prefix { $0 != 0x3A }, as: UTF8.self)
  }

  private static func files(of excerpt: [UInt8]) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for line in excerpt.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "=== ".utf8) {
        files.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
      } else if !files.isEmpty {
        files[files.count - 1].bytes += Array(line) + [0x0A]
      }
    }
    return files
  }

  /// The bytes an excerpt stands for: `⟨C3 BC⟩` is two of them, `⟨word × 300⟩` a text 300 times.
  private static func unfolded(_ excerpt: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Substring(excerpt)
    while let open = rest.firstIndex(of: "⟨") {
      bytes += Array(rest[..<open].utf8)
      let close = rest[open...].firstIndex(of: "⟩") ?? rest.endIndex
      let inner = rest[rest.index(after: open)..<close]
      rest = close < rest.endIndex ? rest[rest.index(after: close)...] : ""
      if let times = inner.range(of: " × "), let count = Int(inner[times.upperBound...]) {
        let unit = Array(inner[..<times.lowerBound].utf8)
        let isText = unit.last.map { (97...122).contains($0) || $0 == 0x2E } == true
        let gap: [UInt8] = isText ? [0x20] : []
        bytes += Array([[UInt8]](repeating: unit, count: count).joined(separator: gap))
      } else {
        bytes += inner.split(separator: " ").compactMap { UInt8($0, radix: 16) }
      }
    }
    return bytes + Array(rest.utf8)
  }
}

extension Publication {
  /// What stands around the excerpts of explanations: two cases of two companies, and some files.
  package static let explaining = Fixture(
    """
    === content/cases/apex.md
    ---
    title: A late answer
    summary: The authority reprimanded Apex.
    published: 2023-06-01
    companies: [apex]
    regulators: [nl-ap]
    steps:
      - { id: decision, date: 2023-05-16, kind: decision, measures: [{ kind: reprimand }] }
    sources:
      - { id: decision, title: Decision, publisher: nl-ap }
    references: [{ kind: docket, value: Z2023-04 }]
    ---

    ## What happened

    Apex answered late.
    === content/companies/apex.md
    ---
    name: Apex
    ---
    === content/pages/methodology.md
    ---
    title: How we work
    ---
    === content/files/fines.png
    === content/files/decision.pdf
    === content/files/office.jpg
    """, over: small)
}
