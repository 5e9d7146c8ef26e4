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
      try publication.report(build.diagnostics, in: sources)
      if !publication.quiet && publication.format.isForPeople {
        Terminal.say("checked \(build.entries) entries: nothing keeps them from being published\n")
      }
    } catch let error as LoadingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
  }
}

/// What is to be printed of what was noticed.
struct Verdict {
  var text = ""
  /// Whether it keeps the site from being published.
  let isFatal: Bool
}

extension PublicationOptions {
  /// Prints what was noticed; throws where it keeps the site from being published.
  func report(_ diagnostics: [Diagnostic], in sources: SourceTree) throws {
    let verdict = try verdict(on: diagnostics, in: sources)
    Terminal.say(verdict.text)
    if verdict.isFatal { throw ExitCode.contentErrors }
  }

  func verdict(on diagnostics: [Diagnostic], in sources: SourceTree) throws -> Verdict {
    let hidesHints = format.isForPeople && !verbose
    let report = Report(diagnostics, weighing: try weights(), hidesHints: hidesHints) { path in
      sources.bytes(at: path)
    }
    let severest: Severity = strict ? .warning : .error
    let isFatal = report.items.contains { $0.diagnostic.severity <= severest }
    var verdict = Verdict(isFatal: isFatal)
    if !quiet || isFatal || !format.isForPeople {
      verdict.text += report.formatted(
        as: format, colored: usesColor, isVerbose: verbose, version: Gazette.version)
    }
    if let tally = report.tally, format.isForPeople, !quiet || isFatal {
      let isStrict = isFatal && report.count(.error) == 0
      verdict.text += tally + (isStrict ? "; --strict lets no warning pass" : "") + "\n"
    }
    return verdict
  }
}
