import ArgumentParser
import Building
import Diagnostics
import Loading
import Publishing
import Recording
import Rendering

/// `gazette record`: writes down in the ledger what was published.
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Writes down every address that was published, and what readers were told there.",
    discussion: """
      Run it when the site is published, and commit content/ledger.txt with the content. From then on \
      build and check fail where one of these addresses would be lost, or a published case says \
      something else and its history does not say so. Where a site lies at the destination, nothing is \
      recorded unless it is what the sources make.
      """)

  @OptionGroup var publication: PublicationOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where the site is; public inside the source where it is left out.", valueName: "dir"),
    completion: .directory)
  var destination: String?

  func validate() throws {
    if publication.drafts || publication.future {
      throw ValidationError(
        "'\(publication.drafts ? "--drafts" : "--future")' shows what is not published, and only what "
          + "is published is recorded")
    }
  }

  func run() async throws {
    do {
      try await record()
    } catch let error as any Impediment {
      throw ExitCode.unable(error)
    }
  }

  private func record() async throws {
    let keeping = try LedgerKeeping(for: publication)
    let cores = Cores(publication.cores)
    let sources = try SourceTree(reading: publication.source)
    let build = try await Build(of: sources, publication.linking, on: cores, imprinting: true)
    let verdict = try publication.verdict(on: build.diagnostics, in: sources)
    Terminal.say(verdict.text)
    guard !verdict.isFatal, let edition = build.edition else { throw ExitCode.contentErrors }
    let isThere = try await isPublished(edition, on: cores)
    let recorded = try keeping.record(build)
    guard !publication.quiet && publication.format.isForPeople else { return }
    Terminal.say(recorded.summary)
    if !isThere {
      Terminal.say("  there is no site at '\(path)', so what the sources make was taken for it\n")
    }
    if build.ledger == nil {
      Terminal.say(
        "  commit it with the content; 'content/ledger.txt merge=union' in .gitattributes keeps the "
          + "lines of both sides when two editors' ledgers are merged\n")
    }
  }

  /// Whether a site lies at the destination; ends the command where it is another than the sources make.
  private func isPublished(_ edition: Rendering.Edition, on cores: Cores) async throws -> Bool {
    let output = OutputDirectory(at: path, keepingOut: [])
    let examination: Examination
    do throws(PublishingError) {
      examination = try output.examine { holder in
        let who = holder.map { " (process \($0))" } ?? ""
        Terminal.say("gazette: a build\(who) has '\(path)'; waiting for it to end\n")
      }
    } catch {
      if error.cause == .noSite { return false }
      throw error
    }
    let finding = try await examination.finding(against: edition, on: cores)
    guard finding.isSound else {
      Terminal.say(
        "gazette: \(finding.differences(in: path))nothing was recorded, since only what is published "
          + "is\n")
      throw ExitCode.impossible
    }
    return true
  }

  /// The site's folder as a person would type it.
  private var path: String {
    if let destination { return destination }
    let source = publication.source
    if source == "." { return "public" }
    return (source.hasSuffix("/") ? source : source + "/") + "public"
  }
}
