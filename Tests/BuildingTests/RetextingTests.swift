import Building
import Loading
import TestSupport
import Testing

/// Where only texts change, they are exchanged on the site that is there. The result must be what a build from
/// nothing makes, and every doubt must end in such a build.
struct RetextingTests {
  /// The whole publication without what shows texts in ways of its own.
  private static let base = Publication.whole.replacing(
    "licence:", with: "data: false\nfeeds: { site: 3, others: 2, json: true }\nlicence:")

  /// A site that stands, and what is remembered of it.
  private struct Standing {
    var files: [String: [UInt8]]
    var sources: Fingerprint
    var memo: TextMemo

    init(_ fixture: Fixture) async throws {
      let site = try await RenderedSite(fixture)
      files = site.files
      sources = site.sources.whole
      memo = try #require(site.texts)
    }

    /// Exchanges texts; false where everything has to be built.
    mutating func exchange(for fixture: Fixture) async throws -> Bool {
      let now = try await fixture.tree.fingerprints(on: Cores(2))
      guard
        let retexting = try await Retexting(
          of: fixture.tree, now, after: memo, madeOf: sources, .someDay,
          hiding: { $0.severity == .hint }, on: Cores(2))
      else { return false }
      for (index, sheet) in retexting.sheets.enumerated() {
        files[sheet] = retexting.content(of: index, before: files[sheet] ?? [])
      }
      sources = now.whole
      let site = Fingerprint(of: "a site")
      memo = try #require(TextMemo(parsing: retexting.memo.bytes(of: site), of: site))
      return true
    }
  }

  /// The files that an edit of one text changes; nil where everything has to be built.
  private func changed(_ path: String, _ edit: (String) -> String) async throws -> [String]? {
    let before = try await Standing(Fixture(Self.base))
    var standing = before
    let edited = Fixture(Self.base).edited(path, edit)
    guard try await standing.exchange(for: edited) else { return nil }
    #expect(try await standing.files == RenderedSite(edited).files)
    return standing.files.keys.filter { standing.files[$0] != before.files[$0] }.sorted()
  }

  private static let path = "content/cases/2023/mail-profiles.md"

  @Test func `another sentence is all that is different`() async throws {
    let changed = try await changed(Self.path) { $0 + "\nThe ferry sailed **on**.\n" }
    #expect(
      changed == [
        "cases/mail-profiles/index.html", "companies/harbour-post/feed.atom",
        "companies/harbour-post/feed.json", "feed.atom", "feed.json", "topics/profiling/feed.atom",
      ])
  }

  @Test(arguments: [
    ("a heading", "\n## Another part\n"), ("a link", "\nSee [it](company:harbour-post).\n"),
    ("a footnote", "\nSee.[^9]\n\n[^9]: There.\n"), ("a link to nothing", "\n[x](case:none)\n"),
    ("what is still to be filled in", "\n…\n"),
  ])
  func `what others may see makes everything anew`(_ what: String, _ text: String) async throws {
    #expect(try await changed(Self.path) { $0 + text } == nil, "\(what)")
  }

  @Test func `front matter makes everything anew, by however little it differs`() async throws {
    #expect(try await changed(Self.path) { $0.replacing("title: ", with: "title:  ") } == nil)
  }

  @Test func `the text of what is no case makes everything anew`() async throws {
    #expect(try await changed("content/pages/about.md") { $0 + "\nMore.\n" } == nil)
  }

  @Test func `data hold texts in ways of their own, so nothing is remembered`()
    async throws
  {
    #expect(try await RenderedSite(Fixture(Publication.whole)).texts == nil)
  }

  @Test func `a memo that is cut short or damaged is none`() async throws {
    let site = Fingerprint(of: "a site")
    let bytes = try await Standing(Fixture(Self.base)).memo.bytes(of: site)
    #expect(TextMemo(parsing: bytes, of: site)?.bytes(of: site) == bytes)
    #expect(TextMemo(parsing: bytes, of: Fingerprint(of: "another site")) == nil)
    for end in stride(from: 0, to: bytes.count, by: 7) {
      #expect(TextMemo(parsing: Array(bytes[..<end]), of: site) == nil)
    }
    var random = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(
        in: 1...255, using: &random)
      // Whatever it is taken for, it is read to its end or not at all.
      if let memo = TextMemo(parsing: damaged, of: site) {
        #expect(memo.bytes(of: site).elementsEqual(damaged))
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `after any edits of texts the site is the one of a clean build`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "\nThe ferry sailed on.\n", "\nIt was a *long* day.\n", "\nNobody came & nobody went.\n",
      "\nThe price was 5 < 6.\n", "\nÜber alles “geredet”.\n", "\n1. first\n2. second\n",
      "\nNorth Line paid & left.\n", "\nHarbour Post *paid*.\n",
      "\n- one\n- two\n", "\n> “So be it.”\n", "\n| a | b |\n|---|--:|\n| 1 | 2 |\n", "\n## Part\n",
      "\nSee [that](case:two-ferries).\n", "\nSee [up](#part) and <https://x.example/?a&b>.\n",
      "\nIt was said.[^n]\n\n[^n]: In a note.\n", "\n<b>raw</b> &amp; `code`\n", "\nIn 2023 … \n",
    ]
    let original = Fixture(Self.base)
    let paths = original.files.map(\.path).filter { $0.hasPrefix("content/cases/") }
    var fixture = original
    var standing = try await Standing(fixture)
    var (exchanged, built) = (0, 0)
    for step in 0..<25 {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let path = paths[Int.random(in: 0..<paths.count, using: &random)]
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        fixture = fixture.edited(path) { text in
          text.contains(piece) ? text.replacing(piece, with: "") : text + piece
        }
      }
      // What is wrong with the content is no site.
      guard try await Build(of: fixture.tree, .someDay, on: Cores(2)).edition != nil else {
        fixture = original
        standing = try await Standing(fixture)
        continue
      }
      if try await standing.exchange(for: fixture) {
        exchanged += 1
        let clean = try await RenderedSite(fixture)
        #expect(standing.files == clean.files, "seed \(seed), step \(step)")
        #expect(standing.memo == clean.texts, "seed \(seed), step \(step)")
      } else {
        built += 1
        standing = try await Standing(fixture)
      }
    }
    #expect(exchanged > 2 && built > 2, "\(exchanged) exchanged, \(built) built")
  }
}

extension Fixture {
  /// The same with another text in one of its files.
  fileprivate func edited(_ path: String, _ edit: (String) -> String) -> Fixture {
    Fixture(
      files.map { file in
        let bytes = (try? file.bytes()) ?? []
        guard file.path == path else { return (file.path, bytes) }
        return (path, Array(edit(String(decoding: bytes, as: UTF8.self)).utf8))
      })
  }
}
