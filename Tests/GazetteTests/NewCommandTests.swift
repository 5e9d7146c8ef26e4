import Foundation
import TestSupport
import Testing

@Suite struct NewCommandTests {
  private func publication() throws -> TemporaryFolder {
    try Fixture("", over: Publication.small).written()
  }

  private func text(_ folder: TemporaryFolder, _ path: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + path, encoding: .utf8)
  }

  private let facts = [
    "--title", "Late again", "--company", "Acme Energy", "--regulator", "nl-ap", "--decided",
    "2026-01-15", "--fine", "30500000 EUR",
  ]

  @Test func `a new case passes check, and what to fill in is said`() throws {
    let folder = try publication()
    let run = try Program(["new", "case", "late-again"] + facts, in: folder.path)
    #expect(run.status == 0)
    #expect(run.output == "content/cases/late-again.md\n")
    #expect(
      run.errors == """
        a draft until 'draft: true' is taken out; still to be filled in:
          line 4: summary, one or two sentences of plain text
          line 20: title, the document's own title
          line 33: the text

        """)
    #expect(try text(folder, "content/cases/late-again.md").contains("companies: [acme-energy]"))
    #expect(try Program(["check", "--strict"], in: folder.path).status == 0)
    #expect(try Program(["build", "--drafts"], in: folder.path).status == 0)
  }

  @Test(arguments: [
    ("company", ["--title", "Nova", "--country", "NL"]),
    ("regulator", ["--name", "Nova", "--jurisdiction", "DE-HH"]),
    ("law", ["--title", "Nova", "--short", "N", "--jurisdiction", "EU"]),
    ("topic", ["--title", "Nova", "--summary", "New: things"]), ("page", ["--title", "Nova"]),
  ])
  func `an entry of each other kind passes check`(kind: String, options: [String]) throws {
    let folder = try publication()
    let run = try Program(["new", kind, "nova", "-s", folder.path] + options)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(folder.path + "/content/"))
    #expect(try Program(["check"], in: folder.path).status == 0)
  }

  @Test(arguments: [
    (["case", "x"], "--title, --company, --regulator are missing"),
    (["case", "x", "--title", "X", "--company", "acme-energy"], "--regulator is missing"),
    (["law", "x", "--title", "X"], "--short, --jurisdiction are missing"),
    (["case", "Bad Slug"], "such as 'bad-slug'"),
    (["case", "x", "--fine", "5 euro"], "'5 euro' is no amount"),
    (["case", "x", "--decided", "2026-02-30"], "'2026-02-30' is no date"),
    (["topic", "x", "--title", "X", "--fine", "5 EUR"], "'--fine' says nothing that a topic has"),
    (["regulator", "x", "--title", "X", "--jurisdiction", "UK"], "'UK' is no jurisdiction code"),
    (["topic", "x", "--title", " "], "empty value"),
    (["page", "x", "--title", "X", "--create"], "'--create' is for a case"),
    (["page", "x", "--title", "X", "--edit"], "$EDITOR"),
    (
      ["case", "x", "--title", "X", "--company", "Acme Enrgy", "--regulator", "nl-ap"],
      "did you mean 'acme-energy' (Acme Energy)?"
    ),
  ])
  func `what is missing or wrong is said, and nothing is asked or written`(
    arguments: [String], words: String
  ) throws {
    let folder = try publication()
    let before = try folder.contents(of: "content")
    let run = try Program(
      ["new"] + arguments, in: folder.path, environment: ["VISUAL": "", "EDITOR": ""])
    #expect(run.status == 64)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output == "")
    #expect(try folder.contents(of: "content") == before)
  }

  @Test(arguments: [
    ("acme", "content/cases/acme.md is there already"), ("once", "earlier slug of 'acme'"),
    ("gone", "content/ledger.txt:2"), ("broken", "content/cases/2024/broken.md is there already"),
  ])
  func `an address that was ever used is refused`(slug: String, words: String) throws {
    let folder = try publication()
    let acme = try text(folder, "content/cases/acme.md")
    try folder.write(
      acme.replacing("title:", with: "formerly: [once]\ntitle:", maxReplacements: 1),
      to: "content/cases/acme.md")
    try folder.write("no front matter", to: "content/cases/2024/broken.md")
    try folder.write("# ledger\n/cases/gone/ gone 2026-01-01\n", to: "content/ledger.txt")
    let before = try folder.contents(of: "content")
    let run = try Program(["new", "case", slug] + facts, in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(try folder.contents(of: "content") == before)
  }

  @Test(arguments: [["case", "x", "--company", "unnamed", "--regulator", "nl-ap"], ["news", "x"]])
  func `a draft of which little is known can be looked at`(arguments: [String]) throws {
    let folder = try publication()
    #expect(try Program(["new"] + arguments + ["--title", "X"], in: folder.path).status == 0)
    #expect(try Program(["check", "--strict"], in: folder.path).status == 0)
    let build = try Program(["build", "--drafts", "--future"], in: folder.path)
    #expect(build.status == 0, "\(build.errors)")
    let page = try folder.contents(of: "public")["\(arguments[0])s/x/index.html"]
    #expect(page != nil || arguments[0] == "news")
  }

  @Test func `--create makes companies and regulators that are missing`() throws {
    let folder = try publication()
    let arguments = [
      "new", "case", "nova", "--title", "Nova", "--company", "Nova Öl AG", "--regulator",
      "hamburg-dpa", "--create",
    ]
    #expect(try Program(arguments, in: folder.path).errors.contains("--jurisdiction is missing"))
    let run = try Program(arguments + ["--jurisdiction", "DE-HH"], in: folder.path)
    #expect(run.status == 0)
    #expect(
      run.output
        == "content/companies/nova-ol-ag.md\ncontent/regulators/hamburg-dpa.md\n"
        + "content/cases/nova.md\n")
    #expect(try text(folder, "content/companies/nova-ol-ag.md").contains("name: Nova Öl AG"))
    #expect(try text(folder, "content/regulators/hamburg-dpa.md").contains("name: Hamburg Dpa"))
    #expect(try Program(["check", "--strict"], in: folder.path).status == 0)
  }

  @Test func `--edit opens the new file in the editor`() throws {
    let folder = try publication()
    let run = try Program(
      ["new", "topic", "nova", "--title", "Nova", "--edit"], in: folder.path,
      environment: ["VISUAL": "", "EDITOR": "sed -i.bak s/Nova/Changed/"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("[unreferenced]"))
    #expect(try text(folder, "content/topics/nova.md").contains("name: Changed"))
  }

  @Test func `what the editor leaves wrong is said when it closes`() throws {
    let folder = try publication()
    let run = try Program(
      ["new", "case", "late-again", "--edit"] + facts, in: folder.path,
      environment: ["VISUAL": "sed -i.bak s/acme-energy/acme-enrgy/"])
    #expect(run.status == 1)
    #expect(run.errors.contains("did you mean 'acme-energy'? [unknown-company]"))
    #expect(run.errors.contains("hint: 'summary' is still to be filled in"))
    #expect(run.output == "content/cases/late-again.md\n")
  }

  @Test func `on a terminal it asks, Tab completes names, and wrong answers are asked again`()
    throws
  {
    let folder = try publication()
    let run = try Conversation(
      ["new", "case", "late-again"], in: folder.path,
      answers: [
        ("Title: ", "Late ag\u{7F}gain: twice\n"), ("Company", "acm\t\n"),
        ("Another company", "Acme Enrgy\n"), ("did you mean Acme Energy", "perhaps\n"),
        ("y or n", "n\n"), ("make one?", "n\n"), ("Another company", "\n"),
        ("Regulator", "dutch\t\n"), ("Another regulator", "\n"), ("Decided", "yesterday\n"),
        ("is no date", "2026-03\n"), ("Fine", "\n"), ("Summary", "\n"), ("Address", "\n"),
      ])
    #expect(run.status == 0, "\(run.screen)")
    #expect(run.output == "content/cases/late-again.md\n")
    #expect(run.screen.contains("Acme Energy\n"))
    #expect(run.screen.contains("'yesterday' is no date"))
    let written = try text(folder, "content/cases/late-again.md")
    #expect(written.contains("title: \"Late again: twice\""))
    #expect(written.contains("companies: [acme-energy]"))
    #expect(written.contains("regulators: [nl-ap]"))
    #expect(written.contains("date: 2026-03"))
  }

  @Test func `Ctrl-C at a question writes nothing`() throws {
    let folder = try publication()
    let run = try Conversation(
      ["new", "topic", "x"], in: folder.path, answers: [("Name", "Na\u{3}")])
    #expect(run.status == 2)
    #expect(run.screen.contains("nothing was written"))
    #expect(try folder.contents(of: "content")["topics/x.md"] == nil)
  }
}
