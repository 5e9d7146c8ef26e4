import Diagnostics
import Mustache

/// Templates in a string, compiled to show `sample`.
///
/// `=== NAME` begins a template; without such a line there is one, called `case`. `▸` and `◂` stand
/// around each place where a problem is expected.
struct Fixture {
  let library: Diagnosed<TemplateLibrary>
  let template: Diagnosed<Template<Case>?>
  /// The marked places, in the order of the files' paths.
  let marks: [Place]

  init(_ text: String) {
    var files: [(name: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        files.append((String(line.dropFirst(4)), ""))
      } else {
        if files.isEmpty { files.append(("case", "")) } else { files[files.count - 1].text += "\n" }
        files[files.count - 1].text += line
      }
    }
    self.init(
      files.map { ($0.name, $0.text.hasPrefix("\n") ? String($0.text.dropFirst()) : $0.text) })
  }

  init(_ files: [(name: String, text: String)]) {
    var sources: [TemplateSource] = []
    var marks: [Place] = []
    for (name, text) in files.sorted(by: { $0.name < $1.name }) {
      let path = "templates/\(name).mustache"
      var bytes: [UInt8] = []
      for part in text.split(separator: "▸", omittingEmptySubsequences: false) {
        let pieces = part.split(separator: "◂", omittingEmptySubsequences: false)
        if pieces.count == 2 {
          marks.append(
            Place(path: path, start: bytes.count, end: bytes.count + pieces[0].utf8.count))
        }
        bytes += pieces.joined().utf8
      }
      sources.append(TemplateSource(path: path, name: name, bytes: bytes))
    }
    self.marks = marks
    library = sources.parsedTemplates()
    template = library.value.template("case", showing: Case.fields)
  }

  var diagnostics: [Diagnostic] { library.diagnostics + template.diagnostics }

  /// Each problem as `RULE: MESSAGE`, in the order in which they are told.
  var reports: [String] { diagnostics.map { "\($0.rule.id): \($0.message)" } }

  var places: [Place?] { diagnostics.map(\.place) }

  /// What the templates make of `sample`; nil when they cannot be used.
  func shown(_ sample: Case = .sample) -> String? {
    template.value.map { template in
      var out = OutputBuffer()
      template.render(sample, into: &out)
      return String(decoding: out.bytes, as: UTF8.self)
    }
  }
}

/// A case as templates see it, with one field of every kind.
struct Case: Sendable {
  var title = "Fine & orders"
  var short: String? = nil
  var isDraft = false
  var body = "<p>Found.</p>"
  var aliases = ["A & B", "AB"]
  var steps: [Step] = [
    Step(date: "2022", kind: "opened", sources: []),
    Step(date: "2024", kind: "decision", sources: ["ap", "noyb"]),
  ]
  var company: Company? = Company(name: "Clearview AI", country: Country(code: "us"))

  static let sample = Case()

  static let fields = Fields<Case>("case") { f in
    f.text("title") { $0.title }
    f.optionalText("short") { $0.short }
    f.flag("draft") { $0.isDraft }
    f.html("body") { value, out in out.append(value.body) }
    f.texts("aliases") { $0.aliases }
    f.list("steps", of: Step.fields) { $0.steps }
    f.object("company", of: Company.fields) { $0.company }
    f.absent("embargo")
  }
}

struct Step: Sendable {
  var date: String
  var kind: String
  var sources: [String]

  static let fields = Fields<Step>("step") { f in
    f.text("date") { $0.date }
    f.text("kind") { $0.kind }
    f.texts("sources") { $0.sources }
  }
}

struct Company: Sendable {
  var name: String
  var country: Country?

  static let fields = Fields<Company>("company") { f in
    f.text("name") { $0.name }
    f.object("country", of: Country.fields) { $0.country }
  }
}

struct Country: Sendable {
  var code: String

  static let fields = Fields<Country>("country") { f in f.text("code") { $0.code } }
}
