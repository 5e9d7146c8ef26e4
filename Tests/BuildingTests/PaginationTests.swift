import TestSupport
import Testing

struct PaginationTests {
  /// The lists that every case of `Fixture.cases` is in.
  private static let lists = [
    "cases/", "companies/acme-energy/", "regulators/nl-ap/", "jurisdictions/nl/", "laws/gdpr/",
    "laws/gdpr/33/", "topics/data-breach/", "years/2023/",
  ]

  @Test(arguments: [(50, 1), (51, 2), (100, 2), (101, 3)])
  func `fifty cases fit a page, and no case is lost or shown twice between pages`(
    count: Int, pages: Int
  ) async throws {
    let site = try await RenderedSite(.cases(count))
    for list in Self.lists {
      let files = (1...pages).map { $0 == 1 ? list : "\(list)page/\($0)/" }
      let rows = files.map { Self.rows(of: site.text($0 + "index.html")) }
      #expect(site.files["\(list)page/\(pages + 1)/index.html"] == nil)
      #expect(site.files["\(list)page/1/index.html"] == nil)
      #expect(rows.dropLast().allSatisfy { $0.count == 50 }, "\(list)")
      #expect(rows.joined().count == count, "\(list)")
      #expect(Set(rows.joined()).count == count, "\(list)")
    }
  }

  @Test func `pages of a list lead to the one before and the one after, in head and body`()
    async throws
  {
    let site = try await RenderedSite(.cases(101))
    for list in Self.lists {
      let addresses = ["/\(list)", "/\(list)page/2/", "/\(list)page/3/"]
      for (index, address) in addresses.enumerated() {
        let text = site.text(address.dropFirst() + "index.html")
        let previous = index > 0 ? addresses[index - 1] : nil
        let next = index < 2 ? addresses[index + 1] : nil
        #expect(text.linkTarget(#"<link rel="prev" href=""#) == previous, "\(address)")
        #expect(text.linkTarget(#"<link rel="next" href=""#) == next, "\(address)")
        #expect(text.contains(#"rel="prev">Previous</a>"#) == (previous != nil), "\(address)")
        #expect(text.contains(#"rel="next">Next</a>"#) == (next != nil), "\(address)")
        #expect(
          text.linkTarget(#"<link rel="canonical" href=""#) == "https://watch.example" + address)
      }
    }
  }

  @Test func `a list of one page says nothing of pages`() async throws {
    let site = try await RenderedSite(.cases(50))
    for list in Self.lists {
      let text = site.text(list + "index.html")
      #expect(!text.contains(#"rel="next""#) && !text.contains(#"rel="prev""#), "\(list)")
    }
  }

  @Test func `a list of many pages begins with the total of all of it`() async throws {
    let site = try await RenderedSite(.cases(101))
    let text = site.text("companies/acme-energy/index.html")
    #expect(text.contains("€1,010"))
    #expect(text.contains("101 cases"))
  }

  /// The cases in a page's table, in its order.
  private static func rows(of page: String) -> [String] {
    page.split(separator: "<tr>").compactMap { $0.linkTarget(#"class="what"><a href=""#) }
      .filter { $0.hasPrefix("/cases/") }
  }
}

extension StringProtocol {
  /// What stands behind the first `opening`, up to the next quotation mark; nil without one.
  fileprivate func linkTarget(_ opening: String) -> String? {
    firstRange(of: opening).map { found in
      String(self[found.upperBound...].prefix { $0 != "\"" })
    }
  }
}
