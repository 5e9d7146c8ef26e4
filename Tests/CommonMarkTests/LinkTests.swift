import Testing

@testable import CommonMark

/// Links and images, up to what the publication must answer.
@Suite struct LinkTests {
  private func paragraph(_ text: String) -> String {
    Body(text).linked().replacing("<p>", with: "").replacing("</p>\n", with: "")
  }

  @Test(arguments: [
    ("https://example.org/a?b=c&d", "https://example.org/a?b=c&amp;d", "example.org"),
    ("http://www.Example.ORG:8080/x", "http://www.Example.ORG:8080/x", "example.org"),
    ("https://me:pw@dpa.example/x#y", "https://me:pw@dpa.example/x#y", "dpa.example"),
    ("https://www.", "https://www.", "www."),
    ("https://BÜRO.example/", "https://B%C3%9CRO.example/", "büro.example"),
  ])
  func `an external link opens nothing of this page's, and has a host for print`(
    address: String, href: String, host: String
  ) {
    #expect(
      paragraph("[x](\(address))")
        == "<a href=\"\(href)\" rel=\"noopener\" data-host=\"\(host)\">x</a>")
  }

  @Test(arguments: ["mailto:desk@watch.example", "tel:+31701234567"])
  func `a mail address or telephone number is left as it is`(address: String) {
    #expect(paragraph("[x](\(address))") == "<a href=\"\(address)\">x</a>")
    #expect(Body("[x](\(address))").findings == [])
  }

  @Test(
    arguments: [
      ("case:acme", OpenLink.Kind.case, "acme", nil),
      ("case:acme#the-fine", .case, "acme", "the-fine"),
      ("company:acme", .company, "acme", nil), ("regulator:nl-ap", .regulator, "nl-ap", nil),
      ("law:gdpr/5(1)(a)", .law, "gdpr/5(1)(a)", nil), ("topic:cookies", .topic, "cookies", nil),
      ("page:about", .page, "about", nil), ("Case:acme", .case, "acme", nil),
      ("other.md", .file, "other.md", nil), ("../laws/gdpr.md#x", .file, "../laws/gdpr.md", "x"),
      ("/cases/acme/", .file, "/cases/acme/", nil), ("a%20b.md#c%20d", .file, "a b.md", "c d"),
      ("files/a.pdf", .file, "files/a.pdf", nil),
    ] as [(String, OpenLink.Kind, String, String?)])
  func `a link into the publication is left for it to answer`(
    typed: String, kind: OpenLink.Kind, target: String, fragment: String?
  ) {
    for text in ["[x](\(typed))", "[x](<\(typed)>)", "[x][r]\n\n[r]: \(typed)"] {
      let links = Body(text).prose.links
      #expect(links.map(\.kind) == [kind], "\(text)")
      #expect(links.map(\.target) == [target] && links.map(\.fragment) == [fragment])
    }
    #expect(Body("<\(typed)>").prose.links.map(\.kind) == (typed.contains(":") ? [kind] : []))
  }

  @Test func `an empty text takes the entry's own name`() {
    #expect(paragraph("[](case:acme)") == "<a href=\"/case/acme/\">ACME</a>")
    #expect(
      paragraph("[](case:acme \"t\") and [*x*](case:acme)")
        == "<a href=\"/case/acme/\" title=\"t\">ACME</a> and <a href=\"/case/acme/\"><em>x</em></a>"
    )
  }

  @Test func `an answer of nothing leaves the text`() {
    let prose = Body("[x](case:acme) and [](case:b)").prose
    let linked = prose.linked([
      LinkAnswer(address: nil), LinkAnswer(address: nil, text: "b"),
    ])
    #expect(
      String(decoding: linked.html, as: UTF8.self) == "<p><a>x</a> and <a>b</a></p>\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "java\u{1}script:x", "vbscript:x",
    "data:text/html,x",
    "data:image/png;base64,AA", "file:///etc/passwd", "&#106;avascript:x", "javascript&colon;x",
    "java&#10;script:x",
  ])
  func `an address that runs or embeds something is never written`(address: String) {
    for text in ["[x](<\(address)>)", "![x](<\(address)>)", "[x][r]\n\n[r]: <\(address)>"] {
      let body = Body(text)
      #expect(body.diagnostics.map(\.rule.id) == ["unsafe-link"], "\(text)")
      #expect(!body.linked().contains("href") && !body.linked().contains("src"))
    }
  }

  @Test func `only so many near misses are looked for`() {
    let links = (0..<40).map { "[x](#heading-\($0))" }.joined(separator: " ")
    let body = Body(links + "\n\n## Heading")
    #expect(body.diagnostics.count == 40)
    #expect(body.diagnostics.filter { $0.message.contains("did you mean") }.count == 20)
  }

  @Test func `addresses within the site and the page get what stands in front of them`() {
    let prose = Body("[a](case:x) [b](#y) [c](https://e.org/)[^decision]\n\n## y").prose
    let linked = prose.linked([LinkAnswer(address: "/cases/x/")])
    let html = String(
      decoding: linked.html(linked.body, root: "https://s.example", page: "https://s.example/p/"),
      as: UTF8.self)
    for address in [
      "https://s.example/cases/x/", "https://s.example/p/#y", "https://e.org/",
      "https://s.example/p/#note-decision",
    ] {
      #expect(html.contains("href=\"\(address)\""), "\(address) in \(html)")
    }
  }

  // MARK: Images

  @Test func `an image alone with a title is a figure with a caption`() {
    #expect(
      Body("![Fines *by* year](files/fines.png 'Fines, \"2022\" -- 2024')").linked() == """
        <figure><img src="/image/files/fines.png/" alt="Fines by year" loading="lazy" />\
        <figcaption>Fines, “2022” – 2024</figcaption></figure>

        """)
  }

  @Test func `an image in text, or without a title, is no figure`() {
    #expect(
      paragraph("![a](files/a.png)")
        == "<img src=\"/image/files/a.png/\" alt=\"a\" loading=\"lazy\" />")
    #expect(
      paragraph("See ![a](files/a.png \"t\")")
        == "See <img src=\"/image/files/a.png/\" alt=\"a\" title=\"t\" loading=\"lazy\" />")
  }
}
