import Content
import Linking
import Mustache

// What robots read: sitemaps.org's XML and robots.txt (RFC 9309).

extension Publication {
  func writeRobots(into out: inout OutputBuffer) {
    out.append("User-agent: *\nAllow: /\n\nSitemap: ")
    out.append(site.root.url)
    out.append("/sitemap.xml\n")
  }

  /// The list of sitemaps, where one does not hold every address.
  func writeSitemapIndex(into out: inout OutputBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    out.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for sheet in sheets {
      guard case .sitemap = sheet.content else { continue }
      out.append("<sitemap><loc>")
      out.appendXML(site.root.url)
      out.appendXML(sheet.address)
      out.append("</loc></sitemap>\n")
    }
    out.append("</sitemapindex>\n")
  }

  /// The `number`-th sitemap, from 1.
  func writeSitemap(_ number: Int, into out: inout OutputBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    let first = (number - 1) * Self.sitemapLength
    let listed = sheets.lazy.filter { $0.isListed(in: self.site) }
    var dates = ChangeDates(publication: self)
    for sheet in listed.dropFirst(first).prefix(Self.sitemapLength) {
      out.append("<url><loc>")
      out.appendXML(site.root.url)
      out.appendXML(sheet.address)
      out.append("</loc>")
      if let changed = dates.last(of: sheet) {
        out.append("<lastmod>")
        out.append(iso: changed.date)
        out.append("</lastmod>")
      }
      out.append("</url>\n")
    }
    out.append("</urlset>\n")
  }

  func lastChange(of cases: [Ordinal<LinkedCase>]) -> Timestamp? {
    var latest: Timestamp?
    for ordinal in cases {
      let updated = site.cases[Int(ordinal.index)].updated
      latest = latest.map { max($0, updated) } ?? updated
    }
    return latest
  }
}

/// When pages last had something new, as far as their cases tell.
private struct ChangeDates {
  let publication: Publication
  /// Of the list asked for last, whose further pages follow it; nil before the first.
  private var list: Timestamp??

  init(publication: Publication) { self.publication = publication }

  mutating func last(of sheet: Sheet) -> Timestamp? {
    let site = publication.site
    switch sheet.content {
    case .case(let index): return site.cases[index].updated
    case .home, .cases, .index: return publication.updated
    case .newsItem(let index): return site.news[index].updated
    case .news: return site.news.map(\.updated).max()
    case .company(let index, let page): look(page) { site.companies[index].groupCases }
    case .regulator(let index, let page):
      look(page) { site.regulators[index].cases + site.regulators[index].rulings }
    case .jurisdiction(let index, let page): look(page) { site.jurisdictions[index].cases }
    case .law(let index, let page): look(page) { site.laws[index].cases }
    case .article(let law, let index, let page):
      look(page) { site.laws[law].articles[index].citations.map(\.case) }
    case .topic(let index, let page): look(page) { site.topics[index].cases }
    case .year(let index, let page): look(page) { site.years[index].cases }
    default: return nil
    }
    return list ?? nil
  }

  private mutating func look(_ page: Int, _ cases: () -> [Ordinal<LinkedCase>]) {
    if page == 1 || list == nil { list = .some(publication.lastChange(of: cases())) }
  }
}
