import TestSupport

extension Fixture {
  /// The small publication with one case more, whose front matter goes on with `more` and whose
  /// text is `body`; `steps` stand below `steps:`.
  static func `case`(
    steps: String, more: String = "", body: String = "", base: String = Publication.small
  ) -> Fixture {
    Fixture(
      """
      === content/regulators/nl-rb.md
      ---
      name: District Court of The Hague
      abbreviation: RB
      kind: court
      jurisdiction: NL
      ---
      === content/companies/apex.md
      ---
      name: Apex Data
      ---
      === content/cases/apex-2024.md
      ---
      title: Apex & the <sea>
      short: Apex
      summary: "What \\"Apex\\" did."
      published: 2024-06-02
      companies: [apex]
      regulators: [nl-ap]
      topics: [data-breach]
      steps:
      \(steps)
      \(more)
      ---

      \(body)
      """, over: base)
  }

  static let sources = """
    sources:
      - { id: press, title: "A <press> release", publisher: The press, url: "https://www.press.example/a?b&c", date: 2024-05-17, language: nl, archive: "https://archive.example/1", retrieved: 2024-06-01 }
      - { id: decision, title: The decision, publisher: nl-ap }
    """
}
