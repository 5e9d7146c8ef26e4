import Content
import Linking
import Loading
import Mustache
import TestSupport
import Testing
import ThemeFiles

@testable import Rendering

struct BuiltInThemeTests {
  @Test func `every file of the repository's templates is compiled in, as it is`() throws {
    let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let tree = try SourceTree(reading: "/" + repository)
    var written: [String: [UInt8]] = [:]
    for file in tree.templates + tree.assets {
      written[file.publishedPath] = try file.bytes()
    }
    let compiled = Dictionary(uniqueKeysWithValues: BuiltInTheme.files.map { ($0.name, $0.bytes) })
    #expect(Set(written.keys) == Set(compiled.keys), "mend Sources/ThemeFiles/BuiltInTheme.swift")
    for (name, bytes) in written {
      let isSame = compiled[name] == bytes
      #expect(isSame, "\(name) differs from what is compiled in")
    }
  }

  @Test func `the built-in theme compiles without a word`() throws {
    let theme = try SourceTree([]).theme()
    #expect(theme.diagnostics == [])
    #expect(theme.value != nil)
  }

  @Test func `a template of the publication takes the place of the built-in one`() throws {
    let site = try Printed(
      Fixture(
        """
        === templates/footer.mustache
        <footer>Made by hand.</footer>
        """, over: Publication.small))
    #expect(site["index.html"].contains("<footer>Made by hand.</footer>"))
    #expect(!site["index.html"].contains("colophon"))
  }

  @Test func `an asset of the publication takes the place of the built-in one`() throws {
    let site = try Printed(
      Fixture(
        """
        === templates/style.css
        body { color: teal }
        === templates/fonts/own.txt
        letters
        """, over: Publication.small))
    #expect(site["style.css"] == "body { color: teal }\n")
    #expect(site["fonts/own.txt"] == "letters\n")
  }

  @Test func `every page has the publication's own style behind the theme's, where there is one`()
    throws
  {
    let own = Fixture(
      """
      === templates/own.css
      :root { --accent: teal }
      """, over: Publication.small)
    let (with, without) = (try Printed(own), try Printed(Fixture(Publication.small)))
    let styles = "<link rel=\"stylesheet\" href=\"/style.css\">\n"
    let both = styles + "<link rel=\"stylesheet\" href=\"/own.css\">\n"
    for page in ["index.html", "cases/acme/index.html", "404.html"] {
      #expect(with[page].contains(both))
      #expect(without[page].contains(styles) && !without[page].contains("own.css"))
    }
    #expect(with["own.css"] == ":root { --accent: teal }\n")
  }

  @Test func `a name that a page does not offer is reported where it stands`() throws {
    let fixture = Fixture(
      """
      === templates/case.mustache
      <h1>{{▸titel}}</h1>
      """, over: Publication.small)
    let theme = try fixture.tree.theme()
    let finding = try #require(fixture.findings(in: theme.diagnostics).first)
    #expect(theme.value == nil)
    #expect(finding.at == fixture.marks[0])
    #expect(finding.message == "'titel' is not offered here; did you mean 'title'?")
  }

  @Test func `whatever the schema declares, templates may name`() {
    func offered<Entry>(_ schema: Schema<Entry>) -> Set<String> {
      Set(schema.fields.filter { $0.shown != nil }.map(\.key))
    }
    #expect(offered(Case.schema).isSubset(of: Fields.casePage(.english).names))
    #expect(offered(Company.schema).isSubset(of: Fields.companyPage(.english).names))
    #expect(offered(Regulator.schema).isSubset(of: Fields.regulatorPage(.english).names))
    #expect(offered(Law.schema).isSubset(of: Fields.lawPage(.english).names))
    #expect(offered(Topic.schema).isSubset(of: Fields.topicPage(.english).names))
    #expect(offered(Page.schema).isSubset(of: Fields.prosePage(.english).names))
    #expect(offered(Settings.schema).isSubset(of: Fields.site.names))
  }

  @Test(arguments: ["cases/index.html", "404.html", "about/index.html", "files/a.txt", "laws"])
  func `an asset at the address of a page is an error`(_ address: String) throws {
    let fixture = Fixture(
      """
      === templates/\(address)
      ▸mine
      === content/files/a.txt
      yours
      """, over: Publication.small)
    let theme = try fixture.tree.theme()
    let findings = fixture.findings(in: theme.diagnostics)
    #expect(findings.map(\.rule) == [.assetTakesAddress])
    #expect(findings.map(\.at) == [fixture.marks[0]])
    #expect(findings.map(\.message) == ["'\(address)' is an address that pages of the site have"])
  }

  @Test(arguments: ["robots.txt", "sitemap.xml", "casework.txt", "about.txt", "files.txt"])
  func `an asset beside all pages is no error`(_ address: String) throws {
    let site = try Printed(
      Fixture(
        """
        === templates/\(address)
        mine
        """, over: Publication.small))
    #expect(site[address] == "mine\n")
  }
}
