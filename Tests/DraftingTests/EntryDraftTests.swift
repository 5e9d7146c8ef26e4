import Content
import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Drafting

struct EntryDraftTests {
  private static let today = CalendarDate(year: 2026, month: 7, day: 1)

  private func caseDraft() throws -> CaseDraft {
    CaseDraft(
      title: "Late disclosure", companies: ["acme-energy"], regulators: ["nl-ap"],
      today: try #require(Self.today))
  }

  private func text(_ draft: EntryDraft) throws -> String {
    String(decoding: try draft.file.bytes(), as: UTF8.self)
  }

  /// The small publication with a new entry in it.
  private func publication(with drafts: [EntryDraft]) throws -> Fixture {
    let fixture = Fixture("", over: Publication.small)
    return Fixture(
      try (fixture.files + drafts.map(\.file)).map { ($0.path, try $0.bytes()) })
  }

  @Test func `a case is written with every useful field and what each is for`() throws {
    var draft = try caseDraft()
    draft.decided = "2026-01-15"
    draft.fine = "30500000 EUR"
    #expect(try text(draft.entry("acme-2026")) == Self.written)
  }

  @Test(arguments: [true, false])
  func `a new case adds nothing but hints, even where little is known`(isWhole: Bool) throws {
    var draft = try caseDraft()
    if isWhole {
      draft.decided = "2026-01"
      draft.fine = "400..600 EUR"
      draft.summary = "Fined: # late."
      draft.address = "https://dpa.example/1"
    }
    let found = try publication(with: [draft.entry("acme-2026")]).findings()
    #expect(found.allSatisfy { $0.rule == .unfilledDraft }, "\(found)")
    #expect(found.count == (isWhole ? 4 : 6))
  }

  @Test func `a case whose respondent has no name says so`() throws {
    var draft = try caseDraft()
    draft.companies = []
    #expect(try text(draft.entry("acme-2026")).contains("companies: unnamed"))
    #expect(
      try publication(with: [draft.entry("acme-2026")]).findings()
        .allSatisfy { $0.rule == .unfilledDraft })
  }

  @Test func `a case that is published as it was drafted is refused where it is unfilled`() throws {
    let draft = try text(try caseDraft().entry("acme-2026"))
      .replacing("draft: true", with: "draft: false")
    let fixture = Fixture("=== content/cases/acme-2026.md\n" + draft, over: Publication.small)
    #expect(fixture.findings().count { $0.rule == .unfilled } == 6)
  }

  @Test(arguments: EntryKind.allCases.filter { $0 != .case })
  func `an entry of each other kind is at most not referred to`(kind: EntryKind) throws {
    let facts = ["short": "New", "jurisdiction": "NL", "published": "2026-07-01"]
      .filter { key, _ in kind.fieldNotes.contains { $0.key == key } }
    let draft = EntryDraft(kind, "new-one", named: "A: new one", facts)
    let found = try publication(with: [draft]).findings()
    #expect(found.filter { $0.rule.severity == .error } == [])
    #expect(found.count <= 1)
  }

  @Test(arguments: EntryKind.allCases)
  func `what a comment offers is a field of the schema`(kind: EntryKind) throws {
    let entry =
      kind == .case
      ? try caseDraft().entry("new-one") : EntryDraft(kind, "new-one", named: "New", [:])
    let offered = try text(entry).split(separator: "\n", omittingEmptySubsequences: false)
      .map {
        $0.replacing(
          "# ", with: "",
          maxReplacements: $0.contains("# ") && !$0.contains(":  ")
            && $0.drop { $0 == " " }.hasPrefix("# ") ? 1 : 0)
      }
    let fixture = Fixture(
      "=== \(entry.path)\n" + offered.joined(separator: "\n"), over: Publication.small)
    let rules = Set(fixture.findings().filter { $0.at.hasPrefix(entry.path) }.map(\.rule.id))
    #expect(
      rules.isSubset(of: [
        "unfilled", "unfilled-draft", "wrong-type", "missing-field", "unreferenced",
      ]))
    #expect(!rules.contains("unknown-key"))
  }

  @Test func `a field that is never offered is one that there is`() {
    let keys =
      EntryKind.allCases.flatMap { $0.fieldNotes.map(\.key) } + Step.schema.notes.map(\.key)
    #expect(FrontMatterText.later.isSubset(of: keys))
  }

  private static let written = """
    ---
    title: Late disclosure    # what was decided, in one line
    # short: …                # the name for tables and charts; the title where it is left out
    summary: …                # one or two sentences of plain text
    published: 2026-07-01     # when this write-up is published; a time needs an offset from UTC
    companies: [acme-energy]  # slugs of the respondents, or `unnamed` where the authority withheld the name
    regulators: [nl-ap]       # slugs of the authorities, the lead first
    # provisions: […]         # what the case is about in law
    # topics: […]             # slugs of the topics it belongs to
    steps:                    # the dated procedure, from which status and amounts are derived
      - id: decision          # a short name that other steps refer to
        date: 2026-01-15      # the day, or the month or year
        kind: decision        # what happened
        # body: …             # who acted; the lead regulator where it is left out
        measures: [{ kind: fine, amount: 30500000 EUR }]  # what was ordered
        sources: [decision]   # ids of the sources that show it
        # note: …             # one plain sentence for the time line
    sources:                  # the documents that the write-up rests on
      - id: decision          # a short name to cite it by: `[^id]`
        title: …              # the document's own title
        publisher: nl-ap      # the slug of a regulator, or a name
        # url: …              # where it is published
        date: 2026-01-15      # the document's date
        # language: …         # BCP 47, such as nl
        # archive: …          # an archived copy
        # retrieved: …        # when it was last read there
    # references: […]         # docket numbers, ECLI and the like
    # deadlines: […]          # days to watch: appeal periods, compliance, penalties, hearings
    # checked: …              # when somebody last looked for news of the procedure and found none
    draft: true               # true keeps the entry out of the site
    ---

    …[^decision]

    ## What was found

    …

    ## What came after

    …

    """
}
