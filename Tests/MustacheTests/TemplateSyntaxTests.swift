import Diagnostics
import Mustache
import Testing

@Suite struct TemplateSyntaxTests {
  @Test(arguments: [
    ("<h1>▸{{title◂\n<p>{{body}}</p>", "tag '{{title' is not closed; it ends with '}}'"),
    ("<h1>▸{{title} </h1>◂{{body}}", "tag '{{title} </h1>' is not closed; it ends with '}}'"),
    ("▸{{{body}}◂ {{title}}", "tag '{{{body}}' is not closed; it ends with '}}}'"),
    ("{{title}} ▸{{! never◂\n{{#x", "tag '{{! never' is not closed; it ends with '}}'"),
    ("{{=<% %>=}}▸<%title◂", "tag '<%title' is not closed; it ends with '%>'"),
    ("▸{{◂", "tag '{{' is not closed; it ends with '}}'"),
  ])
  func `a tag that is not closed is reported up to its line's end`(text: String, message: String) {
    let fixture = Fixture(text)
    #expect(fixture.reports == ["unclosed-tag: \(message)"])
    #expect(fixture.places == fixture.marks)
  }

  @Test func `a section whose tag is not closed is a section all the same`() {
    let fixture = Fixture(
      "▸{{#steps}◂\n{{date}} {{#sources}}{{.}}▸{{/sources}◂\n{{/steps}}{{title}}")
    #expect(
      fixture.reports == [
        "unclosed-tag: tag '{{#steps}' is not closed; it ends with '}}'",
        "unclosed-tag: tag '{{/sources}' is not closed; it ends with '}}'",
      ])
    #expect(fixture.places == fixture.marks)
  }

  @Test func `single braces are text`() {
    #expect(Fixture("a{b:{c:d} }} {{title}}}").shown() == "a{b:{c:d} }} Fine &amp; orders}")
  }

  @Test(arguments: [
    ("▸{{=<%=}}◂ {{title}}", "'{{=<%=}}'"), ("▸{{=<% %>}}◂ {{title}}", "'{{=<% %>}}'"),
    ("▸{{=<= =>=}}◂ {{title}}", "'{{=<= =>=}}'"), ("▸{{=a b c=}}◂", "'{{=a b c=}}'"),
    ("▸{{=◂\n{{title}}", "'{{='"),
  ])
  func `delimiters that cannot be told apart are reported and not taken`(
    text: String, quoted: String
  ) {
    let fixture = Fixture(text)
    #expect(
      fixture.reports == [
        "bad-delimiters: \(quoted) does not set two delimiters with a space between them"
      ])
    #expect(fixture.places == fixture.marks)
    #expect(fixture.diagnostics[0].help == "write them like this: {{=<% %>=}}")
  }

  @Test(arguments: [
    ("▸{{}}◂", "tag '{{}}' has no name"), ("▸{{# }}◂{{/ }}", "tag '{{# }}' has no name"),
    ("{{▸company name◂}}", "'company name' is not a name; names hold no white space"),
    ("{{ ▸> head◂ }}", "'> head' is not a name; names hold no white space"),
    ("{{▸company..name◂}}", "'company..name' is not a name; a dot stands between two names"),
    ("{{#▸.name◂}}{{/.name}}", "'.name' is not a name; a dot stands between two names"),
  ])
  func `a tag without a proper name is reported`(text: String, message: String) {
    let fixture = Fixture(text)
    #expect(fixture.reports.first == "bad-tag-name: \(message)")
    #expect(fixture.places.first == fixture.marks.first)
  }

  @Test func `white space around a name does not matter`() {
    #expect(Fixture("{{ title }}{{{\tbody\t}}}{{# draft }}{{/draft}}").reports == [])
  }

  @Test func `every section that is not closed is reported, from the top`() {
    let fixture = Fixture("{{#▸steps◂}}{{#▸sources◂}}{{.}}\n{{^▸draft◂}}x")
    #expect(
      fixture.reports == [
        "unclosed-section: '{{#steps}}' is not closed; {{/steps}} is missing",
        "unclosed-section: '{{#sources}}' is not closed; {{/sources}} is missing",
        "unclosed-section: '{{^draft}}' is not closed; {{/draft}} is missing",
      ])
    #expect(fixture.places == fixture.marks)
  }

  @Test func `a section that is not closed ends with the one around it`() {
    let fixture = Fixture("{{#steps}}{{#▸sources◂}}{{.}}{{/steps}}{{title}}")
    #expect(
      fixture.reports == [
        "unclosed-section: '{{#sources}}' is not closed; {{/sources}} is missing"
      ])
    #expect(fixture.places == fixture.marks)
  }

  @Test func `a close tag with a slip in its name closes all the same, and is reported`() {
    let fixture = Fixture("{{#steps}}{{date}}{{/▸step◂}}{{title}}")
    #expect(
      fixture.reports == ["mismatched-close: 'step' closes nothing; the open section is 'steps'"])
    #expect(fixture.places == fixture.marks)
    #expect(fixture.diagnostics[0].notes.map(\.message) == ["'steps' is opened here"])
  }

  @Test func `a close tag that closes nothing is reported and ignored`() {
    let fixture = Fixture("{{/▸draft◂}}{{#steps}}{{/▸title◂}}{{date}}{{/steps}}")
    #expect(
      fixture.reports == [
        "mismatched-close: 'draft' closes nothing; no section is open here",
        "mismatched-close: 'title' closes nothing; the open section is 'steps'",
      ])
    #expect(fixture.places == fixture.marks)
  }

  @Test func `a template in another encoding is reported at its first byte that is not UTF-8`() {
    let source = TemplateSource(
      path: "templates/case.mustache", name: "case", bytes: [0x63, 0x61, 0x66, 0xE9, 0x0A])
    let problems = [source].parsedTemplates().diagnostics
    #expect(
      problems.map(\.message) == ["byte 0xE9 is not UTF-8; save the template as UTF-8"])
    #expect(problems.map(\.place) == [Place(path: "templates/case.mustache", start: 3, end: 4)])
    #expect(problems.map(\.rule) == [.templateEncoding])
    #expect(Fixture("café{{title}}").reports == [])
  }

  @Test func `all problems of all files are told in one run, used or not`() {
    let fixture = Fixture(
      """
      === case
      {{▸titel◂}} {{#steps}}{{▸dat◂}}{{/▸stpes◂}}
      === unused
      {{#▸x◂}}
      """)
    #expect(
      fixture.reports == [
        "mismatched-close: 'stpes' closes nothing; the open section is 'steps'",
        "unclosed-section: '{{#x}}' is not closed; {{/x}} is missing",
        "unknown-name: 'titel' is not offered here; did you mean 'title'?",
        "unknown-name: 'dat' is not offered here; did you mean 'date'?",
      ])
    #expect(Set(fixture.places) == Set(fixture.marks))
  }
}
