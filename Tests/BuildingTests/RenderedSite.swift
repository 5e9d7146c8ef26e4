import Building
import Linking
import Loading
import Synchronization
import TestSupport
import Testing

/// Every file that a build of a fixture would publish, by its path.
struct RenderedSite {
  let files: [String: [UInt8]]

  /// Fails the test, and is empty, where the fixture has errors.
  init(
    _ fixture: Fixture, _ options: LinkingOptions = .someDay, on cores: Cores = Cores(2)
  ) async throws {
    let build = try await Build(of: fixture.tree, options, on: cores)
    let problems = fixture.findings(in: build.diagnostics).filter { $0.rule.severity == .error }
    #expect(problems == [])
    let files = Collected()
    try await build.edition?.written(on: cores) { sheet, content in
      switch content {
      case .bytes(let bytes): files.add(sheet.path, Array(bytes))
      case .copy(let source): files.add(sheet.path, try source.bytes())
      }
    }
    self.files = files.all
  }

  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// The files that have `words` in them, or in their path.
  func mentioning(_ words: String) -> [String] {
    files.keys.filter { $0.contains(words) || text($0).contains(words) }.sorted()
  }

  private final class Collected: Sendable {
    private let files = Mutex<[String: [UInt8]]>([:])

    func add(_ path: String, _ bytes: [UInt8]) { files.withLock { $0[path] = bytes } }

    var all: [String: [UInt8]] { files.withLock { $0 } }
  }
}

extension Fixture {
  /// A publication of `count` cases, all against one company, decided on following days.
  static func cases(_ count: Int) -> Fixture {
    let cases = (0..<count).map { number in
      """
      === content/cases/case-\(number).md
      ---
      title: Case number \(number)
      summary: What happened.
      published: 2024-06-01
      companies: [acme-energy]
      regulators: [nl-ap]
      provisions: [gdpr 33]
      topics: [data-breach]
      steps:
        - { date: 20\(10 + number / 300)-\(two(number / 25 % 12 + 1))-\(two(number % 25 + 1)), kind: decision, measures: [{ kind: fine, amount: 10 EUR }] }
      sources:
        - { id: decision, title: Decision, publisher: nl-ap }
      ---
      """
    }
    return Fixture(cases.joined(separator: "\n"), over: Publication.small)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
