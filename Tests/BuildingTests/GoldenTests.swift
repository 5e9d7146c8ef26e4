import TestSupport
import Testing

struct GoldenTests {
  @Test func `a whole publication is published file for file as it stands in Goldens`()
    async throws
  {
    let site = try await RenderedSite(Publication.whole)
    if Goldens.isRecording {
      try Goldens().record(site.files)
      Issue.record("\(site.files.count) files were drawn anew; read the difference like code")
      return
    }
    let goldens = try Goldens().files()
    #expect(site.files.keys.sorted() == goldens.keys.sorted())
    for (path, golden) in goldens.sorted(by: { $0.key < $1.key }) {
      guard let found = site.files[path] else { continue }
      let difference = Goldens.difference(of: found, from: golden)
      #expect(difference == nil, "\(path)")
    }
  }
}
