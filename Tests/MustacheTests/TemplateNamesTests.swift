import Testing

@Suite struct TemplateNamesTests {
  @Test(arguments: [
    ("{{▸titel◂}}", "'titel' is not offered here; did you mean 'title'?"),
    ("{{#▸setps◂}}{{what}}{{/setps}}", "'setps' is not offered here; did you mean 'steps'?"),
    ("{{^▸zzz◂}}{{title}}{{/zzz}}", "'zzz' is not offered here"),
    ("{{#steps}}{{▸titel◂}}{{/steps}}", "'titel' is not offered here; did you mean 'title'?"),
    ("{{company.▸nmae◂}}", "'nmae' is not offered here; did you mean 'name'?"),
    ("{{company.▸title◂}}", "'title' is not offered here"),
    ("{{company.country.▸kode◂}}", "'kode' is not offered here; did you mean 'code'?"),
    ("{{▸steps◂.date}}", "'steps' is a list, whose rows have no names behind a dot"),
    ("{{▸company.name◂.x}}", "'company.name' is a single value, which has no names behind a dot"),
    ("{{▸.◂}}", "'.' is a 'case' here, not a text; name one of its fields"),
    ("{{#steps}}{{▸.◂}}{{/steps}}", "'.' is a 'step' here, not a text; name one of its fields"),
    ("{{▸date◂}}{{#steps}}{{date}}{{/steps}}", "'date' is not offered here"),
  ])
  func `a name that its place does not offer is reported`(text: String, message: String) {
    let fixture = Fixture(text)
    #expect(fixture.reports == ["unknown-name: \(message)"])
    #expect(fixture.places == fixture.marks)
  }

  @Test func `help names what the place offers`() {
    #expect(
      Fixture("{{#steps}}{{nothing}}{{/steps}}").diagnostics[0].help
        == "'step' offers 'date', 'kind', 'sources', 'has_sources'")
  }

  @Test func `text is not written unescaped`() {
    let fixture = Fixture("{{title}}{{{▸title◂}}}{{&▸company.name◂}}{{{body}}}")
    #expect(
      fixture.reports == [
        "unescaped-text: 'title' is text and must be escaped; write {{title}}",
        "unescaped-text: 'company.name' is text and must be escaped; write {{company.name}}",
      ])
    #expect(fixture.places == fixture.marks)
    #expect(fixture.shown() == nil)
  }

  @Test func `lists and objects are not printed`() {
    let fixture = Fixture("{{▸steps◂}}{{{▸company◂}}}{{#steps}}{{/steps}}{{#company}}{{/company}}")
    #expect(
      fixture.reports == [
        "list-as-text: 'steps' is a list and cannot be printed; write {{#steps}} … {{/steps}}",
        "list-as-text: 'company' has fields and cannot be printed; name one of them",
      ])
    #expect(fixture.places == fixture.marks)
  }

  @Test func `flags are not printed`() {
    let fixture = Fixture("{{▸draft◂}}{{&▸has_steps◂}}{{#draft}}{{/draft}}")
    #expect(
      fixture.reports == [
        "flag-as-text: 'draft' is a flag and cannot be printed; write {{#draft}} … {{/draft}}",
        "flag-as-text: 'has_steps' is a flag and cannot be printed;"
          + " write {{#has_steps}} … {{/has_steps}}",
      ])
    #expect(fixture.places == fixture.marks)
  }

  @Test func `a problem in a partial says where that was included`() {
    let fixture = Fixture("=== case\n{{>p}}\n=== p\n{{▸nothing◂}}")
    let notes = fixture.diagnostics[0].notes
    #expect(notes.map(\.message) == ["included here"])
    #expect(notes[0].place?.path == "templates/case.mustache")
    #expect(notes[0].place?.start == 3)
  }

  @Test func `a problem in an overriding block says where its own template was included`() {
    let fixture = Fixture(
      """
      === case
      {{>middle}}
      === layout
      {{$main}}{{/main}}
      === middle
      {{<layout}}{{$main}}{{▸nothing◂}}{{/main}}{{/layout}}
      """)
    #expect(fixture.places == fixture.marks)
    #expect(fixture.diagnostics[0].notes.map(\.place?.path) == ["templates/case.mustache"])
  }
}
