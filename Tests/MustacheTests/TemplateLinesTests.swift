import Testing

@Suite struct TemplateLinesTests {
  @Test func `a section tag alone on its line leaves no empty line`() {
    let fixture = Fixture(
      """
      <ul>
        {{#steps}}
        {{! one step }}
        <li>{{date}}</li>
        {{/steps}}
      </ul>
      """)
    #expect(fixture.shown() == "<ul>\n  <li>2022</li>\n  <li>2024</li>\n</ul>")
  }

  @Test func `two tags on a line, or a tag that shows something, keep their line`() {
    #expect(Fixture("a\n{{#draft}}{{/draft}}\nb").shown() == "a\n\nb")
    #expect(Fixture("a\n {{short}}\nb").shown() == "a\n \nb")
    #expect(Fixture("=== case\na\n{{>p}}{{>p}}\nb\n=== p\nx").shown() == "a\nxx\nb")
  }

  @Test func `a partial alone on its line is indented, its empty lines are not`() {
    let fixture = Fixture(
      """
      === case
      <main>
          {{>steps}}
      </main>
      === steps
      <ol>

        {{#steps}}
        {{date}}, {{>kind}}
        {{/steps}}
      </ol>

      === kind
      <b>{{kind}}</b>
      ({{kind}})
      """)
    #expect(fixture.reports == [])
    #expect(
      fixture.shown() == """
        <main>
            <ol>

              2022, <b>opened</b>
        (opened)
              2024, <b>decision</b>
        (decision)
            </ol>
        </main>
        """)
  }

  @Test func `Windows line ends are kept, and lost with a standalone tag`() {
    let fixture = Fixture([
      ("case", "a\r\n{{#title}}\r\n  {{>p}}\r\n{{/title}}\r\nb\r\n"), ("p", "x\r\n\r\ny\r\n"),
    ])
    #expect(fixture.shown() == "a\r\n  x\r\n\r\n  y\r\nb\r\n")
  }

  @Test func `a byte order mark is not shown`() {
    #expect(Fixture("\u{FEFF}{{#title}}\nx{{/title}}").shown() == "x")
  }

  @Test func `a page puts its blocks into a layout at the layout's indentation`() {
    let fixture = Fixture(
      """
      === case
      {{<layout}}
      {{$title}}{{title}} – cases{{/title}}
      {{$main}}
      <h1>{{title}}</h1>
        {{#steps}}
        <p>{{date}}</p>
        {{/steps}}
      {{/main}}
      {{$foot}}end{{/foot}}
      {{/layout}}
      === layout
      <title>{{$title}}Gazette{{/title}}</title>
      <body>
        {{$head}}{{/head}}
        {{$main}}
          <p>Nothing here</p>
        {{/main}}
        {{$foot}}{{/foot}}
      </body>

      """)
    #expect(fixture.reports == [])
    #expect(
      fixture.shown() == """
        <title>Fine &amp; orders – cases</title>
        <body>
            <h1>Fine &amp; orders</h1>
              <p>2022</p>
              <p>2024</p>
          end
        </body>

        """)
  }

  @Test func `a block that nobody overrides shows its own content as it stands`() {
    let fixture = Fixture("<p>\n  {{$note}}\n    none\n  {{/note}}\n</p>")
    #expect(fixture.shown() == "<p>\n    none\n</p>")
  }

  @Test func `the outermost template has the last word about a block`() {
    let fixture = Fixture(
      """
      === case
      {{<middle}}{{$a}}1{{/a}}{{/middle}}
      === middle
      {{<base}}{{$a}}2{{/a}}{{$b}}2 {{$c}}2{{/c}}{{/b}}{{/base}}
      === base
      {{$a}}3{{/a}} {{$b}}3{{/b}}
      """)
    #expect(fixture.shown() == "1 2 2")
  }

  @Test func `an overriding block sees the values at the place where it is shown`() {
    let fixture = Fixture(
      """
      === case
      {{<rows}}{{$row}}[{{date}} {{title}}]{{/row}}{{/rows}}
      === rows
      {{#steps}}{{$row}}{{kind}}{{/row}}{{/steps}}
      """)
    #expect(fixture.shown() == "[2022 Fine &amp; orders][2024 Fine &amp; orders]")
  }

  @Test func `delimiters change for the rest of their file only`() {
    let fixture = Fixture(
      """
      === case
      {{=<% %>=}}
      {{title}} <%#title%>x<%/title%> <%>p%>
      === p
      {{company.name}} <%title%>
      """)
    #expect(fixture.shown() == "{{title}} x Clearview AI <%title%>")
  }
}
