import Diagnostics

@testable import CommonMark

extension CommonMarkRuleTests {
  static let markupExamples = [
    BodyExample(
      .rawHTML, "A word in ▸<b>.",
      "'<b>' is raw HTML, which a body does not hold; write it in Markdown",
      not: "A word in \\<b>."),
    BodyExample(
      .rawHTML, "Text.\n\n▸<div class=\"x\">\n  <p>One</p>\n</div>",
      "'<div class=\"x\">' is raw HTML, which a body does not hold; write it in Markdown",
      not: "Text.\n\n    <div class=\"x\">"),
    BodyExample(
      .rawHTML, "H▸<sub>2 O",
      "'<sub>' has no partner around the same text; open and close it in one block",
      not: "H<sub>2</sub>O"),
    BodyExample(
      .rawHTML, "*H▸<sub>2*",
      "'<sub>' has no partner around the same text; open and close it in one block",
      not: "*H<sub>2</sub>*"),
    BodyExample(
      .rawHTML, "The ▸<abbr>DPC",
      "'<abbr>' is raw HTML, which a body does not hold; write it in Markdown",
      not: "The <abbr title=\"Data Protection Commission\">DPC</abbr>"),
    BodyExample(
      .rawHTML, "One ▸<!-- two --> three",
      "'<!-- two -->' is raw HTML, which a body does not hold; write it in Markdown",
      not: "One <br> two"),
    BodyExample(
      .skippedHeading, "## Findings\n\n▸#### The fine",
      "'####' skips a level of headings; write '###'", not: "## Findings\n\n### The fine"),
    BodyExample(
      .skippedHeading, "# One\n\n## Two\n\n### Three\n\n# Four\n\n▸### Five",
      "'###' skips a level of headings; write '##'",
      not: "### One\n\n#### Two\n\n### Three"),
    BodyExample(
      .quoteLanguage, "> Het bezwaar.\n> {lang=▸dutch_nl}",
      "'dutch_nl' is no language tag; write one such as 'nl' or 'pt-BR'",
      not: "> Het bezwaar.\n> {lang=nl-BE}"),
    BodyExample(
      .extraCell, "| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | ▸3 |",
      "'3' stands in a column that the table's head does not have; name it there",
      not: "| a | b |\n|---|---|\n| 1 | 2 |  |\n| 1 |"),
    BodyExample(
      .tableHead, "Text\n| a | b | c |\n▸|---|---|\n| 1 | 2 | 3 |",
      "the line of dashes has 2 cells and the head above it 3, so this is no table",
      not: "Text\n| a | b |\n|---|---|\n| 1 | 2 |"),
    BodyExample(
      .tableHead, "> a | b\n> ▸-|-|-",
      "the line of dashes has 3 cells and the head above it 2, so this is no table",
      not: "> a, b\n> -|-|-"),
    BodyExample(
      .imageSource, "![The office](▸https://example.org/office.jpg)",
      "'https://example.org/office.jpg' is no file of the publication; copy the image into "
        + "'content/files/'",
      not: "![The office](files/office.jpg)"),
    BodyExample(
      .imageSource, "![The office](▸)", "the image names no file; put its path in",
      not: "![The office](../files/office.jpg)"),
    BodyExample(
      .imageText, "![](▸files/office.jpg)",
      "the image has no text; say in the brackets what it shows",
      not: "![Office](files/office.jpg)"),
  ]

  static let linkExamples = [
    BodyExample(
      .unsafeLink, "[x](▸javascript:alert)",
      "'javascript:alert' is a 'javascript:' link, which runs or opens something",
      not: "`[x](javascript:alert)`"),
    BodyExample(
      .unsafeLink, "[x](▸VBScript:y)",
      "'VBScript:y' is a 'vbscript:' link, which runs or opens something",
      not: "[VBScript: y](https://example.org/)"),
    BodyExample(
      .unsafeLink, "![x](▸data:image/png;base64,AA)",
      "'data:image/png;base64,AA' is a 'data:' link, which runs or opens something",
      not: "![x](files/data.png)"),
    BodyExample(
      .unsafeLink, "<▸file:///etc/passwd>",
      "'file:///etc/passwd' is a 'file:' link, which runs or opens something",
      not: "[x](files/passwd.txt)"),
    BodyExample(
      .unknownScheme, "[x](▸cases:acme)",
      "'cases:acme' begins with 'cases:', which is no scheme of links; did you mean 'case:'?",
      not: "[x](case:acme)"),
    BodyExample(
      .unknownScheme, "[x](▸//example.org/)",
      "'//example.org/' names a host without a scheme; write 'https://example.org/'",
      not: "[x](https://example.org/)"),
    BodyExample(
      .emptyLink, "[x](▸)", "the link leads nowhere; name its destination", not: "\\[x]()"),
    BodyExample(
      .emptyLink, "[](▸https://example.org/)",
      "'https://example.org/' is linked without a text; write one in the brackets",
      not: "[](case:acme)"),
    BodyExample(
      .unknownAnchor, "[x](▸#the-fines)\n\n## The fine",
      "'#the-fines' is no heading or note of this page; did you mean '#the-fine'?",
      not: "[x](#the-fine)\n\n## The fine"),
  ]

  static let noteExamples = [
    BodyExample(
      .unknownNote, "Fined.▸[^desicion]",
      "note 'desicion' is no source of this entry and no footnote of its body; did you mean "
        + "'decision'?",
      not: "Fined.[^decision]"),
    BodyExample(
      .unusedNote, "Fined.\n\n[^▸1]: In two instalments.",
      "note '1' is not referred to; put '[^1]' where it belongs",
      not: "Fined.[^1]\n\n[^1]: In two instalments."),
    BodyExample(
      .duplicateNote, "Fined.[^1]\n\n[^1]: In May.\n\n[^▸1]: In June.",
      "note '1' is defined twice; give one of the two another label",
      not: "Fined[^1] twice.[^2]\n\n[^1]: In May.\n\n[^2]: In June."),
    BodyExample(
      .duplicateNote, "Fined.[^press]\n\n[^▸press]: In May.",
      "note 'press' has the id of a source of this entry; give it another label",
      not: "Fined.[^press]"),
    BodyExample(
      .nestedNote, "[the decision▸[^decision]](https://example.org/)",
      "note 'decision' is referred to inside a link; move it behind the link",
      not: "[the decision](https://example.org/)[^decision]"),
  ]

  static let nestedLinkExamples = [
    BodyExample(
      .nestedLink, "[a *<▸https://e.org/>* b](https://e.org/b)",
      "'https://e.org/' is a link inside a link; take its pointed brackets away",
      not: "[a](https://e.org/b) <https://e.org/>")
  ]

  static let boundExamples = [
    BodyExample(
      .tooComplex, "Text.\n\n" + String(repeating: ">", count: 100) + "▸> deep",
      "lists and quotations are nested more than 100 deep; put pasted text into a code block",
      not: "Text.\n\n" + String(repeating: ">", count: 100) + " deep"),
    BodyExample(
      .tooComplex,
      "Text.\n\n▸" + String(repeating: "[", count: 20_000)
        + String(repeating: "a]", count: 20_000).replacing("a]a]", with: "a] a]"),
      "a paragraph leaves 20000 brackets open; put pasted text into a code block",
      not: "Text.\n\n" + String(repeating: "[a] ", count: 20_000)),
  ]
}
