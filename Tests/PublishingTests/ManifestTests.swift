import Foundation
import Testing

@testable import Publishing

struct ManifestTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func `the manifest lists the site's files in the order of their bytes`() throws {
    try sandbox.publish(["b.html": "", "a/z.html": "", "a.html": "", "B.html": "", "ä.html": ""])
    #expect(
      try sandbox.manifest() == """
        gazette manifest 1
        B.html
        a.html
        a/z.html
        b.html
        ä.html

        """)
  }

  @Test func `the order in which files are written does not show`() throws {
    for (name, order) in [("one", ["a", "b", "c"]), ("two", ["c", "a", "b"])] {
      let edition = try sandbox.output(name).begin()
      for path in order { try edition.write(path, "text") }
      _ = try edition.finish()
    }
    #expect(try sandbox.manifest(of: "one") == sandbox.manifest(of: "two"))
  }

  @Test func `the same list keeps the same file`() throws {
    try sandbox.publish(["a": "one"])
    let number = try sandbox.number("public/.gazette-manifest")
    try sandbox.publish(["a": "two"])
    #expect(try sandbox.number("public/.gazette-manifest") == number)
  }

  @Test(arguments: [
    ("", 1), ("gazette manifest 1", 1), ("gazette\na\n", 1),
    ("gazette manifest 1\na\nb", 3), ("gazette manifest 1\na\n\n", 3),
    ("gazette manifest 1\n../a\n", 2),
  ])
  func `a manifest that nobody can have written is refused`(text: String, line: Int) throws {
    try sandbox.makeFile("public/.gazette-manifest", text)
    let error = #expect(throws: PublishingError.self) { _ = try sandbox.output().begin() }
    #expect(error?.cause == .damagedManifest(line: line))
    #expect(
      error?.description
        == "'\(sandbox["public/.gazette-manifest"])' is damaged at line \(line), so Gazette cannot "
        + "tell its own files from others; move '\(sandbox["public"])' away")
  }

  @Test func `a later Gazette's manifest is refused`() throws {
    try sandbox.makeFile("public/.gazette-manifest", "gazette manifest 3\na 1234\n")
    let error = #expect(throws: PublishingError.self) { _ = try sandbox.output().begin() }
    #expect(error?.cause == .laterManifest(version: "3"))
  }

  @Test func `a manifest without files is an empty site`() throws {
    try sandbox.publish([:])
    #expect(try sandbox.manifest() == "gazette manifest 1\n")
    try sandbox.publish(["a": "one"])
    try sandbox.publish([:])
    #expect(sandbox.site() == [:])
  }
}
