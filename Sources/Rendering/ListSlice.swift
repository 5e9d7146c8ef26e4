import Content
import Linking
import Mustache

/// What one page of a list of cases shows.
struct ListSlice: Sendable {
  struct Section: Sendable {
    let edition: Edition
    let section: CaseList.Section
    /// A number that no other section of the page has.
    let number: Int
  }

  let edition: Edition
  let sections: [Section]
  /// How many cases the whole list has.
  let count: Int
  let page: Int
  let pages: Int
  /// The list's first page, from the site's root.
  let address: String
  let totals: Totals
  /// How many cases of the whole list have each status, in the order of the statuses; on the first
  /// page alone.
  let statuses: [StatusCount]
  /// Which cases those are, for the script that filters them: `company=acme`; empty for all.
  let scope: String

  init(
    _ list: CaseList, page: Int, at address: String, totals: Totals, scope: String,
    in edition: Edition
  ) {
    self.edition = edition
    sections = list.page(page).enumerated().map { number, section in
      Section(edition: edition, section: section, number: number + 1)
    }
    count = list.count
    self.page = page
    pages = list.pages
    self.address = address
    self.totals = totals
    statuses = page == 1 ? StatusCount.counts(of: list, in: edition.publication.site) : []
    self.scope = scope
  }

  /// The address of one page of the list; nil where there is none.
  static func address(_ first: String, page: Int, of pages: Int) -> String? {
    guard (1...max(1, pages)).contains(page) else { return nil }
    return page == 1 ? first : first + "page/\(page)/"
  }

  /// The pages a reader may want to go to from here: the ends, and those around.
  fileprivate var links: [PageLink] {
    var links: [PageLink] = []
    for number in 1...max(1, pages)
    where number == 1 || number == pages || abs(number - page) <= 2 {
      let isBehindGap = links.last.map { $0.number + 1 < number } ?? false
      links.append(
        PageLink(
          number: number, isCurrent: number == page, isBehindGap: isBehindGap,
          address: Self.address(address, page: number, of: pages) ?? address,
          root: edition.publication.site.root))
    }
    return links
  }
}

extension ListSlice {
  /// Whether readers are offered to filter it: a short list is seen at a glance, and what the script
  /// has to know is published with the data.
  fileprivate var isWorthFiltering: Bool {
    count >= Self.worthFiltering && !edition.publication.site.settings.data.isEmpty
  }

  /// From how many cases on.
  static let worthFiltering = 8
}

private struct PageLink: Sendable {
  let number: Int
  let isCurrent: Bool
  let isBehindGap: Bool
  let address: String
  let root: SiteRoot
}

/// The value of a page that lists cases.
protocol ListPage: PublishedPage {
  var list: ListSlice { get }
}

extension FieldDeclarations where Value: ListPage {
  /// What every page with a list of cases offers.
  mutating func declareList(_ words: Words) {
    list("sections", of: .section) { $0.list.sections }
    text("case_count") { words.number($0.list.count) }
    text("cases_words") { words.cases($0.list.count) }
    flag("is_first_page") { $0.list.page == 1 }
    list("by_status", of: .statusCount(words)) { $0.list.statuses }
    text("scope") { $0.list.scope }
    html("filter_href", when: { $0.list.isWorthFiltering }) { page, out in
      out.append("/data/list.json", after: page.head.publication.site.root)
    }
    object("pagination", of: .pagination(words)) { $0.list.pages > 1 ? $0.list : nil }
    declareTotals(words) { $0.list.totals }
  }
}

extension FieldDeclarations {
  /// What a set of cases adds up to.
  mutating func declareTotals(
    _ words: Words, _ totals: @escaping @Sendable (Value) -> Totals
  ) {
    list("totals", of: .total(words)) { totals($0).amounts }
    optionalText("undisclosed") {
      let count = totals($0).undisclosed
      return count == 0 ? nil : words.undisclosed(count)
    }
  }
}

extension Fields where Value == Totals.InCurrency {
  static func total(_ words: Words) -> Fields<Totals.InCurrency> {
    Fields<Totals.InCurrency>("total") { f in
      f.html("in_force", when: { !$0.inForce.isZero }) { total, out in
        out.append(element: Price(total.inForce, total.currency), in: words)
      }
      f.html("in_force_short", when: { !$0.inForce.isZero }) { total, out in
        out.append(compactElement: Price(total.inForce, total.currency), in: words)
      }
      f.text("currency") { $0.currency.code }
      f.text("cases_words") { words.cases($0.cases) }
    }
  }
}

extension Fields where Value == ListSlice.Section {
  static let section = Fields("section of a list") { f in
    f.optionalText("title") { $0.section.title }
    f.text("number") { String($0.number) }
    f.flag("has_notes") { !$0.section.notes.isEmpty }
    f.html("rows", when: { _ in true }) { part, out in part.writeRows(into: &out) }
  }
}

extension ListSlice.Section {
  /// A `tr` for each case: the note, where the section has notes, and the case's own cells.
  fileprivate func writeRows(into out: inout OutputBuffer) {
    for (index, ordinal) in section.cases.enumerated() {
      out.append("<tr>")
      if !section.notes.isEmpty {
        out.append("<td class=\"note\">")
        out.appendEscaped(section.notes[index])
        out.append("</td>")
      }
      edition.rows.write(Int(ordinal.index), into: &out)
      out.append("</tr>\n")
    }
  }
}

extension Fields where Value == ListSlice {
  static func pagination(_ words: Words) -> Fields<ListSlice> {
    Fields<ListSlice>("pagination") { f in
      f.text("number") { String($0.page) }
      f.text("count") { String($0.pages) }
      f.text("first") { words.number(($0.page - 1) * Site.pageLength + 1) }
      f.text("last") { words.number(min($0.count, $0.page * Site.pageLength)) }
      f.html("previous", when: { $0.page > 1 }) { list, out in list.write(page: list.page - 1, &out)
      }
      f.html("next", when: { $0.page < $0.pages }) { list, out in
        list.write(page: list.page + 1, &out)
      }
      f.list("links", of: .pageLink) { $0.links }
    }
  }
}

extension ListSlice {
  fileprivate func write(page: Int, _ out: inout OutputBuffer) {
    out.append(
      Self.address(address, page: page, of: pages) ?? address, after: edition.publication.site.root)
  }
}

extension Fields where Value == PageLink {
  fileprivate static let pageLink = Fields("link to a page") { f in
    f.text("number") { String($0.number) }
    f.flag("is_current") { $0.isCurrent }
    f.flag("is_behind_gap") { $0.isBehindGap }
    f.html("href", when: { _ in true }) { link, out in out.append(link.address, after: link.root) }
  }
}
