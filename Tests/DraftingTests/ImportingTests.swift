import Content
import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Drafting

struct ImportingTests {
  private static let map = """
    columns:
      title: Fine on {Company}
      summary: Summary
      companies: Company
      regulators: Authority
      date: Date
      fine: Fine
      currency: Currency
      source: Document
      url: Link
      topics: Topic
      provisions: Articles
    separator: " / "
    dates: dmy
    companies: { ACME: acme-energy, Private person: unnamed }
    """

  private static let base = Publication.small.replacing(
    "name: Acme Energy", with: "name: Acme Energy\naliases: [Acme Énergie]")

  private func importing(
    _ table: String, _ map: String = map
  ) throws -> (importing: Importing, drafts: [ImportedCase]) {
    let found = try SourceFile(path: "map.yml", bytes: Array(map.utf8)).importMap()
    #expect(found.diagnostics.map(\.message) == [])
    let rows = try DelimitedTable(Array(table.utf8))
    var importing = Importing(
      rows.header, found.value, into: Fixture(Self.base).casebook.value, called: "fines.csv",
      today: try #require(CalendarDate("2026-07-01")))
    let drafts = rows.rows.map { importing.draft(of: $0) }
    return (importing, drafts)
  }

  private func text(_ draft: ImportedCase) throws -> String {
    String(decoding: try draft.entry.file.bytes(), as: UTF8.self)
  }

  private static let header =
    "Company,Authority,Date,Fine,Currency,Summary,Document,Link,Topic,Articles,Sector\n"

  @Test func `a row that says everything is a draft that check accepts`() throws {
    let row =
      "Acme Energy,Dutch Data Protection Authority,16.05.2024,\"1,250,000.50\",EUR,It was late.,"
      + "Decision,https://ap.example/1,Data breaches,gdpr 33(1),Energy\n"
    let (_, drafts) = try importing(Self.header + row)
    #expect(drafts.map(\.slug) == ["nl-ap-acme-energy-2024"])
    #expect(drafts[0].missing == [])
    let file = drafts[0].entry.file
    let text = try text(drafts[0])
    for line in [
      "title: Fine on Acme Energy ", "companies: [acme-energy] ", "regulators: [nl-ap] ",
      "provisions: [gdpr 33(1)] ", "topics: [data-breach] ", "date: 2024-05-16 ",
      "amount: 1250000.50 EUR }", "url: https://ap.example/1 ", "draft: true ",
      "# From fines.csv, line 2, and not taken over:\n# Sector: Energy\n---\n",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    let fixture = Fixture(
      Fixture(Self.base).files.map { ($0.path, (try? $0.bytes()) ?? []) } + [
        (file.path, try file.bytes())
      ])
    let findings = fixture.findings()
    #expect(findings.filter { $0.rule.severity == .error } == [])
    #expect(fixture.casebook.value.cases.count == 2)
  }

  @Test(arguments: ["https://ap.example/\"\"1", "ftp://ap.example", "https:///a", "ap.example/1 b"])
  func `an address that no source may have stays a comment`(_ address: String) throws {
    let (_, drafts) = try importing(
      Self.header + "Acme Energy,nl-ap,2024,5,EUR,s,d,\"\(address)\",,,Energy\n")
    let text = try text(drafts[0])
    let shown = address.replacing("\"\"", with: "\"")
    #expect(text.contains("# address not understood: \(shown)\n"))
    #expect(!text.contains("url: \(shown)"))
  }

  @Test func `a column's name that no file may hold is made readable in the draft's comments`()
    throws
  {
    let (_, drafts) = try importing(
      Self.header.replacing("Sector", with: "\"Sec\u{0}\ntor\"")
        + "Acme Energy,nl-ap,2024,5,EUR,s,d,,,,Energy\n")
    #expect(try text(drafts[0]).contains("# Sec tor: Energy\n"))
  }

  @Test func `a name is matched by alias, by slug and by what the map says, accents aside`() throws
  {
    let rows = ["acme energie", "acme-energy", "ACME", "Acme Energy / ACME"].map {
      "\($0),nl-ap,2024,5,EUR,s,d,,,\n"
    }
    let (importing, drafts) = try importing(Self.header + rows.joined())
    for draft in drafts { #expect(try text(draft).contains("companies: [acme-energy]")) }
    #expect(importing.companies.uncertain.isEmpty)
    #expect(
      drafts.map(\.slug) == [
        "nl-ap-acme-energy-2024", "nl-ap-acme-energy-2024-2", "nl-ap-acme-energy-2024-3",
        "nl-ap-acme-energy-2024-4",
      ])
  }

  @Test func `a name that is only near is never taken, and counted with the nearest`() throws {
    let row = "Acme Enrgy,nl-ap,2024-05,5,EUR,s,d,,,\n"
    let (importing, drafts) = try importing(Self.header + row + row + row)
    #expect(try text(drafts[0]).contains("companies: […]"))
    #expect(try text(drafts[0]).contains("# company with no certain entry: Acme Enrgy\n"))
    #expect(
      importing.companies.uncertain.map(\.mapLine) == [
        "Acme Enrgy: acme-energy  # 3 rows; is it this one?"
      ])
    #expect(drafts[0].missing == ["companies"])
  }

  @Test func `whoever the map calls unnamed is unnamed`() throws {
    let (importing, drafts) = try importing(
      Self.header + "Private person,nl-ap,2024,5,EUR,s,d,,,\n")
    #expect(try text(drafts[0]).contains("companies: unnamed "))
    #expect(importing.unknownSlugs.isEmpty)
  }

  @Test func `what could not be read stays as a comment, in one line and without controls`() throws
  {
    let row =
      "ACME,nl-ap,May 2024,\"1.250,00\",EUR,\"Two\nlines\u{7}\",d,www.ap.example,Fishing,Art. 5,\"a\n---\nb\"\n"
    let (_, drafts) = try importing(Self.header + row)
    let text = try text(drafts[0])
    for line in [
      "summary: Two lines ", "# date not understood: May 2024\n",
      "# fine not understood: 1.250,00 EUR\n", "# address not understood: www.ap.example\n",
      "# topic with no certain entry: Fishing\n", "# provision not understood: Art. 5\n",
      "# Sector: a --- b\n",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    #expect(!text.contains("amount:"))
  }

  @Test(arguments: [
    ("1,250,000.50", "point", "1250000.50 EUR"), ("1.250.000,50", "comma", "1250000.50 EUR"),
    ("€ 900", "point", "900 EUR"), ("900 GBP", "point", "900 GBP"),
    ("1 250 000", "point", "1250000 EUR"),
    ("1'000", "point", "1000 EUR"), ("1.250", "point", nil), ("1,25", "point", nil),
    ("12,34,567", "point", nil), ("1.5.6", "comma", nil), ("Unknown", "point", nil),
    ("0", "point", nil),
    ("-5", "point", nil), ("5 XXQ", "point", nil), ("", "point", nil),
    ("999999999999999999", "point", nil),
  ])
  func `an amount is read one way or not at all`(cell: String, decimals: String, amount: String?) {
    var map = ImportMap()
    map.currency = "EUR"
    map.decimals = ImportMap.DecimalMark(rawValue: decimals) ?? .point
    #expect(map.amount(cell, currency: nil) == amount)
  }

  @Test func `two currencies for one amount are none`() {
    #expect(ImportMap().amount("5 EUR", currency: "GBP") == nil)
    #expect(ImportMap().amount("5", currency: "GBP") == "5 GBP")
    #expect(ImportMap().amount("5", currency: nil) == nil)
  }

  @Test func `dates are ISO or in the order that the map names`() {
    var map = ImportMap()
    #expect(map.date("2024-05-16T10:00:00Z")?.text == "2024-05-16")
    #expect(map.date("16.05.2024") == nil)
    map.dates = .dmy
    #expect(map.date("16/05/2024")?.text == "2024-05-16")
    #expect(map.date("31.02.2024") == nil)
    map.dates = .mdy
    #expect(map.date("05/16/2024")?.text == "2024-05-16")
  }

  @Test func `a column that the table has not is named with the key that wants it`() throws {
    let (importing, _) = try importing("Company,Authority\nx,y\n")
    #expect(importing.missingColumns.map(\.key).contains("summary"))
    #expect(!importing.missingColumns.map(\.key).contains("companies"))
  }

  @Test func `cells behind the last column are kept`() throws {
    let (_, drafts) = try importing(Self.header + "ACME,nl-ap,2024,5,EUR,s,d,,,,,extra\n")
    #expect(try text(drafts[0]).contains("# column 12: extra\n"))
  }
}
