import Content
import Linking
import Mustache

/// The page of one case.
struct CasePage: PublishedPage {
  let head: PageHead
  let linked: LinkedCase
  let amounts: [CurrencyAmounts]
  let steps: [TimelineStep]
  let measures: [MeasureItem]
  let notes: [NoteItem]
  let provisions: [ProvisionGroup]

  init(_ index: Int, in publication: Publication) {
    let linked = publication.site.cases[index]
    var notes = NoteItem.notes(of: linked, in: publication)
    let steps = TimelineStep.steps(of: linked, citing: notes, in: publication)
    for step in steps {
      for mark in step.sources {
        if let cited = notes.firstIndex(where: { $0.number == mark.number }) {
          notes[cited].steps.append(step.anchor)
        }
      }
    }
    head = PageHead(
      linked.fields.title, name: linked.short, at: linked.permalink.path,
      in: "/cases/", below: [publication.sections.cases], description: linked.fields.summary,
      isHidden: linked.isDraft || linked.isEmbargoed, of: publication)
    self.linked = linked
    self.notes = notes
    self.steps = steps
    amounts = linked.standing.amounts
    measures = MeasureItem.items(of: linked, in: publication)
    provisions = ProvisionGroup.groups(of: linked, in: publication)
  }

  /// Long texts begin with a list of their headings.
  var hasContents: Bool {
    linked.body.headings.count > 3 && linked.body.body.count > Self.longText
  }

  /// About 600 words in bytes of HTML.
  private static let longText = 4500
}

/// The provisions of a case with one role.
struct ProvisionGroup: Sendable {
  struct Item: Sendable {
    let law: Link
    /// As cited; empty for the law as a whole.
    let at: String
    let heading: String?
    /// The article's page, or the law's.
    let href: Link
  }

  let role: Provision.Role
  let items: [Item]

  static func groups(of linked: LinkedCase, in publication: Publication) -> [ProvisionGroup] {
    Wording.roles.compactMap { role in
      let items = linked.provisions.filter { $0.role == role }.map { provision in
        let law = publication.laws[Int(provision.law.index)]
        let articles = publication.site.laws[Int(provision.law.index)].articles
        let article = provision.article.map { articles[$0] }
        return Item(
          law: law, at: provision.at, heading: article?.heading,
          href: article.map { Link($0.name, to: $0.permalink.path, on: publication.site.root) }
            ?? law)
      }
      return items.isEmpty ? nil : ProvisionGroup(role: role, items: items)
    }
  }
}

extension Fields where Value == ProvisionGroup {
  static let provisionGroup = Fields("provisions") { f in
    f.text("role") { Wording.role($0.role) }
    f.text("role_code") { $0.role.rawValue }
    f.list("items", of: item) { $0.items }
  }

  private static let item = Fields<ProvisionGroup.Item>("provision") { f in
    f.text("law") { $0.law.short }
    f.text("law_name") { $0.law.name }
    f.text("at") { $0.at }
    f.text("href") { $0.href.href }
    f.optionalText("heading") { $0.heading }
  }
}
