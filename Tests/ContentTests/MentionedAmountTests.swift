import Testing

@testable import Content

@Suite struct MentionedAmountTests {
  private func amounts(_ text: String, _ codes: [String] = ["EUR"]) -> [(
    text: String, MentionedAmount
  )] {
    let bytes = Array(text.utf8)
    let names = CurrencyNames(codes.map { Currency(code: $0) })
    return bytes.withUnsafeBufferPointer { $0.amounts(in: names) }
      .map { (String(decoding: bytes[$0.range], as: UTF8.self), $0) }
  }

  private func means(_ text: String, _ amount: String, _ code: String = "EUR") throws -> Bool {
    let quantity = try #require(Quantity(amount))
    return amounts(text, [code]).contains { $0.1.means(quantity) }
  }

  @Test(arguments: [
    "€30.5 million", "EUR 30.5 million", "30.5 million euros", "30,5 million EUR", "€30 500 000",
    "€30\u{A0}500\u{202F}000", "30.500.000 EUR", "€30,500,000.00", "EUR30.5m", "€30.5 mn",
    "30,5 Mio EUR", "€0.0305 billion", "€30500k", "30,5 Millionen Euro", "30.5 miljoen euro",
    "€30'500'000", "€31 million", "€30 million",
  ])
  func `thirty and a half million euros are found however they are written`(text: String) throws {
    #expect(try means("It fined them \(text) in 2024.", "30500000"))
    #expect(amounts("It fined them \(text) in 2024.").map(\.text) == [text])
  }

  @Test(arguments: [
    "€30.4 million", "€3.05 million", "€305 million", "€32 million", "€30,500", "30.5 EUR",
    "€30.5 billion", "€30,499,999",
  ])
  func `another sum is not it`(text: String) throws {
    #expect(try !means("It fined them \(text) in 2024.", "30500000"))
  }

  @Test(arguments: [
    ("£7,552,800", "GBP", "7552800"), ("£7.5 million", "GBP", "7552800"),
    ("£7.6m", "GBP", "7552800"), ("NOK 65 million", "NOK", "65000000"),
    ("65 million kr", "NOK", "65000000"), ("CHF 600", "CHF", "600"),
    ("$5 billion", "USD", "5000000000"), ("US$5bn", "USD", "5000000000"),
    ("$1.2m", "AUD", "1200000"), ("1.234 EUR", "EUR", "1234"), ("1.23 EUR", "EUR", "1.23"),
    ("€35,258,707.95", "EUR", "35258707.95"), ("€35 million", "EUR", "35258707.95"),
  ])
  func `each currency has its names`(text: String, code: String, amount: String) throws {
    #expect(try means(text, amount, code))
  }

  @Test func `a year in front of a sum, or a number that is no money, is no amount`() {
    #expect(amounts("In 2022 €20 million, for 339 million guests.").map(\.text) == ["€20 million"])
    #expect(amounts("EURODAC has 5 systems; NEUR 7; 7 EURIBOR").map(\.text) == [])
    #expect(amounts("€ and EUR and 5", ["EUR"]).map(\.text) == [])
    #expect(amounts("£20 million", ["EUR"]).map(\.text) == [])
  }

  @Test func `no number is too long`() {
    let digits = String(repeating: "9", count: 5000)
    #expect(amounts("€\(digits) billion, €\(digits).\(digits)").count == 2)
    #expect(amounts("€1,,2 €. €1. €").map(\.text) == ["€1", "2 €", "€1"])
  }
}
