import Content
import Linking
import TestSupport
import Testing

@testable import Rendering

struct DatasetTests {
  private let steps = """
      - id: decision
        date: 2024-05
        kind: decision
        measures:
          - { kind: fine, amount: 1250.50 EUR }
          - { kind: fine, amount: 400..600 GBP }
          - { kind: costs, amount: 10 EUR }
        sources: [press]
      - { date: 2024-06-01, kind: appeal-lodged, body: nl-rb, on: decision }
    """

  private func site(_ more: String = "", body: String = "") throws -> Printed {
    try Printed(.case(steps: steps, more: Fixture.sources + more, body: body))
  }

  private func rows(_ csv: String) -> [String] { csv.split(separator: "\r\n").map { String($0) } }

  @Test func `a measure has its amount and its currency in columns of their own`() throws {
    let rows = rows(try site()["data/measures.csv"])
    #expect(
      rows[0].hasPrefix("case_slug,step,measure,kind,state,is_counted,amount,amount_high,currency,")
    )
    #expect(rows[1].hasPrefix("apex-2024,1,1,fine,imposed,true,1250.5,1250.5,EUR,"))
    #expect(rows[2].hasPrefix("apex-2024,1,2,fine,imposed,true,400,600,GBP,"))
    #expect(rows[3].hasPrefix("apex-2024,1,3,costs,imposed,false,10,10,EUR,"))
    #expect(rows.count == 4)
  }

  @Test func `a step has its date as far as it is known, who acted and on what`() throws {
    let rows = rows(try site()["data/steps.csv"])
    #expect(rows[1].hasPrefix("apex-2024,1,decision,2024-05,decision,nl-ap,,,press,,"))
    #expect(rows[2].hasPrefix("apex-2024,2,,2024-06-01,appeal-lodged,nl-rb,1,,,,"))
    #expect(rows[1].hasSuffix("https://watch.example/cases/apex-2024/#page-step-decision"))
  }

  @Test func `a case of two currencies tells the amounts of one and names the other`() throws {
    let rows = rows(try site()["data/cases.csv"])
    let header = rows[0].split(separator: ",", omittingEmptySubsequences: false)
    // Neither cell of this case holds a comma.
    let apex = try #require(rows.first { $0.hasPrefix("apex-2024,") })
    #expect(apex.contains(",EUR,0,0,1250.5,1250.5,1250.5,1250.5,0,0,0,0,GBP,0"))
    #expect(header.contains("in_force") && header.contains("currency"))
    #expect(!header.contains("text"))
    let amounts = try site()["data/amounts.csv"]
    #expect(amounts.contains("apex-2024,EUR,0,0,1250.5,"))
    #expect(amounts.contains("apex-2024,GBP,0,0,400,600,400,600,"))
  }

  @Test func `cells are quoted where RFC 4180 asks for it, and text is not escaped`() throws {
    let csv = try site()["data/cases.csv"]
    #expect(csv.contains(#","What ""Apex"" did.","#))
    #expect(csv.contains(",Apex & the <sea>,"))
    #expect(csv.hasSuffix("\r\n"))
    #expect(csv.split(separator: "\r\n").allSatisfy { !$0.contains("\n") })
  }

  @Test(arguments: ["=1+1", "+31 6", "-1", "@cmd"])
  func `a text that begins like a formula is none to a spreadsheet`(title: String) throws {
    let fixture = Fixture.case(steps: steps, more: Fixture.sources).files.map { file in
      (file.path, (try? file.bytes()) ?? [])
    }.map { path, bytes in
      (
        path: path,
        bytes: Array(
          String(decoding: bytes, as: UTF8.self)
            .replacing("title: Apex & the <sea>", with: "title: \"\(title)\"").utf8)
      )
    }
    let site = try Printed(Fixture(fixture))
    #expect(site["data/cases.csv"].contains(",'\(title),"))
    #expect(site["cases/apex-2024/data.json"].contains("\"title\":\"\(title)\""))
  }

  @Test func `a case in JSON has what belongs to it and leaves out what is not there`() throws {
    let site = try site(body: "It was \"so\".\n\n- one\n- two")
    let json = site["cases/apex-2024/data.json"]
    #expect(
      json.hasPrefix("{\"slug\":\"apex-2024\",\"id\":\"tag:watch.example,2026:case/apex-2024\","))
    #expect(json.contains("\"topics\":[\"data-breach\"]"))
    #expect(json.contains("\"amount\":\"1250.5\",\"amount_high\":\"1250.5\",\"currency\":\"EUR\""))
    #expect(json.contains("\"text\":\"It was “so”.\\none\\ntwo\""))
    #expect(json.contains("\"history\":[]"))
    #expect(!json.contains("\"checked\"") && !json.contains("case_slug") && !json.contains("null"))
    let lines = site["data/cases.ndjson"].split(separator: "\n")
    #expect(lines.contains { $0 + "\n" == json })
    #expect(site["data/cases.json"].contains(json.dropLast()))
  }

  @Test func `more cases than one piece holds make one header and one row each`() throws {
    let count = Dataset.length + 3
    let cases = (0..<count).map { number in
      """
      === content/cases/case-\(number).md
      ---
      title: Case \(number)
      summary: What happened.
      published: 2024-06-01
      companies: [acme-energy]
      regulators: [nl-ap]
      steps:
        - { date: 2023-01-01, kind: decision }
      sources:
        - { id: decision, title: Decision, publisher: nl-ap }
      ---

      """
    }
    let site = try Printed(Fixture(cases.joined(), over: Publication.small))
    let rows = rows(site["data/cases.csv"])
    #expect(rows.count == count + 2)
    #expect(Set(rows).count == rows.count)
    #expect(site["data/cases.ndjson"].split(separator: "\n").count == count + 1)
    #expect(rows.filter { $0.hasPrefix("slug,") }.count == 1)
  }

  @Test func `every column and every word is explained on the page of data`() throws {
    let page = try site()["data/index.html"]
    for table in Dataset.tables.map(\.facts) {
      #expect(page.contains("id=\"page-table-\(table.name)\""))
      for column in table.columns {
        #expect(page.contains("<code>\(column.name)</code>"))
        for choice in column.choices { #expect(page.contains("<code>\(choice)</code>")) }
      }
    }
    #expect(page.contains("never part of a total"))
  }
}

/// What the declarations of tables must keep among themselves.
struct DatasetDeclarationTests {
  @Test func `a table refers to keys of tables before it, or to its own`() throws {
    for (index, table) in Dataset.tables.map(\.facts).enumerated() {
      for reference in table.references {
        let target = try #require(
          Dataset.tables[...index].map(\.facts).first { $0.name == reference.table },
          "\(table.name) refers to \(reference.table)")
        #expect(target.key == reference.key, "\(table.name) refers to \(reference.table)")
        #expect(Set(reference.columns).isSubset(of: table.columns.map(\.name)))
      }
    }
  }

  @Test func `names are plain, and no table has one twice`() {
    for table in Dataset.tables.map(\.facts) {
      let names = table.columns.map(\.name)
      #expect(Set(names).count == names.count, "\(table.name)")
      #expect(Set(table.key).isSubset(of: names), "\(table.name)")
      for name in names + [table.name] {
        #expect(name.utf8.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0) }, "\(name)")
      }
    }
    #expect(Set(Dataset.tables.map(\.facts.name)).count == Dataset.tables.count)
  }

  @Test func `what belongs to a case has the case's slug first, which JSON leaves out`() {
    for table in Dataset.partsOfCase { #expect(table.facts.columns[0].name == "case_slug") }
  }

  @Test func `a summary is a phrase: no capital first, no full stop last`() {
    for table in Dataset.tables.map(\.facts) {
      for summary in [Words.english.row(of: table)]
        + table.columns.map({ Words.english.summary(of: $0, in: table) })
      {
        // Abbreviations stay as they are.
        let isAbbreviation = summary.prefix(2).allSatisfy(\.isUppercase)
        #expect(summary.first?.isLowercase == true || isAbbreviation, "\(summary)")
        #expect(!summary.hasSuffix("."), "\(summary)")
      }
    }
  }
}

struct DataSettingTests {
  private func site(_ setting: String) throws -> Printed {
    try Printed(
      Fixture(
        Publication.settings + "\n\(setting)\n", over: Publication.small))
  }

  @Test func `data are published unless the settings say otherwise`() throws {
    let site = try site("")
    #expect(site.files.keys.filter { $0.hasPrefix("data/") }.count == 5 + 2 + Dataset.tables.count)
    #expect(site.files["cases/acme/data.json"] != nil)
    #expect(site["cases/acme/index.html"].contains("href=\"/cases/acme/data.json\""))
    #expect(site["index.html"].contains("<a href=\"/data/\">Data</a>"))
  }

  @Test func `without data there is no file of them and no link to them`() throws {
    let site = try site("data: false")
    #expect(site.files.keys.filter { $0.contains("data/") || $0.hasSuffix("data.json") } == [])
    #expect(
      site.files.filter { $0.value.contains("/data/") || $0.value.contains("data.json") }.isEmpty)
  }

  @Test func `a list of forms leaves out the others`() throws {
    let site = try site("data: [ndjson]")
    #expect(
      site.files.keys.filter { $0.contains("data/") || $0.hasSuffix("data.json") }.sorted() == [
        "data/case.schema.json", "data/cases.ndjson", "data/index.html",
      ])
    #expect(!site["data/index.html"].contains("RFC 4180"))
    #expect(!site["cases/acme/index.html"].contains("data.json"))
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool {
    String(decoding: self, as: UTF8.self).contains(text)
  }
}
