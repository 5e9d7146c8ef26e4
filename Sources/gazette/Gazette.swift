import ArgumentParser
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
}
