import Foundation
import TestSupport
import Testing

@Suite struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func `a shell's completions know every command`(shell: String) throws {
    let run = try Program(["--generate-completion-script", shell])
    #expect(run.status == 0)
    for command in ["build", "check", "init", "new", "list", "markdown", "explain"] {
      #expect(run.output.contains(command))
    }
    #expect(run.output.contains("jurisdiction"))
  }

  @Test(arguments: [
    (["list", "--", "--company"], "acme-energy"), (["new", "--", "--regulator"], "nl-ap"),
    (["explain", "--", "positional@0"], "bad-date"), (["check", "--", "--deny"], "unfilled"),
  ])
  func `slugs of the publication and names of rules are offered`(
    asked: [String], offered: String
  ) throws {
    let folder = try Fixture("", over: Publication.small).written()
    let run = try Program(["---completion"] + asked + ["0", "0"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.split(separator: "\n").contains(Substring(offered)), "\(run.output)")
  }

  @Test func `where there is no publication no slug is offered, and nothing is said`() throws {
    let folder = try TemporaryFolder()
    let run = try Program(["---completion", "list", "--", "--company", "0", "0"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.split(whereSeparator: \.isNewline).isEmpty)
    #expect(run.errors == "")
  }
}
