import Content
import Linking
import Mustache
import Testing

@testable import Rendering

/// Dates and amounts as readers see them; `_` stands for a no-break space.
struct FigureTests {
  private func written(_ write: (inout OutputBuffer) -> Void) -> String {
    var out = OutputBuffer()
    write(&out)
    return String(decoding: out.bytes, as: UTF8.self).replacing("\u{A0}", with: "_")
  }

  @Test(arguments: [
    ("2024-05-16", "16_May_2024"), ("2024-05", "May_2024"), ("2024", "2024"),
    ("1999-12-01", "1_December_1999"),
  ])
  func `a date says as much as is known`(_ typed: String, _ shown: String) throws {
    let date = try #require(CalendarDate(typed))
    #expect(written { $0.append(words: date, in: .english) } == shown)
    #expect(
      written { $0.append(element: date, in: .english) }
        == "<time datetime=\"\(typed)\">\(shown)</time>")
  }

  @Test(arguments: [
    "2024-09-03T09:00:00+02:00", "2024-09-03T00:00:00Z", "1969-12-31T23:59:59-05:30",
    "2000-02-29T12:34:56Z",
  ])
  func `a moment is written as it was given`(_ typed: String) throws {
    let moment = try #require(Timestamp(typed))
    #expect(written { $0.append(iso: moment) } == typed)
  }

  @Test(arguments: [
    ("30500000 EUR", "€30,500,000"), ("20000000 GBP", "£20,000,000"),
    ("1000000 CHF", "CHF_1,000,000"), ("400..600 EUR", "€400 to €600"), ("0 EUR", "€0"),
    ("1250.5 EUR", "€1,250.50"), ("0.0625 USD", "USD_0.0625"), ("999 EUR", "€999"),
    ("100000000000000 EUR", "€100,000,000,000,000"),
  ])
  func `an amount is written out`(_ typed: String, _ shown: String) throws {
    let price = try #require(Amount(typed).flatMap { Price($0) })
    #expect(written { $0.append(exact: price, in: .english) } == shown)
  }

  @Test(arguments: [
    ("30500000 EUR", "€30.5_million"), ("7552800 GBP", "£7.55_million"),
    ("1000000 CHF", "CHF_1_million"), ("999999 EUR", "€999,999"),
    ("1204999 EUR", "€1.2_million"), ("1205000 EUR", "€1.21_million"),
    ("999994999 EUR", "€999.99_million"), ("999995000 EUR", "€1_billion"),
    ("1200000000 EUR", "€1.2_billion"), ("2345000000000 EUR", "€2,345_billion"),
    ("1000000..2000000 EUR", "€1_million to €2_million"), ("405000 EUR", "€405,000"),
  ])
  func `an amount in a list is rounded to two places`(_ typed: String, _ shown: String) throws {
    let price = try #require(Amount(typed).flatMap { Price($0) })
    #expect(written { $0.append(compact: price, in: .english) } == shown)
  }

  @Test func `a rounded amount tells the exact one, and programs read it plain`() throws {
    let price = try #require(Amount("7552800 GBP").flatMap { Price($0) })
    #expect(
      written { $0.append(compactElement: price, in: .english) }
        == "<data value=\"7552800 GBP\" title=\"£7,552,800\">£7.55_million</data>")
    let small = try #require(Amount("400..600.5 EUR").flatMap { Price($0) })
    #expect(
      written { $0.append(compactElement: small, in: .english) }
        == "<data value=\"400..600.5 EUR\" class=\"cents\">€400 to €600.50</data>")
  }

  @Test(arguments: [
    ("https://www.cnil.fr/en/page", "cnil.fr"), ("https://a.example?q", "a.example"),
    ("http://a.example", "a.example"), ("mailto:x", "mailto:x"), ("https:", "https:"),
  ])
  func `a link shows its host in print`(_ url: String, _ host: String) {
    #expect(written { $0.append(hostOf: url) } == host)
  }
}
