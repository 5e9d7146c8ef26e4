import Content
import Diagnostics
import Linking
import Loading
import Mustache
import Rendering
import TestSupport

/// What must hold of any bytes as an entry's file, or as `site.yml`, in a sound publication: every problem
/// is told at a place in a file, and what has no error can be shown whole.
package struct EntryCheck {
  package let flaws: [String]

  private static let paths = [
    "content/cases/acme.md", "content/companies/acme-energy.md", "content/regulators/nl-ap.md",
    "content/laws/gdpr.md", "content/topics/data-breach.md", "content/pages/about.md",
    "content/news/late.md", "content/site.yml",
  ]
  private static let theme = (try? SourceTree([]).theme())?.value ?? nil

  /// The length of the file says of which kind it is.
  package init(_ file: [UInt8]) {
    self.init(file, at: Self.paths[file.count % Self.paths.count])
  }

  package init(_ file: [UInt8], at path: String) {
    let others = Fixture(TestSupport.Publication.small).files.filter { $0.path != path }
    let fixture = Fixture(
      [(path, file)] + others.map { ($0.path, (try? $0.bytes()) ?? []) })
    let tree = fixture.tree
    let site = fixture.linked()
    var flaws = Flaws()
    flaws.check(site.diagnostics) { tree.bytes(at: $0) }
    let again = fixture.linked().diagnostics
    flaws.require(again == site.diagnostics, "the same file is told of differently the second time")
    if !site.diagnostics.contains(where: { $0.severity == .error }), let theme = Self.theme {
      Self.show(site.value.dressed(in: theme, files: tree.files))
    }
    self.flaws = flaws.found
  }

  /// Writes every page, feed and table; none may trap.
  private static func show(_ publication: Rendering.Publication) {
    let edition = publication.edition(
      with: CaseRows((0..<publication.rowParts).map { publication.rows(part: $0) }))
    var out = OutputBuffer()
    for sheet in edition.sheets {
      out.removeAll()
      edition.write(sheet, into: &out)
    }
  }
}
