extension FortyMistakes {
  /// The text files, and behind each the rules that its marks are about.
  static let all: [(path: String, text: String, rules: [String])] = [
    (
      "content/site.yml",
      "title: Watch\nbase_url: https://watch.example\nfeed_id: watch.example,2026\n▸langauge: en",
      ["unknown-key"]
    ),
    ("content/companies/acme.md", "---\nname: Acme\n---", []),
    (
      "content/companies/a-one.md", "---\nname: A\nparents: [{ company: ▸b-one }]\n---",
      ["parent-cycle"]
    ),
    ("content/companies/b-one.md", "---\nname: B\nparents: [{ company: a-one }]\n---", []),
    (
      "content/companies/lei.md", "---\nname: Lei\nlei: ▸529900T8BM49AURSDO56\n---",
      ["bad-identifier"]
    ),
    (
      "content/companies/uk.md", "▸---\nname: Uk\ncountry: ▸UK\nparents: [{ company: lei }]\n---",
      ["unreferenced", "unknown-code"]
    ),
    ("content/regulators/ap.md", "---\nname: AP\njurisdiction: NL\n---", []),
    (
      "content/regulators/bad name.md", "▸▸---\nname: Bad\njurisdiction: NL\n---",
      ["bad-slug", "unreferenced"]
    ),
    ("content/laws/gdpr.md", "---\nname: GDPR\nshort: GDPR\njurisdiction: EU\n---", []),
    ("content/topics/cookies.md", "---\nname: Cookies\n---", []),
    ("content/topics/lonely.md", "▸---\nname: Lonely\n---", ["unreferenced"]),
    ("content/cases/stray.txt", "▸x", ["stray-file"]),
    ("content/cases/2023/twice.md", entry("topics: [cookies]\nprovisions: [gdpr 5]"), []),
    ("content/cases/2024/twice.md", "▸" + entry("topics: [cookies]"), ["duplicate-slug"]),
    ("content/cases/key.md", entry("▸compnay: acme"), ["unknown-key"]),
    (
      "content/cases/again.md", entry("checked: 2024-01-01\n▸checked: 2024-01-02"),
      ["duplicate-key"]
    ),
    ("content/cases/date.md", entry("checked: ▸2024-02-30"), ["bad-date"]),
    (
      "content/cases/time.md",
      entry("topics: [cookies]").replacing("2024-09-03", "▸2024-09-03T09:00"), ["bad-date"]
    ),
    ("content/cases/type.md", entry("topics: ▸cookies"), ["wrong-type"]),
    ("content/cases/flag.md", entry("draft: ▸yes"), ["wrong-value"]),
    ("content/cases/empty.md", entry("short:▸ "), ["empty-value"]),
    (
      "content/cases/missing.md", "▸" + entry("topics: [cookies]").replacing("title: A case\n", ""),
      ["missing-field"]
    ),
    (
      "content/cases/amount.md",
      entry(
        "topics: [cookies]",
        steps:
          "  - { date: 2024, kind: decision, measures: [{ kind: fine, amount: ▸5 million EUR }] }"),
      ["bad-amount"]
    ),
    (
      "content/cases/bomb.md", entry("short: ▸&a x\ntopics: [▸*a, ▸*a]"),
      ["yaml-anchor", "yaml-alias", "yaml-alias"]
    ),
    ("content/cases/tab.md", "---\ntitle: A\nsteps:\n▸\t- a\n---", ["yaml-syntax"]),
    ("content/cases/tag.md", entry("short: ▸!!str x"), ["yaml-tag"]),
    ("content/cases/open.md", "▸---\ntitle: A", ["unterminated-front-matter"]),
    ("content/cases/none.md", "▸# A case", ["no-front-matter"]),
    ("content/cases/control.md", entry("short: ▸\"a\\x08\""), ["control-character"]),
    (
      "content/cases/company.md", entry("topics: [cookies]").replacing("[acme]", "[▸acmee]"),
      ["unknown-company"]
    ),
    (
      "content/cases/regulator.md", entry("topics: [cookies]").replacing("[ap]", "[▸app]"),
      ["unknown-regulator"]
    ),
    ("content/cases/law.md", entry("provisions: [▸gdrp 5]"), ["unknown-law"]),
    ("content/cases/related.md", entry("related: [▸kye]"), ["unknown-case"]),
    (
      "content/cases/step.md",
      entry(
        "topics: [cookies]",
        steps: "  - { id: d, date: 2024, kind: decision, sources: [▸b] }\n"
          + "  - { date: 2025, kind: judgment, on: ▸e, effect: annulled }"),
      ["unknown-source", "unknown-step"]
    ),
    (
      "content/cases/ecli.md", entry("references: [{ kind: ecli, value: ▸\"ECLI:XX:A:2024:1\" }]"),
      ["bad-identifier"]
    ),
    ("content/cases/former.md", entry("formerly: [▸key]"), ["duplicate-address"]),
    (
      "content/cases/body.md",
      entry(
        "topics: [cookies]",
        body: """
          Zoë said 漢字 [here](▸case:kee), and[^▸b] more.[^a]\\
          Then [there](▸topic:cookeis) and <▸b>bold▸</b>.
          [x](▸javascript:alert)
          """.replacing("[^▸b]", "▸[^b]").replacing("<▸b>", "▸<b>")),
      ["unknown-case", "unknown-note", "unknown-topic", "raw-html", "raw-html", "unsafe-link"]
    ),
    (
      "templates/page.mustache", "{{▸titel}}\n{{#body}}\n{{> ▸nowhere}}\n{{/body}}\n{{#▸summary}}",
      ["unknown-name", "unknown-partial", "unclosed-section"]
    ),
  ]

  static var files: [(path: String, text: String)] { all.map { ($0.path, $0.text) } }
}

extension String {
  /// This text with every `old` in it replaced.
  func replacing(_ old: String, _ new: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(old) {
        result += new
        rest = rest.dropFirst(old.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
