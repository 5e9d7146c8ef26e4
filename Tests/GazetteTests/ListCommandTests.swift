import Foundation
import TestSupport
import Testing

@Suite struct ListCommandTests {
  private func publication(_ text: String = "") throws -> TemporaryFolder {
    try Fixture(text, over: Publication.small).written()
  }

  private static let later = """
    === content/cases/later.md
    ---
    title: Later
    summary: Later.
    published: 2026-09-01T09:00:00+02:00
    companies: [acme-energy]
    regulators: [nl-ap]
    steps: [{ id: decision, date: 2026-06-10, kind: decision }]
    sources: [{ id: decision, title: D, publisher: nl-ap, url: https://a.example }]
    ---
    """

  @Test func `without a kind every entry is listed, and how many there are`() throws {
    let folder = try publication()
    let run = try Program(["list", "-s", folder.path])
    #expect(run.status == 0)
    #expect(
      run.output == """
        KIND       SLUG         NAME
        case       acme         Late disclosure
        company    acme-energy  Acme Energy
        regulator  nl-ap        Dutch Data Protection Authority
        law        gdpr         General Data Protection Regulation
        topic      data-breach  Data breaches
        page       about        About

        """)
    #expect(run.errors == "6 entries\n")
  }

  @Test(arguments: ["case", "cases", "company", "companies", "laws", "topic", "pages"])
  func `a kind may be named in the singular or the plural`(kind: String) throws {
    let folder = try publication()
    let run = try Program(["list", kind, "-s", folder.path])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.errors.hasPrefix("1 "))
  }

  @Test func `what is scheduled is listed with the end of the next embargo`() throws {
    let folder = try publication(Self.later)
    let run = try Program(["list", "--scheduled", "-s", folder.path])
    #expect(run.output.contains("later  2026-09-01T09:00:00+02:00"))
    #expect(run.errors == "1 case; the next embargo ends 2026-09-01T09:00:00+02:00\n")
    let past = try Program(
      ["list", "--scheduled", "--now", "2026-10-01", "-s", folder.path])
    #expect(past.output == "")
    #expect(past.errors == "no cases\n")
  }

  @Test func `JSON and CSV go to standard output alone`() throws {
    let folder = try publication(Self.later)
    let json = try Program(["list", "--stale", "--json", "-s", folder.path])
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["slug"] as? String } == ["later"])
    #expect(rows.first?["stale"] as? [String] == ["no archived copy of decision"])
    #expect(json.errors == "")
    let csv = try Program(["list", "--company", "Acme Energy", "--csv", "-s", folder.path])
    #expect(csv.output.hasPrefix("slug,state,published,"))
    #expect(csv.output.split(whereSeparator: \.isNewline).count == 3)
  }

  @Test func `with errors in the content the rest is listed, and what is missing is named`() throws
  {
    let folder = try publication("=== content/cases/broken.md\nno front matter")
    let run = try Program(["list", "cases", "-s", folder.path])
    #expect(run.status == 1)
    #expect(run.output.contains("acme"))
    #expect(run.errors.contains("the content has 1 error, so the list may be wrong"))
    #expect(run.errors.contains("missing, since they cannot be read: case 'broken'"))
  }

  @Test(arguments: [
    ["list", "nosuch"], ["list", "--status", "nosuch"], ["list", "laws", "--drafts"],
    ["list", "--json", "--csv"], ["list", "--company", "Nobody"],
  ])
  func `wrong usage exits 64`(arguments: [String]) throws {
    let folder = try publication()
    #expect(try Program(arguments, in: folder.path).status == 64)
  }

  @Test func `where there is no publication it says how to begin`() throws {
    let folder = try TemporaryFolder()
    let run = try Program(["list"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("'gazette init'"))
  }
}
