import ArgumentParser
import Content
import Delivering
import Diagnostics
import Linking
import Loading
import Publishing
import Recording

/// `gazette publish TARGET`: brings the site to where readers are.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Brings the site to a target of site.yml, and records what was published.",
    discussion: """
      Only what changed is sent: first what others link to, then new pages, then what leads to them; what \
      is gone is removed last. After a break, run it again. A site that is not what its sources make now \
      is refused: run 'gazette build' first.
      """)

  @Argument(help: ArgumentHelp("The name of a target in site.yml.", valueName: "target"))
  var name: String

  @OptionGroup var publication: PublicationOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where the site is; public inside the source where it is left out.", valueName: "dir"),
    completion: .directory)
  var destination: String?

  @Flag(help: "The site was built with '--search'.")
  var search = false

  @Flag(help: "The site was built with '--cards'.")
  var cards = false

  @Flag(help: "Send, remove and record nothing; say what would be.")
  var dryRun = false

  func validate() throws {
    if publication.drafts || publication.future {
      throw ValidationError(
        "'\(publication.drafts ? "--drafts" : "--future")' shows what is not to be published yet")
    }
  }

  func run() async throws {
    do {
      try await publish()
    } catch let error as DeliveryError {
      Terminal.say("gazette: cannot publish to '\(name)': \(error)\n")
      if case .failed = error, !dryRun {
        Terminal.say(
          "  no page there leads to one that is not there; run 'gazette publish \(name)' again to go on\n"
        )
      }
      throw ExitCode.impossible
    } catch let error as any Impediment {
      throw ExitCode.unable(error)
    }
  }

  private func publish() async throws {
    let target = try target(in: SourceTree(reading: publication.source))
    let keeping = dryRun ? nil : try LedgerKeeping(for: publication)
    var linking = publication.linking
    linking.offersSearch = search
    linking.drawsCards = cards
    let verification = Verification(
      publication: publication, output: output, path: path, linking: linking)
    let (build, site) = try await verification.examined(imprinting: true)
    defer { site.end() }
    let progress = Progress(isWanted: publication.showsProgress)
    defer { progress.end() }
    let shipment = Shipment(
      of: site.finding().inventory, in: output.place, isRehearsal: dryRun, progress: progress)
    let outcome: Shipment.Outcome
    switch target.kind {
    case .folder:
      outcome = try shipment.put(into: folder(target))
    case .rclone:
      outcome = try await shipment.sent(by: RcloneCarrier(from: output.place, to: target.to))
    case .rsync:
      outcome = try await shipment.sent(
        by: RsyncCarrier(from: output.place, to: target.to, by: desk))
    }
    progress.end()
    let isTalking = !publication.quiet && publication.format.isForPeople
    if isTalking { Terminal.say(outcome.summary(of: name, isRehearsal: dryRun)) }
    if let recorded = try keeping?.record(build), isTalking { Terminal.say(recorded.summary) }
  }

  /// The target of this name; throws, after saying which there are, where there is none.
  private func target(in sources: SourceTree) throws -> Settings.Target {
    let targets = try sources.publicationSettings().value.targets
    let found = targets.filter { $0.name.value == name }
    if found.count == 1, let target = found.first { return target }
    let problem =
      if found.count > 1 {
        "'content/site.yml' has more than one target '\(name)'"
      } else if targets.isEmpty {
        "'content/site.yml' has no targets; 'targets: [{ name: \(name), kind: folder, to: /srv/www }]' "
          + "is one"
      } else {
        "'content/site.yml' has no target '\(name)', but "
          + targets.map { "'\($0.name.value)'" }.joined(separator: ", ")
      }
    Terminal.say("gazette: \(problem)\n")
    throw ExitCode.impossible
  }

  // MARK: Places

  private var source: String {
    publication.source.hasSuffix("/") ? String(publication.source.dropLast()) : publication.source
  }

  /// The site's folder as a person would type it.
  private var path: String { destination ?? (source == "." ? "public" : source + "/public") }

  private var sourceFolders: [String] { [source + "/content", source + "/templates"] }

  private var output: OutputDirectory { OutputDirectory(at: path, keepingOut: sourceFolders) }

  /// A folder that is named in site.yml lies where site.yml says, seen from the source directory.
  private func folder(_ target: Settings.Target) -> OutputDirectory {
    let place = target.to.hasPrefix("/") || source == "." ? target.to : "\(source)/\(target.to)"
    return OutputDirectory(at: place, keepingOut: sourceFolders + [path])
  }

  /// Where manifests lie on their way: below the source directory, and no part of the publication.
  private var desk: RsyncCarrier.Desk {
    let folder = "\(source)/.gazette/publish/\(name)"
    return RsyncCarrier.Desk(
      at: folder,
      read: { Keepsake($0, in: folder).contents },
      write: { file, bytes in
        do {
          try Keepsake(file, in: folder).replace(with: bytes)
          return nil
        } catch {
          return "\(error)"
        }
      })
  }
}
