import Building
import Content
import Diagnostics
import Linking
import Loading
import Recording
import TestSupport
import Testing

/// A publication and what was recorded of it, to be edited as an editor does.
struct Ledgered {
  var files: [String: String]

  /// What `text` describes over the small publication, recorded at `moment`.
  init(_ text: String, recordedOn day: String = "2026-05-01") async throws {
    let fixture = Fixture(text, over: Publication.small)
    files = try Dictionary(
      uniqueKeysWithValues: fixture.files.map {
        ($0.path, String(decoding: try $0.bytes(), as: UTF8.self))
      })
    try await record(on: day)
  }

  var tree: SourceTree {
    SourceTree(files.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  static func options(on day: String) throws -> LinkingOptions {
    LinkingOptions(now: try #require(Timestamp(day)))
  }

  func build(on day: String = "2026-06-01") async throws -> Build {
    try await Build(of: tree, try Self.options(on: day), on: Cores(2), imprinting: true)
  }

  /// Brings the ledger up to date; fails the test where the content has errors.
  mutating func record(on day: String) async throws {
    let build = try await build(on: day)
    #expect(build.diagnostics.filter { $0.severity == .error } == [])
    let imprint = try #require(build.imprint)
    let tree = tree
    let recorded = (build.ledger ?? .empty).recorded(imprint) { tree.bytes(at: $0) }
    files[Ledger.path] = String(decoding: recorded.bytes, as: UTF8.self)
  }

  /// What a build of it reports that is no mere advice: place, rule and message.
  func findings(on day: String = "2026-06-01") async throws -> [Finding] {
    let tree = tree
    return Fixture(tree.all.map { ($0.path, Array(files[$0.path, default: ""].utf8)) }).findings(
      in: try await build(on: day).diagnostics.filter { $0.severity < .hint })
  }

  func difference(on day: String = "2026-06-01") async throws -> LedgerDifference {
    let build = try await build(on: day)
    let tree = tree
    return LedgerDifference(
      from: build.ledger ?? .empty, to: try #require(build.imprint)
    ) { tree.bytes(at: $0) }
  }

  /// The same after every replacement that is beyond doubt.
  func mended(on day: String = "2026-06-01") async throws -> Ledgered {
    let mending = try await Mending(of: tree, try Self.options(on: day), on: Cores(2))
    var copy = self
    for change in mending.changes {
      copy.files[change.path] = String(decoding: change.new, as: UTF8.self)
    }
    return copy
  }

  mutating func rename(_ path: String, to other: String) {
    files[other] = files.removeValue(forKey: path)
  }

  /// Puts one text in the place of another, which must be there.
  mutating func edit(_ path: String, _ old: String, _ new: String) {
    #expect(files[path]?.contains(old) == true, "'\(old)' is in \(path)")
    files[path] = files[path]?.replacing(old, with: new)
  }

  func ledgerLine(_ address: String) -> String? {
    files[Ledger.path]?.split(separator: "\n").first { $0.hasPrefix(address + " ") }.map(
      String.init)
  }
}

extension SourceTree {
  fileprivate var all: [SourceFile] {
    (settings.map { [$0] } ?? []) + (ledger.map { [$0] } ?? []) + entries + files + templates
      + assets
  }
}

/// A case with a text of three passages.
let acme = "content/cases/acme.md"
let acmeCase = """
  === content/cases/acme.md
  ---
  title: Late disclosure
  summary: The authority fined Acme Energy.
  published: 2024-06-01
  companies: [acme-energy]
  regulators: [nl-ap]
  provisions: [gdpr 33]
  topics: [data-breach]
  steps:
    - { id: decision, date: 2024-05-16, kind: decision, measures: [{ kind: fine, amount: 12 EUR }] }
  sources:
    - { id: decision, title: Decision, publisher: nl-ap }
  checked: 2024-06-01
  ---

  Acme told nobody for a year.

  ## What was found

  The authority found that 12 people had known.
  """

extension Fixture {
  func built() async throws -> Build { try await Build(of: tree, .someDay, on: Cores(2)) }
}
