import Foundation
import TestSupport
import Testing

/// `gazette publish`. `scripts/check-publish` does the same with rsync, and rclone and an S3 server.
@Suite struct PublishCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try Fixture(
      """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      targets:
        - { name: live, kind: folder, to: www }
        - { name: mirror, kind: rsync, to: "watch.example:/srv/www" }
        - { name: store, kind: rclone, to: "s3:watch" }
        - { name: itself, kind: folder, to: public }
      """, over: Publication.small
    ).written()
    #expect(try Program(["build"], in: folder.path).status == 0)
  }

  private func publish(_ arguments: String..., path: String? = nil) throws -> Program {
    try Program(
      ["publish"] + arguments, in: folder.path, environment: path.map { ["PATH": $0] } ?? [:])
  }

  private var beside: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func `a folder gets the site, and what was published is recorded`() throws {
    let run = try publish("live")
    #expect(run.status == 0)
    let site = try folder.contents(of: "public")
    #expect(try folder.contents(of: "www") == site)
    #expect(
      run.errors.hasPrefix(
        "published to 'live': \(site.count - 1) files sent, 0 removed, 0 as they were\nrecorded "))
    #expect(try folder.contents(of: "content")["ledger.txt"] != nil)
    let again = try publish("live")
    #expect(again.status == 0)
    #expect(
      again.errors.hasPrefix(
        "published to 'live': 0 files sent, 0 removed, \(site.count - 1) as they were\n"))
  }

  @Test func `a rehearsal says what would be sent and removed, and does nothing`() throws {
    let rehearsal = try publish("live", "--dry-run")
    #expect(rehearsal.status == 0)
    #expect(rehearsal.output.contains("send cases/acme/index.html\n"))
    #expect(rehearsal.errors.hasPrefix("would publish to 'live': "))
    #expect(try beside == ["content", "public"])
    #expect(try folder.contents(of: "content")["ledger.txt"] == nil)
    #expect(try publish("live", "--quiet").errors == "")
    try folder.write("---\ntitle: Contact\n---\n", to: "content/pages/contact.md")
    #expect(try Program(["build", "-q"], in: folder.path).status == 0)
    let next = try publish("live", "--dry-run").output.split(separator: "\n")
    #expect(
      next.contains("send contact/index.html") && !next.contains("send cases/acme/index.html"))
  }

  @Test func `sources that are newer than the site, and a page that somebody changed, are refused`()
    throws
  {
    try folder.write("---\ntitle: New\n---\n", to: "content/pages/new.md")
    let stale = try publish("live")
    #expect(stale.status == 2)
    #expect(stale.errors.contains("'public' is not what its sources make"))
    #expect(stale.errors.contains("run 'gazette build'"))
    #expect(stale.errors.contains("'public/new/index.html' is missing"))
    try folder.remove("content/pages/new.md")
    try folder.write("changed", to: "public/index.html")
    #expect(try publish("live").errors.contains("'public/index.html' is not what the sources make"))
    #expect(try beside == ["content", "public"])
    #expect(try folder.contents(of: "content")["ledger.txt"] == nil)
  }

  @Test func `a target that site yml does not have is told with those it has`() throws {
    let run = try publish("lvie")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "gazette: 'content/site.yml' has no target 'lvie', but 'live', 'mirror', 'store', 'itself'\n"
    )
    #expect(try publish().status == 64)
    #expect(try publish("live", "--drafts").status == 64)
  }

  @Test func `the site's own folder is no target`() throws {
    let run = try publish("itself")
    #expect(run.status == 2)
    #expect(run.errors.contains("'public' is the source folder 'public'"))
  }

  @Test(arguments: [("mirror", "rsync"), ("store", "rclone")])
  func `where the program that goes there is missing it is said how to install it`(
    target: String, program: String
  ) throws {
    let run = try publish(target, path: "/nowhere")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "gazette: cannot publish to '\(target)': the program '\(program)' is not there; install it "
        + "with 'apt-get install \(program)' or 'brew install \(program)'\n")
    #expect(try folder.contents(of: "content")["ledger.txt"] == nil)
  }

  @Test func `a program that fails is told with its last words, and nothing is recorded`() throws {
    try folder.write(
      "#!/bin/sh\necho 'something else' >&2\necho 'host not found' >&2\nexit 7\n", to: "bin/rclone")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/rclone")
    let run = try publish("store", path: folder.path + "/bin:/usr/bin:/bin")
    #expect(run.status == 2)
    #expect(
      run.errors.hasPrefix(
        "gazette: cannot publish to 'store': 'rclone' ended with status 7: something else; host not "
          + "found\n"))
    #expect(run.errors.contains("run 'gazette publish store' again"))
    #expect(try folder.contents(of: "content")["ledger.txt"] == nil)
  }
}
