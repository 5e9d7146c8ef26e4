import ParserChecks
import TestSupport
import Testing

/// Every parser, given real input that was garbled: no trap, no flaw. The fuzzers look further.
struct GarbledInputTests {
  @Test func `an entry's file that was garbled is told of at its places, or shown whole`() throws {
    var garbling = Garbling(
      seed: 1,
      pieces: [
        "---\n", "\n---\n", ": ", "- ", "\n  - ", "{", "}", "[", "]", "&a ", "*a", "!!int ", "|\n",
        "> \n", "\"", "'", "#", "\n", "\t", "~", "null", "2024-02-30", "9999", "EUR", "…", "\u{0}",
        "é", "数据",
        "\r\n", "gdpr 5(1)", "formerly: [acme]", "on: decision", "replaces: decision/1",
        "effect: annulled",
        "amount: 400..600 EUR", "draft: true", "\u{FEFF}", "? ", "%YAML 1.2\n", "=", "<b>", "[^1]",
      ])
    let seeds = try Fixture(Publication.small).files.map { ($0.path, try $0.bytes()) }
    for round in 0..<400 {
      let (path, bytes) = seeds[round % seeds.count]
      let garbled = garbling.garbled(bytes)
      let flaws = EntryCheck(garbled, at: path).flaws
      #expect(flaws == [], "round \(round), \(path):\n\(String(decoding: garbled, as: UTF8.self))")
    }
  }

  @Test func `a template that was garbled is told of, or shows texts escaped`() {
    var garbling = Garbling(
      seed: 2,
      pieces: [
        "{{", "}}", "{{{", "}}}", "{{#cases}}", "{{/cases}}", "{{^title}}", "{{/title}}",
        "{{>part}}",
        "{{<layout}}", "{{$main}}", "{{/main}}", "{{/layout}}", "{{=<% %>=}}", "<%={{ }}=%>",
        "{{&title}}",
        "{{!", "{{.}}", "lead.text", "{{#lead}}", "{{/lead}}", "\n", "  ", "\r\n", "\u{0}", "é",
        "{{#aliases}}",
        "{{/aliases}}", "{{has_cases}}", "{{>page}}",
      ])
    let seed = Array(
      """
      {{<layout}}
      {{$main}}
      <h1>{{title}}</h1>{{#is_first}}{{body}}{{/is_first}}
      {{#cases}}
        {{>part}}
      {{#is_new}}{{text}}{{/is_new}}
      {{/cases}}
      {{^is_last}}{{#lead}}{{text}}{{/lead}}{{/is_last}}
      {{#aliases}}{{.}}{{/aliases}}
      {{/main}}
      {{/layout}}
      """.utf8)
    for round in 0..<2_000 {
      let garbled = garbling.garbled(seed)
      let flaws = TemplateCheck(garbled).flaws
      #expect(flaws == [], "round \(round):\n\(String(decoding: garbled, as: UTF8.self))")
    }
  }

  @Test func `a table that was garbled keeps its cells, and its rows are drafts without errors`() {
    var garbling = Garbling(
      seed: 3,
      pieces: [
        ",", "\"", "\"\"", "\n", "\r\n", "\r", ";", "\t", "\u{FEFF}", "'", "=1+1", "é", "数据", ": ",
        "# ", "- ",
        "---", "…", "{", "}", "[", "]", "\u{0}", "\u{85}", "\u{2028}", "1.250,50", "31.02.2024",
        "acme-energy",
        "https://a.example/b c", "```\n", "<b>", "&amp;", "\\",
      ])
    let seed = Array(
      """
      Title,Company,Authority,Date,Fine,Currency,Summary,Document,Link,Articles,Topic,Text
      A late answer,Acme Energy,nl-ap,16.05.2024,"1,250,000.50",EUR,It was late.,Decision,https://ap.example/1,gdpr 33(1),Data breaches,"Two
      lines"
      Another,ACME,"Dutch Data Protection Authority",2024-05,5,EUR,"It said ""no"".",Decision,,gdpr 5;gdpr 6,,

      """.utf8)
    for round in 0..<300 {
      let garbled = garbling.garbled(seed)
      let flaws = ImportCheck(garbled).flaws
      #expect(flaws == [], "round \(round):\n\(String(decoding: garbled, as: UTF8.self))")
    }
  }

  @Test func `a ledger that was garbled is told of, and what can be read of it is never lost`() {
    var garbling = Garbling(
      seed: 5,
      pieces: [
        "\n", " ", "/", "#", "=", "-", "/cases/acme/ 2024-06-01 case/acme\n", "digest=",
        "says=AAAA",
        " 2024-06-02 ", "<<<<<<< ours\n", "=======\n", "# gazette ledger 1\n", "\r\n", "\u{0}", "é",
        "to=/about/", "gone=2024-01-01", "in-force=EUR:1", "\u{FEFF}", "%2F", "2024-02-30",
      ])
    let seed = Array(
      """
      # gazette ledger 1 watch.example,2026
      /about/ 2024-06-01 page/about recorded=2024-06-01 digest=d720371164c0a942 says=CQ0d
      /cases/ 2024-06-01 - in-force=EUR:12
      /cases/acme/ 2024-06-01 case/acme recorded=2024-06-01 digest=ca4c58103271315f says=0sR4Aeak
      /cases/acme/#what-was-found 2024-06-01 case/acme
      /cases/apex/ 2024-05-01 case/apex to=/cases/acme/
      /feed.atom 2024-06-01 -

      """.utf8)
    for round in 0..<1_000 {
      let garbled = garbling.garbled(seed)
      let flaws = LedgerCheck(garbled).flaws
      #expect(flaws == [], "round \(round):\n\(String(decoding: garbled, as: UTF8.self))")
    }
  }

  @Test func `a request that was garbled is read alike however it comes in, and stays in the site`()
  {
    var garbling = Garbling(
      seed: 4,
      pieces: [
        "\r\n", "\n", "\r", " ", ":", "GET ", "HTTP/1.1", "HTTP/2", "/../", "%2e%2e/", "%2F", "%00",
        "\\", "?", "#",
        "http://a.example", "Host: b\r\n", "Content-Length: 5\r\n",
        "Transfer-Encoding: chunked\r\n", "\u{0}", "é",
        "Range: bytes=0-\r\n", "//", "/./", "\t",
      ])
    let seed = Array(
      "GET /cases/acme/?a=1 HTTP/1.1\r\nHost: localhost:4747\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
        .utf8)
    for round in 0..<5_000 {
      let garbled = garbling.garbled(seed)
      let flaws = RequestCheck(garbled).flaws
      #expect(flaws == [], "round \(round):\n\(String(decoding: garbled, as: UTF8.self))")
    }
  }
}

/// Small accidents to a text, the same in every run.
struct Garbling {
  private var random: SeededGenerator
  private let pieces: [[UInt8]]

  init(seed: UInt64, pieces: [String]) {
    random = SeededGenerator(seed: seed)
    self.pieces = pieces.map { Array($0.utf8) }
  }

  mutating func garbled(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) { garble(&bytes) }
    return bytes
  }

  /// Removes, doubles, moves, changes or puts in a piece.
  private mutating func garble(_ bytes: inout [UInt8]) {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, start + Int.random(in: 0..<40, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 2:
      let moved = Array(bytes[start..<end])
      bytes.removeSubrange(start..<end)
      bytes.insert(contentsOf: moved, at: Int.random(in: 0...bytes.count, using: &random))
    case 3 where start < bytes.count: bytes[start] = UInt8.random(in: 0...255, using: &random)
    default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: start)
    }
  }
}
