import ArgumentParser
import Building
import Diagnostics
import Loading

/// `gazette check`: everything `build` checks, and nothing written.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks content and templates.",
    discussion: """
      Writes nothing but what --fix mends, and what --external was answered. --fix shows what it would change, as a patch, and asks \
      before it writes; where nobody can be asked it writes with --yes alone. --external runs curl \
      to see whether the sources of all cases are still where their addresses say.
      """)

  @OptionGroup var publication: PublicationOptions

  @Flag(help: "Make the replacements whose meaning is beyond doubt.")
  var fix = false

  @Flag(name: [.short, .long], help: "Write what --fix would change without asking.")
  var yes = false

  @Flag(help: "Ask the hosts of all sources whether these are still there.")
  var external = false

  func validate() throws {
    if yes && !fix { throw ValidationError("'--yes' answers --fix, which is not there") }
  }

  func run() async throws {
    do {
      let sources = try SourceTree(reading: publication.source)
      let cores = Cores(publication.cores)
      let (build, tree) = try await checked(sources, on: cores)
      let answers = external ? try await publication.answers(on: build.site) : []
      try publication.report(build.diagnostics + answers, in: tree)
      if !publication.quiet && publication.format.isForPeople {
        Terminal.say("checked \(build.entries) entries: nothing keeps them from being published\n")
      }
    } catch let error as LoadingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
  }

  /// The build of the sources as they are, or as they are once they are mended.
  private func checked(
    _ sources: SourceTree, on cores: Cores
  ) async throws -> (Build, SourceTree) {
    guard fix else {
      return (try await Build(of: sources, publication.linking, on: cores), sources)
    }
    let mending = try await Mending(
      of: sources, publication.linking, weighing: try publication.weights(), on: cores)
    if try mending.written(in: publication, withoutAsking: yes) {
      return (mending.build, mending.sources)
    }
    return (try await Build(of: sources, publication.linking, on: cores), sources)
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

  /// Whether hints are counted and not shown.
  private var hidesHints: Bool { format.isForPeople && !verbose }

  /// Tells what a verdict only counts.
  func hiding() throws -> Hiding {
    let (weights, hidesHints) = (try weights(), hidesHints)
    return { hidesHints && weights.weighed($0)?.severity == .hint }
  }

  func verdict(on diagnostics: [Diagnostic], in sources: SourceTree) throws -> Verdict {
    let weights = try weights()
    let severest: Severity = strict ? .warning : .error
    let isSound = !diagnostics.contains { diagnostic in
      weights.weighed(diagnostic).map { $0.severity <= severest } ?? false
    }
    // Nothing is shown then, and excerpts would be read from the files in vain.
    if isSound && quiet && format.isForPeople { return Verdict(isFatal: false) }
    let report = Report(diagnostics, weighing: weights, hidesHints: hidesHints) { path in
      sources.bytes(at: path)
    }
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
