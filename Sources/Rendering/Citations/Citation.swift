import Content
import Linking

/// Something that a case's page tells people how to cite.
struct Citation: Sendable {
  /// Which of the two it is.
  enum Work: Sendable {
    /// What was decided, as the authority published it.
    case decision
    /// What this publication writes about it.
    case page
  }

  /// Somebody who wrote or decided.
  struct Author: Sendable {
    let name: String
    /// Whether the name is one of a person, which programs take apart.
    var isPerson = false
  }

  let work: Work
  /// The case's slug, with an ending for the decision: unique on the site.
  let key: String
  let authors: [Author]
  let title: String
  /// Of the decision, or of this page's publication.
  let date: CalendarDate
  /// When this page last changed, where that was later.
  var changed: CalendarDate?
  /// What the page is part of.
  var container: String?
  /// Dockets, ECLI and the like.
  var numbers: [String] = []
  /// Absolute.
  var url: String?
  /// When somebody last read it there.
  var retrieved: CalendarDate?
  var archive: String?
  /// BCP 47.
  var language: String?
  var jurisdiction: String?
  var summary: String?
}

extension Citation {
  /// The write-up itself.
  static func page(of linked: LinkedCase, in publication: Publication) -> Citation {
    let settings = publication.site.settings
    let published = linked.fields.published.date
    let changed = linked.updated.date
    return Citation(
      work: .page, key: linked.slug,
      authors: settings.authors.isEmpty
        ? [Author(name: settings.title)]
        : settings.authors.map { Author(name: $0.name, isPerson: $0.kind == .person) },
      title: linked.fields.title, date: published, changed: changed == published ? nil : changed,
      container: settings.title, url: publication.site.root.url + linked.permalink.path,
      language: settings.language, summary: linked.fields.summary)
  }

  /// What was first decided in the case, by whoever decided it; nil while nothing is.
  static func decision(of linked: LinkedCase, in publication: Publication) -> Citation? {
    let events = linked.procedure.events
    guard let position = events.firstIndex(where: { $0.kind.decides }),
      let date = events[position].date
    else { return nil }
    let site = publication.site
    let bodies = linked.bodies[position].map { [$0] } ?? linked.regulators
    let source = linked.document(of: position).map { linked.fields.sources[$0] }
    return Citation(
      work: .decision, key: linked.slug + "-decision",
      authors: bodies.map { Author(name: site.regulators[$0].fields.name) },
      title: source?.title ?? publication.words.step[events[position].kind] + ": " + linked.short,
      date: date,
      numbers: linked.fields.references.map(\.value.value), url: source?.url,
      retrieved: source?.retrieved, archive: source?.archive, language: source?.language,
      jurisdiction: bodies.first.map {
        publication.jurisdictions[Int(site.regulators[$0].jurisdiction.index)].name
      })
  }

  /// The decision, where there is one, and the write-up.
  static func all(of linked: LinkedCase, in publication: Publication) -> [Citation] {
    [decision(of: linked, in: publication), page(of: linked, in: publication)].compactMap { $0 }
  }
}

extension Step.Kind {
  /// Whether such a step may be the first decision of a case.
  fileprivate var decides: Bool {
    switch self {
    case .decision, .settlement, .redecision, .judgment: true
    default: false
    }
  }
}

extension LinkedCase {
  /// The source that is the text of a step: the first that the step names of its own authority, or
  /// else the first that it names.
  fileprivate func document(of position: Int) -> Int? {
    let named = procedure.events[position].sources.compactMap {
      self.position(ofSource: $0.value)
    }
    let body = bodies[position] ?? regulators.first
    return named.first { publishers[$0] != nil && publishers[$0] == body } ?? named.first
  }
}
