import ArgumentParser
import Building
import Content
import Diagnostics
import Linking
import Loading
import Publishing
import Rendering

/// `gazette build`: loads, checks, links, renders, and makes the output directory hold exactly
/// this site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Makes the output directory hold exactly this site, whole or not at all.")

  @OptionGroup var publication: PublicationOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where the site goes; public inside the source where it is left out.", valueName: "dir"),
    completion: .directory)
  var destination: String?

  func run() async throws {
    let began = Terminal.seconds
    do {
      let sources = try SourceTree(reading: publication.source)
      let progress = Progress(isWanted: publication.showsProgress)
      defer { progress.end() }
      let cores = Cores(publication.cores) { progress.advance($0, of: $1) }
      progress.begin("reading")
      let build = try await Build(of: sources, publication.linking, on: cores)
      progress.end()
      try publication.report(build.diagnostics, in: sources, entries: build.entries)
      guard let edition = build.edition else { throw ExitCode.contentErrors }
      let run = try output.begin { holder in
        let who = holder.map { " (process \($0))" } ?? ""
        Terminal.say("gazette: another build\(who) has '\(path)'; waiting for it to end\n")
      }
      progress.begin("writing")
      let tally = try await published(edition, as: run, on: cores)
      progress.end()
      if !publication.quiet && publication.format.isForPeople {
        Terminal.say(summary(of: build, edition, tally, seconds: Terminal.seconds - began))
      }
      withExtendedLifetime((build, sources)) { Terminal.leave() }
    } catch let error as LoadingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    } catch let error as PublishingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
  }

  private var source: String {
    publication.source.hasSuffix("/") ? String(publication.source.dropLast()) : publication.source
  }

  /// The destination as a person would type it.
  private var path: String { destination ?? (source == "." ? "public" : source + "/public") }

  private var output: OutputDirectory {
    OutputDirectory(at: path, keepingOut: [source + "/content", source + "/templates"])
  }

  private func published(
    _ edition: Rendering.Edition, as run: Publishing.Edition, on cores: Cores
  ) async throws -> Tally {
    do {
      try await edition.written(on: cores) { sheet, content in
        switch content {
        case .bytes(let bytes): try run.write(sheet.path, bytes)
        case .copy(let source): try copy(source, to: sheet.path, run)
        case .pieces: try run.write(sheet.path) { edition.forEachPiece(of: sheet, $0) }
        }
      }
      return try run.finish()
    } catch {
      run.abandon()
      throw error
    }
  }

  /// What was made of what, what is kept back, and what changed on the disk.
  private func summary(
    of build: Build, _ edition: Rendering.Edition, _ tally: Tally, seconds: Double
  ) -> String {
    let hundredths = Int((seconds * 100).rounded())
    let time = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    var text =
      "built \(build.entries) entries: \(edition.pages) pages, \(edition.feeds) feeds in "
      + "\(time) s\n"
    text +=
      "  '\(path)': \(tally.written) files written, \(tally.unchanged) unchanged, "
      + "\(tally.removed) removed\n"
    if !tally.exchanged {
      text += "  put in place file by file, since '\(path)' cannot be exchanged in one step\n"
    }
    let withheld = build.site.withheld
    if withheld.drafts > 0 || withheld.embargoed > 0 {
      text += "  withheld: \(withheld.drafts) drafts, \(withheld.embargoed) under embargo"
      if let next = withheld.nextRelease { text += ", the next until \(next.text)" }
      text += "\n"
    }
    if let left = tally.leftBehind { text += "  \(left)\n" }
    return text
  }
}

/// Puts a file of the publication, or of the theme within the binary, on the site.
private func copy(_ source: SourceFile, to path: String, _ run: Publishing.Edition) throws {
  if let file = source.diskPath {
    try run.copy(path, fromFile: file)
  } else {
    try source.bytes().withUnsafeBytes { try run.write(path, $0) }
  }
}

extension Rendering.Edition {
  fileprivate var pages: Int { sheets.count { $0.path.hasSuffix(".html") } }
  fileprivate var feeds: Int { sheets.count { $0.path.hasSuffix(".atom") } }
}
