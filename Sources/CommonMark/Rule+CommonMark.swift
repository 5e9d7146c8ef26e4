import Diagnostics

extension Rule {
  /// The rules of a body's Markdown, in the order of the documentation.
  package static let ofCommonMark: [Rule] = [
    rawHTML, unsafeLink, unknownScheme, emptyLink, unknownAnchor, imageSource, imageText,
    skippedHeading, unknownNote, unusedNote, duplicateNote, nestedNote, nestedLink, quoteLanguage,
    extraCell, tableHead, tooComplex,
  ]

  package static let rawHTML = Rule(
    "raw-html", .error,
    "a body holds no raw HTML but inline elements that mark text, opened and closed in one block",
    why: """
      Markup that an editor types is shown to every reader and copied into feeds. Allowed are `sub`,
      `sup`, `br`, `cite`, `q`, `ins`, `del`, `small` and `mark` without attributes, and `abbr` with a
      title.
      """,
    in: .text,
    bad: "The fine was <b>annulled</b>.",
    good: "The fine was **annulled**.")

  package static let unsafeLink = Rule(
    "unsafe-link", .error,
    "a link or image never runs or embeds anything",
    why: "`javascript:`, `vbscript:`, `data:` and `file:` act on the reader's own machine.",
    in: .text,
    bad: "[print](javascript:print())",
    good: "[the decision](https://example.org/decision.pdf)")

  package static let unknownScheme = Rule(
    "unknown-scheme", .error,
    "a link begins with a scheme that Gazette knows, or is a path",
    why: """
      Known are `https:`, `http:`, `mailto:` and `tel:`, and the kinds of entry: `case:`, `company:`,
      `regulator:`, `law:`, `topic:` and `page:`. Anything else is most likely mistyped.
      """,
    in: .text,
    bad: "[](cases:apex)",
    good: "[](case:apex)")

  package static let emptyLink = Rule(
    "empty-link", .error,
    "a link leads somewhere, and one that leaves the site has a text",
    why:
      "A link without a text or a destination cannot be followed by anybody, least of all by ear.",
    in: .text,
    bad: "See [the decision]().",
    good: "See [the decision](https://example.org/decision.pdf).")

  package static let unknownAnchor = Rule(
    "unknown-anchor", .error,
    "a link into this page leads to one of its headings or notes",
    why: "The browser would silently stay where it is. Anchors are made of the headings' texts.",
    in: .text,
    bad: "See [the fine](#the-fines).\n\n## The fine",
    good: "See [the fine](#the-fine).\n\n## The fine")

  package static let imageSource = Rule(
    "image-source", .error,
    "an image is a file of the publication",
    why: """
      A picture on another host may change or vanish, and tells that host who reads the page. Put it
      into `content/files/`.
      """,
    in: .text,
    bad: "![The office](https://example.org/office.jpg)",
    good: "![The office](../files/office.jpg)")

  package static let imageText = Rule(
    "image-text", .error,
    "an image has a text that can stand for it",
    why: "Readers who do not see the picture hear this text; search finds the picture by it.",
    in: .text,
    bad: "![](../files/fines.png)",
    good: "![Fines by year: 4 in 2022, 9 in 2023](../files/fines.png)")

  package static let skippedHeading = Rule(
    "skipped-heading", .error,
    "a heading is at most one level below the heading before it",
    why: """
      Screen readers list headings as an outline, and a missing level looks like a missing part. The
      body's first level becomes `h2`, whatever it is.
      """,
    in: .text,
    bad: "## Findings\n\n#### The fine",
    good: "## Findings\n\n### The fine")

  package static let unknownNote = Rule(
    "unknown-note", .error,
    "a reference names a source of the entry or a footnote of the body",
    why: "Readers would see the brackets instead of a number that leads to the source.",
    in: .text,
    bad: "It was fined.[^decison]",
    good: "It was fined.[^decision]")

  package static let unusedNote = Rule(
    "unused-note", .error,
    "a footnote is referred to in the text",
    why: "A footnote without a number in the text is not shown, and what it says would be lost.",
    in: .text,
    bad: "It was fined.\n\n[^1]: In two instalments.",
    good: "It was fined[^1].\n\n[^1]: In two instalments.")

  package static let duplicateNote = Rule(
    "duplicate-note", .error,
    "a label names one note",
    why: "Of two footnotes with one label, or of a footnote and a source, only one could be shown.",
    in: .text,
    bad: "Fined[^1].\n\n[^1]: In May.\n[^1]: In June.",
    good: "Fined[^1] twice[^2].\n\n[^1]: In May.\n[^2]: In June.")

  package static let nestedNote = Rule(
    "nested-note", .error,
    "a reference to a note stands outside links",
    why: "The number is a link itself, and a link cannot hold another.",
    in: .text,
    bad: "[the decision[^decision]](https://example.org/)",
    good: "[the decision](https://example.org/)[^decision]")

  package static let nestedLink = Rule(
    "nested-link", .error,
    "a link holds no other link",
    why: "A browser would end the outer link where the inner one begins.",
    in: .text,
    bad: "[See <https://example.org/> for more](https://example.org/more)",
    good: "[See example.org for more](https://example.org/more)")

  package static let quoteLanguage = Rule(
    "quote-language", .error,
    "the language of a quotation is a BCP 47 tag",
    why: "Screen readers choose a voice by it, and quotation marks follow it.",
    in: .text,
    bad: "> Het bezwaar is ongegrond.\n> {lang=dutch_nl}",
    good: "> Het bezwaar is ongegrond.\n> {lang=nl}")

  package static let extraCell = Rule(
    "extra-cell", .error,
    "a row of a table has no more cells than its head",
    why: """
      Readers would not see the cells that have no column: GitHub and others drop them. Shorter rows are
      filled up with empty cells.
      """,
    in: .text,
    bad: "| Year | Fine |\n|---|---|\n| 2022 | 20 million | annulled |",
    good: "| Year | Fine | Outcome |\n|---|---|---|\n| 2022 | 20 million | annulled |")

  package static let tableHead = Rule(
    "table-head", .warning,
    "the line of dashes of a table has as many cells as the head above it",
    why: "Where the two differ there is no table, and readers see pipes and dashes.",
    in: .text,
    bad: "| Year | Fine |\n|---|\n| 2022 | 20 million |",
    good: "| Year | Fine |\n|---|---|\n| 2022 | 20 million |")

  package static let tooComplex = Rule(
    "too-complex", .error,
    "a body is not nested or bracketed beyond reason",
    why: """
      Markdown can be written that takes minutes to read. Real write-ups are far from these bounds; a
      body that meets one holds pasted or generated text, which belongs in a code block.
      """,
    in: .text,
    bad: "⟨![[]() × 10000⟩",
    good: """
      ```
      ⟨![[]() × 10⟩
      ```
      """)
}
