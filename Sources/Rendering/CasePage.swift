import Content
import Linking
import Mustache

/// The page of one case.
struct CasePage: PublishedPage {
  let head: PageHead
  /// Its place in the site's list.
  let index: Int
  let linked: LinkedCase
  let amounts: [CurrencyAmounts]
  let steps: [TimelineStep]
  let measures: [MeasureItem]
  let notes: [NoteItem]
  let provisions: [ProvisionGroup]
  let deadlines: [WatchedDate]

  init(_ index: Int, in publication: Publication) {
    let linked = publication.site.cases[index]
    var notes = NoteItem.notes(of: linked, in: publication)
    measures = MeasureItem.items(of: linked, in: publication)
    steps = TimelineStep.steps(of: linked, citing: &notes, measures, in: publication)
    self.notes = notes
    head = PageHead(
      linked.fields.title, name: linked.short, at: linked.permalink.path,
      in: "/cases/", below: [publication.sections.cases], description: linked.fields.summary,
      isHidden: linked.isUnlisted, of: publication)
    self.linked = linked
    self.index = index
    amounts = linked.standing.amounts
    deadlines =
      linked.fields.deadlines.isEmpty ? [] : WatchedDate.of(linked, Ordinal(index)).byFirstDay
    provisions = ProvisionGroup.groups(of: linked, in: publication)
  }

  /// Long texts begin with a list of their headings.
  var hasContents: Bool {
    linked.body.headings.count > 3 && linked.body.body.count > Self.longText
  }

  /// About 600 words in bytes of HTML.
  private static let longText = 4500
}
