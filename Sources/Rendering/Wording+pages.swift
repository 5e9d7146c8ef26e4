import Content
import Linking

// Names of lists and of what feeds say.
extension Wording {
  static let home = "Home"
  static let cases = "Cases"
  static let companies = "Companies"
  static let regulators = "Regulators"
  static let jurisdictions = "Jurisdictions"
  static let laws = "Laws"
  static let topics = "Topics"
  static let years = "Years"
  static let figures = "Figures"
  static let notFound = "Page not found"
  static let gone = "Taken away"
  static let unnamed = "name withheld by the authority"
  static let sources = "Sources"

  static func ownCases(_ company: String) -> String { "Cases against \(company) itself" }
  static func groupCases(_ company: String) -> String { "Cases against companies of its group" }
  static let ownDecisions = "Decided by it"
  static let rulings = "Cases of others in which it took a step"

  /// Nil for the feed of the whole site.
  static func feedTitle(_ name: String?, site: String) -> String {
    name.map { "\($0) · \(site)" } ?? site
  }

  static let decidedOn: StaticString = "Decided on "
  static let decidedBy: StaticString = ". Authority: "
  static let statusLabel: StaticString = "Status: "
  static let inForceLabel: StaticString = " In force: "

  static func feed(of name: String) -> String { "New cases: \(name)" }
  static func cases(decidedIn year: Int) -> String { "Cases decided in \(year)" }
}

// What a page says of itself to search engines.
extension Wording {
  static func allCases(of site: String) -> String {
    "Every case of the \(site), newest decision first."
  }

  static func descriptionOfFigures(of site: String) -> String {
    "What the cases of the \(site) add up to, as figures with the tables behind them."
  }

  static func description(of kind: IndexKind, site: String) -> String {
    switch kind {
    case .companies: "Every company and public body in the \(site), with its cases."
    case .regulators: "The authorities and courts in the \(site), with what they decided."
    case .jurisdictions: "Cases by country, state or union."
    case .laws: "The laws that cases rest on, article by article."
    case .topics: "What cases have in common."
    case .years: "Cases by the year of the decision."
    }
  }

  static func description(of company: LinkedCompany) -> String {
    "What authorities decided about \(company.short), step by step, and what is in force today: "
      + "\(cases(company.groupCases.count))."
  }

  static func description(of regulator: LinkedRegulator) -> String {
    "Decisions of the \(regulator.fields.name) about named companies, and what became of them."
  }

  static func description(of place: LinkedJurisdiction) -> String {
    "Decisions of authorities of \(place.name), and what became of them."
  }

  static func description(of law: LinkedLaw) -> String {
    "Cases about the \(law.fields.name), article by article."
  }

  static func description(of article: LinkedLaw.Article, in law: LinkedLaw) -> String {
    let name = law.fields.short + " " + article.name
    return "Cases about \(name)" + (article.heading.map { " (\($0))." } ?? ".")
  }
}
