import Diagnostics

extension Rule {
  /// Every rule about templates.
  package static let ofMustache: [Rule] = [
    templateEncoding, unclosedTag, badDelimiters, badTagName, unclosedSection, mismatchedClose,
    repeatedOverride, ignoredContent, unknownPartial, missingTemplate, unusedOverride,
    recursivePartial, templateTooDeep, templateTooLarge, unknownName, unescapedText, flagAsText,
    listAsText,
  ]

  package static let templateEncoding = Rule(
    "template-encoding", .error, "a template is UTF-8",
    why:
      "Its bytes go into pages that declare themselves UTF-8, where others show as question marks.",
    bad: "a file saved as Latin-1", good: "the same file saved as UTF-8")
  package static let unclosedTag = Rule(
    "unclosed-tag", .error, "a tag ends with the delimiter that belongs to it",
    why: "Everything up to the next delimiter would be taken for a name.",
    bad: "<h1>{{title}</h1>", good: "<h1>{{title}}</h1>")
  package static let badDelimiters = Rule(
    "bad-delimiters", .error, "a set-delimiter tag holds two delimiters with a space between them",
    why: "Without both, no later tag of the file can be recognized.",
    bad: "{{=<%=}}", good: "{{=<% %>=}}")
  package static let badTagName = Rule(
    "bad-tag-name", .error,
    "a tag has a name, without white space, and with dots only between names",
    why: "Such a name cannot stand for anything, so the tag would never show anything.",
    bad: "{{company .name}}", good: "{{company.name}}")
  package static let unclosedSection = Rule(
    "unclosed-section", .error, "each section, parent and block is closed",
    why: "Where it ends decides what is repeated, hidden or replaced.",
    bad: "{{#steps}}<li>{{date}}</li>", good: "{{#steps}}<li>{{date}}</li>{{/steps}}")
  package static let mismatchedClose = Rule(
    "mismatched-close", .error, "a close tag bears the name of the tag it closes",
    why: "A close tag that fits nothing is a slip in one of the two names.",
    bad: "{{#steps}}…{{/step}}", good: "{{#steps}}…{{/steps}}")
  package static let repeatedOverride = Rule(
    "repeated-override", .error, "a parent is given each block once",
    why: "Only one of them can be shown; the other would be lost in silence.",
    bad: "{{<page}}{{$title}}A{{/title}}{{$title}}B{{/title}}{{/page}}",
    good: "{{<page}}{{$title}}B{{/title}}{{/page}}")
  package static let ignoredContent = Rule(
    "ignored-content", .warning, "what a parent tag holds stands in its blocks",
    why: "Mustache shows nothing of what stands between a parent's tags but the blocks.",
    bad: "{{<page}}<p>Hello</p>{{/page}}", good: "{{<page}}{{$main}}<p>Hello</p>{{/main}}{{/page}}")
  package static let unknownPartial = Rule(
    "unknown-partial", .error, "a partial or parent names a template that is there",
    why: "Mustache would show nothing in its place, on every page.",
    bad: "{{>partials/haed}}", good: "{{>partials/head}}")
  package static let missingTemplate = Rule(
    "missing-template", .error, "each kind of page has its template",
    why: "Pages of that kind could not be shown at all.",
    bad: "no case.mustache", good: "templates/case.mustache")
  package static let unusedOverride = Rule(
    "unused-override", .error, "a block given to a parent is one that the parent has",
    why: "A block with another name is never shown.",
    bad: "{{<page}}{{$tilte}}Fines{{/tilte}}{{/page}}",
    good: "{{<page}}{{$title}}Fines{{/title}}{{/page}}")
}

extension Rule {
  package static let recursivePartial = Rule(
    "recursive-partial", .error,
    "a template includes itself only inside a section of a list or an object",
    why: "Each inclusion would ask for the next, without end.",
    bad: "{{! tree.mustache }}<li>{{name}}{{>tree}}</li>",
    good: "{{! tree.mustache }}<li>{{name}}{{#children}}{{>tree}}{{/children}}</li>")
  package static let templateTooDeep = Rule(
    "template-too-deep", .error, "sections and partials nest within bounds",
    why: "The bounds are far beyond what a page needs; past them a slip would exhaust the memory.",
    bad: "a hundred and one open sections", good: "partials, and fewer sections in each")
  package static let templateTooLarge = Rule(
    "template-too-large", .error, "a kind of page with all its partials stays below 8 MiB",
    why: "Partials that include others several times multiply; past the bound it is a slip.",
    bad: "{{>a}}{{>a}} in each of thirty partials", good: "a section of a list")
  package static let unknownName = Rule(
    "unknown-name", .error, "a tag names something that the page offers at that place",
    why: "Mustache would show nothing, on every page, and nobody would be told.",
    bad: "{{titel}}", good: "{{title}}")
  package static let unescapedText = Rule(
    "unescaped-text", .error, "plain text is written with two braces",
    why: "Text may hold `<` and `&`; only what is HTML already may go out as it is.",
    bad: "{{{title}}}", good: "{{title}}")
  package static let flagAsText = Rule(
    "flag-as-text", .error, "a flag is used as a section",
    why: "A flag decides whether something is shown; it has no text of its own.",
    bad: "{{draft}}", good: "{{#draft}}Draft{{/draft}}")
  package static let listAsText = Rule(
    "list-as-text", .error, "a list or an object is used as a section",
    why: "There is no one way to print rows or fields; a section says what to show of each.",
    bad: "{{steps}}", good: "{{#steps}}<li>{{date}}</li>{{/steps}}")
}
