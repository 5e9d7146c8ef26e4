import ArgumentParser
import Building
import Diagnostics
import Linking
import Loading
import Previewing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `gazette preview`: serves the site from memory and reloads the browser on change.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Shows the site in a browser, and every change as soon as it is saved.",
    discussion: """
      Pages are made when they are asked for; nothing is written. On a terminal, o opens the site, \
      r builds it anew, q quits.
      """,
    aliases: ["serve", "server", "dev"])

  @OptionGroup var publication: PublicationOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The port; 4747 or one of the twenty behind it where it is left out.", valueName: "n"))
  var port: Int?

  @Option(help: ArgumentHelp("The address of this machine to listen at.", valueName: "address"))
  var bind = "127.0.0.1"

  @Flag(name: [.customShort("O"), .long], help: "Open the site in a browser.")
  var open = false

  @Flag(
    help: "Show exactly what build writes: no drafts, nothing under embargo, no reloading.")
  var production = false

  func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError("'--port \(port)' is no port; it is a number from 0 to 65535")
    }
  }

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let showsDraftsAsWell = !production
    let publication = publication
    let log = PreviewLog(publication, isProduction: production)
    let server = PreviewServer(
      of: publication.source, at: bind == "localhost" ? "127.0.0.1" : bind, port: port,
      isProduction: production, run: "\(publication.moment.seconds)-\(getpid())",
      cores: publication.cores,
      time: Timekeeper(
        now: { start.duration(to: clock.now) }, pause: { try await clock.sleep(for: $0) }),
      options: {
        var options = publication.linking
        options.showsDrafts = options.showsDrafts || showsDraftsAsWell
        options.showsEmbargoed = options.showsEmbargoed || showsDraftsAsWell
        return options
      },
      say: { log.tell($0) })
    let keyboard = Keyboard()
    let opensAtOnce = open
    do {
      try await server.serve { desk in
        if opensAtOnce { Browser.open(desk.address) }
        try await keyboard.obey(desk)
      }
    } catch let error as LoadingError {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    } catch let error as DoorwayError {
      let advice = error.isTaken ? "; choose another --port, or none" : ""
      Terminal.say("gazette: \(error)\(advice)\n")
      throw ExitCode.impossible
    }
    keyboard.giveBack()
    Terminal.leave()
  }
}
