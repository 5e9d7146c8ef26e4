import Testing

@testable import Content

@Suite struct IdentifierTests {
  @Test(arguments: [
    "acme", "a", "0", "acme-energy-2024", "30m", String(repeating: "a", count: 120),
  ])
  func `a slug is lower-case letters, digits and single hyphens`(text: String) {
    #expect(isSlug(text))
  }

  @Test(arguments: [
    "", "-", "-acme", "acme-", "acme--energy", "Acme", "acme energy", "acme_energy", "acmé", "a.b",
    "a/b", "acme\n", "ａ", String(repeating: "a", count: 121),
  ])
  func `anything else is no slug`(text: String) {
    #expect(!isSlug(text))
  }

  @Test(arguments: ["529900T8BM49AURSDO55", "HWUPKR0MPOU8FGXBT394", "5493006MHB84DD0ZWV18"])
  func `a LEI has check digits that hold`(text: String) {
    #expect(isLEI(text))
  }

  @Test(arguments: [
    "", "529900T8BM49AURSDO56", "529900T8BM49AURSD055", "529900t8bm49aursdo55",
    "529900T8BM49AURSDO5", "529900T8BM49AURSDO555", "00000000000000000000", "529900T8BM49AURSDO5É",
  ])
  func `a LEI with a wrong digit, length or letter is none`(text: String) {
    #expect(!isLEI(text))
  }

  @Test func `a digit of a LEI typed as another, or a letter as another, is noticed`() {
    let lei = Array("529900T8BM49AURSDO55")
    for index in lei.indices {
      let alike = lei[index].isNumber ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
      for other in alike where other != lei[index] {
        var wrong = lei
        wrong[index] = other
        #expect(!isLEI(String(wrong)))
      }
    }
  }

  @Test func `a Wikidata item is Q and a number`() {
    #expect(isWikidataItem("Q42"))
    #expect(isWikidataItem("Q123456789"))
    for wrong in ["Q", "Q0", "Q042", "q42", "42", "P31", "Q42 ", "Q4.2", "Ｑ42"] {
      #expect(!isWikidataItem(wrong), "\(wrong)")
    }
  }

  @Test(arguments: [
    "32016R0679", "62018CJ0311", "02016R0679-20160504", "32016R0679R(02)", "52021PC0206",
    "32002L0058", "62023TN0123",
  ])
  func `a CELEX number is sector, year, kind and number`(text: String) {
    #expect(isCELEX(text))
  }

  @Test(arguments: [
    "", "2016/679", "32016r0679", "32016R679x", "32016R06", "X2016R0679", "32216R0679",
    "32016RRR0679", "32016R0679 ", "3201ZR0679",
  ])
  func `anything else is no CELEX number`(text: String) {
    #expect(!isCELEX(text))
  }

  @Test(arguments: [
    "ECLI:NL:RBDHA:2020:865", "ECLI:EU:C:2020:559", "ECLI:CE:ECHR:2015:0616JUD006456909",
    "ECLI:DE:BVerfG:2020:rs20200120.1bvr164519", "ECLI:EL:COS:2019:0716A1319.15E1049",
    "ECLI:FR:CECHR:2020:434684.20200619", "ECLI:AT:BVWG:2020:W258.2227269.1.00",
    "ECLI:BE:CC:2021:ARR.2021.57", "ECLI:EP:BA:2014:T000214.20140101",
  ])
  func `an ECLI has five parts, as courts write them`(text: String) {
    #expect(flaw(inECLI: text) == nil)
  }

  @Test(arguments: [
    ("", "it has five parts: ECLI, country, court, year, ordinal number"),
    ("NL:RBDHA:2020:865", "it has five parts: ECLI, country, court, year, ordinal number"),
    ("ecli:NL:RBDHA:2020:865", "it has five parts: ECLI, country, court, year, ordinal number"),
    ("ECLI:NL:RBDHA:2020:865:1", "it has five parts: ECLI, country, court, year, ordinal number"),
    ("ECLI:XY:RBDHA:2020:865", "'XY' is no country code"),
    ("ECLI:NL:RBDHAAGX:2020:865", "the court code 'RBDHAAGX' is one to seven letters and digits"),
    ("ECLI:NL:1HR:2020:865", "the court code '1HR' is one to seven letters and digits"),
    ("ECLI:NL::2020:865", "the court code '' is one to seven letters and digits"),
    ("ECLI:NL:HR:20:865", "'20' is no year"),
    ("ECLI:NL:HR:+202:865", "'+202' is no year"),
    ("ECLI:NL:HR:2020:", "the ordinal number '' is letters, digits and dots"),
    ("ECLI:NL:HR:2020:8/65", "the ordinal number '8/65' is letters, digits and dots"),
  ])
  func `an ECLI with a wrong part says which`(text: String, expected: String) {
    #expect(flaw(inECLI: text) == expected)
  }

  @Test func `an ordinal number may have 25 characters besides its dots`() {
    #expect(!isLongECLI("ECLI:AT:DSB:2018:ABCDE.FGHIJ.KLMNO.PQRST.UVWXY"))
    #expect(isLongECLI("ECLI:AT:DSB:2018:ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
  }

  @Test(arguments: [
    "https://watch.example", "http://a.b/c?d=e#f", "https://é.example/ü", "https://[::1]/",
  ])
  func `a web address has a scheme and a host`(text: String) {
    #expect(isWebAddress(text) == text)
  }

  @Test(arguments: [
    "", "www.acme.example", "https://", "https:///x", "https://?x", "https://#x", "https://.x",
    "ftp://a.b", "javascript:alert(1)", "https://a b", "https://a\"b", "https://a<b", "//a.b",
    "https://a\u{7F}b", "https:a.b", "HTTPS:/a.b",
    "https://a.b/" + String(repeating: "x", count: 2000),
  ])
  func `anything else is no web address`(text: String) {
    #expect(isWebAddress(text) == nil)
  }

  @Test func `a language tag has the shape of BCP 47`() {
    for tag in ["en", "nl", "pt-BR", "zh-Hant-TW", "de-1996", "gsw", "sr-Latn-RS"] {
      #expect(isLanguageTag(tag) == tag)
    }
    for wrong in ["", "e", "english", "en_GB", "en-", "-en", "en--GB", "dé", "en-abcdefghi", "n1"] {
      #expect(isLanguageTag(wrong) == nil, "\(wrong)")
    }
  }
}
