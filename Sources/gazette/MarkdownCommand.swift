import ArgumentParser
import CommonMark
import Diagnostics
import Loading

/// `gazette markdown`: the HTML of one Markdown body, for trying things out.
struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: "Shows the HTML of one Markdown body.",
    discussion: """
      Links to entries are left as they are written, since there is no publication to look in.
      """)

  @Flag(
    help: "Tables and footnotes only: no heading shift, anchors, typography or link checks.")
  var bare = false

  @Option(help: ArgumentHelp("The language of the text, for quotation marks.", valueName: "tag"))
  var language = "en"

  @Option(help: "How problems are written: human, short, json, github or sarif.")
  var format = Report.Format.human

  @Argument(
    help: ArgumentHelp("A Markdown file; standard input where it is - or left out."),
    completion: .file(extensions: ["md"]))
  var file = "-"

  func run() throws {
    do {
      let source =
        file == "-" ? try SourceFile.standardInput() : SourceFile(typed: file)
      let bytes = try source.bytes()
      if bare {
        Terminal.result(bareHTML(bytes))
        return
      }
      let prose = Prose.parsing(
        bytes, from: 0, path: source.path, sources: [], options: ProseOptions(language: language))
      let report = Report(prose.diagnostics) { $0 == source.path ? bytes : nil }
      Terminal.say(
        report.formatted(
          as: format, colored: false, isVerbose: true, version: Gazette.version))
      Terminal.result(prose.value.html)
      if report.count(.error) > 0 { throw ExitCode.contentErrors }
    } catch let error as LoadingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
  }
}
