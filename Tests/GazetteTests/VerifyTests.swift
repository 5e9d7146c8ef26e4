import Foundation
import TestSupport
import Testing

/// `gazette build --verify`.
@Suite struct VerifyTests {
  @Test func `a site that was just built is what its sources make, and nothing is written`() throws
  {
    let folder = try Fixture("", over: Publication.small).written()
    #expect(try Program(["build", "-s", folder.path]).status == 0)
    let before = try folder.identities(of: "public")
    let run = try Program(["build", "--verify"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.errors.contains("'public' is what its sources make: \(before.count - 1) files"))
    #expect(try folder.identities(of: "public") == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    let digest = try #require(run.output.split(separator: " ").first)
    #expect(digest.count == 64)
    #expect(run.output == "\(digest)  public\n")
  }

  @Test func `the digest is the same wherever the site is built, and another for another site`()
    throws
  {
    func digest(_ arguments: [String] = []) throws -> Substring {
      let folder = try Fixture("", over: Publication.small).written()
      #expect(try Program(["build", "-s", folder.path] + arguments).status == 0)
      let run = try Program(["build", "--verify", "--quiet", "-s", folder.path] + arguments)
      return try #require(run.output.split(separator: " ").first)
    }
    #expect(try digest() == digest(["--jobs", "1"]))
    #expect(try digest() != digest(["--base-url", "https://other.example"]))
  }

  @Test func `a byte that rotted, a file that went and sources that changed are told, and exit 2`()
    throws
  {
    let folder = try Fixture("", over: Publication.small).written()
    #expect(try Program(["build", "-s", folder.path]).status == 0)
    try folder.write("rotten", to: "public/cases/acme/index.html")
    try FileManager.default.removeItem(atPath: folder.path + "/public/feed.atom")
    let run = try Program(["build", "--verify"], in: folder.path)
    #expect(run.status == 2)
    #expect(
      run.errors == """
        gazette: 'public' is not what its sources make: of its files 1 is not what the sources make, \
        1 is missing; run 'gazette build'
          'public/cases/acme/index.html' is not what the sources make
          'public/feed.atom' is missing

        """)
    #expect(run.output == "")
    #expect(try Program(["build"], in: folder.path).status == 0)
    #expect(try Program(["build", "--verify"], in: folder.path).status == 0)
    try folder.write("---\nname: New\n---\n", to: "content/topics/new.md")
    let stale = try Program(["build", "--verify"], in: folder.path)
    #expect(stale.status == 2)
    #expect(stale.errors.contains("'public/topics/new/index.html' is missing"))
  }

  @Test func `without a site it is said how one is made, and sources with errors exit 1`() throws {
    let folder = try Fixture("", over: Publication.small).written()
    let none = try Program(["build", "--verify"], in: folder.path)
    #expect(none.status == 2)
    #expect(
      none.errors == "gazette: there is no site in 'public'; make it with 'gazette build'\n")
    #expect(try Program(["build"], in: folder.path).status == 0)
    try folder.write("---\nnam: New\n---\n", to: "content/topics/new.md")
    #expect(try Program(["build", "--verify"], in: folder.path).status == 1)
  }
}
