import Diagnostics
import Linking
import Loading
import Mustache
import Rendering
import TestSupport
import Testing

/// Every file of a fixture's site by its path, as a build would write it.
struct Printed {
  let files: [String: [UInt8]]

  /// Fails the test where the fixture has errors.
  init(_ fixture: Fixture, _ options: LinkingOptions = .someDay) throws {
    let tree = fixture.tree
    let site = fixture.linked(options)
    let theme = try tree.theme()
    let problems = fixture.findings(in: site.diagnostics + theme.diagnostics)
    #expect(problems.filter { $0.rule.severity == .error } == [])
    let publication = site.value.dressed(in: try #require(theme.value), files: tree.files)
    let edition = publication.edition(
      with: CaseRows((0..<publication.rowParts).map { publication.rows(part: $0) }))
    var files: [String: [UInt8]] = [:]
    var out = OutputBuffer()
    for sheet in edition.sheets {
      out.removeAll()
      edition.write(sheet, into: &out)
      #expect(files[sheet.path] == nil, "\(sheet.path) is written twice")
      files[sheet.path] = try edition.source(of: sheet).map { try $0.bytes() } ?? Array(out.bytes)
    }
    self.files = files
  }

  /// The file's text; empty where there is none.
  subscript(path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// The text of a page without markup and with white space as one space.
  func words(_ path: String) -> String {
    var words = ""
    var isTag = false
    for character in self[path].unicodeScalars {
      if character == "<" { isTag = true }
      let isBlank = character == "\n" || character == " " || character == "\u{A0}"
      if isBlank || isTag {
        if !words.hasSuffix(" ") { words += " " }
      } else {
        words.unicodeScalars.append(character)
      }
      if character == ">" { isTag = false }
    }
    return words
  }
}

extension String {
  /// What stands between two marks, each time.
  func parts(between start: String, and end: String) -> [String] {
    split(separator: start, omittingEmptySubsequences: false).dropFirst().map { part in
      String(part.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)[0])
    }
  }
}
