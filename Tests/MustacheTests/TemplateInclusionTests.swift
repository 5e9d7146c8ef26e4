import Mustache
import Testing

@Suite struct TemplateInclusionTests {
  @Test func `a partial that is not there is reported with the nearest that is`() {
    let fixture = Fixture(
      """
      === case
      {{>▸partials/haed◂}}{{<▸layout◂}}{{/layout}}{{>partials/head}}
      === partials/head
      x
      """)
    #expect(
      fixture.reports == [
        "unknown-partial: 'partials/haed' is no template; did you mean 'partials/head'?",
        "unknown-partial: 'layout' is no template",
      ])
    #expect(fixture.places == fixture.marks)
  }

  @Test func `a kind of page without its template is reported`() {
    let library = [TemplateSource(path: "t/csae.mustache", name: "csae", bytes: [])]
    let compiled = library.parsedTemplates().value.template("case", showing: Case.fields)
    #expect(compiled.value == nil)
    #expect(
      compiled.diagnostics.map(\.message) == [
        "'case' is no template, and a case is shown with it; did you mean 'csae'?"
      ])
    #expect(compiled.diagnostics.map(\.rule) == [.missingTemplate])
  }

  @Test func `the later of two sources with one name is taken`() {
    let sources = ["built in {{#x", "own"].map { text in
      TemplateSource(path: "case.mustache", name: "case", bytes: Array(text.utf8))
    }
    let library = sources.parsedTemplates()
    #expect(library.diagnostics == [])
    #expect(library.value.template("case", showing: Case.fields).value != nil)
  }

  @Test func `a block that the parent does not have is reported with those it has`() {
    let fixture = Fixture(
      """
      === case
      {{<layout}}{{$▸tilte◂}}{{/tilte}}{{$main}}{{/main}}{{$foot}}{{/foot}}{{/layout}}
      === layout
      {{$title}}{{/title}}{{#draft}}{{$main}}{{/main}}{{/draft}}{{>foot}}
      === foot
      {{$foot}}{{/foot}}
      """)
    #expect(
      fixture.reports == [
        "unused-override: 'tilte' is no block of 'layout'; did you mean 'title'?"
      ])
    #expect(fixture.places == fixture.marks)
    #expect(fixture.diagnostics[0].help == "'layout' has the blocks 'foot', 'main', 'title'")
  }

  @Test func `a block that was replaced from further out is no problem`() {
    let fixture = Fixture(
      """
      === case
      {{<middle}}{{$a}}1{{/a}}{{/middle}}
      === middle
      {{<base}}{{$a}}2{{/a}}{{$b}}2{{/b}}{{/base}}
      === base
      {{$a}}{{$b}}{{/b}}{{/a}}
      """)
    #expect(fixture.reports == [])
  }

  @Test func `a block given twice is reported, and the first is taken`() {
    let fixture = Fixture(
      """
      === case
      {{<p}}{{$a}}1{{/a}}{{$▸a◂}}2{{/a}}{{/p}}
      === p
      {{$a}}{{/a}}
      """)
    #expect(
      fixture.reports == [
        "repeated-override: block 'a' is overridden twice; the first one is taken"
      ])
    #expect(fixture.places == fixture.marks)
    #expect(fixture.shown() == "1")
  }

  @Test func `what a parent holds outside its blocks is a warning`() {
    let fixture = Fixture(
      """
      === case
      {{<p}}{{! fine }}
        ▸<p>Hello</p>◂ {{title}}
        {{$a}}1{{/a}}
      {{/p}}
      === p
      {{$a}}{{/a}}
      """)
    #expect(
      fixture.reports == [
        "ignored-content: '<p>Hello</p>' stands in a parent outside its blocks and is not shown"
      ])
    #expect(fixture.places == fixture.marks)
    #expect(fixture.diagnostics.map(\.severity) == [.warning])
    #expect(fixture.shown() == "1")
  }

  @Test func `a template that includes itself is reported with the way round`() {
    let fixture = Fixture(
      """
      === case
      {{>a}}
      === a
      {{#title}}{{>b}}{{/title}}
      === b
      {{#draft}}{{>▸a◂}}{{/draft}}
      """)
    #expect(fixture.reports == ["recursive-partial: 'a' includes itself without end: a → b → a"])
    #expect(fixture.places == fixture.marks)
    #expect(fixture.diagnostics[0].notes.count == 2)
  }

  @Test func `a template may include itself about the parts of a value`() {
    let leaf = Fields<String>("leaf") { f in
      f.text("name") { $0 }
      f.absent("children")
    }
    let tree = Fields<[String]>("tree") { f in
      f.text("name") { "\($0.count)" }
      f.list("children", of: leaf) { $0 }
    }
    let source = TemplateSource(
      path: "t", name: "t", bytes: Array("<{{name}}{{#children}}{{>t}}{{/children}}>".utf8))
    let compiled = [source].parsedTemplates().value.template("t", showing: tree)
    #expect(compiled.diagnostics == [])
    var out = OutputBuffer()
    compiled.value?.render(["a", "b"], into: &out)
    #expect(String(decoding: out.bytes, as: UTF8.self) == "<2<a><b>>")
  }

  @Test func `what is wrong in a shared template is told once`() {
    let fixture = Fixture("=== case\n{{>p}}{{#steps}}{{>p}}{{/steps}}\n=== p\n{{▸titel◂}}")
    let again = fixture.library.value.template("case", showing: Case.fields)
    #expect(fixture.template.diagnostics.count == 1)
    #expect((fixture.diagnostics + again.diagnostics).withoutRepeats() == fixture.diagnostics)
    #expect(fixture.places == fixture.marks)
  }
}
