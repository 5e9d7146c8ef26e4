import ArgumentParser
import CMemory
import CommonMark

@main
struct Gazette: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "gazette",
    abstract: "Turns Markdown case write-ups into the site of a regulatory-watch publication.",
    discussion: """
      Exit status: 0 done (warnings allowed), 1 the content has errors, 2 the work could not be \
      done, 64 usage.
      """,
    version: "gazette \(version) (libcmark \(libcmarkVersion()))",
    subcommands: [
      BuildCommand.self, CheckCommand.self, PreviewCommand.self, InitCommand.self, NewCommand.self,
      ImportCommand.self, ListCommand.self, PublishCommand.self, RecordCommand.self,
      DiffCommand.self,
      MarkdownCommand.self,
      ExplainCommand.self,
    ])

  static func main() async {
    // On Linux the runtime reads in /proc what was typed. Where it cannot, nothing seems to be asked for, and
    // help with exit status 0 would pass for a build that is done.
    guard !CommandLine.arguments.isEmpty else {
      Terminal.say("gazette: what was typed cannot be read; '/proc' must be there and readable\n")
      exit(withError: ExitCode.impossible)
    }
    // A preview that waits, and a build that goes on to its pages, keep no memory that they do not need.
    gazette_return_free_memory()
    await main(nil)
  }
}
