import ArgumentParser
import Content
import Diagnostics
import Drafting

/// What options may say of a new entry.
struct EntryFacts: ParsableArguments {
  @Option(
    name: [.long, .customLong("name")],
    help: "The title of a case or page, the name of anything else.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "A respondent, by slug or name; again for each further one. 'unnamed' where the authority "
        + "withheld the name.", valueName: "name"),
    completion: .slugs(of: .company))
  var company: [String] = []

  @Option(
    help: ArgumentHelp(
      "An authority that decided, by slug or name; again for each further one.",
      valueName: "name"),
    completion: .slugs(of: .regulator))
  var regulator: [String] = []

  @Option(help: ArgumentHelp("When it was decided: a day, a month or a year.", valueName: "date"))
  var decided: String?

  @Option(help: ArgumentHelp("The fine, such as \"30500000 EUR\".", valueName: "amount"))
  var fine: String?

  @Option(help: "One or two sentences of plain text.")
  var summary: String?

  @Option(help: ArgumentHelp("Where the decision or the law is published.", valueName: "url"))
  var url: String?

  @Option(
    help: ArgumentHelp("The ISO 3166 code of a regulator or law, or EU.", valueName: "code"))
  var jurisdiction: String?

  @Option(help: ArgumentHelp("The ISO 3166 code of a company.", valueName: "code"))
  var country: String?

  @Option(help: "A name for tables; how a law is cited.")
  var short: String?

  /// The options that were used, with their values and what is wrong with each.
  private var used: [(flag: String, key: String, flaw: String?)] {
    var used: [(flag: String, key: String, flaw: String?)] = []
    if !company.isEmpty { used.append(("--company", "companies", nil)) }
    if !regulator.isEmpty { used.append(("--regulator", "regulators", nil)) }
    if let decided { used.append(("--decided", "steps", Self.flaw(inDate: decided))) }
    if let fine { used.append(("--fine", "steps", Self.flaw(inAmount: fine))) }
    if summary != nil { used.append(("--summary", "summary", nil)) }
    if url != nil { used.append(("--url", "url", nil)) }
    if let jurisdiction {
      used.append(("--jurisdiction", "jurisdiction", Self.flaw(inJurisdiction: jurisdiction)))
    }
    if let country { used.append(("--country", "country", Self.flaw(inCountry: country))) }
    if short != nil { used.append(("--short", "short", nil)) }
    return used
  }

  /// Throws where an option says nothing that this kind of entry has, or says it wrongly.
  func validate(for kind: EntryKind) throws {
    let keys = Set(kind.fieldNotes.map(\.key) + (kind == .case ? ["url", "jurisdiction"] : []))
    for option in used {
      guard keys.contains(option.key) else {
        throw ValidationError("'\(option.flag)' says nothing that a \(kind.rawValue) has")
      }
      if let flaw = option.flaw { throw ValidationError("\(option.flag): \(flaw)") }
    }
    for text in [title, summary, url, short, fine, decided, jurisdiction, country] + company
      + regulator
    where text.map({ $0.allSatisfy(\.isWhitespace) }) == true {
      throw ValidationError("an option has an empty value; leave it out, or say something")
    }
  }

  static func flaw(inDate typed: String) -> String? {
    CalendarDate(typed) == nil
      ? "'\(typed)' is no date; write it like 2024-05-16, 2024-05 or 2024" : nil
  }

  static func flaw(inAmount typed: String) -> String? {
    Amount(typed) == nil
      ? "'\(typed)' is no amount; write it like 30500000 EUR, 400..600 EUR or undisclosed" : nil
  }

  static func flaw(inJurisdiction typed: String) -> String? {
    guard StandardCodes.jurisdiction(typed) == nil else { return nil }
    return "'\(typed)' is no jurisdiction code; write it like NL, DE-HH or EU (ISO 3166)"
  }

  static func flaw(inCountry typed: String) -> String? {
    StandardCodes.country(typed) == nil
      ? "'\(typed)' is no country code; write it like NL (ISO 3166-1)" : nil
  }
}
