import Content
import Diagnostics
import TestSupport
import Testing

/// What is read and what is refused, on both sides of each limit of an entry's file.
struct LimitTests {
  /// The rules broken by a company's file.
  private func rules(_ file: String, slug: String = "acme-energy") -> [String] {
    Fixture("=== content/companies/\(slug).md\n" + file, over: Publication.small)
      .casebook.diagnostics.map(\.rule.id)
  }

  @Test(arguments: [(8 << 20, []), ((8 << 20) + 1, ["too-large"])])
  func `a file has at most 8 MiB`(_ size: Int, _ rules: [String]) {
    let head = "---\nname: Acme Energy\n---\n\n"
    let line = String(repeating: "word ", count: 200) + "\n"
    var text = head + String(repeating: line, count: (size - head.utf8.count) / line.utf8.count)
    text += String(repeating: "x", count: size - text.utf8.count)
    let others = Fixture(Publication.small).files.filter { !$0.path.hasSuffix("acme-energy.md") }
    let fixture = Fixture(
      others.map { ($0.path, (try? $0.bytes()) ?? []) } + [
        ("content/companies/acme-energy.md", Array(text.utf8))
      ])
    #expect(fixture.casebook.diagnostics.map(\.rule.id) == rules)
  }

  @Test(arguments: [(8 << 20, []), ((8 << 20) + 1, ["too-large"])])
  func `site.yml has at most 8 MiB`(_ size: Int, _ rules: [String]) {
    let settings = "title: W\nbase_url: https://w.example\nfeed_id: w.example,2026\n#"
    let bytes = Array((settings + String(repeating: "x", count: size - settings.utf8.count)).utf8)
    let others = Fixture(Publication.small).files.filter { $0.path != "content/site.yml" }
    let fixture = Fixture(
      others.map { ($0.path, (try? $0.bytes()) ?? []) } + [("content/site.yml", bytes)])
    #expect(fixture.casebook.diagnostics.map(\.rule.id) == rules)
  }

  @Test(arguments: [(256 << 10, []), ((256 << 10) + 1, ["too-large"])])
  func `front matter has at most 256 KiB`(_ size: Int, _ rules: [String]) {
    let field = "name: Acme Energy\nlegal_name: "
    let name = String(repeating: "x", count: size - field.utf8.count - 1)
    #expect(self.rules("---\n\(field)\(name)\n---\n") == rules)
  }

  @Test(arguments: [(1_000, []), (1_001, ["too-many"])])
  func `a list has at most a thousand items`(_ count: Int, _ rules: [String]) {
    let names = (1...count).map { "Name \($0)" }.joined(separator: ", ")
    #expect(self.rules("---\nname: Acme Energy\naliases: [\(names)]\n---\n") == rules)
  }

  @Test func `one item too many is pointed at, and the count is told`() {
    let names = (1...1_500).map { $0 == 1_001 ? "▸Name" : "Name" }.joined(separator: ", ")
    let fixture = Fixture(
      "=== content/companies/acme-energy.md\n---\nname: Acme Energy\naliases: [\(names)]\n---\n",
      over: Publication.small)
    let findings = fixture.findings(in: fixture.casebook.diagnostics)
    #expect(findings.map(\.at) == fixture.marks)
    #expect(
      findings.map(\.message)
        == ["'aliases' has 1500 items; at most 1000 are read, and this is one too many"])
  }

  @Test(arguments: [(120, []), (121, ["bad-slug"])])
  func `a slug has at most 120 letters`(_ count: Int, _ rules: [String]) {
    let slug = String(repeating: "a", count: count)
    #expect(self.rules("---\nname: Acme Energy\n---\n", slug: slug) == rules)
  }

  @Test(arguments: [(16, "wrong-type"), (17, "deep-yaml")])
  func `front matter nests at most sixteen deep`(_ depth: Int, _ rule: String) {
    let list =
      String(repeating: "[", count: depth - 1) + "x" + String(repeating: "]", count: depth - 1)
    #expect(rules("---\nname: Acme Energy\naliases: \(list)\n---\n").first == rule)
  }
}
