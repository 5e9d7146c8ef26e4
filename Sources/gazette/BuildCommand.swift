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
      "Where the site goes; public inside the source where it is left out.", valueName: "dir"))
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
      let edition = try output.begin { holder in
        let who = holder.map { " (process \($0))" } ?? ""
        Terminal.say("gazette: another build\(who) has '\(path)'; waiting for it to end\n")
      }
      progress.begin("writing")
      let tally = try await published(build, as: edition, on: cores)
      progress.end()
      if !publication.quiet && publication.format.isForPeople {
        Terminal.say(summary(of: build, tally, seconds: Terminal.seconds - began))
      }
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
    _ build: Build, as edition: Edition, on cores: Cores
  ) async throws -> Tally {
    do {
      try await build.writePages(on: cores) { path, bytes in try edition.write(path, bytes) }
      for file in build.copies {
        if let source = file.source.diskPath {
          try edition.copy(file.path, fromFile: source)
        }
      }
      return try edition.finish()
    } catch {
      edition.abandon()
      throw error
    }
  }

  /// What was made of what, what is kept back, and what changed on the disk.
  private func summary(of build: Build, _ tally: Tally, seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    let time = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    var text =
      "built \(build.entries) entries: \(build.pageCount) pages, \(build.feedCount) feeds in "
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
