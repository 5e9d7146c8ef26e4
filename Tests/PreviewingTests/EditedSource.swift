import Building
import TestSupport

/// A publication on disk in the hands of somebody who changes it at random, the same way for the
/// same seed.
struct EditedSource {
  let folder: TemporaryFolder
  /// What every file holds now.
  private(set) var files: [String: String] = [:]
  /// What broken files held before.
  private var whole: [String: String] = [:]
  private var random: SeededGenerator
  private var count = 0

  init(seed: UInt64) throws {
    folder = try TemporaryFolder()
    random = SeededGenerator(seed: seed)
    for (path, text) in Self.beginning { try put(text, at: path) }
  }

  /// One change; what a watch would tell of it, and in words what it was.
  mutating func edit() throws -> (change: SourceChange, words: String) {
    count += 1
    // What is broken is mended soon, or little would ever be compared.
    if let path = whole.keys.sorted().first, chance(of: 50) {
      let text = whole.removeValue(forKey: path)
      try put(text, at: path)
      return (.files([path]), "mend \(path)")
    }
    let kinds: [(Int, (inout EditedSource) throws -> (SourceChange, String))] = [
      (30, { try $0.changeText() }), (20, { try $0.changeFrontMatter() }),
      (10, { try $0.createOrRemoveCase() }), (8, { try $0.renameCase() }),
      (10, { try $0.breakSomething() }), (6, { try $0.changeTheme() }),
      (6, { try $0.changeFile() }), (4, { try $0.changeSettings() }),
    ]
    var choice = Int.random(in: 0..<kinds.map(\.0).reduce(0, +), using: &random)
    for (weight, kind) in kinds {
      if choice < weight {
        let (change, words) = try kind(&self)
        // A watch that was told too much, or of folders, says that anything may have changed.
        return (chance(of: 15) ? .anything : change, words)
      }
      choice -= weight
    }
    return (.anything, "look")
  }

  private mutating func changeText() throws -> (SourceChange, String) {
    let path = pick(entries)
    let sentences = [
      "A sentence number \(count).", "## Heading \(count % 7)",
      "See [](case:\(slug(pick(cases)))).",
      "Acme Energy and Beta Bank said nothing.", "A note.[^1]\n\n[^1]: Number \(count).",
      "See [the rule](law:gdpr/5) and [us](page:about#counting).",
    ]
    try put((files[path] ?? "") + "\n" + pick(sentences) + "\n", at: path)
    return (.files([path]), "text of \(path)")
  }

  private mutating func changeFrontMatter() throws -> (SourceChange, String) {
    let path = pick(cases)
    let text = files[path] ?? ""
    let changes: [(String, String)] = [
      ("title: ", "title: New \(count) "), ("companies: [acme", "companies: [beta, acme"),
      ("provisions: [gdpr 5", "provisions: [gdpr \(count % 9), gdpr 5"),
      ("date: 2023-", "date: 2022-"), ("amount: 1", "amount: \(count)1"),
      ("published: 2024", "published: 2031"), ("topics: [breach]", "topics: [breach]\ndraft: true"),
      ("\ndraft: true", ""), ("published: 2031", "published: 2024"),
    ]
    let (old, new) = pick(changes)
    if text.contains(old), chance(of: 80) {
      try put(text.replacing(old, with: new, maxReplacements: 1), at: path)
      return (.files([path]), "front matter of \(path): \(old)")
    }
    let company = "content/companies/\(pick(["acme", "beta"])).md"
    let named = (files[company] ?? "").replacing("name: ", with: "name: N\(count) ")
    try put(named, at: company)
    return (.files([company]), "name of \(company)")
  }

  private mutating func createOrRemoveCase() throws -> (SourceChange, String) {
    if cases.count > 9 {
      let path = pick(cases)
      try put(nil, at: path)
      return (.files([path]), "remove \(path)")
    }
    let path = "content/cases/\(chance(of: 50) ? "" : "2024/")made-\(count).md"
    try put(Self.acase(count), at: path)
    return (path.contains("2024/") ? .anything : .files([path]), "create \(path)")
  }

  private mutating func renameCase() throws -> (SourceChange, String) {
    let path = pick(cases)
    let new = "content/cases/named-\(count).md"
    let text = files[path]
    try put(nil, at: path)
    let formerly = text?.contains("formerly") == true ? "" : "formerly: [\(slug(path))]\n"
    try put(text?.replacing("---\ntitle", with: "---\n\(formerly)title"), at: new)
    return (.files([path, new]), "rename \(path) to \(new)")
  }

  private mutating func breakSomething() throws -> (SourceChange, String) {
    let path = pick(entries)
    guard whole[path] == nil, let text = files[path] else { return (.files([path]), "nothing") }
    whole[path] = text
    let broken = [
      text.replacing("---\n", with: "---\nnonsense: [\n", maxReplacements: 1),
      text + "\n[Nobody](company:nobody)\n", text + "\n<b>raw</b>\n",
      text.replacing("regulators: [nl-ap]", with: "regulators: [nobody]"), "",
    ]
    try put(pick(broken), at: path)
    return (.files([path]), "break \(path)")
  }

  private mutating func changeTheme() throws -> (SourceChange, String) {
    let path = "templates/\(pick(["style.css", "extra.css", "not-found.mustache"]))"
    let text =
      path.hasSuffix("css") ? "body { --n: \(count) }\n" : "<p>{{site_title}} \(count)</p>\n"
    try put(files[path] != nil && chance(of: 40) ? nil : text, at: path)
    return (.files([path]), "theme \(path)")
  }

  private mutating func changeFile() throws -> (SourceChange, String) {
    let path = "content/files/paper-\(count % 3).txt"
    try put(files[path] != nil && chance(of: 40) ? nil : "number \(count)\n", at: path)
    return (.files([path]), "file \(path)")
  }

  private mutating func changeSettings() throws -> (SourceChange, String) {
    let path = "content/site.yml"
    let text = pick(["title: Watch \(count)", "title: Watch\nlanguage: de", "title: Watch"])
    try put(text + Self.settings, at: path)
    return (.files([path]), "settings")
  }

  private var cases: [String] { files.keys.filter { $0.hasPrefix("content/cases/") }.sorted() }
  private var entries: [String] { files.keys.filter { $0.hasSuffix(".md") }.sorted() }

  private func slug(_ path: String) -> String {
    String(path.split(separator: "/").last?.dropLast(3) ?? "")
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func chance(of percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func put(_ text: String?, at path: String) throws {
    files[path] = text
    if let text { try folder.write(text, to: path) } else { try folder.remove(path) }
    if text == nil { whole[path] = nil }
  }
}

extension EditedSource {
  fileprivate static let settings =
    "\nbase_url: https://watch.example\nfeed_id: watch.example,2026\n"

  fileprivate static func acase(_ number: Int) -> String {
    """
    ---
    title: Case \(number)
    summary: The authority fined Acme Energy.
    published: 2024-06-\(10 + number % 19)
    companies: [acme]
    regulators: [nl-ap]
    provisions: [gdpr 5, gdpr \(number % 4 + 30)]
    topics: [breach]
    steps:
      - { date: 2023-05-\(10 + number % 19), kind: decision, measures: [{ kind: fine, amount: 10 EUR }] }
    sources:
      - { id: decision, title: Decision, publisher: nl-ap }
    ---

    Acme Energy did it.[^decision]
    """
  }

  fileprivate static var beginning: [(String, String)] {
    var files = [
      ("content/site.yml", "title: Watch" + settings),
      ("content/companies/acme.md", "---\nname: Acme Energy\n---\n\nA company.\n"),
      (
        "content/companies/beta.md",
        "---\nname: Beta Bank\nparents: [{ company: acme }]\n---\n\nOf [](company:acme).\n"
      ),
      ("content/regulators/nl-ap.md", "---\nname: Dutch Authority\njurisdiction: NL\n---\n"),
      ("content/laws/gdpr.md", "---\nname: Regulation\nshort: GDPR\njurisdiction: EU\n---\n"),
      ("content/topics/breach.md", "---\nname: Data breaches\n---\n"),
      ("content/pages/about.md", "---\ntitle: About\nnav: 1\n---\n\n## Counting\n\nWe count.\n"),
    ]
    for number in 0..<6 { files.append(("content/cases/case-\(number).md", acase(number))) }
    return files
  }
}
