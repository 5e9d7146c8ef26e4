import Linking
import Loading
import Mustache

/// A publication ready for print: every file there is, each of which can be written by itself, on
/// any core and in any order, always to the same bytes.
package final class Edition: Sendable {
  package let publication: Publication
  let rows: CaseRows

  init(_ publication: Publication, rows: CaseRows) {
    precondition(rows.count == publication.site.cases.count, "every case has its row")
    self.publication = publication
    self.rows = rows
  }

  /// Every file of the site, in an order that depends on the content alone.
  package var sheets: [Sheet] { publication.sheets }

  /// The file that a sheet is a copy of; nil for one that is written.
  package func source(of sheet: Sheet) -> SourceFile? {
    switch sheet.content {
    case .again(let index): source(of: sheets[index])
    case .asset(let index): publication.theme.assets[index]
    case .file(let index): publication.files[index]
    default: nil
    }
  }

  /// Whether a sheet may be too large to be in memory whole: then it is handed on in pieces.
  package func isLarge(_ sheet: Sheet) -> Bool {
    switch sheet.content {
    case .data(.table), .data(.json), .data(.ndjson), .data(.database): true
    case .again(let index): isLarge(sheets[index])
    default: false
    }
  }

  /// Hands on what is on a large sheet, piece by piece and always the same, until `take` wants no more.
  package func forEachPiece(of sheet: Sheet, _ take: (UnsafeRawBufferPointer) -> Bool) {
    switch sheet.content {
    case .again(let index): forEachPiece(of: sheets[index], take)
    case .data(let file): forEachPiece(of: file, take)
    default: break
    }
  }

  /// Appends what is on a sheet; nothing for one that is a copy of a file.
  package func write(_ sheet: Sheet, into out: inout OutputBuffer) {
    switch sheet.content {
    case .home: publication.theme.home.render(HomePage(in: publication), into: &out)
    case .figures: publication.theme.figures.render(FiguresPage(in: publication), into: &out)
    case .search: publication.theme.search.render(SearchPage(in: publication), into: &out)
    case .notFound: publication.theme.notFound.render(NotFoundPage(in: publication), into: &out)
    case .cases(let page): publication.theme.cases.render(casesPage(page), into: &out)
    case .case(let index):
      publication.theme.case.render(CasePage(index, in: publication), into: &out)
    case .index(let kind):
      publication.theme.indexes[kind]?.render(IndexPage(kind, in: publication), into: &out)
    case .company(let index, let page):
      publication.theme.company.render(companyPage(index, page), into: &out)
    case .regulator(let index, let page):
      publication.theme.regulator.render(regulatorPage(index, page), into: &out)
    case .jurisdiction(let index, let page):
      publication.theme.jurisdiction.render(jurisdictionPage(index, page), into: &out)
    case .law(let index, let page): publication.theme.law.render(lawPage(index, page), into: &out)
    case .article(let law, let index, let page):
      publication.theme.article.render(articlePage(law, index, page), into: &out)
    case .topic(let index, let page):
      publication.theme.topic.render(topicPage(index, page), into: &out)
    case .year(let index, let page):
      publication.theme.year.render(yearPage(index, page), into: &out)
    case .page(let index):
      publication.theme.page.render(ProsePage(index, in: publication), into: &out)
    case .redirect(let index):
      publication.theme.redirect.render(RedirectPage(index, in: publication), into: &out)
    case .again(let index): write(sheets[index], into: &out)
    case .tombstone(let index):
      publication.theme.gone.render(TombstonePage(index, in: publication), into: &out)
    case .news(let page): publication.theme.news.render(NewsPage(page, in: publication), into: &out)
    case .newsItem(let index):
      publication.theme.newsItem.render(NewsItemPage(index, in: publication), into: &out)
    default: writeForMachines(sheet, into: &out)
    }
  }

  /// What people do not read in a browser.
  private func writeForMachines(_ sheet: Sheet, into out: inout OutputBuffer) {
    switch sheet.content {
    case .feed(let subject): out.append(Feed(of: subject, in: publication))
    case .data(let file): write(file, into: &out)
    case .card(let index):
      publication.theme.card.render(CaseCard(index, in: publication), into: &out)
    case .citation(let index, let format):
      publication.write(citationOf: index, as: format, into: &out)
    case .archive(let subject, let number):
      out.append(Feed(of: subject, archive: number, in: publication))
    case .jsonFeed(let subject): out.append(json: Feed(of: subject, in: publication))
    case .opml: publication.writeOPML(into: &out)
    case .calendar: publication.writeCalendar(into: &out)
    case .security: publication.writeSecurity(into: &out)
    case .llms: publication.writeLLMs(into: &out)
    case .sitemapIndex: publication.writeSitemapIndex(into: &out)
    case .sitemap(let number): publication.writeSitemap(number, into: &out)
    case .robots: publication.writeRobots(into: &out)
    case .rules(let host): publication.writeRules(for: host, into: &out)
    default: break
    }
  }
}

extension Publication {
  /// Stage 4 ends: the publication with the rows of all its cases.
  package func edition(with rows: CaseRows) -> Edition { Edition(self, rows: rows) }
}
