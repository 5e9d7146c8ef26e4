import Testing

@testable import CommonMark

/// Nothing that an editor types becomes markup but what is meant to.
@Suite struct SafeHTMLTests {
  private func paragraph(_ text: String) -> String {
    Body(text).html.replacing("<p>", with: "").replacing("</p>\n", with: "")
  }

  @Test(arguments: ["sub", "sup", "cite", "q", "ins", "del", "small", "mark"])
  func `elements that only mark text pass, without attributes`(name: String) {
    #expect(paragraph("a <\(name)>b *c*</\(name)>") == "a <\(name)>b <em>c</em></\(name)>")
    #expect(Body("a <\(name)>b</\(name)>").findings == [])
    #expect(Body("a <\(name.uppercased())>b</\(name)>").findings == [])
    let attributed = Body("a <\(name) class=\"x\">b</\(name)>")
    #expect(attributed.diagnostics.map(\.rule.id) == ["raw-html", "raw-html"])
    #expect(!attributed.html.contains("<\(name)"))
  }

  @Test(arguments: [
    ("a<br>b", "a<br />b"), ("a<br/>b", "a<br />b"), ("a<BR />b", "a<br />b"),
    ("<abbr title=\"A & B\">x</abbr>", "<abbr title=\"A & B\">x</abbr>"),
    ("<abbr title='a \"b\"'>x</abbr>", "<abbr title=\"a &quot;b&quot;\">x</abbr>"),
  ])
  func `line breaks and abbreviations pass`(text: String, expected: String) {
    // An HTML block would begin with the tag.
    let shown = paragraph("x " + text).dropFirst(2)
    #expect(shown == expected || shown == expected.replacing("A & B", with: "A &amp; B"))
    #expect(Body("x " + text).findings == [])
  }

  @Test(arguments: [
    "<b>x</b>", "<script>x</script>", "<img src=x onerror=y>", "<a href=\"x\">y</a>", "<!-- x -->",
    "<?php x ?>", "<!DOCTYPE x>", "<![CDATA[x]]>", "<abbr>x</abbr>",
    "<abbr title=\"x\" id=\"y\">z</abbr>",
    "<sub>x", "x</sub>", "<sub><sup>x</sub></sup>", "*a <sub>b* c</sub>",
    "[a <sub>b](case:x) c</sub>",
    "<br class=\"x\">", "</br>", "<iframe>", "<svg onload=x>", "<math>", "<sub/>",
  ])
  func `anything else is an error, and shown as it was typed`(text: String) {
    let body = Body("x " + text)
    #expect(!body.diagnostics.isEmpty)
    #expect(body.diagnostics.allSatisfy { $0.rule.id == "raw-html" })
    let html = body.linked()
    for tag in ["<b>", "<script", "<img", "<!", "<?", "<iframe", "<svg", "<math", "</br"] {
      #expect(!html.contains(tag), "\(tag) in \(html)")
    }
    #expect(html.contains("&lt;"))
  }

  @Test(arguments: [
    "<div>\nx\n</div>", "<script>\nalert()\n</script>", "<!--\nx\n-->", "<p>x</p>", "<table><tr>",
    "<sub>x</sub>", "> <div>\n> x", "- <div>\n  x",
  ])
  func `a block of HTML is an error, and shown as it was typed`(text: String) {
    let body = Body("One.\n\n" + text)
    // What begins with a harmless element is a paragraph like any other.
    let isHarmless = text.hasPrefix("<sub>")
    #expect(body.diagnostics.map(\.rule.id) == (isHarmless ? [] : ["raw-html"]))
    #expect(body.html.contains(isHarmless ? "<sub>x</sub>" : "&lt;"))
  }

  @Test(arguments: [
    ("a < b > c & d", "a &lt; b &gt; c &amp; d"), ("\\<b>", "&lt;b&gt;"),
    ("&lt;b&gt;", "&lt;b&gt;"),
    ("`<b>`", "<code>&lt;b&gt;</code>"), ("&amp;lt;", "&amp;lt;"), ("1<2", "1&lt;2"),
    ("<3", "&lt;3"), ("< b>", "&lt; b&gt;"),
  ])
  func `what is typed as text is text`(text: String, expected: String) {
    #expect(paragraph(text) == expected)
    #expect(Body(text).findings == [])
  }

  @Test func `a title and an address cannot break out of their attribute`() {
    #expect(!Body("[x](<https://e.org/\"><b>>)").html.contains("<b>"))
    #expect(
      paragraph("[x](https://e.org/ '\"><b>')")
        == "<a href=\"https://e.org/\" rel=\"noopener\" data-host=\"e.org\" "
        + "title=\"&quot;&gt;&lt;b&gt;\">x</a>")
  }
}
