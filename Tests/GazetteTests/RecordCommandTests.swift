import Foundation
import TestSupport
import Testing

@Suite struct RecordCommandTests {
  private static let acme = "content/cases/acme.md"

  private func folder() throws -> TemporaryFolder {
    try Fixture(
      """
      === content/cases/acme.md
      ---
      title: Late disclosure
      summary: The authority fined Acme Energy.
      published: 2024-06-01
      companies: [acme-energy]
      regulators: [nl-ap]
      provisions: [gdpr 33]
      topics: [data-breach]
      steps:
        - { id: decision, date: 2024-05-16, kind: decision }
      sources:
        - { id: decision, title: Decision, publisher: nl-ap, archive: "https://a.example/1", url: "https://nl.example/1", retrieved: 2024-06-01 }
      checked: 2024-06-01
      ---

      Acme told nobody for a year.
      """, over: Publication.small
    ).written()
  }

  private func text(_ path: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOfFile: folder.path + "/" + path, encoding: .utf8)
  }

  private func edit(_ folder: TemporaryFolder, _ old: String, _ new: String) throws {
    let before = try text(Self.acme, in: folder)
    #expect(before.contains(old))
    try folder.write(before.replacing(old, with: new), to: Self.acme)
  }

  @Test func `what was recorded is held against every build, and never lost by a rename`() throws {
    let folder = try folder()
    let first = try Program(["record"], in: folder.path)
    #expect(first.status == 0 && first.output == "")
    #expect(first.errors.hasPrefix("recorded "))
    #expect(first.errors.contains("there is no site at 'public'"))
    #expect(first.errors.contains("content/ledger.txt merge=union"))
    let ledger = try text("content/ledger.txt", in: folder)
    #expect(ledger.hasPrefix("# gazette ledger 1 watch.example,2026\n/ 2026-07-01 -\n"))
    let again = try Program(["record"], in: folder.path)
    #expect(again.errors.hasPrefix("nothing new to record\n"))
    #expect(try Program(["build"], in: folder.path).status == 0)
    let site = try folder.contents(of: "public")

    try folder.move(Self.acme, to: "content/cases/apex.md")
    let failed = try Program(["build"], in: folder.path)
    #expect(failed.status == 1)
    #expect(failed.errors.contains("write 'formerly: [acme]' into content/cases/apex.md"))
    #expect(failed.errors.contains("under 'gone' in content/site.yml"))
    #expect(try folder.contents(of: "public") == site)

    #expect(try Program(["check", "--fix", "--yes"], in: folder.path).status == 0)
    let early = try Program(["record"], in: folder.path)
    #expect(early.status == 2 && early.errors.contains("run 'gazette build'"))
    #expect(early.errors.hasSuffix("nothing was recorded, since only what is published is\n"))
    #expect(try text("content/ledger.txt", in: folder) == ledger)
    #expect(try text("content/cases/apex.md", in: folder).contains("\nformerly: [acme]\n---"))
    let diff = try Program(["diff"], in: folder.path)
    #expect(diff.status == 0 && diff.output.contains("/cases/acme/ → /cases/apex/"))
    #expect(try Program(["build"], in: folder.path).status == 0)
    #expect(try Program(["record"], in: folder.path).status == 0)
    #expect(try Program(["diff"], in: folder.path).output == "nothing changes for readers\n")
    let once = try text("content/ledger.txt", in: folder).split(separator: "\n").count {
      $0.hasPrefix("/cases/acme/ ")
    }
    #expect(once == 1)
  }

  @Test func `a published text that is edited fails until history says so`() throws {
    let folder = try folder()
    #expect(try Program(["record"], in: folder.path).status == 0)
    let ledger = try text("content/ledger.txt", in: folder)
    try edit(folder, "for a year.", "for\na year.  ")
    #expect(try Program(["check", "--strict"], in: folder.path).status == 0)
    try edit(folder, "a year.", "a month.")
    let failed = try Program(["check"], in: folder.path)
    #expect(failed.status == 1)
    #expect(failed.errors.contains("it says 'Acme told nobody for a month.' now"))
    let refused = try Program(["record"], in: folder.path)
    #expect(refused.status == 1, "a silent edit is not made good by recording it")
    #expect(try text("content/ledger.txt", in: folder) == ledger)
    try edit(
      folder, "checked:",
      "history: [{ date: 2026-07-01, kind: correction, note: It was a month. }]\nchecked:")
    #expect(try Program(["check"], in: folder.path).status == 0)
    let diff = try Program(["diff", "--json"], in: folder.path)
    #expect(diff.output.contains("\"note\":\"It was a month.\""))
    #expect(try Program(["record"], in: folder.path).errors.contains("1 changed entry"))
  }

  @Test func `what is not published cannot be recorded`() throws {
    let folder = try folder()
    for flag in ["--drafts", "--future"] {
      let run = try Program(["record", flag], in: folder.path)
      #expect(run.status == 64 && run.errors.contains("'\(flag)' shows what is not published"))
    }
    try edit(folder, "checked:", "draft: true\nchecked:")
    #expect(try Program(["record"], in: folder.path).status == 0)
    #expect(try !text("content/ledger.txt", in: folder).contains("/cases/acme/"))
  }

  @Test func `runs at the same time wait for each other`() async throws {
    let folder = try folder()
    let path = folder.path
    let states = try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<4 { group.addTask { try Program(["record"], in: path).status } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(states == [0, 0, 0, 0])
    #expect(try Program(["diff"], in: folder.path).output == "nothing changes for readers\n")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/content").filter {
        $0.hasPrefix(".")
      } == [])
  }

  @Test func `a ledger that a merge left unsettled is a warning until it is mended`() throws {
    let folder = try folder()
    #expect(try Program(["record"], in: folder.path).status == 0)
    let ledger = try text("content/ledger.txt", in: folder)
    try folder.write(
      ledger + "/files/a.pdf 2026-07-01 -\n/about/ 2026-07-01 page/about\n",
      to: "content/ledger.txt")
    let strict = try Program(["check", "--strict"], in: folder.path)
    #expect(strict.status == 1 && strict.errors.contains("[unsettled-ledger]"))
    let mended = try Program(["check", "--fix", "--yes"], in: folder.path)
    #expect(mended.errors.contains("mended 1 file"))
    // What was added by hand was never published.
    #expect(mended.errors.contains("'/files/a.pdf' was published on 2026-07-01"))
  }

  @Test func `a damaged ledger is exit status 1, a folder that may not be written 2`() throws {
    let folder = try folder()
    try folder.write("nonsense\n", to: "content/ledger.txt")
    let run = try Program(["build"], in: folder.path)
    #expect(run.status == 1 && run.errors.contains("content/ledger.txt:1:1: error: 'nonsense'"))
    #expect(try Program(["record"], in: folder.path).status == 1)
    #expect(try Program(["record", "-s", folder.path + "/nowhere"]).status == 2)
  }

  @Test func `new gives no address out that the ledger has`() throws {
    let folder = try folder()
    #expect(try Program(["record"], in: folder.path).status == 0)
    try folder.remove("content/topics/data-breach.md")
    let run = try Program(
      ["new", "topic", "data-breach", "--title", "Leaks"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("its address was published before (content/ledger.txt:"))
  }
}
