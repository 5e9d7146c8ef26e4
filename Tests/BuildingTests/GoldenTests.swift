import TestSupport
import Testing

struct GoldenTests {
  @Test func `a whole publication is published file for file as it stands in Goldens`()
    async throws
  {
    // A database's bytes depend on the version of the library that made them.
    let files = try await RenderedSite(Publication.whole).files
      .filter { !$0.key.hasSuffix(".sqlite") }
    if Goldens.isRecording {
      try Goldens().record(files)
      Issue.record("\(files.count) files were drawn anew; read the difference like code")
      return
    }
    let goldens = try Goldens().files()
    #expect(files.keys.sorted() == goldens.keys.sorted())
    for (path, golden) in goldens.sorted(by: { $0.key < $1.key }) {
      guard let found = files[path] else { continue }
      let difference = Goldens.difference(of: found, from: golden)
      #expect(difference == nil, "\(path)")
    }
  }
}
