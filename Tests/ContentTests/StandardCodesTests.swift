import Testing

@testable import Content

@Suite struct StandardCodesTests {
  @Test func `ISO 3166-1 has 249 countries, each by two letters`() {
    #expect(StandardCodes.countryCodes.count == 249)
    for code in StandardCodes.countryCodes {
      #expect(code.utf8.count == 2 && code.utf8.allSatisfy { (65...90).contains($0) })
      #expect(StandardCodes.country(code)?.isEmpty == false)
    }
  }

  @Test func `Norway is a country and no truth value`() {
    #expect(StandardCodes.country("NO") == "Norway")
    #expect(StandardCodes.jurisdiction("NO") == "Norway")
  }

  @Test func `codes that look like countries and are none are not taken`() {
    for code in ["UK", "EU", "EL", "XX", "nl", "", "N", "NLD", "ÅX"] {
      #expect(StandardCodes.country(code) == nil, "\(code)")
    }
  }

  @Test func `a jurisdiction may also be the Union, or a part of a country`() {
    #expect(StandardCodes.jurisdiction("EU") == "European Union")
    #expect(StandardCodes.jurisdiction("DE-HH") == "Hamburg")
    #expect(StandardCodes.jurisdiction("ES-CT") == "ES-CT (Spain)")
    for code in ["UK", "DE-", "DE-HHHH", "DE-hh", "XX-AB", "DE-HH-1", "-HH", "EU-1"] {
      #expect(StandardCodes.jurisdiction(code) == nil, "\(code)")
    }
  }

  @Test func `currencies are those of ISO 4217`() {
    for code in ["EUR", "GBP", "USD", "SEK", "NOK", "DKK", "CHF", "AUD", "CAD", "JPY"] {
      #expect(StandardCodes.isCurrency(code), "\(code)")
    }
    for code in ["", "eur", "EURO", "ABC", "€", "BTC"] {
      #expect(!StandardCodes.isCurrency(code), "\(code)")
    }
  }

  @Test func `fines in money that the euro replaced can still be written`() {
    for code in ["BGN", "HRK", "LTL", "LVL", "EEK", "SKK", "DEM", "FRF", "NLG"] {
      #expect(StandardCodes.isCurrency(code), "\(code)")
    }
  }
}
