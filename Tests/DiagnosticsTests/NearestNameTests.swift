import Testing

@testable import Diagnostics

@Suite struct NearestNameTests {
  @Test func `a swap of two letters finds the name that was meant`() {
    #expect(nearestName(to: "acme-enrgy", among: ["acme-energy", "apex"]) == "acme-energy")
    #expect(nearestName(to: "compnaies", among: ["companies", "topics"]) == "companies")
  }

  @Test(arguments: [
    ("gdrp", "gdpr"), ("gdp", "gdpr"), ("gdprs", "gdpr"), ("gdpx", "gdpr"), ("GDPR", "gdpr"),
    ("data-breech", "data-breach"), ("facial-recogniton", "facial-recognition"),
  ])
  func `one slip is forgiven in a short name, three in a long one`(typed: String, meant: String) {
    #expect(
      nearestName(to: typed, among: ["acme", "gdpr", "data-breach", "facial-recognition"]) == meant)
  }

  @Test func `a name that is merely as short is not offered`() {
    #expect(nearestName(to: "gdpr", among: ["lil", "topics"]) == nil)
    #expect(nearestName(to: "x", among: ["y"]) == nil)
    #expect(nearestName(to: "UK", among: ["GB", "US", "UA"]) == nil)
    #expect(nearestName(to: "", among: ["a", ""]) == nil)
  }

  @Test func `more than a third of a name, or three letters, is another name`() {
    #expect(nearestName(to: "abcdef", among: ["abxyef"]) == "abxyef")
    #expect(nearestName(to: "abcdef", among: ["axyzef"]) == nil)
    #expect(nearestName(to: "abcdefghijklmnop", among: ["wxyzefghijklmnop"]) == nil)
  }

  @Test func `capitals alone are no distance`() {
    #expect(nearestName(to: "nl", among: ["NL", "BE"]) == "NL")
  }

  @Test func `the name itself is never its own correction`() {
    #expect(nearestName(to: "gdpr", among: ["gdpr"]) == nil)
  }

  @Test func `the nearest wins, and of two as near the first in order, however they come`() {
    #expect(nearestName(to: "topic", among: ["tonics", "topics", "tropics"]) == "topics")
    #expect(nearestName(to: "case-c", among: ["case-b", "case-a"]) == "case-a")
    #expect(nearestName(to: "case-c", among: ["case-a", "case-b"]) == "case-a")
  }

  @Test func `a long name among many is found at once`() {
    let names = (0..<5_000).map { "company-number-\($0)-of-the-register" }
    #expect(
      nearestName(to: "company-number-4711-of-the-registre", among: names)
        == "company-number-4711-of-the-register")
  }
}
