import Content
import Linking
import Mustache

/// A page of the publication itself: about, methodology, corrections policy.
struct ProsePage: PublishedPage {
  let head: PageHead
  let linked: LinkedPage

  init(_ index: Int, in publication: Publication) {
    linked = publication.site.pages[index]
    head = PageHead(
      linked.fields.title, at: linked.permalink.path, description: linked.fields.summary,
      isHidden: linked.fields.isUnindexed, of: publication)
  }
}

extension Fields where Value == ProsePage {
  /// What `page` may name.
  static func prosePage(_ words: Words) -> Fields<ProsePage> {
    Fields<ProsePage>("page") { f in
      f.declareHead()
      f.declareProse(words, in: { $0.head.publication }) { $0.linked.body }
      f.declare(Page.schema) { $0.linked.fields }
      f.text("title") { $0.linked.fields.title }
    }
  }
}

/// What a server shows for an address that is not there.
struct NotFoundPage: PublishedPage {
  let head: PageHead

  init(in publication: Publication) {
    head = PageHead(publication.words[.notFound], at: "/404.html", isHidden: true, of: publication)
  }
}

extension Fields where Value == NotFoundPage {
  /// What `not-found` may name.
  static let notFoundPage = Fields("page that is not there") { f in
    f.declareHead()
    f.list("links", of: .link) { $0.head.publication.sections.all }
  }
}

/// What stands at an address that an entry once had.
struct RedirectPage: PublishedPage {
  let head: PageHead
  let target: Link

  init(_ index: Int, in publication: Publication) {
    let move = publication.moves[index]
    target = Link(move.title, to: move.to, on: publication.site.root)
    // Its canonical address is the new one.
    head = PageHead(move.title, at: move.to, isHidden: true, of: publication)
  }
}

extension Fields where Value == RedirectPage {
  /// What `redirect` may name.
  static let redirectPage = Fields("redirect") { f in
    f.declareHead()
    f.object("target", of: .link) { $0.target }
  }
}

/// What stands at the address of something that was taken away.
struct TombstonePage: PublishedPage {
  let head: PageHead
  let gone: Settings.Gone

  init(_ index: Int, in publication: Publication) {
    gone = publication.site.settings.gone[index]
    head = PageHead(
      publication.words[.gone], at: gone.address.value, isHidden: true, of: publication)
  }
}

extension Fields where Value == TombstonePage {
  /// What `gone` may name.
  static func tombstonePage(_ words: Words) -> Fields<TombstonePage> {
    Fields<TombstonePage>("page that was taken away") { f in
      f.declareHead()
      f.text("why") { $0.gone.why }
      f.html("date", when: { $0.gone.date.value != nil }) { page, out in
        if let date = page.gone.date.value { out.append(element: date, in: words) }
      }
      f.list("links", of: .link) { $0.head.publication.sections.all }
    }
  }
}

/// The list of all cases.
struct CasesPage: ListPage {
  let head: PageHead
  let list: ListSlice
}

extension Fields where Value == CasesPage {
  /// What `cases` may name.
  static func casesPage(_ words: Words) -> Fields<CasesPage> {
    Fields<CasesPage>("list of all cases") { f in
      f.declareHead()
      f.declareList(words)
    }
  }
}
