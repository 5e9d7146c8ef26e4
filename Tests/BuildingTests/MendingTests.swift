import Building
import Diagnostics
import TestSupport
import Testing

@Suite struct MendingTests {
  /// The small publication's case after everything that is certain was mended.
  private func mended(_ files: String, _ path: String = "content/cases/acme.md") async throws
    -> (text: String, mending: Mending)
  {
    let fixture = Fixture(files, over: Publication.small)
    let mending = try await Mending(of: fixture.tree, .someDay, on: Cores(2))
    return (String(decoding: mending.sources.bytes(at: path) ?? [], as: UTF8.self), mending)
  }

  private func acme(_ lines: String) -> String {
    """
    === content/cases/acme.md
    ---
    title: Late disclosure
    summary: The authority fined Acme Energy.
    published: 2024-06-01
    \(lines)
    ---
    """
  }

  private static let sound = """
    companies: [acme-energy]
    regulators: [nl-ap]
    provisions: [gdpr 33]
    topics: [data-breach]
    steps:
      - id: decision
        date: 2024-05-16
        kind: decision
        measures: [{ kind: fine, amount: 20000000 EUR }]
    sources: [{ id: decision, title: Decision, publisher: nl-ap }]
    """

  @Test(arguments: [
    ("companies: [acme-energy]", "companies: acme-energy"),
    ("companies: [acme-energy]", "companies: [Acme-Energy]"),
    ("companies: [acme-energy]", "Companies: [acme-energy]"),
    ("date: 2024-05-16\n    kind: decision", "date: 2024/5/16\n    kind: Decision"),
    ("date: 2024-05-16", "date: \"2024-5-16\""),
    ("provisions: [gdpr 33]", "provisions: [GDPR 33]"),
    (
      "measures: [{ kind: fine, amount: 20000000 EUR }]",
      "measures: [{ kind: fine, amount: 20 000 000 EUR }]"
    ),
  ])
  func `what is beyond doubt is mended, and then nothing is wrong`(
    good: String, typed: String
  ) async throws {
    let lines = Self.sound.replacing(good, with: typed)
    let (text, mending) = try await mended(acme(lines))
    let expected = acme(lines.replacing(typed, with: good)).replacing("\"", with: "")
    #expect(text.replacing("\"", with: "") + "" == expected.dropFirstLine + "\n")
    #expect(mending.build.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(mending.changes.map(\.path) == ["content/cases/acme.md"])
  }

  @Test(arguments: [
    "companies: [acme-enrgy]", "companies: Acme", "steps: [{ date: 16.05.2024, kind: decision }]",
    "steps: [{ date: 2024-05-16, kind: desicion }]", "topcis: [data-breach]",
    "steps: [{ date: 2024-05-16, kind: decision, measures: [{ kind: fine, amount: 1.234 EUR }] }]",
    "steps: [{ date: 2024-05-16, kind: decision, measures: [{ kind: fine, amount: 1,234 EUR }] }]",
  ])
  func `what may mean something else is left alone`(line: String) async throws {
    let key = line.prefix { $0 != ":" }
    let lines = Self.sound.split(separator: "\n").filter { !$0.hasPrefix(key + ":") }
    let files = acme((lines + [line[...]]).joined(separator: "\n"))
    let (text, mending) = try await mended(files)
    #expect(text == files.dropFirstLine + "\n")
    #expect(mending.changes.isEmpty)
  }

  @Test func `a sum is shown as it would be written, and written by people alone`() async throws {
    for typed in ["EUR 20000000", "20.000.000 EUR", "EUR 20'000'000"] {
      let lines = Self.sound.replacing("20000000 EUR", with: typed)
      let (_, mending) = try await mended(acme(lines))
      #expect(mending.changes.isEmpty)
      #expect(
        mending.build.diagnostics.compactMap(\.replacement?.text) == ["20000000 EUR"], "\(typed)")
    }
  }

  @Test func `a comma between braces cuts an amount, and nothing is made of the rest`() async throws
  {
    let (_, mending) = try await mended(
      acme(Self.sound.replacing("20000000 EUR", with: "EUR 20,000,000")))
    #expect(mending.changes.isEmpty)
    #expect(mending.build.diagnostics.compactMap(\.replacement).isEmpty)
    #expect(mending.build.diagnostics.contains { $0.help?.contains("without commas") == true })
  }

  @Test func `a slug that an entry had before becomes the one it has`() async throws {
    let company = """

      === content/companies/acme-energy.md
      ---
      name: Acme Energy
      formerly: [acme-gas]
      ---
      """
    let lines = Self.sound.replacing("acme-energy", with: "acme-gas")
    let (text, _) = try await mended(acme(lines) + company)
    #expect(text.contains("companies: [acme-energy]"))
  }

  @Test func `what a run passes over is not mended`() async throws {
    let fixture = Fixture(
      acme(Self.sound.replacing("\n", with: "\r\n")), over: Publication.small)
    let weights = try RuleWeights(deny: [], warn: [], allow: ["line-endings"], among: Rule.all)
    let mending = try await Mending(
      of: fixture.tree, .someDay, weighing: weights, on: Cores(2))
    #expect(mending.changes.isEmpty)
  }
}

extension String {
  fileprivate var dropFirstLine: String {
    String(drop { $0 != "\n" }.dropFirst())
  }
}
