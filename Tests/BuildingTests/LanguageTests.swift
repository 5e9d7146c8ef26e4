import Content
import Linking
import Loading
import TestSupport
import Testing
import ThemeFiles

/// A site in another language has no English word that is not its content's.
struct LanguageTests {
  private static let dutch = """
    === content/site.yml
    title: Privacywacht
    base_url: https://wacht.example
    feed_id: wacht.example,2026
    language: nl
    """

  @Test func `a case in Dutch is published as it stands in GoldensInDutch`() async throws {
    let site = try await RenderedSite(Fixture(Self.dutch, over: Publication.whole))
    let path = "cases/two-ferries/index.html"
    let page = try #require(site.files[path])
    let goldens = Goldens("GoldensInDutch")
    if Goldens.isRecording {
      try goldens.record([path: page])
      Issue.record("one file was drawn anew; read the difference like code")
      return
    }
    let golden = try #require(try goldens.files()[path])
    let difference = Goldens.difference(of: page, from: golden)
    #expect(difference == nil)
  }

  /// Each string of the theme stands between two marks here; whatever is then outside of marks is
  /// content, or was written down in the program.
  @Test func `whatever a page says is content or one of the theme's strings`() async throws {
    let fixture = Fixture(
      Self.dutch.replacing("language: nl", with: "language: de") + "\n"
        + "=== templates/strings/de.yml\n" + (try marked), over: Publication.whole)
    let site = try await RenderedSite(fixture)
    let sources = try fixture.files.filter {
      !$0.path.hasSuffix(".yml") || $0.path.contains("site")
    }
    .map { String(decoding: try $0.bytes(), as: UTF8.self) }.joined(separator: "\n")
    let content = words(in: sources).union(Self.names)
    for (path, bytes) in site.files.sorted(by: { $0.key < $1.key }) where Self.isRead(path) {
      let text = shown(String(decoding: bytes, as: UTF8.self), in: path)
      let strange = words(in: text).subtracting(content)
      #expect(strange == [], "\(path) says what no strings file has")
    }
  }

  @Test func `a Dutch site says nothing of the theme in English`() async throws {
    let site = try await RenderedSite(Fixture(Self.dutch, over: Publication.whole))
    let dutch = try strings("nl")
    let own = Set(dutch.map(\.text))
    let english = Set(
      try strings("en").filter { !$0.key.hasPrefix("meanings.") }.map(\.text)
        .filter { text in
          text.contains(" ") && !text.contains("{") && !own.contains(text)
            && !Publication.whole.contains(text)
        })
    for (path, bytes) in site.files where Self.isRead(path) {
      let text = String(decoding: bytes, as: UTF8.self)
      for string in english { #expect(!text.contains(">\(string)<"), "\(path): \(string)") }
    }
    #expect(site.text("index.html").contains("<html lang=\"nl\">"))
    #expect(site.text("feeds.opml").contains("Alle feeds (OPML) · Privacywacht"))
    #expect(site.text("data/datapackage.json").contains("\"title\": \"Bedrijven\""))
    #expect(site.text("llms.txt").contains("## Nieuwste zaken"))
    #expect(site.text("calendar.ics").contains("NAME:Data om te volgen · Privacywacht"))
  }

  private func strings(_ language: String) throws -> [WordFile.Entry] {
    let file = try #require(BuiltInTheme.files.first { $0.name == "strings/\(language).yml" })
    return WordFile.read(file.bytes, path: file.name).value.entries
  }

  /// The English strings, each run of text in them between ‹ and ›.
  private var marked: String {
    get throws {
      try strings("en").map { entry in
        var text = ""
        for (index, part) in entry.text.split(separator: "{", omittingEmptySubsequences: false)
          .enumerated()
        {
          let pieces = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
          if index > 0 { text += "{" + pieces[0] + "}" }
          let run = index > 0 ? pieces.dropFirst().first ?? "" : part
          if !run.isEmpty { text += "‹" + run.replacing("`", with: "›`‹") + "›" }
        }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(entry.key)\": \"\(escaped)\""
      }.joined(separator: "\n")
    }
  }

  /// What programs alone read has the words of its format.
  private static func isRead(_ path: String) -> Bool {
    path.hasSuffix(".html") || path.hasSuffix(".atom") || path.hasSuffix(".opml")
      || path == "llms.txt"
  }

  /// Names of formats and standards, of places, and of kinds of links to elsewhere.
  private static let names: Set<String> = [
    "json", "csv", "html", "www", "https", "http", "wikidata", "org", "example", "austria",
    "united",
    "kingdom", "european", "union", "bibtex", "ris", "csl", "eur", "gbp", "usd", "schema", "sqlite",
    "ndjson", "datapackage", "reference", "numbers", "gazette", "cases", "atom", "feed", "opml",
    "ics", "index", "page",
    // What stands within texts is made with them, in the language that they are in.
    "link", "diesem", "abschnitt", "quelle", "tabelle", "anmerkung",
    // Of markup within markup.
    "amp", "quot", "scheme", "htmlurl", "xmlurl",
  ]

  /// What people see or hear of a document, without what stands between marks.
  private func shown(_ text: String, in path: String) -> String {
    var text = text
    if path.hasSuffix(".atom") || path.hasSuffix(".opml") {
      text = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    }
    for name in ["amp", "quot"] { text = text.replacing("&\(name);", with: " ") }
    var shown = ""
    var rest = unmarked(text)[...]
    while let open = rest.firstIndex(of: "<") {
      shown += rest[..<open] + " "
      let close = rest[open...].firstIndex(of: ">") ?? rest.index(before: rest.endIndex)
      let tag = rest[open...close]
      let isSetting = tag.hasPrefix("<meta name=\"") && !tag.contains("description")
      for name in ["aria-label", "title", "alt", "content", "text"] where !isSetting {
        guard let start = tag.firstRange(of: " \(name)=\"") else { continue }
        shown += tag[start.upperBound...].prefix { $0 != "\"" } + " "
      }
      rest = rest[rest.index(after: close)...]
      for element in ["script", "code", "style", "id>"] where tag.hasPrefix("<" + element) {
        if let end = rest.firstRange(of: "</" + element) { rest = rest[end.lowerBound...] }
      }
    }
    return shown + rest
  }

  private func unmarked(_ text: String) -> String {
    var out = ""
    var depth = 0
    for character in text.unicodeScalars {
      if character == "‹" { depth += 1 }
      if depth == 0 { out.unicodeScalars.append(character) }
      if character == "›" {
        depth = max(0, depth - 1)
        out += " "
      }
    }
    return out
  }

  /// Words of more than two letters, in lower case, without those of addresses.
  private func words(in text: String) -> Set<String> {
    let runs = text.split { $0.isWhitespace || "()<>\"".contains($0) }
    return Set(
      runs.filter { !$0.contains("://") && !$0.hasPrefix("tag:") }
        .flatMap { $0.split { !$0.isLetter } }.filter { $0.count > 2 }.map { $0.lowercased() })
  }
}
