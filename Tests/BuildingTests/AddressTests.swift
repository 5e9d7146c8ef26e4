import Content
import Linking
import TestSupport
import Testing

struct AddressTests {
  @Test(arguments: [
    "https://watch.example", "https://x.example/watch", "https://x.example/a/b/",
  ])
  func `every link of every page and feed arrives, wherever the site is published`(
    baseURL: String
  ) async throws {
    let root = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    let site = try await RenderedSite(
      Publication.whole.replacing("https://watch.example", with: baseURL))
    #expect(site.pages.count > 30)
    #expect(site.deadLinks(on: root) == [])
    #expect(site.relativeLinksInFeeds == [])
    for address in site.addressesInSitemap {
      #expect(address.hasPrefix(root + "/"))
      #expect(site.files[address.dropFirst(root.count + 1) + "index.html"] != nil, "\(address)")
    }
    #expect(site.text("robots.txt").contains("\nSitemap: \(root)/sitemap.xml\n"))
  }

  @Test func `an address on the command line takes the place of the one in site.yml`()
    async throws
  {
    let options = LinkingOptions(
      now: LinkingOptions.someDay.now, baseURL: "https://preview.example/pr-7")
    let site = try await RenderedSite(Fixture(Publication.whole), options)
    #expect(site.mentioning("https://watch.example") == [])
    #expect(site.deadLinks(on: "https://preview.example/pr-7") == [])
  }

  @Test func `every page but those that lead elsewhere names itself as canonical`() async throws {
    let site = try await RenderedSite(Publication.whole)
    for page in site.pages where !site.text(page).contains("http-equiv=\"refresh\"") {
      let address = page.hasSuffix("index.html") ? String(page.dropLast(10)) : page
      #expect(
        site.text(page).contains(
          "<link rel=\"canonical\" href=\"https://watch.example/\(address)\">"), "\(page)")
    }
  }

  @Test func `an earlier address leads to the entry, and so does one before it`() async throws {
    let site = try await RenderedSite(Publication.whole)
    for (earlier, address) in [
      "cases/ferry-fine": "/cases/two-ferries/", "cases/joint-ferry-fine": "/cases/two-ferries/",
      "companies/northern": "/companies/north-line/", "who-we-are": "/about/",
    ] {
      let text = site.text(earlier + "/index.html")
      #expect(text.contains("content=\"0; url=\(address)\""))
      #expect(text.contains("<a href=\"\(address)\">"))
      #expect(text.contains("rel=\"canonical\" href=\"https://watch.example\(address)\""))
      #expect(text.contains("content=\"noindex\""))
      #expect(!site.addressesInSitemap.contains("https://watch.example/\(earlier)/"))
    }
  }

  @Test func `a template of the publication's own takes the place of the built-in one alone`()
    async throws
  {
    let site = try await RenderedSite(Publication.whole)
    #expect(site.text("404.html").contains("Nothing is moored here"))
    #expect(site.text("404.html").contains("class=\"masthead\""))
    #expect(site.text("extra.css") == "main{color:black}")
    #expect(site.text("files/register.txt") == "harbour-post;2019\n")
    #expect(site.files["style.css"] != nil)
    #expect(site.mentioning("mustache") == [])
  }
}

extension RenderedSite {
  fileprivate var addressesInSitemap: [String] {
    text("sitemap.xml").split(separator: "<loc>").dropFirst().map {
      String($0.prefix { $0 != "<" })
    }
  }

  /// Addresses in what feeds hold that a feed reader could not follow.
  fileprivate var relativeLinksInFeeds: [String] {
    feeds.flatMap { path in
      AtomFeed(text(path)).entries.flatMap { entry in
        SiteLinks(entry.content).targets.filter { !$0.contains(":") }.map { "\(path): \($0)" }
      }
    }
  }
}
