import ArgumentParser
import Building
import Content
import Linking
import Loading

/// What the commands of an editor's desk accept: `new`, `list`.
struct DeskOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The directory that holds content/.", valueName: "dir"),
    completion: .directory)
  var source = "."

  @Option(
    help: ArgumentHelp(
      "The time, in RFC 3339; SOURCE_DATE_EPOCH and then the clock where it is left out.",
      valueName: "time"))
  var now: Timestamp?

  func validate() throws { if now == nil { try Timestamp.validateEpoch() } }

  var moment: Timestamp { now ?? .atDesk }

  /// The sources; where there are none, it says how to begin.
  func tree() throws(LoadingError) -> SourceTree {
    do {
      return try SourceTree(reading: source)
    } catch {
      let isMissing = error.step == .list && error.path.hasSuffix("/content")
      guard isMissing else { throw error }
      throw LoadingError(
        error.step, error.path,
        cause: error.cause + "; 'gazette init' makes a publication, --source names another folder")
    }
  }

  /// A path below the source directory as it would be typed here.
  func typed(_ path: String) -> String {
    if source == "." { return path }
    return source.hasSuffix("/") ? source + path : source + "/" + path
  }
}

extension EntryKind: ExpressibleByArgument {
  /// `case` or `cases`.
  package init?(argument: String) {
    guard
      let kind = EntryKind.allCases.first(where: {
        $0.rawValue == argument || $0.folder == argument
      })
    else { return nil }
    self = kind
  }
}
