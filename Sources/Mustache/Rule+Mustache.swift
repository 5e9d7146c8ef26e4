import Diagnostics

extension Rule {
  /// Every rule about templates.
  package static let ofMustache: [Rule] = [
    templateEncoding, unclosedTag, badDelimiters, badTagName, unclosedSection, mismatchedClose,
    repeatedOverride, ignoredContent, unknownPartial, missingTemplate, unusedOverride,
    recursivePartial, templateTooDeep, templateTooLarge, unknownName, unescapedText, flagAsText,
    listAsText, unknownString,
  ]

  package static let templateEncoding = Rule(
    "template-encoding", .error, "a template is UTF-8",
    why:
      "Its bytes go into pages that declare themselves UTF-8, where others show as question marks.",
    in: .template("not-found"),
    bad: "<h1>Seite nicht gefunden: ⟨FC⟩berpr⟨FC⟩fen</h1>",
    good: "<h1>Seite nicht gefunden: überprüfen</h1>")
  package static let unclosedTag = Rule(
    "unclosed-tag", .error, "a tag ends with the delimiter that belongs to it",
    why: "Everything up to the next delimiter would be taken for a name.",
    in: .template("case-row"),
    bad: "<td>{{title}</td>",
    good: "<td>{{title}}</td>")
  package static let badDelimiters = Rule(
    "bad-delimiters", .error, "a set-delimiter tag holds two delimiters with a space between them",
    why: "Without both, no later tag of the file can be recognized.",
    in: .template("case-row"),
    bad: "{{=<%=}}<td><%title%></td>",
    good: "{{=<% %>=}}<td><%title%></td>")
  package static let badTagName = Rule(
    "bad-tag-name", .error,
    "a tag has a name, without white space, and with dots only between names",
    why: "Such a name cannot stand for anything, so the tag would never show anything.",
    in: .template("case-row"),
    bad: "{{address .title}}",
    good: "{{title}}")
  package static let unclosedSection = Rule(
    "unclosed-section", .error, "each section, parent and block is closed",
    why: "Where it ends decides what is repeated, hidden or replaced.",
    in: .template("case-row"),
    bad: "{{#companies}}<td>{{name}}</td>",
    good: "{{#companies}}<td>{{name}}</td>{{/companies}}")
  package static let mismatchedClose = Rule(
    "mismatched-close", .error, "a close tag bears the name of the tag it closes",
    why: "A close tag that fits nothing is a slip in one of the two names.",
    in: .template("case-row"),
    bad: "{{#companies}}<td>{{name}}</td>{{/company}}",
    good: "{{#companies}}<td>{{name}}</td>{{/companies}}")
  package static let repeatedOverride = Rule(
    "repeated-override", .error, "a parent is given each block once",
    why: "Only one of them can be shown; the other would be lost in silence.",
    in: .template("not-found"),
    bad: """
      {{<layout}}
      {{$title}}Not here{{/title}}
      {{$title}}Gone{{/title}}
      {{/layout}}
      """,
    good: """
      {{<layout}}
      {{$title}}Not here{{/title}}
      {{/layout}}
      """)
  package static let ignoredContent = Rule(
    "ignored-content", .warning, "what a parent tag holds stands in its blocks",
    why: "Mustache shows nothing of what stands between a parent's tags but the blocks.",
    in: .template("not-found"),
    bad: """
      {{<layout}}
      <p>Not here.</p>
      {{/layout}}
      """,
    good: """
      {{<layout}}
      {{$main}}<p>Not here.</p>{{/main}}
      {{/layout}}
      """)
  package static let unknownPartial = Rule(
    "unknown-partial", .error, "a partial or parent names a template that is there",
    why: "Mustache would show nothing in its place, on every page.",
    in: .template("not-found"),
    bad: "{{>hnit}}\n=== templates/hint.mustache\n<p>Not here.</p>",
    good: "{{>hint}}\n=== templates/hint.mustache\n<p>Not here.</p>")
  package static let missingTemplate = Rule(
    "missing-template", .error, "each kind of page has its template",
    why: "Pages of that kind could not be shown at all.",
    in: .theme,
    bad: "=== templates/not-fuond.mustache\n<h1>Not here</h1>",
    good: "=== templates/not-found.mustache\n<h1>Not here</h1>")
  package static let unusedOverride = Rule(
    "unused-override", .error, "a block given to a parent is one that the parent has",
    why: "A block with another name is never shown.",
    in: .template("not-found"),
    bad: """
      {{<layout}}
      {{$mian}}<p>Not here.</p>{{/mian}}
      {{/layout}}
      """,
    good: """
      {{<layout}}
      {{$main}}<p>Not here.</p>{{/main}}
      {{/layout}}
      """)
}

extension Rule {
  package static let recursivePartial = Rule(
    "recursive-partial", .error,
    "a template includes itself only inside a section of a list or an object",
    why: "Each inclusion would ask for the next, without end.",
    in: .template("not-found"),
    bad: "<li>{{>not-found}}</li>",
    good: "<ul>{{#links}}<li>{{name}}</li>{{/links}}</ul>")
  package static let templateTooDeep = Rule(
    "template-too-deep", .error, "sections and partials nest within bounds",
    why: "The bounds are far beyond what a page needs; past them a slip would exhaust the memory.",
    in: .template("not-found"),
    bad: "⟨{{#links}} × 200⟩⟨{{/links}} × 200⟩",
    good: "{{#links}}{{name}}{{/links}}")
  package static let templateTooLarge = Rule(
    "template-too-large", .error, "a kind of page with all its partials stays below 8 MiB",
    why: "Partials that include others several times multiply; past the bound it is a slip.",
    in: .template("not-found"),
    bad: """
      {{>a}}
      === templates/a.mustache
      ⟨{{>b}} × 100⟩
      === templates/b.mustache
      ⟨{{>c}} × 100⟩
      === templates/c.mustache
      ⟨<p>Not here.</p> × 100⟩
      """,
    good: """
      {{>a}}
      === templates/a.mustache
      <p>Not here.</p>
      """)
  package static let unknownName = Rule(
    "unknown-name", .error, "a tag names something that the page offers at that place",
    why: "Mustache would show nothing, on every page, and nobody would be told.",
    in: .template("case-row"),
    bad: "<td>{{titel}}</td>",
    good: "<td>{{title}}</td>")
  package static let unescapedText = Rule(
    "unescaped-text", .error, "plain text is written with two braces",
    why: "Text may hold `<` and `&`; only what is HTML already may go out as it is.",
    in: .template("case-row"),
    bad: "<td>{{{title}}}</td>",
    good: "<td>{{title}}</td>")
  package static let flagAsText = Rule(
    "flag-as-text", .error, "a flag is used as a section",
    why: "A flag decides whether something is shown; it has no text of its own.",
    in: .template("case-row"),
    bad: "<td>{{is_draft}}</td>",
    good: "<td>{{#is_draft}}Draft{{/is_draft}}</td>")
  package static let listAsText = Rule(
    "list-as-text", .error, "a list or an object is used as a section",
    why: "There is no one way to print rows or fields; a section says what to show of each.",
    in: .template("case-row"),
    bad: "<td>{{companies}}</td>",
    good: "<td>{{#companies}}{{name}} {{/companies}}</td>")
}
