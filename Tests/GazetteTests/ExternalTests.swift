import Foundation
import TestSupport
import Testing

@Suite struct ExternalTests {
  private func folder(_ address: String) throws -> TemporaryFolder {
    try Fixture(
      """
      === content/companies/acme-energy.md
      ---
      name: Acme Energy
      ---
      === content/cases/acme.md
      ---
      title: Late disclosure
      summary: The authority fined Acme Energy.
      published: 2024-06-01
      companies: [acme-energy]
      regulators: [nl-ap]
      provisions: [gdpr 33]
      topics: [data-breach]
      steps: [{ date: 2024-05-16, kind: decision }]
      sources:
        - id: decision
          title: Decision
          publisher: nl-ap
          url: \(address)/404.pdf
          archive: \(address)/copy/200.pdf
        - { id: press, title: Press, publisher: nl-ap, url: \(address)/200.html }
      ---
      """, over: Publication.small
    ).written()
  }

  @Test func `a dead source is reported, and what is alive is not asked again`() throws {
    let host = try LocalHost()
    let folder = try folder(host.address)
    let run = try Program(["check", "--external", "-s", folder.path])
    #expect(run.status == 0)
    #expect(run.errors.contains("asked for 2 sources, 0 seen lately\n"))
    #expect(
      run.errors.contains("warning: source 'decision' is no longer at '\(host.address)/404.pdf'"))
    #expect(run.errors.contains("+     url: \(host.address)/copy/200.pdf"))
    let book = try String(contentsOfFile: folder.path + "/.gazette/answers.txt", encoding: .utf8)
    #expect(book.contains("2026-07-01 alive \(host.address)/200.html\n"))
    let again = try Program(["check", "--external", "--strict", "-s", folder.path])
    #expect(again.status == 1)
    #expect(again.errors.contains("asked for 1 source, 1 seen lately\n"))
  }

  @Test func `without curl it says what to install`() throws {
    let folder = try folder("http://127.0.0.1:1")
    let run = try Program(
      ["check", "--external", "-s", folder.path], environment: ["PATH": folder.path])
    #expect(run.status == 2)
    #expect(run.errors.contains("'curl' is not there; install it with"))
  }
}
