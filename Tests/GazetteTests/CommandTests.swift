import Foundation
import TestSupport
import Testing

@Suite struct CommandTests {
  @Test func `a build puts the site into public, says so on standard error, and exits 0`() throws {
    let folder = try Fixture("", over: Publication.small).written()
    let run = try Program(["build", "-s", folder.path])
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors.contains("built 6 entries: "))
    #expect(run.errors.contains(" files written, 0 unchanged, 0 removed"))
    let site = try folder.contents(of: "public")
    #expect(site["cases/acme/index.html"] != nil)
    #expect(site["feed.atom"] != nil)
  }

  @Test func `a second build writes no file`() throws {
    let folder = try Fixture("", over: Publication.small).written()
    #expect(try Program(["build", "-s", folder.path]).status == 0)
    let before = try folder.identities(of: "public")
    let run = try Program(["build", "-s", folder.path])
    #expect(run.status == 0)
    #expect(run.errors.contains(": 0 files written, "))
    #expect(try folder.identities(of: "public") == before)
    let beside = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(beside.sorted() == ["content", "public"])
  }

  @Test func `another folder, time zone, locale and one job give the same bytes`() throws {
    let one = try Fixture("", over: Publication.small).written()
    let other = try Fixture("", over: Publication.small).written()
    #expect(try Program(["build", "-s", one.path]).status == 0)
    let run = try Program(
      ["build", "--jobs", "1"], in: other.path,
      environment: ["TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"])
    #expect(run.status == 0)
    #expect(try one.contents(of: "public") == other.contents(of: "public"))
  }

  @Test func `content with errors exits 1 and leaves the site as it was, byte for byte`() throws {
    let folder = try Fixture("", over: Publication.small).written()
    #expect(try Program(["build", "-s", folder.path]).status == 0)
    let before = try folder.contents(of: "public")
    try folder.write(
      "---\ntitle: B\nparents: [{ company: nobody }]\n---\n", to: "content/companies/b.md")
    let run = try Program(["build", "-s", folder.path, "--format", "short"])
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "content/companies/b.md:2:1: error: key 'title' is not one that a company has"))
    #expect(
      run.errors.contains("content/companies/b.md:3:22: error: company 'nobody' has no entry"))
    #expect(try folder.contents(of: "public") == before)
  }

  @Test func `check writes nothing`() throws {
    let folder = try Fixture("", over: Publication.small).written()
    let run = try Program(["check", "-s", folder.path])
    #expect(run.status == 0)
    #expect(run.errors.contains("checked 6 entries"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["content"])
  }

  @Test func `a warning lets a build pass, and --strict does not`() throws {
    let folder = try Fixture(
      "=== content/topics/lonely.md\n---\nname: Lonely\n---", over: Publication.small
    ).written()
    #expect(try Program(["check", "-s", folder.path]).status == 0)
    let strict = try Program(["check", "-s", folder.path, "--strict"])
    #expect(strict.status == 1)
    #expect(strict.errors.contains("[unreferenced]"))
  }

  @Test func `work that cannot be done exits 2 and says why`() throws {
    let missing = try Program(["build", "-s", "/nowhere/at/all"])
    #expect(missing.status == 2)
    #expect(missing.errors.contains("'/nowhere/at/all/content'"))
    let folder = try Fixture("", over: Publication.small).written()
    let inside = try Program(["build", "-s", folder.path, "-d", folder.path + "/content/public"])
    #expect(inside.status == 2)
    #expect(inside.errors.contains("inside the source folder"))
    try folder.write("mine", to: "public/notes.txt")
    let foreign = try Program(["build", "-s", folder.path])
    #expect(foreign.status == 2)
    #expect(foreign.errors.contains("'notes.txt'"))
    #expect(try folder.contents(of: "public").count == 1)
  }

  @Test(arguments: [
    ["build", "--nosuch"], ["nosuch"], ["build", "--now", "yesterday"], ["build", "--jobs", "0"],
    ["build", "--base-url", "watch.example"], ["check", "--format", "xml"],
    ["explain", "no-such-rule"],
  ])
  func `wrong usage exits 64`(arguments: [String]) throws {
    let run = try Program(arguments)
    #expect(run.status == 64)
    #expect(run.errors != "")
  }

  @Test func `the program copied alone to another folder builds a site`() throws {
    let folder = try Fixture("", over: Publication.small).written()
    let copy = folder.path + "/gazette"
    try FileManager.default.copyItem(at: Program.location, to: URL(fileURLWithPath: copy))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: copy)
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.arguments = ["build", "--quiet"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try folder.contents(of: "public")["cases/acme/index.html"] != nil)
  }

  @Test func `markdown shows the HTML of standard input and of a file`() throws {
    let bare = try Program(["markdown", "--bare"], input: "# A *b*\n")
    #expect(bare.status == 0)
    #expect(bare.output == "<h1>A <em>b</em></h1>\n")
    let folder = try TemporaryFolder()
    try folder.write("Text with <b>bold</b>.\n", to: "text.md")
    let whole = try Program(["markdown", folder.path + "/text.md", "--format", "short"])
    #expect(whole.status == 1)
    #expect(whole.errors.contains(":1:11: error: "))
    #expect(whole.output.contains("&lt;b&gt;"))
  }

  @Test func `explain tells what a rule wants, and finds the one that was meant`() throws {
    let page = try Program(["explain", "bad-date"])
    #expect(page.status == 0)
    #expect(
      page.output.contains("Not so, in the front matter of a case:\n\n    checked: 2024-02-30\n"))
    #expect(try Program(["explain", "bad-dat"]).errors.contains("did you mean 'bad-date'?"))
    #expect(try Program(["explain"]).output.contains("unknown-company"))
  }
}
