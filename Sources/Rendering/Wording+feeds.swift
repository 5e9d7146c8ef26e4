import Content
import Linking

// What feeds, calendar and the files for machines say.
extension Wording {
  static let news = "News"
  static let changes = "What changed"
  static let corrections = "Corrections"
  static let datesToWatch = "Dates to watch"
  static let allFeeds = "All feeds (OPML)"
  static let changed = "Changed."
  static let was: StaticString = "was "
  static let nowIs: StaticString = ", is "
  static let still: StaticString = "still "
  static let nothing: StaticString = "nothing"

  static func account(_ account: Account) -> String {
    switch account {
    case .proposed: "Proposed"
    case .inForce: "In force"
    case .paid: "Paid"
    case .refunded: "Refunded"
    }
  }

  static func newsDescription(of site: String) -> String {
    "Short items of the \(site) that are no cases: new laws, court dates, notes of its own."
  }

  static func deadline(_ kind: Deadline.Kind) -> String {
    switch kind {
    case .appealPeriod: "Appeal period ends"
    case .compliance: "Order to be obeyed by"
    case .periodicPenalty: "Periodic penalty runs"
    case .hearing: "Hearing"
    }
  }

  /// In calendars, behind the case's name.
  static func event(_ kind: Deadline.Kind) -> String {
    switch kind {
    case .appealPeriod: "appeal period ends"
    case .compliance: "order to be obeyed"
    case .periodicPenalty: "periodic penalty runs"
    case .hearing: "hearing"
    }
  }
}

// What the index for language models says.
extension Wording {
  static let aboutAmounts =
    "Every case page has the dated procedure, its sources, and what is in force today. Totals add up "
    + "what is in force, once for each measure, never across currencies and never a proposal."
  static let lists = "Lists"
  static let newestCases = "Newest cases"
  static let feeds = "Feeds"
  static let about = "About"
  static let feedOfCases = "New cases"
  static let feedOfNews = "News alone"
  static let jsonFeed = "New cases, as JSON Feed"

  static func feed(_ name: String) -> String { "Feed: \(name.lowercased())" }
  static func licensed(_ name: String) -> String { "Texts and data: \(name)" }
}
