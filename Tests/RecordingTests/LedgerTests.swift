import Diagnostics
import Testing

@testable import Recording

@Suite struct LedgerTests {
  private func ledger(_ lines: String...) -> Diagnosed<Ledger> {
    Ledger.parsing(Array((["# gazette ledger 1"] + lines).joined(separator: "\n").utf8) + [0x0A])
  }

  @Test func `a record is found by its address and by nothing else`() throws {
    let read = ledger(
      "/cases/acme/ 2024-06-01 case/acme recorded=2024-06-02 digest=00000000000000ff in-force=EUR:12",
      "/cases/acme/#why 2024-06-03 case/acme", "/data/ 2024-06-01 -")
    #expect(read.diagnostics == [])
    let record = try #require(read.value.record(at: "/cases/acme/"))
    #expect(record.since.text == "2024-06-01" && record.name == "case/acme")
    #expect(record.latest?.recorded?.text == "2024-06-02" && record.latest?.inForce == "EUR:12")
    #expect(record.latest?.substance?.digest == 255)
    #expect(read.value.record(at: "/data/")?.name == nil)
    #expect(read.value.record(at: "/cases/acme") == nil)
    #expect(read.value.record(at: "/cases/") == nil && read.value.record(at: "/z/") == nil)
  }

  @Test func `a line is written as it was read`() throws {
    let line =
      "/cases/acme/ 2024-06-01 case/acme recorded=2024-06-02 updated=2024-06-01T00:00:00Z "
      + "digest=0123456789abcdef text=fedcba9876543210 says=AAAA__--abcd passages=z0z0 history=AAAB "
      + "in-force=EUR:12,GBP:1..2 to=/cases/apex/ gone=2025-01-01"
    #expect(Line(parsing: Array(line.utf8)[...])?.text == line)
  }

  @Test(arguments: [
    "cases/acme/ 2024-06-01 case/acme", "/cases/acme/ 2024-06 case/acme", "/cases/acme/ 2024-06-01",
    "/cases/acme/ 2024-06-01 cases/acme", "/cases/acme/  2024-06-01 case/acme",
    "/cases/acme/ 2024-06-01 case/acme ", "/cases/acme/ 2024-06-01 case/acme digest=12",
    "/cases/acme/ 2024-06-01 case/acme colour=red", "/cases/acme/ 2024-06-01 case/acme says=AAA",
    "/cases/acme/ 2024-06-01 case/acme text=fedcba9876543210", "/cases/acme/ 2024-02-30 -",
    "/cases/acme/ 2024-06-01 case/acme digest=+123456789abcdef", "/\u{7F} 2024-06-01 -",
  ])
  func `a line that no Gazette has written is damage`(line: String) {
    let read = ledger("/about/ 2024-06-01 page/about", line)
    #expect(read.diagnostics.map(\.rule) == [.damagedLedger])
    #expect(read.value.record(at: "/about/") != nil)
  }

  @Test func `every damaged line is reported in one run`() {
    let read = ledger("one", "/about/ 2024-06-01 page/about", "two")
    #expect(read.diagnostics.map { $0.place?.start } == [19, 53])
  }

  @Test(arguments: [
    "", "\n", "/about/ 2024-06-01 page/about\n", "# gazette ledger 2\n", "# gazette ledger\n",
    "# gazette ledger 1 a b\n",
  ])
  func `a file without a title that is known is damage, and nothing of it is used`(text: String) {
    let read = Ledger.parsing(Array(text.utf8))
    #expect(read.diagnostics.map(\.rule) == [.damagedLedger])
    #expect(read.value.isEmpty)
  }

  @Test func `line ends of Windows, and a last line without an end, are read`() {
    let read = Ledger.parsing(
      Array("# gazette ledger 1 watch.example,2026\r\n/a/ 2024-06-01 -\r\n/b/ 2024-06-01 -".utf8))
    #expect(read.diagnostics == [] && read.value.feedID == "watch.example,2026")
    #expect(read.value.record(at: "/b/") != nil)
  }

  @Test func `lines that a merge left out of order are read, reported once, and put in order`()
    throws
  {
    let text = """
      # gazette ledger 1
      /a/ 2024-06-01 -
      /d/ 2024-06-01 -
      /b/ 2024-06-02 -
      /a/ 2024-06-01 -
      /c/ 2024-06-02 -
      /e/ 2024-06-02 -

      """
    let bytes = Array(text.utf8)
    let read = Ledger.parsing(bytes)
    #expect(read.diagnostics.map(\.rule) == [.unsettledLedger])
    #expect(
      read.diagnostics.first?.message
        == "from '/d/' on, 2 lines are out of order or there twice, as a merge leaves them")
    for address in ["/a/", "/b/", "/c/", "/d/", "/e/"] {
      #expect(read.value.record(at: address) != nil)
    }
    let mended = Replacements(certainIn: read.diagnostics, of: Ledger.path, bytes)
      .applied(to: bytes)
    #expect(
      String(decoding: mended, as: UTF8.self) == """
        # gazette ledger 1
        /a/ 2024-06-01 -
        /b/ 2024-06-02 -
        /c/ 2024-06-02 -
        /d/ 2024-06-01 -
        /e/ 2024-06-02 -

        """)
    #expect(Ledger.parsing(mended).diagnostics == [])
  }

  @Test func `two versions of a line are both known, with the earlier day`() throws {
    let read = ledger(
      "/cases/acme/ 2024-06-02 case/acme recorded=2024-06-02 digest=00000000000000ff",
      "/cases/acme/ 2024-06-03 case/acme recorded=2024-06-03 digest=00000000000000fe")
    #expect(read.diagnostics == [])
    let record = try #require(read.value.record(at: "/cases/acme/"))
    #expect(record.since.text == "2024-06-02" && record.states.count == 2)
    #expect(record.latest?.substance?.digest == 254)
  }

  @Test func `marks of a merge are taken out without a doubt`() {
    let text = """
      # gazette ledger 1
      <<<<<<< ours
      /a/ 2024-06-01 -
      =======
      /b/ 2024-06-01 -
      >>>>>>> theirs

      """
    let bytes = Array(text.utf8)
    let read = Ledger.parsing(bytes)
    #expect(read.diagnostics.map(\.rule) == [.damagedLedger, .damagedLedger, .damagedLedger])
    let mended = Replacements(certainIn: read.diagnostics, of: Ledger.path, bytes)
      .applied(to: bytes)
    #expect(Ledger.parsing(mended).diagnostics == [])
  }

  @Test func `an address that would break a line is encoded`() {
    #expect(ledgerAddress("/files/a b#c%.pdf") == "/files/a%20b%23c%25.pdf")
    #expect(ledgerAddress("/files/é.pdf") == "/files/é.pdf")
  }
}
