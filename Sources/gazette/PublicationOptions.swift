import ArgumentParser
import Building
import Content
import Diagnostics
import Linking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What every command that reads a publication accepts.
struct PublicationOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The directory that holds content/ and, optionally, templates/.", valueName: "dir"),
    completion: .directory)
  var source = "."

  @Option(
    help: ArgumentHelp(
      "Where the site is published, instead of base_url in site.yml.", valueName: "url"))
  var baseURL: String?

  @Flag(name: [.customShort("D"), .long], help: "Show drafts.")
  var drafts = false

  @Flag(name: [.customShort("F"), .long], help: "Show entries whose time of publication is ahead.")
  var future = false

  @Option(
    help: ArgumentHelp(
      "The time, in RFC 3339; SOURCE_DATE_EPOCH and then the clock where it is left out.",
      valueName: "time"))
  var now: Timestamp?

  @Flag(help: "Warnings fail as errors do.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Breaches of this rule fail as errors do; may be repeated.", valueName: "rule"),
    completion: .rules)
  var deny: [String] = []

  @Option(
    help: ArgumentHelp("Breaches of this rule are warnings; may be repeated.", valueName: "rule"),
    completion: .rules)
  var warn: [String] = []

  @Option(
    help: ArgumentHelp(
      "Breaches of this rule are passed over, unless it is an error; may be repeated.",
      valueName: "rule"),
    completion: .rules)
  var allow: [String] = []

  @Option(help: "How problems are written: human, short, json, github or sarif.")
  var format = Report.Format.human

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("How many files to work on at once.", valueName: "n"))
  var jobs: Int?

  @Flag(name: [.short, .long], help: "Say nothing but errors.")
  var quiet = false

  @Flag(
    name: [.short, .long], help: "Show hints as well, and each place where the same thing is wrong."
  )
  var verbose = false

  @Option(help: "Colours: auto, always or never; NO_COLOR counts as never.")
  var color = ColorChoice.auto

  func validate() throws {
    do { _ = try weights() } catch { throw ValidationError("\(error)") }
    if let jobs, jobs < 1 { throw ValidationError("'--jobs \(jobs)' is less than 1") }
    if let baseURL, Settings.baseURL(typed: baseURL) == nil {
      throw ValidationError(
        "'--base-url \(baseURL)' is no web address; write it like https://watch.example")
    }
    if now == nil { try Timestamp.validateEpoch() }
  }

  /// `--now`, else SOURCE_DATE_EPOCH, else the clock: the only place where the time is asked.
  var moment: Timestamp { now ?? .atDesk }

  var linking: LinkingOptions {
    LinkingOptions(
      now: moment, baseURL: baseURL.flatMap { Settings.baseURL(typed: $0) }, showsDrafts: drafts,
      showsEmbargoed: future)
  }

  /// How much each rule weighs in this run.
  func weights() throws(RuleWeightError) -> RuleWeights {
    try RuleWeights(deny: deny, warn: warn, allow: allow, among: Rule.known)
  }

  /// How many files are worked on at once: as asked, or one for each core.
  var cores: Int { jobs ?? Terminal.cores }

  /// Whether somebody is watching.
  var showsProgress: Bool { !quiet && format.isForPeople && isatty(STDERR_FILENO) == 1 }

  var usesColor: Bool { color.isUsed }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// Whether standard error is given colours.
  var isUsed: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isatty(STDERR_FILENO) == 1 && environment("NO_COLOR", orEmpty: true) == nil
        && environment("TERM") != "dumb"
    }
  }
}

extension Report.Format: ExpressibleByArgument {}

extension Timestamp: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Timestamp {
  /// SOURCE_DATE_EPOCH, else the clock.
  static var atDesk: Timestamp {
    if let epoch = environment("SOURCE_DATE_EPOCH").flatMap({ Int64($0) }) {
      return Timestamp(seconds: epoch)
    }
    return Timestamp(seconds: Int64(time(nil)))
  }

  static func validateEpoch() throws {
    if let epoch = environment("SOURCE_DATE_EPOCH"), Int64(epoch) == nil {
      throw ValidationError("SOURCE_DATE_EPOCH '\(epoch)' is not a number of seconds")
    }
  }
}

/// A variable of the environment; nil where it is not set, or set to nothing.
func environment(_ name: String, orEmpty: Bool = false) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty && !orEmpty ? nil : text
}
