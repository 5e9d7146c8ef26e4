import Testing

@testable import Drafting

struct DelimitedTableTests {
  private func cells(_ text: String, _ delimiter: Character = ",") throws -> [[String]] {
    let table = try DelimitedTable(Array(text.utf8), delimiter: delimiter.asciiValue ?? 0x2C)
    return [table.header] + table.rows.map(\.cells)
  }

  @Test(arguments: [
    "a,b\r\n1,2\r\n", "a,b\n1,2", "a,b\r1,2\r", "\u{FEFF}a,b\n1,2\n", "a,b\n\n1,2\n\n",
  ])
  func `lines end as they like, a mark at the start and empty lines are passed over`(text: String)
    throws
  {
    #expect(try cells(text) == [["a", "b"], ["1", "2"]])
  }

  @Test func `a quoted cell holds delimiters, line feeds and quotation marks`() throws {
    let text = "a,b\n\"1,\"\"x\"\"\r\n2\",\"\"\n"
    #expect(try cells(text) == [["a", "b"], ["1,\"x\"\r\n2", ""]])
  }

  @Test func `a quotation mark within a cell is itself`() throws {
    #expect(try cells("a,b\n5\" disk,\"x\"y\n") == [["a", "b"], ["5\" disk", "xy"]])
  }

  @Test func `semicolons and tabs may part cells, and commas are then text`() throws {
    #expect(try cells("a;b\n1,5;2", ";") == [["a", "b"], ["1,5", "2"]])
    #expect(try cells("a\tb\n1,5\t2", "\t") == [["a", "b"], ["1,5", "2"]])
  }

  @Test func `rows may be shorter or longer than the header, and know their lines`() throws {
    let table = try DelimitedTable(Array("a,b\n\"x\ny\"\n1,2,3\n,\n".utf8))
    #expect(table.rows.map(\.cells) == [["x\ny"], ["1", "2", "3"], ["", ""]])
    #expect(table.rows.map(\.line) == [2, 4, 5])
  }

  @Test func `a column without a name is called by its number`() throws {
    #expect(try cells(" a ,,c")[0] == ["a", "column 2", "c"])
  }

  @Test(arguments: [
    ([], DelimitedTable.Flaw.empty), (Array("\n\r\n".utf8), .empty),
    ([0xFF, 0xFE, 0x61, 0x00], .utf16), (Array("a\n".utf8) + [0xE9, 0x0A], .notUTF8(line: 2)),
    (Array("a,b\n1,2\n\"3,4\n".utf8), .openQuote(line: 3)),
  ])
  func `what is no table is refused with its line`(bytes: [UInt8], flaw: DelimitedTable.Flaw) {
    #expect(throws: flaw) { try DelimitedTable(bytes) }
  }

  @Test func `any bytes are read to their end`() {
    var random = SeededBytes(seed: 7)
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in random.next() }
      _ = try? DelimitedTable(bytes)
    }
  }
}

/// Mostly the characters that mean something in a table.
private struct SeededBytes {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt8 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let alphabet = Array(",\"\r\n;ab\t".utf8) + [0xE9, 0x00]
    return alphabet[Int(state >> 33) % alphabet.count]
  }
}
