import Testing

@testable import Diagnostics

@Suite struct NearestNameTests {
  @Test func `a swap of two letters finds the name that was meant`() {
    #expect(nearestName(to: "acme-enrgy", among: ["acme-energy", "apex"]) == "acme-energy")
    #expect(nearestName(to: "compnaies", among: ["companies", "topics"]) == "companies")
  }

  @Test func `a name that is merely as short is not offered`() {
    #expect(nearestName(to: "gdpr", among: ["lil", "topics"]) == nil)
    #expect(nearestName(to: "x", among: ["y"]) == nil)
  }

  @Test func `the name itself is never its own correction`() {
    #expect(nearestName(to: "gdpr", among: ["gdpr"]) == nil)
  }
}
