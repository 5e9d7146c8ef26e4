import Building
import Diagnostics
import Linking
import Loading
import Rendering
import Synchronization
import TestSupport
import Testing

@testable import Previewing

/// Whatever is edited, and in whatever order, a preview shows what a build from nothing would make.
struct RandomEditsTests {
  @Test(arguments: [1, 2, 3, 4, 5])
  func `after each of a hundred edits every address is as a clean build makes it`(
    seed: UInt64
  ) async throws {
    var source = try EditedSource(seed: seed)
    var options = LinkingOptions.someDay
    (options.showsDrafts, options.showsEmbargoed) = (true, true)
    let path = source.folder.path
    var live = try await LiveBuild(reading: path, options, on: Cores(1))
    var pages = try #require(live.edition.map { Pages($0) })
    var reaches: Set<LiveBuild.Reach> = []
    var sound = 0
    for step in 1...100 {
      let (change, words) = try source.edit()
      live = try await live.changed(change, on: Cores(1))
      reaches.insert(live.reach)
      let clean = try await Build(of: SourceTree(reading: path), options, on: Cores(1))
      #expect(
        Set(live.diagnostics) == Set(clean.diagnostics), "seed \(seed), step \(step): \(words)")
      #expect((live.edition == nil) == (clean.edition == nil), "step \(step): \(words)")
      guard let edition = live.edition, let expected = clean.edition else { continue }
      sound += 1
      pages = live.reach == .everything ? Pages(edition) : Pages(edition, listedAs: pages)
      let different = try differences(of: pages, from: expected)
      #expect(different == [], "seed \(seed), step \(step): \(words)")
      if different != [] { return }
    }
    // Otherwise nothing was tried.
    #expect(sound > 20)
    #expect(reaches.isSuperset(of: [.everything, .texts]))
  }

  /// Paths that only one of the two has, or whose bytes are not the same.
  private func differences(of pages: Pages, from expected: Edition) throws -> [String] {
    let wanted = Pages(expected)
    let paths = expected.sheets.map(\.path)
    var different = paths.count == pages.count ? [] : ["\(pages.count) and not \(paths.count)"]
    for path in paths where try bytes(pages.content(of: path)) != bytes(wanted.content(of: path)) {
      different.append(path)
    }
    return different
  }

  private func bytes(_ content: PageContent?) throws -> [UInt8]? {
    switch content {
    case .bytes(let bytes): bytes
    case .copy(let source): try source.bytes()
    case nil: nil
    }
  }
}
