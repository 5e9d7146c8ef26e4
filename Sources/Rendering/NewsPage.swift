import Content
import Linking
import Mustache

/// The list of all news, newest first.
struct NewsPage: PublishedPage {
  let head: PageHead
  let items: [NewsSummary]

  init(_ number: Int, in publication: Publication) {
    let (first, site) = (Permalink("news").path, publication.site)
    let pages = CaseList.pages(of: site.news.count)
    let shown = ((number - 1) * Site.pageLength..<number * Site.pageLength)
      .clamped(to: site.news.indices)
    items = shown.map { NewsSummary(publication, $0) }
    head = PageHead(
      publication.words.pageTitle(publication.words[.news], page: number),
      at: ListSlice.address(first, page: number, of: pages) ?? first,
      in: first,
      description: publication.words.text(
        .aboutNews, ["site": site.settings.title]),
      feed: Link(publication.words[.feedOfNews], to: "/news.atom", on: site.root),
      previous: ListSlice.address(first, page: number - 1, of: pages),
      next: ListSlice.address(first, page: number + 1, of: pages), of: publication)
  }
}

extension Fields where Value == NewsPage {
  /// What `news` may name.
  static func newsPage(_ words: Words) -> Fields<NewsPage> {
    Fields<NewsPage>("list of news") { f in
      f.declareHead()
      f.list("items", of: .newsSummary(words)) { $0.items }
    }
  }
}

/// A news item as lists show it.
struct NewsSummary: Sendable {
  let publication: Publication
  let item: LinkedNews

  init(_ publication: Publication, _ index: Int) {
    self.publication = publication
    item = publication.site.news[index]
  }
}

extension Fields where Value == NewsSummary {
  static func newsSummary(_ words: Words) -> Fields<NewsSummary> {
    Fields<NewsSummary>("news item in a list") { f in
      f.text("title") { $0.item.fields.title }
      f.text("summary") { $0.item.fields.summary }
      f.html("href", when: { _ in true }) { row, out in
        out.append(row.item.permalink.path, after: row.publication.site.root)
      }
      f.html("published", when: { _ in true }) { row, out in
        out.append(element: row.item.fields.published.date, in: words)
      }
      f.flag("is_draft") { $0.item.isDraft }
      f.flag("is_embargoed") { $0.item.isEmbargoed }
      f.flag("is_retracted") { row in row.item.fields.history.contains { $0.kind == .retraction } }
    }
  }
}

/// The page of one news item.
struct NewsItemPage: PublishedPage {
  let head: PageHead
  let item: LinkedNews

  init(_ index: Int, in publication: Publication) {
    let item = publication.site.news[index]
    let list = Link(publication.words[.news], to: "/news/", on: publication.site.root)
    self.item = item
    head = PageHead(
      item.fields.title, at: item.permalink.path, in: "/news/", below: [list],
      description: item.fields.summary, isHidden: item.isUnlisted, of: publication)
  }

  fileprivate var publication: Publication { head.publication }
}

extension Fields where Value == NewsItemPage {
  /// What `news-item` may name.
  static func newsItemPage(_ words: Words) -> Fields<NewsItemPage> {
    Fields<NewsItemPage>("news item") { f in
      f.declareHead()
      f.declareProse(words, in: { $0.publication }) { $0.item.body }
      f.declare(NewsItem.schema) { $0.item.fields }
      f.text("title") { $0.item.fields.title }
      f.text("summary") { $0.item.fields.summary }
      f.html("published", when: { _ in true }) {
        $1.append(element: $0.item.fields.published.date, in: words)
      }
      f.list("companies", of: .link) { page in
        page.item.companies.map { page.publication.companies[Int($0.index)] }
      }
      f.list("regulators", of: .link) { page in
        page.item.regulators.map { page.publication.regulators[Int($0.index)] }
      }
      f.list("laws", of: .link) { page in
        page.item.laws.map { page.publication.laws[Int($0.index)] }
      }
      f.list("topics", of: .link) { page in
        page.item.topics.map { page.publication.topics[Int($0.index)] }
      }
      f.list("cases", of: .caseSummary(words)) { page in
        page.item.cases.map { CaseSummary(page.publication, $0) }
      }
      f.list("history", of: .amendment(words)) { $0.item.fields.history }
      f.list("corrections", of: .amendment(words)) { page in
        page.item.fields.history.filter { $0.kind == .correction || $0.kind == .retraction }
      }
      f.flag("is_draft") { $0.item.isDraft }
      f.flag("is_embargoed") { $0.item.isEmbargoed }
    }
  }
}
