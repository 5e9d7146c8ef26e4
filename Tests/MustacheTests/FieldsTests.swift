import Mustache
import Testing

@Suite struct FieldsTests {
  @Test(arguments: [
    ("{{title}}", "Fine &amp; orders"),
    ("{{#title}}<b>{{.}}</b>{{/title}}{{^title}}none{{/title}}", "<b>Fine &amp; orders</b>"),
    ("{{short}}{{#short}}yes{{/short}}{{^short}}none{{/short}}", "none"),
    ("{{body}}{{{body}}}{{&body}}", "<p>Found.</p><p>Found.</p><p>Found.</p>"),
    ("{{#body}}[{{.}}]{{/body}}{{^body}}none{{/body}}", "[<p>Found.</p>]"),
    ("{{#draft}}yes{{/draft}}{{^draft}}no{{/draft}}", "no"),
    ("{{embargo}}{{#embargo}}{{anything}}{{/embargo}}{{^embargo}}no{{/embargo}}", "no"),
    ("{{embargo.date}}{{#embargo.date}}yes{{/embargo.date}}", ""),
  ])
  func `a single value is written, or decides about its section`(template: String, page: String) {
    #expect(Fixture(template).shown() == page)
  }

  @Test(arguments: [
    ("{{#aliases}}<{{.}}>{{/aliases}}", "<A &amp; B><AB>"),
    ("{{#has_aliases}}{{#aliases}}x{{/aliases}}{{/has_aliases}}", "xx"),
    ("{{#aliases}}{{#has_steps}}{{.}},{{/has_steps}}{{/aliases}}", "A &amp; B,AB,"),
    ("{{#steps}}{{date}} {{title}};{{/steps}}", "2022 Fine &amp; orders;2024 Fine &amp; orders;"),
    (
      "{{#steps}}{{kind}}{{#sources}}[{{.}} {{date}}]{{/sources}} {{/steps}}",
      "opened decision[ap 2024][noyb 2024] "
    ),
    (
      "{{#steps}}{{^sources}}{{date}}{{/sources}}{{^has_sources}}!{{/has_sources}}{{/steps}}",
      "2022!"
    ),
    ("{{^steps}}none{{/steps}}", ""),
  ])
  func `a list shows its section once for each row`(template: String, page: String) {
    #expect(Fixture(template).shown() == page)
  }

  @Test func `an empty list shows its inverted section alone`() {
    let fixture = Fixture(
      "{{#steps}}x{{/steps}}{{^steps}}none{{/steps}}{{#has_steps}}y{{/has_steps}}")
    #expect(fixture.shown(Case(steps: [])) == "none")
  }

  @Test(arguments: [
    ("{{company.name}} {{company.country.code}}", "Clearview AI us"),
    (
      "{{#company}}{{name}} {{country.code}}{{#country}}{{name}}{{/country}}{{/company}}",
      "Clearview AI usClearview AI"
    ),
    ("{{#company.country}}{{code}}{{/company.country}}{{^company}}none{{/company}}", "us"),
    ("{{#company.name}}[{{.}}]{{/company.name}}", "[Clearview AI]"),
  ])
  func `an object is entered by its section or by a dot`(template: String, page: String) {
    #expect(Fixture(template).shown() == page)
  }

  @Test func `an object that is missing shows nothing of itself`() {
    let fixture = Fixture(
      "{{#company}}x{{/company}}{{company.name}}{{#company.country}}y{{/company.country}}"
        + "{{^company}}none{{/company}}{{^company.country}}, nowhere{{/company.country}}")
    #expect(fixture.shown(Case(company: nil)) == "none, nowhere")
    #expect(
      fixture.shown(Case(company: Company(name: "A", country: nil))) == "xA, nowhere")
  }

  @Test func `fields may be declared in a loop, from names known at run time`() {
    let names = ["docket", "ecli"]
    let fields = Fields<[String: String]>("references") { f in
      for name in names { f.optionalText(name) { $0[name] } }
    }
    #expect(fields.names == names)
    #expect(shown("{{docket}}|{{ecli}}", ["docket": "1"], fields) == "1|")
  }

  @Test func `an included part lends all its fields, and own ones come first`() {
    struct Page: Sendable { var title: String; var content: Case }
    let fields = Fields<Page>("page") { f in
      f.include(Case.fields) { $0.content }
      f.text("title") { $0.title }
    }
    let page = Page(title: "Own", content: .sample)
    let template = """
      {{title}} {{body}} {{#steps}}{{date}}{{/steps}} {{company.name}} {{#has_aliases}}a{{/has_aliases}}
      """
    #expect(shown(template, page, fields) == "Own <p>Found.</p> 20222024 Clearview AI a")
  }

  @Test func `markup with a condition of its own is not written to find out`() {
    let fields = Fields<Bool>("page") { f in
      f.html("map", when: { $0 }) { _, out in out.append("<svg/>") }
    }
    #expect(shown("{{#map}}{{.}}{{/map}}{{^map}}no map{{/map}}", true, fields) == "<svg/>")
    #expect(shown("{{#map}}{{.}}{{/map}}{{^map}}no map{{/map}}", false, fields) == "no map")
  }

  @Test func `rows that are not in one run of memory are shown all the same`() {
    let fields = Fields<Int>("count") { f in
      f.texts("numbers") { count in (0..<count).lazy.map { String($0) } }
    }
    #expect(shown("{{#numbers}}{{.}},{{/numbers}}", 4, fields) == "0,1,2,3,")
  }

  @Test func `a template is rendered by many tasks at once`() async throws {
    let template = try #require(
      Fixture("{{title}}{{#steps}}{{date}}{{#sources}}{{.}}{{/sources}}{{/steps}}").template.value)
    let pages = await withTaskGroup(of: String.self) { group in
      for number in 0..<50 {
        group.addTask {
          var out = OutputBuffer()
          template.render(Case(title: "\(number)"), into: &out)
          return String(decoding: out.bytes, as: UTF8.self)
        }
      }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(pages == Set((0..<50).map { "\($0)20222024apnoyb" }))
  }

  private func shown<Value>(_ template: String, _ value: Value, _ fields: Fields<Value>) -> String?
  {
    let source = TemplateSource(path: "t", name: "t", bytes: Array(template.utf8))
    var out = OutputBuffer()
    let compiled = [source].parsedTemplates().value.template("t", showing: fields)
    compiled.value?.render(value, into: &out)
    return compiled.value.map { _ in String(decoding: out.bytes, as: UTF8.self) }
  }
}
