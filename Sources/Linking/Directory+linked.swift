import CommonMark
import Content
import Diagnostics

/// What one case refers to, before it knows who refers to it.
///
/// A class, since some thirty lists and texts hang on it, and the linked case takes all of them over.
package final class CaseLinks: Sendable {
  let entry: Entry<Case>
  package let body: LinkedProse
  let procedure: Procedure
  let changes: [LaterChange]
  let standing: Standing
  let decided: CalendarDate
  let isEmbargoed: Bool
  let companies: [Ordinal<LinkedCompany>]
  let regulators: [Ordinal<LinkedRegulator>]
  let jurisdictions: [Ordinal<LinkedJurisdiction>]
  let topics: [Ordinal<LinkedTopic>]
  let provisions: [LinkedProvision]
  let bodies: [Ordinal<LinkedRegulator>?]
  let publishers: [Ordinal<LinkedRegulator>?]
  /// Positions of the related cases in the casebook, as the case names them.
  let related: [(position: Int, how: Relation.Kind?)]

  init(
    entry: Entry<Case>, body: LinkedProse, procedure: Procedure, changes: [LaterChange],
    standing: Standing, decided: CalendarDate, isEmbargoed: Bool,
    companies: [Ordinal<LinkedCompany>], regulators: [Ordinal<LinkedRegulator>],
    jurisdictions: [Ordinal<LinkedJurisdiction>], topics: [Ordinal<LinkedTopic>],
    provisions: [LinkedProvision], bodies: [Ordinal<LinkedRegulator>?],
    publishers: [Ordinal<LinkedRegulator>?], related: [(position: Int, how: Relation.Kind?)]
  ) {
    self.entry = entry
    self.body = body
    self.procedure = procedure
    self.changes = changes
    self.standing = standing
    self.decided = decided
    self.isEmbargoed = isEmbargoed
    self.companies = companies
    self.regulators = regulators
    self.jurisdictions = jurisdictions
    self.topics = topics
    self.provisions = provisions
    self.bodies = bodies
    self.publishers = publishers
    self.related = related
  }

  /// The same with its text put away until it is shown.
  package func keepingText(in store: some TextStore) -> CaseLinks {
    CaseLinks(
      entry: entry, body: body.kept(in: store), procedure: procedure, changes: changes,
      standing: standing, decided: decided, isEmbargoed: isEmbargoed, companies: companies,
      regulators: regulators, jurisdictions: jurisdictions, topics: topics,
      provisions: provisions, bodies: bodies, publishers: publishers, related: related)
  }
}

extension Directory {
  /// The case at a position of the casebook, linked; `text` is its text. It depends on no other, so
  /// cases may be linked on all cores.
  package func linkedCase(
    _ position: Int, _ text: Prose, at desk: inout WritingDesk
  ) -> Diagnosed<CaseLinks> {
    var linked = links(of: casebook.cases[position], text, at: &desk)
    if casebook.cases[position].fields.isVisible(under: options) {
      linked.diagnostics += advice(on: linked.value, text)
    }
    return linked
  }

  /// What cases that this build does not show refer to in vain would keep the site from being built
  /// on the day they come out. What only looks wrong until then is left out.
  static let passingUntilShown: Set<Rule> = [.withheldLink, .unknownProvision, .unknownAddress]

  private func links(
    of entry: Entry<Case>, _ text: Prose, at desk: inout WritingDesk
  ) -> Diagnosed<CaseLinks> {
    let fields = entry.fields
    let procedure = Procedure(fields.steps)
    var diagnostics = problems(ofStepsIn: entry, procedure)
    let companies = found(fields.respondents.slugs, .company, entry.path, &diagnostics)
    let regulators = found(fields.regulators, .regulator, entry.path, &diagnostics)
    let declared = declaredEntities(by: fields, companies, regulators)
    let ordinals = regulators.map { Ordinal<LinkedRegulator>(orders.regulators[$0]) }
    let links = CaseLinks(
      entry: entry,
      body: linked(text, names: fields.autolink ? declared : nil, at: &desk, &diagnostics),
      procedure: procedure, changes: LaterChange.changes(of: fields, procedure),
      standing: procedure.replayed(), decided: procedure.decided ?? fields.published.date,
      isEmbargoed: fields.published > options.now,
      companies: companies.map { Ordinal(orders.companies[$0]) }, regulators: ordinals,
      jurisdictions: jurisdictions(of: regulators),
      topics: found(fields.topics, .topic, entry.path, &diagnostics).map {
        Ordinal(orders.topics[$0])
      },
      provisions: fields.provisions.compactMap { provision($0, entry.path, &diagnostics) },
      bodies: procedure.events.map { body(of: $0.step, ordinals, entry.path, &diagnostics) },
      publishers: fields.sources.map { publisher(of: $0, entry.path, &diagnostics) },
      related: related(of: entry, &diagnostics))
    return Diagnosed(links, diagnostics)
  }

  /// Whom the entry declares: respondents, authorities, and the courts that its steps name.
  private func declaredEntities(
    by fields: Case, _ companies: [Int], _ regulators: [Int]
  ) -> Set<Entity> {
    var declared = Set(companies.map { Entity(kind: .company, position: $0) })
    for regulator in regulators { declared.insert(Entity(kind: .regulator, position: regulator)) }
    for step in fields.steps {
      if let body = step.body, case .found(let position) = look(for: body.value, .regulator) {
        declared.insert(Entity(kind: .regulator, position: position))
      }
    }
    return declared
  }

  /// Who took a step: the body it names, or the lead regulator.
  private func body(
    of step: Step, _ regulators: [Ordinal<LinkedRegulator>], _ path: String,
    _ diagnostics: inout [Diagnostic]
  ) -> Ordinal<LinkedRegulator>? {
    guard let body = step.body else { return regulators.first }
    return position(of: body, .regulator, in: path, &diagnostics).map {
      Ordinal(orders.regulators[$0])
    }
  }

  /// The positions that references lead to, each once, in the order written.
  func found(
    _ references: [Written<String>], _ kind: EntryKind, _ path: String,
    _ diagnostics: inout [Diagnostic]
  ) -> [Int] {
    var positions: [Int] = []
    for reference in references {
      if let position = position(of: reference, kind, in: path, &diagnostics),
        !positions.contains(position)
      {
        positions.append(position)
      }
    }
    return positions
  }

  private func provision(
    _ provision: Provision, _ path: String, _ diagnostics: inout [Diagnostic]
  ) -> LinkedProvision? {
    guard let law = position(of: provision.law, .law, in: path, &diagnostics) else { return nil }
    let slug = slugged(Provision.article(of: provision.at))
    return LinkedProvision(
      law: Ordinal(orders.laws[law]),
      article: provision.isWholeLaw ? nil : article(slug, of: law),
      at: provision.at, role: provision.role)
  }

  private func jurisdictions(of regulators: [Int]) -> [Ordinal<LinkedJurisdiction>] {
    var found: [Ordinal<LinkedJurisdiction>] = []
    for regulator in regulators {
      let code = casebook.regulators[regulator].fields.jurisdiction.value
      if let index = orders.jurisdictions[code], !found.contains(Ordinal(index)) {
        found.append(Ordinal(index))
      }
    }
    return found
  }

  /// A publisher that is a regulator's slug; any other text names somebody without an entry.
  private func publisher(
    of source: Source, _ path: String, _ diagnostics: inout [Diagnostic]
  ) -> Ordinal<LinkedRegulator>? {
    let typed = source.publisher.value
    switch look(for: typed, .regulator) {
    case .found(let position): return Ordinal(orders.regulators[position])
    case .unknown where isSlug(typed) && typed.contains("-"):
      guard let nearest = nearest(to: typed, .regulator) else { return nil }
      diagnostics.append(
        .unknown(
          .regulator, typed, nearest: nearest, isRenamed: isRenamed(typed, .regulator),
          at: source.publisher.place(in: path)))
      return nil
    default: return nil
    }
  }

  private func related(
    of entry: Entry<Case>, _ diagnostics: inout [Diagnostic]
  ) -> [(position: Int, how: Relation.Kind?)] {
    entry.fields.related.compactMap { relation in
      if relation.other.value == entry.slug {
        diagnostics.append(
          .relatedToItself(entry.slug, at: relation.other.place(in: entry.path)))
        return nil
      }
      return position(of: relation.other, .case, in: entry.path, &diagnostics).map {
        (position: $0, how: relation.how)
      }
    }
  }
}

extension Procedure {
  /// The day of the first decision; of the first step where nothing is decided yet. Nil where a draft
  /// leaves it to be filled in.
  fileprivate var decided: CalendarDate? {
    let first =
      events.first { $0.kind.isDecision || ($0.kind == .judgment && $0.target == nil) }
      ?? events.first { $0.kind == .penaltyCalled } ?? events.first
    return first?.step.date.value
  }

  /// The day of the last step that has one.
  var last: CalendarDate? { events.last { $0.step.date.value != nil }?.step.date.value }
}
