import Foundation
import TestSupport
import Testing

/// `gazette build --search`, with a program in Pagefind's place that says what it was given.
struct SearchTests {
  /// Lists the pages, and never makes the same file twice, as Pagefind may not.
  private static let pagefind = """
    #!/bin/sh
    [ "$1" = --version ] && { echo "pagefind 9.9.9"; exit; }
    [ -e "$0.broken" ] && { echo "something is wrong" >&2; exit 3; }
    mkdir -p "$4/index"
    (cd "$2" && find . -name index.html | sort) > "$4/index/pages.pf_index"
    date +%N > "$4/pagefind-entry.json"
    echo 1 > "$4/pagefind.js"
    echo 1 > "$4/pagefind-ui.js"
    """

  private let folder: TemporaryFolder
  private let environment: [String: String]

  init() throws {
    folder = try Fixture("", over: Publication.small).written()
    let tools = folder.path + "/tools"
    try FileManager.default.createDirectory(
      atPath: tools + "/tmp", withIntermediateDirectories: true)
    try Data(Self.pagefind.utf8).write(to: URL(fileURLWithPath: tools + "/pagefind"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: tools + "/pagefind")
    environment = ["PATH": tools + ":/usr/bin:/bin", "TMPDIR": tools + "/tmp"]
  }

  private func build(_ options: String...) throws -> Program {
    try Program(["build"] + options, in: folder.path, environment: environment)
  }

  private func indexed() throws -> [String] {
    let index = try folder.contents(of: "public")["pagefind/index/pages.pf_index"] ?? Data()
    return String(decoding: index, as: UTF8.self).split(separator: "\n").map { String($0) }
  }

  private var leftovers: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/tools/tmp")
    }
  }

  @Test func `cases and pages are indexed, lists are not, and nothing is left beside the site`()
    throws
  {
    #expect(try build("--search").status == 0)
    #expect(try indexed() == ["./about/index.html", "./cases/acme/index.html"])
    let site = try folder.contents(of: "public")
    #expect(site["pagefind/pagefind.js"] != nil && site["pagefind/pagefind-entry.json"] != nil)
    #expect(site["pagefind/pagefind-ui.js"] == nil, "pages of Pagefind's own making need that")
    #expect(site["search/index.html"] != nil)
    #expect(try leftovers == [])
  }

  @Test func `an index of the same pages is left as it is, one of other pages is made anew`() throws
  {
    #expect(try build("--search").status == 0)
    let before = try folder.contents(of: "public")["pagefind/pagefind-entry.json"]
    #expect(try build("--search", "--verbose").status == 0)
    #expect(try folder.contents(of: "public")["pagefind/pagefind-entry.json"] == before)
    #expect(try build("--search", "--verify").status == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/content/pages/about.md")
    #expect(try build("--search", "--verify").status == 2)
    #expect(try build("--search").status == 0)
    #expect(try indexed() == ["./cases/acme/index.html"])
    #expect(try folder.contents(of: "public")["pagefind/pagefind-entry.json"] != before)
  }

  @Test func `a build without it has neither page nor index`() throws {
    #expect(try build("--search").status == 0)
    #expect(try build().status == 0)
    let site = try folder.contents(of: "public")
    #expect(site.keys.filter { $0.hasPrefix("pagefind/") || $0.hasPrefix("search/") } == [])
    #expect(
      !String(decoding: site["cases/acme/index.html"] ?? Data(), as: UTF8.self).contains("pagefind")
    )
  }

  @Test func `where Pagefind is not there it is said how to get it, and nothing is changed`() throws
  {
    #expect(try build().status == 0)
    let before = try folder.contents(of: "public")
    let run = try Program(
      ["build", "--search"], in: folder.path,
      environment: ["PATH": folder.path, "TMPDIR": folder.path + "/tools/tmp"])
    #expect(run.status == 2)
    #expect(run.errors.contains("install it with 'python3 -m pip install pagefind pagefind_bin'"))
    #expect(try folder.contents(of: "public") == before)
  }

  @Test func `where Pagefind fails its words are told, and nothing is changed`() throws {
    #expect(try build().status == 0)
    let before = try folder.contents(of: "public")
    try Data().write(to: URL(fileURLWithPath: folder.path + "/tools/pagefind.broken"))
    let run = try build("--search")
    #expect(run.status == 2)
    #expect(run.errors.contains("Pagefind ends with: something is wrong"))
    #expect(try folder.contents(of: "public") == before)
    #expect(try leftovers == [])
  }
}
