import Foundation
import TestSupport
import Testing

@Suite struct FixTests {
  private func folder() throws -> TemporaryFolder {
    try Fixture(
      """
      === content/topics/data-breach.md
      ---
      Name: Data breaches
      ---
      """, over: Publication.small
    ).written()
  }

  @Test func `where nobody can be asked, the patch is shown and nothing is written`() throws {
    let folder = try folder()
    let before = try folder.contents(of: "content")
    let run = try Program(["check", "--fix", "-s", folder.path])
    #expect(run.status == 1)
    #expect(
      run.output == """
        --- a/content/topics/data-breach.md
        +++ b/content/topics/data-breach.md
        @@ -1,3 +1,3 @@
         ---
        -Name: Data breaches
        +name: Data breaches
         ---

        """)
    #expect(run.errors.contains("nothing was written to 1 file"))
    #expect(try folder.contents(of: "content") == before)
  }

  @Test func `with --yes it is written, and what is left is checked`() throws {
    let folder = try folder()
    let run = try Program(["check", "--fix", "--yes", "-s", folder.path])
    #expect(run.status == 0)
    #expect(run.errors.contains("mended 1 file\n"))
    let text = try String(
      contentsOfFile: folder.path + "/content/topics/data-breach.md", encoding: .utf8)
    #expect(text.contains("name: Data breaches"))
    let again = try Program(["check", "--fix", "--yes", "-s", folder.path])
    #expect(again.status == 0 && again.errors.contains("nothing can be mended without doubt"))
  }

  @Test func `--yes alone, and rules that cannot be weighed so, are wrong usage`() throws {
    #expect(try Program(["check", "--yes"]).status == 64)
    let unknown = try Program(["check", "--allow", "unreferensed"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean 'unreferenced'?"))
    #expect(try Program(["build", "--warn", "unknown-company"]).status == 64)
  }

  @Test func `a rule is denied, or passed over and counted`() throws {
    let folder = try Fixture(
      "=== content/topics/lonely.md\n---\nname: Lonely\n---", over: Publication.small
    ).written()
    let denied = try Program(["build", "-s", folder.path, "--deny", "unreferenced"])
    #expect(denied.status == 1 && denied.errors.contains("error: topic 'lonely'"))
    #expect(try folder.contents(of: "public").isEmpty)
    let allowed = try Program(["check", "-s", folder.path, "--strict", "--allow", "unreferenced"])
    #expect(allowed.status == 0)
    #expect(allowed.errors.hasPrefix("1 passed over by --allow\n"))
  }
}
