import CommonMark
import Diagnostics

/// What must hold of any bytes that are read as a body, and what of it does not.
package struct ProseCheck {
  package private(set) var flaws: [String] = []

  let file: [UInt8]
  private let isUTF8: Bool

  /// Names as a publication has them, and some that are meant to be awkward.
  private static let names = NameIndex(
    ["Acme", "Clearview AI", "AP", "A", "“Quoted” name", "R&D", "é", "公司", "Dutch DPA", "DPA"]
      .enumerated().map { (name: $0.element, id: Int32($0.offset)) })
  private static let languages = ["en", "de", "fr", "nl", "sv", "x", ""]

  package init(_ file: [UInt8]) {
    self.file = file
    isUTF8 = String(validating: file, as: UTF8.self) != nil
    let language = Self.languages[file.count % Self.languages.count]
    let parsed = Prose.parsing(
      file, from: 0, path: "content/cases/acme.md", sources: ["decision", "press-2", "1"],
      options: ProseOptions(language: language, reservedAnchors: ["top"]))
    check(parsed.diagnostics)
    check(parsed.value)
    checkLinked(parsed.value)
    if isUTF8 { checkWords(of: parsed) }
    // Bare HTML holds an `abbr` as it was typed, whatever its quotes are.
    if !contains("abbr") {
      report(HTMLCheck(bareHTML(file), bare: true).flaws, in: "bare HTML")
    }
  }

  mutating func lose(_ what: String) { flaws.append("text is lost: \(what)") }

  /// Whether a text of small letters and signs stands in the file, in whatever case.
  func contains(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      file.indices.contains { start in
        file[start...].starts(with: text) { $0 == $1 || $0 | 0x20 == $1 && $1 &- 0x61 < 26 }
      }
    }
  }

  func withBytes(_ work: (UnsafeBufferPointer<CChar>) -> Void) {
    file.withUnsafeBytes { work($0.bindMemory(to: CChar.self)) }
  }

  private mutating func require(_ holds: Bool, _ flaw: @autoclosure () -> String) {
    if !holds { flaws.append(flaw()) }
  }

  private mutating func report(_ found: [String], in what: String) {
    flaws += found.map { "\(what): \($0)" }
  }

  private mutating func check(_ diagnostics: [Diagnostic]) {
    var last = 0
    for diagnostic in diagnostics {
      guard let place = diagnostic.place else {
        flaws.append("\(diagnostic.rule.id) has no place")
        continue
      }
      require(place.start >= last, "\(diagnostic.rule.id) is told behind a later one")
      last = place.start
      check(place, of: diagnostic.rule.id)
    }
    // Reports work these out; they must not trap.
    let report = Report(diagnostics, source: { _ in file })
    for item in report.items { require((item.start?.column ?? 0) > 0, "a column below 1") }
    let short = report.formatted(as: .short, colored: false, version: "0")
    require(short.utf8.count { $0 == 0x0A } == report.items.count, "a report of other lines")
  }

  private mutating func check(_ place: Place, of what: String) {
    let isInside = place.start >= 0 && place.end <= file.count
    require(isInside, "\(what) at \(place.start)..<\(place.end) is outside the file")
    guard isInside, isUTF8 else { return }
    for offset in [place.start, place.end] where offset < file.count {
      require(file[offset] & 0xC0 != 0x80, "\(what) at \(offset) is inside a character")
    }
  }

  private mutating func check(_ prose: Prose) {
    let anchors = prose.headings.map(\.anchor)
    require(Set(anchors).count == anchors.count, "two headings share an anchor: \(anchors)")
    for heading in prose.headings {
      require(!heading.anchor.isEmpty, "an anchor is empty")
      require((2...6).contains(heading.level), "a heading of level \(heading.level)")
      check(heading.place, of: "a heading")
    }
    for link in prose.links {
      require(!link.target.isEmpty, "a link without a target")
      check(link.place, of: "a link to \(link.target)")
    }
    var end = 0
    for run in prose.textRuns {
      require(run.html.lowerBound >= end, "runs of text overlap")
      end = run.html.upperBound
    }
    require(end <= prose.html.count, "a run of text behind the end")
    require(prose.words >= 0 && prose.body.upperBound <= prose.html.count, "sizes are wrong")
    require(prose.excerpt.count <= 301, "an excerpt of \(prose.excerpt.count) characters")
    require(!isUTF8 || String(validating: prose.html, as: UTF8.self) != nil, "HTML is no UTF-8")
  }

  private mutating func checkLinked(_ prose: Prose) {
    let mentions = prose.mentions(of: Self.names)
    var end = 0
    for mention in mentions {
      require(mention.html.lowerBound >= end && !mention.html.isEmpty, "names overlap")
      end = mention.html.upperBound
      check(prose.place(of: mention, in: file), of: "a name")
    }
    let answers = prose.links.enumerated().map { index, link in
      // Some lead nowhere, some into this page, most somewhere else.
      LinkAnswer(
        address: index % 5 == 4 ? nil : index % 5 == 3 ? "#x" : "/cases/\(link.target)/?a&b",
        text: "A <name> & \"more\"")
    }
    let linked = prose.linked(
      answers, mentions: mentions.map { MentionLink($0, address: "/names/\($0.name)/") })
    let whole = linked.html(0..<linked.html.count, root: "https://e.org", page: "/page/")
    report(HTMLCheck(whole).flaws, in: "linked HTML")
    for note in linked.notes {
      guard case .footnote(let range) = note.kind else { continue }
      report(HTMLCheck(linked.html(range)).flaws, in: "footnote \(note.number)")
    }
    report(HTMLCheck(linked.html(linked.body)).flaws, in: "body without notes")
    _ = linked.plainText
  }
}
