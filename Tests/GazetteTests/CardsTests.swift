import Foundation
import TestSupport
import Testing

/// `gazette build --cards`, with a program in rsvg-convert's place that makes the same picture of everything,
/// and writes down how often.
struct CardsTests {
  private static let rsvg = """
    #!/bin/sh
    [ "$1" = --version ] && { cat "$0.version"; exit; }
    [ -e "$0.broken" ] && { echo "a drawing that cannot be read" >&2; exit 3; }
    grep -q "<svg " "$3" || exit 4
    echo drawn >> "$0.log"
    cat "$0.png"
    """

  private let folder: TemporaryFolder
  private var tool: String { folder.path + "/tools/rsvg-convert" }
  private let environment: [String: String]

  init() throws {
    folder = try Fixture(
      """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      targets: [{ name: live, kind: folder, to: www }]
      """, over: Publication.small
    ).written()
    let tools = folder.path + "/tools"
    environment = ["PATH": tools + ":/usr/bin:/bin", "TMPDIR": tools + "/tmp"]
    try FileManager.default.createDirectory(
      atPath: tools + "/tmp", withIntermediateDirectories: true)
    try Data(Self.rsvg.utf8).write(to: URL(fileURLWithPath: tool))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool)
    try write("rsvg-convert version 9.9.9\n", to: "version")
    let png = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../templates/card.png")
    try Data(contentsOf: png).write(to: URL(fileURLWithPath: tool + ".png"))
  }

  private func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(tool).\(file)"))
  }

  private func build(_ options: String...) throws -> Program {
    try Program(["build"] + options, in: folder.path, environment: environment)
  }

  private var drawn: Int {
    let log = FileManager.default.contents(atPath: tool + ".log") ?? Data()
    return String(decoding: log, as: UTF8.self).split(separator: "\n").count
  }

  private func site() throws -> [String: Data] { try folder.contents(of: "public") }

  private var leftovers: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/tools/tmp")
    }
  }

  private static let card = "cases/acme/card.png"

  @Test func `what another build remembers of texts says nothing of one with pictures`() throws {
    func build(_ more: String...) throws -> Program {
      try Program(
        ["build"] + more, in: folder.path,
        environment: environment.merging(["XDG_CACHE_HOME": folder.path + "/cache"]) { $1 })
    }
    func add(_ text: String, to path: String) throws {
      let file = URL(fileURLWithPath: folder.path + "/content/" + path)
      try (String(contentsOf: file, encoding: .utf8) + text)
        .write(to: file, atomically: false, encoding: .utf8)
    }
    try add("data: false\n", to: "site.yml")
    try add("\nIt was late.\n", to: "cases/acme.md")
    let host = "https://a-much-longer-host.example/below"
    #expect(try build().status == 0)
    #expect(try build("--cards", "--base-url", host).status == 0)
    try add("\nIt did not appeal.\n", to: "cases/acme.md")
    #expect(try build("--cards", "--base-url", host).status == 0)
    let site = try site()
    #expect(try build("--cards", "--base-url", host, "-d", "clean").status == 0)
    #expect(try site == folder.contents(of: "clean"))
  }

  @Test func `each case has a picture, which its page names`() throws {
    #expect(try build("--cards").status == 0)
    let site = try site()
    let picture = try #require(site[Self.card])
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(
      String(decoding: picture, as: UTF8.self).contains("rsvg-convert version 9.9.9, drawing "))
    #expect(
      String(decoding: site["cases/acme/index.html"] ?? Data(), as: UTF8.self)
        .contains("https://watch.example/cases/acme/card.png"))
    #expect(drawn == 1)
    #expect(try leftovers == [])
  }

  @Test func `a picture of the same drawing is not drawn again, and one of another is`() throws {
    #expect(try build("--cards").status == 0)
    #expect(try build("--cards", "--verbose").status == 0)
    #expect(try build("--cards", "--verify").status == 0)
    #expect(drawn == 1)
    let file = folder.path + "/content/cases/acme.md"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    // The text of a case is not on its picture.
    try (text + "\nMore.\n").write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try build("--cards").status == 0)
    #expect(drawn == 1)
    try text.replacingOccurrences(of: "title: Late", with: "title: Very late")
      .write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try build("--cards", "--verify").status == 2)
    #expect(try build("--cards").status == 0)
    #expect(drawn == 2)
  }

  @Test func `another version draws everything again`() throws {
    #expect(try build("--cards").status == 0)
    try write("rsvg-convert version 10.0.0\n", to: "version")
    #expect(try build("--cards", "--verbose").status == 0)
    #expect(drawn == 2)
  }

  @Test func `a picture that is gone is missed, and drawn again`() throws {
    #expect(try build("--cards").status == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/public/" + Self.card)
    let run = try build("--cards", "--verify")
    #expect(run.status == 2)
    #expect(run.errors.contains("'public/cases/acme/card.png' is missing"))
    #expect(try build("--cards").status == 0)
    #expect(try site()[Self.card] != nil)
  }

  @Test func `a build without it has no picture of a case`() throws {
    #expect(try build("--cards").status == 0)
    #expect(try build().status == 0)
    let site = try site()
    #expect(site.keys.filter { $0.hasSuffix("card.png") } == ["card.png"])
    #expect(
      String(decoding: site["cases/acme/index.html"] ?? Data(), as: UTF8.self)
        .contains("https://watch.example/card.png"))
  }

  @Test func `where rsvg-convert is not there it is said how to get it, and nothing is changed`()
    throws
  {
    #expect(try build().status == 0)
    let before = try site()
    let run = try Program(
      ["build", "--cards"], in: folder.path, environment: ["PATH": folder.path])
    #expect(run.status == 2)
    #expect(run.errors.contains("install it with 'apt-get install librsvg2-bin'"))
    #expect(try site() == before)
  }

  @Test func `where a picture cannot be drawn it is told which, and nothing is changed`() throws {
    #expect(try build().status == 0)
    let before = try site()
    try write("", to: "broken")
    let run = try build("--cards")
    #expect(run.status == 2)
    #expect(
      run.errors.contains(
        "cannot draw 'cases/acme/card.png': rsvg-convert ends with: a drawing that cannot be read"))
    #expect(try leftovers == [])
    #expect(try site() == before)
  }

  @Test func `what is no picture of the right size is not published`() throws {
    try write("GIF89a", to: "png")
    let run = try build("--cards")
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot draw 'cases/acme/card.png': "))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/public"))
  }

  @Test func `pictures are published and not recorded, so a site may go without them again`() throws
  {
    #expect(try build("--cards").status == 0)
    let run = try Program(
      ["publish", "live", "--cards"], in: folder.path, environment: environment)
    #expect(run.status == 0)
    #expect(try folder.contents(of: "www")[Self.card] != nil)
    let ledger = try folder.contents(of: "content")["ledger.txt"] ?? Data()
    let lines = String(decoding: ledger, as: UTF8.self)
    #expect(lines.contains("/cases/acme/") && !lines.contains("card.png"))
    #expect(try build("--strict").status == 0)
  }
}
