import ArgumentParser
import Building
import Diagnostics
import Loading
import Publishing
import Recording

/// `gazette record`: writes down in the ledger what was published.
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Writes down every address that was published, and what readers were told there.",
    discussion: """
      Run it when the site is published, and commit content/ledger.txt with the content. From then on \
      build and check fail where one of these addresses would be lost, or a published case says \
      something else and its history does not say so.
      """)

  @OptionGroup var publication: PublicationOptions

  func validate() throws {
    if publication.drafts || publication.future {
      throw ValidationError(
        "'\(publication.drafts ? "--drafts" : "--future")' shows what is not published, and only what "
          + "is published is recorded")
    }
  }

  func run() async throws {
    do {
      let keeping = try LedgerKeeping(for: publication)
      let sources = try SourceTree(reading: publication.source)
      let build = try await Build(
        of: sources, publication.linking, on: Cores(publication.cores), imprinting: true)
      let verdict = try publication.verdict(on: build.diagnostics, in: sources)
      Terminal.say(verdict.text)
      guard !verdict.isFatal, build.edition != nil else { throw ExitCode.contentErrors }
      let recorded = try keeping.record(build)
      if !publication.quiet && publication.format.isForPeople { Terminal.say(recorded.summary) }
      if build.ledger == nil, !publication.quiet, publication.format.isForPeople {
        Terminal.say(
          "  commit it with the content; 'content/ledger.txt merge=union' in .gitattributes keeps the "
            + "lines of both sides when two editors' ledgers are merged\n")
      }
    } catch let error as LoadingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    } catch let error as GuardedFileError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
  }
}
