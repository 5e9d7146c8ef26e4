import ArgumentParser
import Building
import Diagnostics
import Loading
import Recording

/// `gazette diff`: what would change for readers.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what would change for readers since what was last recorded.",
    discussion: """
      New, gone and moved addresses, what published entries say now, what is in force in all, and which \
      feeds will tell their readers of what. Content with errors is compared as far as it can be read, \
      and the exit status is 1.
      """)

  @OptionGroup var publication: PublicationOptions

  @Flag(help: "One JSON document, with everything.")
  var json = false

  func run() async throws {
    do {
      let sources = try SourceTree(reading: publication.source)
      let build = try await Build(
        of: sources, publication.linking, on: Cores(publication.cores), imprinting: true)
      guard let imprint = build.imprint else { throw ExitCode.contentErrors }
      // What the ledger says of it is the very thing that is shown.
      let verdict = try publication.verdict(on: build.diagnostics, in: sources)
      guard imprint.served != nil else {
        Terminal.say(verdict.text)
        throw ExitCode.contentErrors
      }
      let difference = LedgerDifference(from: build.ledger ?? .empty, to: imprint) {
        sources.bytes(at: $0)
      }
      Terminal.result(Array((json ? difference.json : difference.text).utf8))
      if build.ledger == nil, !publication.quiet {
        Terminal.say(
          "nothing is recorded yet, so everything is new; 'gazette record' begins a ledger\n")
      }
      Terminal.say(verdict.text)
      if verdict.isFatal { throw ExitCode.contentErrors }
    } catch let error as LoadingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
  }
}
