import ArgumentParser
import Building
import CommonMark
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

  @Flag(
    help: "Build nothing; make everything anew in memory and compare it with what is there.")
  var verify = false

  @Flag(help: "Make a page that searches the site, with an index by Pagefind.")
  var search = false

  @Flag(help: "Draw a picture of each case for links that are shared, by rsvg-convert.")
  var cards = false

  /// From this number of entries on, texts and rows are put away on the disk until they are shown: in
  /// memory they are nearly half of everything. To put them away costs a twentieth of the time. What the next
  /// build could exchange texts by is not kept then.
  private static let manyEntries = 25_000

  func run() async throws {
    do {
      if verify { try await verified() } else { try await build() }
    } catch let error as any Impediment {
      throw ExitCode.unable(error)
    }
  }

  private func build() async throws {
    let began = Terminal.seconds
    let progress = Progress(isWanted: publication.showsProgress)
    defer { progress.end() }
    let cores = Cores(publication.cores) { progress.advance($0, of: $1) }
    progress.begin("listing")
    let sources = try SourceTree(reading: publication.source)
    let hiding = try publication.hiding()
    let memory = BuildMemory(of: output, at: publication.moment, colored: publication.usesColor)
    var run: Publishing.Edition?
    if let memo = memory.memo {
      let repetition = try await Repetition(
        of: memo, in: memory, sources, linking, hiding: hiding, on: cores)
      if let repetition {
        let begun = try self.begun()
        if let tally = try await repetition.published(in: begun, memory, on: cores) {
          progress.end()
          return repeatReport(of: memo, tally, seconds: Terminal.seconds - began)
        }
        run = begun
      }
    }
    let additions = try await Additions(to: linking)
    defer { additions.remove() }
    let store = sources.entries.count > Self.manyEntries ? ScratchFile(near: path) : nil
    let build = try await Build(
      of: sources, linking, on: cores,
      keepingTextsIn: store.map { ScratchTexts(file: $0) },
      outlining: store == nil && additions.areNone ? hiding : nil
    ) { stage in progress.begin(stage.rawValue) }
    progress.end()
    progress.begin("reporting")
    let verdict = try publication.verdict(on: build.diagnostics, in: sources)
    Terminal.say(verdict.text)
    guard !verdict.isFatal, let edition = build.edition else { throw ExitCode.contentErrors }
    progress.begin("writing")
    let target = try run ?? begun()
    let places = build.outlines.map { _ in TextPlaces() }
    let tally = try await published(edition, as: target, on: cores, from: store, additions, places)
    progress.end()
    let summary = BuildSummary(of: build, edition)
    if !publication.quiet && publication.format.isForPeople {
      Terminal.say(summary.text(of: tally, in: path, seconds: Terminal.seconds - began))
      if publication.verbose { Terminal.say("  \(progress.times)\n") }
    }
    if tally.leftBehind == nil {
      await memory.keep(verdict, summary, build, places, in: target, of: sources, on: cores)
    }
    withExtendedLifetime((build, sources)) { Terminal.leave() }
  }

  /// Says again what was said when the site was made that is there still.
  private func repeatReport(of memo: BuildMemo, _ tally: Tally, seconds: Double) {
    Terminal.say(memo.report)
    guard !publication.quiet && publication.format.isForPeople else { return }
    let summary = BuildSummary(opening: memo.opening, ending: memo.ending)
    Terminal.say(summary.text(of: tally, in: path, seconds: seconds))
  }

  /// Takes the destination for this build.
  private func begun() throws(PublishingError) -> Publishing.Edition {
    try output.begin { holder in
      let who = holder.map { " (process \($0))" } ?? ""
      Terminal.say("gazette: another build\(who) has '\(path)'; waiting for it to end\n")
    }
  }

  private var source: String {
    publication.source.hasSuffix("/") ? String(publication.source.dropLast()) : publication.source
  }

  /// What is asked of the site.
  var linking: LinkingOptions {
    var linking = publication.linking
    linking.offersSearch = search
    linking.drawsCards = cards
    return linking
  }

  /// The destination as a person would type it.
  var path: String { destination ?? (source == "." ? "public" : source + "/public") }

  var output: OutputDirectory {
    OutputDirectory(at: path, keepingOut: [source + "/content", source + "/templates"])
  }

  private func published(
    _ edition: Rendering.Edition, as run: Publishing.Edition, on cores: Cores,
    from store: ScratchFile?, _ additions: Additions, _ places: TextPlaces?
  ) async throws -> Tally {
    defer { additions.remove() }
    do {
      try await edition.written(on: cores) { sheet, content in
        switch content {
        case .bytes(let bytes, let passages):
          places?.note(passages, on: sheet)
          try additions.index?.add(sheet, bytes, of: edition)
          try run.write(sheet.path, bytes)
        case .copy(let source): try copy(source, to: sheet.path, run)
        case .pieces: try run.write(sheet.path) { edition.forEachPiece(of: sheet, $0) }
        case .drawing(let drawing): try additions.cards?.add(sheet, drawing, to: run)
        }
      }
      if let failure = store?.failure { throw failure }
      try await additions.publish(in: run, on: cores)
      return try run.finish()
    } catch {
      run.abandon()
      throw error
    }
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

/// Texts in a file that is gone with the build.
private struct ScratchTexts: TextStore {
  let file: ScratchFile

  func keep(_ bytes: UnsafeRawBufferPointer) -> Int? { file.append(bytes) }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) {
    file.read(at: offset, into: buffer)
  }
}
