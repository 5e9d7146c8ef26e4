import Building
import CommonMark
import Linking
import Loading
import Synchronization
import TestSupport
import Testing

/// Every file that a build of a fixture would publish, by its path.
struct RenderedSite {
  let files: [String: [UInt8]]
  /// What the next build would know of its texts, and the sources by which it would know it.
  let texts: TextMemo?
  let sources: SourceFingerprints

  /// Fails the test, and is empty, where the fixture has errors.
  init(
    _ fixture: Fixture, _ options: LinkingOptions = .someDay, on cores: Cores = Cores(2),
    keepingTextsIn store: (any TextStore)? = nil
  ) async throws {
    let build = try await Build(
      of: fixture.tree, options, on: cores, keepingTextsIn: store,
      outlining: { $0.severity == .hint })
    let places = TextPlaces()
    let problems = fixture.findings(in: build.diagnostics).filter { $0.rule.severity == .error }
    #expect(problems == [])
    let files = Collected()
    let edition = build.edition
    try await edition?.written(on: cores) { sheet, content in
      switch content {
      case .bytes(let bytes, let passages):
        places.note(passages, on: sheet)
        files.add(sheet.path, Array(bytes))
      case .copy(let source): files.add(sheet.path, try source.bytes())
      case .drawing(let drawing): files.add(sheet.path, drawing)
      case .pieces:
        var whole: [UInt8] = []
        edition?.forEachPiece(of: sheet) { bytes in
          whole += bytes
          return true
        }
        files.add(sheet.path, whole)
      }
    }
    self.files = files.all
    texts = TextMemo(of: build, in: fixture.tree, places)
    sources = build.sources
  }

  /// The same of a text as `Fixture` reads it.
  init(_ text: String, _ options: LinkingOptions = .someDay) async throws {
    try await self.init(Fixture(text), options)
  }

  /// A file's text; empty where there is no such file.
  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  var pages: [String] { files.keys.filter { $0.hasSuffix(".html") }.sorted() }
  /// Feeds at their own addresses; what is there for readers of an earlier address is the same.
  var feeds: [String] {
    files.keys.filter { $0.hasSuffix(".atom") && !isAtEarlierAddress($0) }.sorted()
  }

  /// Whether the page that a file lies beside leads elsewhere.
  func isAtEarlierAddress(_ path: String) -> Bool {
    let page = path.split(separator: "/").dropLast().joined(separator: "/") + "/index.html"
    return text(page).contains("http-equiv=\"refresh\"")
  }

  /// The files that have `words` in them, or in their path, whatever the case of their letters.
  func mentioning(_ words: String) -> [String] {
    let words = words.lowercased()
    return files.keys.filter { path in
      path.lowercased().contains(words) || text(path).lowercased().contains(words)
    }.sorted()
  }

  private final class Collected: Sendable {
    private let files = Mutex<[String: [UInt8]]>([:])

    func add(_ path: String, _ bytes: [UInt8]) {
      files.withLock { files in
        #expect(files[path] == nil, "\(path) is written twice")
        files[path] = bytes
      }
    }

    var all: [String: [UInt8]] { files.withLock { $0 } }
  }
}
