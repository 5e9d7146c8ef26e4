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
  let timeline: CaseTimeline?
  let series: [SeriesPlace]

  init(_ index: Int, in publication: Publication) {
    let linked = publication.site.cases[index]
    var notes = NoteItem.notes(of: linked, in: publication)
    measures = MeasureItem.items(of: linked, in: publication)
    var steps = TimelineStep.steps(of: linked, citing: &notes, measures, in: publication)
    self.notes = notes
    // Where nothing costs anything, or nothing came later, there is nothing to follow.
    let isFollowed = steps.count > 1 && measures.contains { $0.sum != nil }
    let standings = isFollowed ? linked.procedure.standings : []
    steps.note(inForceAfter: standings)
    self.steps = steps
    timeline =
      isFollowed
      ? CaseTimeline(of: linked, after: standings, words: FigureWords(publication.words)) : nil
    series = SeriesPlace.places(of: linked, Ordinal(index), in: publication)
    head = PageHead(
      linked.fields.title, name: linked.short, at: linked.permalink.path,
      in: "/cases/", below: [publication.sections.cases], description: linked.fields.summary,
      isHidden: linked.isUnlisted,
      card: publication.site.hasCards ? CaseCard(index, in: publication) : nil, of: publication)
    self.linked = linked
    self.index = index
    amounts = linked.standing.amounts
    deadlines =
      linked.fields.deadlines.isEmpty ? [] : WatchedDate.of(linked, Ordinal(index)).byFirstDay
    provisions = ProvisionGroup.groups(of: linked, in: publication)
  }

  /// Long texts begin with a list of their headings.
  var hasContents: Bool {
    linked.body.headings.count > 3 && linked.body.isLong
  }
}

extension [TimelineStep] {
  /// Takes note of what is in force after each step that moved it.
  fileprivate mutating func note(inForceAfter standings: [Standing]) {
    var before: [Price] = []
    for (position, standing) in standings.enumerated() {
      let prices = standing.sumsInForce
      if prices != before { self[position].inForceAfter = prices }
      before = prices
    }
  }
}
