import ArgumentParser
import Building
import Diagnostics
import Loading

/// `gazette check`: everything `build` checks, and nothing written.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks content and templates; writes nothing.")

  @OptionGroup var publication: PublicationOptions

  func run() async throws {
    do {
      let sources = try SourceTree(reading: publication.source)
      let build = try await Build(
        of: sources, publication.linking, on: Cores(publication.cores))
      try publication.report(build.diagnostics, in: sources, entries: build.entries)
      if !publication.quiet && publication.format.isForPeople {
        Terminal.say("checked \(build.entries) entries: nothing keeps them from being published\n")
      }
    } catch let error as LoadingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
  }
}

extension PublicationOptions {
  /// Prints what was noticed; throws where it keeps the site from being published.
  func report(_ diagnostics: [Diagnostic], in sources: SourceTree, entries: Int) throws {
    let hidesHints = format.isForPeople && !verbose
    let report = Report(diagnostics, weighing: try weights(), hidesHints: hidesHints) { path in
      sources.bytes(at: path)
    }
    let severest: Severity = strict ? .warning : .error
    let isFatal = report.items.contains { $0.diagnostic.severity <= severest }
    if !quiet || isFatal || !format.isForPeople {
      Terminal.say(
        report.formatted(
          as: format, colored: usesColor, isVerbose: verbose, version: Gazette.version))
    }
    if let tally = report.tally, format.isForPeople, !quiet || isFatal {
      let isStrict = isFatal && report.count(.error) == 0
      Terminal.say(tally + (isStrict ? "; --strict lets no warning pass" : "") + "\n")
    }
    if isFatal { throw ExitCode.contentErrors }
  }
}
