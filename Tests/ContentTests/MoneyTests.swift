import Testing

@testable import Content

@Suite struct MoneyTests {
  @Test(arguments: [
    ("0", "0"), ("30500000", "30500000"), ("1250.50", "1250.5"), ("0.0001", "0.0001"),
    ("7.05", "7.05"), ("007", "7"), ("999999999999999.9999", "999999999999999.9999"),
    ("1.0000", "1"),
  ])
  func `a quantity is exact, and written without zeros that say nothing`(
    typed: String, written: String
  ) {
    #expect(Quantity(typed)?.text == written)
  }

  @Test(arguments: [
    "", ".", "5.", ".5", "1,000", "1 000", "1e6", "-5", "+5", "0x10", "1.00001", "１２",
    "1000000000000000", "99999999999999999999999999999", "1.2.3", "NaN", "inf", "5\u{301}",
  ])
  func `what is not digits with up to four decimals is no quantity`(typed: String) {
    #expect(Quantity(typed) == nil)
  }

  @Test func `a million of the largest amounts add up without overflow`() throws {
    let largest = try #require(Quantity("999999999999999.9999"))
    var sum = Quantity.zero
    for _ in 0..<1_000_000 { sum = sum + largest }
    #expect(sum.text == "999999999999999999900")
  }

  @Test func `tenths add up to wholes`() throws {
    let tenth = try #require(Quantity("0.1"))
    #expect((tenth + tenth + tenth).text == "0.3")
    #expect(tenth < tenth + tenth)
  }

  @Test func `an amount is a quantity and a currency`() {
    #expect(known("30500000 EUR") == "30500000 30500000 EUR")
    #expect(known("1250.50 GBP") == "1250.5 1250.5 GBP")
    #expect(known("0 EUR") == "0 0 EUR")
  }

  @Test func `a range keeps both its ends`() {
    #expect(known("400..600 EUR") == "400 600 EUR")
    #expect(known("1.5..2.25 CHF") == "1.5 2.25 CHF")
    #expect(known("5..5 EUR") == "5 5 EUR")
  }

  @Test func `undisclosed is a word of its own`() {
    #expect(Amount("undisclosed") == .undisclosed)
    #expect(Amount("undisclosed EUR") == nil)
    #expect(Amount("Undisclosed") == nil)
  }

  @Test(arguments: [
    "", "EUR", "30500000", "EUR 30500000", "30500000EUR", "30500000  EUR", "30500000 EUR ",
    "30500000 eur", "30500000 EURO", "30500000 €", "5 ABC", "30.5 million EUR", "600..400 EUR",
    "400.. EUR", "..600 EUR", "400...600 EUR", "1..2..3 EUR", "400–600 EUR", "-5 EUR",
    "1000000000000000 EUR", "5\tEUR", "5\u{A0}EUR",
  ])
  func `anything else is no amount`(typed: String) {
    #expect(Amount(typed) == nil)
  }

  private func known(_ typed: String) -> String? {
    guard case .known(let low, let high, let currency) = Amount(typed) else { return nil }
    return "\(low.text) \(high.text) \(currency.code)"
  }
}
