import Linking
import Mustache

/// Every figure of the whole site, at `/figures/`.
struct FiguresPage: PublishedPage {
  let head: PageHead
  let figures: [Figure]

  init(in publication: Publication) {
    head = PageHead(
      publication.words[.figures], at: Permalink("figures").path, in: Permalink("figures").path,
      description: publication.words.text(
        .aboutFigures, ["site": publication.site.settings.title]),
      of: publication)
    figures = publication.allFigures
  }
}

extension Fields where Value == FiguresPage {
  /// What `figures` may name.
  static func figuresPage(_ words: Words) -> Fields<FiguresPage> {
    Fields<FiguresPage>("page of figures") { f in
      f.declareHead()
      f.declareFigures { $0.figures }
      f.text("cases_words") { words.cases($0.head.publication.site.cases.count) }
    }
  }
}
