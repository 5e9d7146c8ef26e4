import Diagnostics
import Mustache

/// What must hold of any bytes as a template: every problem is told at a place in it, and one without an
/// error shows texts escaped, always alike.
package struct TemplateCheck {
  package let flaws: [String]

  private struct Row: Sendable { let text: String }

  /// What no page may show as it is.
  private static let awkward = "a<b>&\"'"

  private static let row = Fields<Row>("row") { f in
    f.text("text") { $0.text }
    f.flag("is_new") { _ in true }
  }

  private static let page = Fields<Row>("page") { f in
    f.text("title") { $0.text }
    f.optionalText("nothing") { _ in nil }
    f.html("body") { $1.appendEscaped($0.text) }
    f.flag("is_first") { _ in true }
    f.flag("is_last") { _ in false }
    f.list("cases", of: row) { [$0] }
    f.texts("aliases") { [$0.text] }
    f.object("lead", of: row) { $0 }
    f.absent("feed")
  }

  package init(_ file: [UInt8]) {
    var flaws = Flaws()
    let sources = [
      TemplateSource(path: "templates/page.mustache", name: "page", bytes: file),
      TemplateSource(
        path: "templates/layout.mustache", name: "layout",
        bytes: Array("<main>{{$main}}{{title}}{{/main}}</main>\n".utf8)),
      TemplateSource(
        path: "templates/part.mustache", name: "part", bytes: Array("  <p>{{title}}</p>\n".utf8)),
    ]
    let library = sources.parsedTemplates()
    let template = library.value.template("page", showing: Self.page)
    let bytes = Dictionary(uniqueKeysWithValues: sources.map { ($0.path, $0.bytes) })
    flaws.check(library.diagnostics + template.diagnostics) { bytes[$0] }
    if let template = template.value {
      var out = OutputBuffer()
      template.render(Row(text: Self.awkward), into: &out)
      let first = Array(out.bytes)
      out.removeAll()
      template.render(Row(text: Self.awkward), into: &out)
      flaws.require(first == Array(out.bytes), "the same value is shown differently")
      let awkward = Array(Self.awkward.utf8)
      flaws.require(
        !first.holds(awkward) || file.holds(awkward), "a text is shown unescaped")
    }
    self.flaws = flaws.found
  }
}

extension [UInt8] {
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: part) }
  }
}
