import CommonMark
import Content

/// The publication, linked: no reference dangles, no two pages share an address, every total is
/// worked out. Whoever holds a site may rely on that.
package struct Site: Sendable {
  package internal(set) var settings: Settings
  package internal(set) var root: SiteRoot
  /// Newest decision first; ties by the newer `published`, then by slug.
  package internal(set) var cases: [LinkedCase] = []
  /// The lists below are in alphabetical order of the name, case and accents aside, then of the slug.
  package internal(set) var companies: [LinkedCompany] = []
  package internal(set) var regulators: [LinkedRegulator] = []
  package internal(set) var jurisdictions: [LinkedJurisdiction] = []
  package internal(set) var laws: [LinkedLaw] = []
  package internal(set) var topics: [LinkedTopic] = []
  /// Newest first.
  package internal(set) var years: [LinkedYear] = []
  /// Newest first.
  package internal(set) var news: [LinkedNews] = []
  /// In the order of `nav`, those without it last, then by slug.
  package internal(set) var pages: [LinkedPage] = []
  package internal(set) var redirects: [Redirect] = []
  /// What is kept out of this build, and when the next of it may come in.
  package internal(set) var withheld = Withheld()
  /// Paths of `content/files/`, without that folder.
  package internal(set) var files: Set<String> = []
  /// The moment of the build, as it was told.
  package internal(set) var now = Timestamp(seconds: 0)
  /// Whether it has a page that searches it.
  package internal(set) var offersSearch = false
  /// Whether each case has a picture of its own for shared links.
  package internal(set) var hasCards = false

  /// Cases per page of a list.
  package static let pageLength = 50
}

/// Which entry of one of the site's lists.
@usableFromInline
package struct Ordinal<Element>: Hashable, Sendable {
  @usableFromInline package let index: Int32

  package init(_ index: Int) { self.index = Int32(index) }
}

extension Array {
  /// Lends the element: of a company or a law a reader mostly wants one field.
  @inlinable
  package subscript(_ ordinal: Ordinal<Element>) -> Element {
    _read { yield self[Int(ordinal.index)] }
  }
}

/// What drafts and embargoes keep out.
package struct Withheld: Sendable, Equatable {
  package var drafts = 0
  package var embargoed = 0
  /// When the first embargo ends.
  package var nextRelease: Timestamp?

  package init() {}
}

/// An address that an entry once had.
package struct Redirect: Sendable {
  package let from: Permalink
  package let to: Permalink
  package let title: String
}

/// One case with everything it refers to, and everything that refers to it.
///
/// A class, since lists, totals and pages look at cases in many orders: they share it.
package final class LinkedCase: Sendable {
  package let slug: String
  /// The oldest slug, which feeds know the case by.
  package let identity: String
  package let path: String
  package let fields: Case
  package let body: LinkedProse
  package let permalink: Permalink
  package let procedure: Procedure
  package let standing: Standing
  /// The day of the first decision; of the first step where nothing is decided yet.
  package let decided: CalendarDate
  /// The last step's date.
  package let lastStep: CalendarDate
  package let companies: [Ordinal<LinkedCompany>]
  package let regulators: [Ordinal<LinkedRegulator>]
  package let jurisdictions: [Ordinal<LinkedJurisdiction>]
  /// As written, one for each of `fields.provisions` that resolves.
  package let provisions: [LinkedProvision]
  package let topics: [Ordinal<LinkedTopic>]
  /// Who acted in each event of the procedure.
  package let bodies: [Ordinal<LinkedRegulator>?]
  /// The regulator that published each of `fields.sources`, where it is one.
  package let publishers: [Ordinal<LinkedRegulator>?]
  /// Those the case names, then those that name it, each once.
  package let related: [RelatedCase]
  /// Whether the build was asked to show it though it is a draft, or ahead of its time.
  package let isDraft: Bool
  package let isEmbargoed: Bool
  /// When the entry last changed in substance: publication, or a later step, correction, update or
  /// retraction.
  package let updated: Timestamp
  /// What happened after publication, the oldest first.
  package let changes: [LaterChange]

  /// For tables and charts.
  package var short: String { fields.short ?? fields.title }

  init(_ links: CaseLinks, related: [RelatedCase]) {
    let entry = links.entry
    slug = entry.slug
    identity = entry.fields.formerly.first?.value ?? entry.slug
    path = entry.path
    fields = entry.fields
    body = links.body
    permalink = Permalink("cases", entry.slug)
    procedure = links.procedure
    standing = links.standing
    decided = links.decided
    lastStep = links.procedure.last ?? links.decided
    companies = links.companies
    regulators = links.regulators
    jurisdictions = links.jurisdictions
    provisions = links.provisions
    topics = links.topics
    bodies = links.bodies
    publishers = links.publishers
    self.related = related
    isDraft = entry.fields.isDraft
    isEmbargoed = links.isEmbargoed
    changes = links.changes
    updated = links.changes.last?.moment ?? entry.fields.published
  }
}

package struct LinkedProvision: Sendable {
  package let law: Ordinal<LinkedLaw>
  /// Which of the law's articles; nil where the whole law is meant.
  package let article: Int?
  /// As cited behind the law's name: `5(1)(a)`.
  package let at: String
  package let role: Provision.Role
}

package struct RelatedCase: Sendable {
  package let other: Ordinal<LinkedCase>
  package let how: Relation.Kind?
  /// Whether it is the other case that says so.
  package let isInverse: Bool
}

package struct LinkedCompany: Sendable {
  /// Who it belongs to, or who belongs to it, and when.
  package struct Tie: Sendable {
    package let company: Ordinal<LinkedCompany>
    package let from: CalendarDate?
    package let to: CalendarDate?
  }

  package let slug: String
  package let identity: String
  package let fields: Company
  package internal(set) var body: LinkedProse
  package let permalink: Permalink
  package internal(set) var parents: [Tie] = []
  package internal(set) var subsidiaries: [Tie] = []
  /// Cases against the company itself, newest first.
  package internal(set) var cases: [Ordinal<LinkedCase>] = []
  /// Cases against it or any company below it, each once, newest first.
  package internal(set) var groupCases: [Ordinal<LinkedCase>] = []
  package internal(set) var totals = Totals()
  package internal(set) var groupTotals = Totals()

  package var short: String { fields.short ?? fields.name }
}

package struct LinkedRegulator: Sendable {
  package let slug: String
  package let identity: String
  package let fields: Regulator
  package internal(set) var body: LinkedProse
  package let permalink: Permalink
  package internal(set) var jurisdiction = Ordinal<LinkedJurisdiction>(0)
  /// Cases it decided, newest first.
  package internal(set) var cases: [Ordinal<LinkedCase>] = []
  /// Other cases in whose procedure it took a step: a court's rulings.
  package internal(set) var rulings: [Ordinal<LinkedCase>] = []
  package internal(set) var totals = Totals()

  package var short: String { fields.abbreviation ?? fields.name }
}

package struct LinkedJurisdiction: Sendable {
  /// ISO 3166, or `EU`.
  package let code: String
  package let name: String
  package let permalink: Permalink
  package internal(set) var regulators: [Ordinal<LinkedRegulator>] = []
  package internal(set) var laws: [Ordinal<LinkedLaw>] = []
  package internal(set) var cases: [Ordinal<LinkedCase>] = []
  package internal(set) var totals = Totals()
}

package struct LinkedLaw: Sendable {
  package struct Article: Sendable {
    /// As cited: `5`, `APP 1.2`.
    package let name: String
    package let heading: String?
    package let permalink: Permalink
    /// Each case once for every provision of the article it is about, newest case first.
    package internal(set) var citations: [Citation] = []
    package internal(set) var totals = Totals()
  }

  package struct Citation: Sendable {
    package let `case`: Ordinal<LinkedCase>
    package let at: String
    package let role: Provision.Role
  }

  package let slug: String
  package let identity: String
  package let fields: Law
  package internal(set) var body: LinkedProse
  package let permalink: Permalink
  package internal(set) var jurisdiction = Ordinal<LinkedJurisdiction>(0)
  /// In the order of their numbers, then of their letters.
  package internal(set) var articles: [Article] = []
  package internal(set) var cases: [Ordinal<LinkedCase>] = []
  package internal(set) var totals = Totals()
}

package struct LinkedTopic: Sendable {
  package let slug: String
  package let identity: String
  package let fields: Topic
  package internal(set) var body: LinkedProse
  package let permalink: Permalink
  package internal(set) var cases: [Ordinal<LinkedCase>] = []
  package internal(set) var totals = Totals()
}

package struct LinkedYear: Sendable {
  package let year: Int
  package let permalink: Permalink
  package internal(set) var cases: [Ordinal<LinkedCase>] = []
  package internal(set) var totals = Totals()
}

package struct LinkedPage: Sendable {
  package let slug: String
  package let fields: Page
  package internal(set) var body: LinkedProse
  package let permalink: Permalink
}
