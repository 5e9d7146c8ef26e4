import ArgumentParser
import Building
import Linking
import Loading

struct TempCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "temp")
  @OptionGroup var publication: PublicationOptions
  func run() async throws {
    let build = try await Build(
      of: try SourceTree(reading: publication.source), publication.linking, on: Cores(2))
    for c in build.site.cases {
      let a = c.standing.amounts.map {
        "\($0.currency.code) p\($0.proposed.low.text) i\($0.imposed.low.text) f\($0.inForce.low.text) paid\($0.paid.low.text)"
      }
      print(
        c.decided.text, c.slug, c.standing.status.rawValue, a, c.standing.undisclosed,
        c.related.count)
    }
    for c in build.site.companies where !c.groupCases.isEmpty {
      print(
        c.slug, c.cases.count, c.groupCases.count,
        c.groupTotals.amounts.map { "\($0.currency.code) \($0.inForce.low.text)" })
    }
  }
}
