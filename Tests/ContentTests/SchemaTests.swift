import Diagnostics
import TestSupport
import Testing

@testable import Content

/// What each kind of entry may hold, as the schema reads it.
@Suite struct SchemaTests {
  private func lines(_ fixture: Fixture) -> [String] { fixture.ownFindings.map(\.description) }

  @Test func `front matter that says nothing lacks every required field, at the top`() {
    let fixture = Fixture(
      "=== content/cases/acme.md\n▸---\n# nothing yet\n---", over: Publication.settings)
    let required = Case.schema.fields.filter(\.isRequired).map(\.key)
    #expect(
      required == [
        "title", "summary", "published", "companies", "regulators", "steps", "sources",
      ])
    #expect(Set(fixture.ownFindings.map(\.at)) == Set(fixture.marks))
    #expect(
      Set(fixture.ownFindings.map(\.message))
        == Set(required.map { "'\($0)' is missing; a case needs it" }))
  }

  @Test func `a record in a list that lacks a field is pointed at where it begins`() {
    let fixture = acme("sources:\n  - ▸{ id: decision, publisher: nl-ap }\n  - ▸id: press")
    #expect(
      fixture.ownFindings.map(\.message) == [
        "'title' is missing; a source needs it", "'publisher' is missing; a source needs it",
        "'title' is missing; a source needs it",
      ])
    #expect(Set(fixture.ownFindings.map(\.at)) == Set(fixture.marks))
  }

  @Test func `a field that is there but wrong is not missing as well`() {
    let fixture = acme("title: ▸[Late]")
    #expect(lines(fixture) == fixture.marks.map { "\($0) wrong-type" })
  }

  @Test(arguments: [
    ("▸compnaies: [acme-energy]", "did you mean 'companies'?"),
    ("▸Topics: [data-breach]", "did you mean 'topics'?"),
    ("▸formely: [late]", "did you mean 'formerly'?"),
    ("▸source: x", "did you mean 'sources'?"),
  ])
  func `a key that is close to one that exists is told which`(field: String, hint: String) {
    let fixture = acme(field)
    #expect(lines(fixture) == fixture.marks.map { "\($0) unknown-key" })
    #expect(fixture.ownFindings.first?.message.hasSuffix(hint) == true)
  }

  @Test func `a key that is close to none is told what there is`() {
    let fixture = topic("name: Data\n▸colour: red")
    #expect(
      fixture.ownFindings.map(\.message) == ["key 'colour' is not one that a topic has"])
    #expect(
      fixture.casebook.diagnostics.first?.help
        == "a topic has name, summary, formerly, merged, anchors, noindex")
  }

  @Test func `keys of nested records are checked by their own schemas`() {
    let fixture = acme(
      """
      provisions: [{ at: gdpr 5, ▸rol: applied }]
      related: [{ case: apex, ▸haw: similar }]
      history: [{ date: 2024-07-01, kind: update, note: More, ▸by: x }]
      steps: [{ date: 2024, kind: decision, ▸boby: nl-ap, measures: [{ kind: fine, ▸amuont: x }] }]
      """)
    #expect(lines(fixture) == fixture.marks.map { "\($0) unknown-key" })
    #expect(
      fixture.ownFindings.map(\.message) == [
        "key 'rol' is not one that a provision has; did you mean 'role'?",
        "key 'haw' is not one that a related case has; did you mean 'how'?",
        "key 'by' is not one that a history item has",
        "key 'boby' is not one that a step has; did you mean 'body'?",
        "key 'amuont' is not one that a measure has; did you mean 'amount'?",
      ])
  }

  @Test func `a key that is no text is no key`() {
    let fixture = topic("name: Data\n? ▸[a]\n: b")
    #expect(lines(fixture) == fixture.marks.map { "\($0) wrong-type" })
    #expect(fixture.ownFindings.map(\.message) == ["a key is text; this is a list or a record"])
  }

  @Test func `the first of two values counts, and the second is pointed at`() {
    let fixture = topic("name: Data\n▸name: Other")
    #expect(fixture.casebook.value.topics.first?.fields.name == "Data")
    #expect(
      fixture.ownFindings.first?.notes == [
        "content/topics/data-breach.md:2:1 it was first given here"
      ])
  }

  @Test(arguments: [
    ("title: ▸[Late]", "'title' is text; this is a list"),
    ("title: ▸{ a: b }", "'title' is text; this is a record of keys and values"),
    ("companies: ▸acme-energy", "'companies' is a list; this is text"),
    ("companies: ▸{ a: b }", "'companies' is a list; this is a record of keys and values"),
    ("companies: [▸[acme-energy]]", "'companies' is a slug; this is a list"),
    ("sources: [▸decision]", "a source is a record of keys and values; this is text"),
    (
      "steps: ▸{ date: 2024, kind: decision }",
      "'steps' is a list; this is a record of keys and values"
    ),
    ("checked: ▸[2024]", "'checked' is date; this is a list"),
    (
      "provisions: [▸[gdpr]]",
      "'provisions' is a provision such as 'gdpr 5(1)(a)'; this is a list"
    ),
  ])
  func `a value of another type is told what it is and what it should be`(
    field: String, message: String
  ) {
    let fixture = acme(field)
    #expect(lines(fixture) == fixture.marks.map { "\($0) wrong-type" })
    #expect(fixture.ownFindings.map(\.message) == [message])
  }

  @Test(arguments: [
    "title:▸", "title: ▸\"\"", "title: ▸\"  \"", "title: ▸''", "companies:▸", "companies: ▸[]",
    "companies: [▸\"\"]", "topics:▸", "topics:\n  -▸", "checked:▸", "published:▸", "sources:▸",
    "steps: [{ date: 2024, kind: decision, id: ▸\"\" }]", "provisions: [{ at: ▸\"\" }]",
    "related: [▸\"\"]", "draft:▸",
  ])
  func `a field that is there and says nothing is pointed at`(field: String) {
    let fixture = acme(field)
    #expect(lines(fixture) == fixture.marks.map { "\($0) empty-value" })
  }

  @Test(arguments: [
    ("draft: ▸yes", "'yes' is no word for 'draft'; write it like true or false"),
    ("draft: ▸True", "'True' is no word for 'draft'; did you mean 'true'?"),
    ("autolink: ▸flase", "'flase' is no word for 'autolink'; did you mean 'false'?"),
  ])
  func `a flag is true or false`(field: String, message: String) {
    let fixture = acme(field)
    #expect(lines(fixture) == fixture.marks.map { "\($0) wrong-value" })
    #expect(fixture.ownFindings.map(\.message) == [message])
  }

  @Test(arguments: [
    ("kind: ▸desicion", "'desicion' is no word for 'kind'; did you mean 'decision'?"),
    ("kind: ▸Decision", "'Decision' is no word for 'kind'; did you mean 'decision'?"),
    (
      "kind: decision, effect: ▸anulled",
      "'anulled' is no word for 'effect'; did you mean 'annulled'?"
    ),
    (
      "kind: decision, measures: [{ kind: ▸fines }]",
      "'fines' is no word for 'kind'; did you mean 'fine'?"
    ),
    (
      "kind: decision, measures: [{ kind: fine, amount: 5 EUR, per: ▸dya }]",
      "'dya' is no word for 'per'; did you mean 'day'?"
    ),
  ])
  func `a word that is not one of its field's is told the nearest`(field: String, message: String) {
    let fixture = acme("steps: [{ date: 2024, \(field) }]")
    #expect(lines(fixture) == fixture.marks.map { "\($0) unknown-word" })
    #expect(fixture.ownFindings.map(\.message) == [message])
  }

  @Test(arguments: [
    ("country: ▸nl", "'nl' is no country code; did you mean 'NL'?"),
    ("wikidata: ▸42", "'42' is no Wikidata item; write it like Q42"),
    (
      "website: ▸ftp://acme.example",
      "'ftp://acme.example' is no web address; write it like https://authority.example/decision"
    ),
  ])
  func `a value in the wrong form is told the right one`(field: String, message: String) {
    let fixture = company("name: Acme\n\(field)")
    #expect(fixture.ownFindings.map(\.at) == fixture.marks)
    #expect(fixture.ownFindings.map(\.message) == [message])
  }

  @Test(arguments: [
    ("ecli", "ECLI:XX:HR:2020:1", "'ECLI:XX:HR:2020:1' is no ECLI: 'XX' is no country code"),
    ("celex", "2016/679", "'2016/679' is no CELEX number; write it like 32016R0679"),
  ])
  func `a reference number of a standard form is checked`(
    kind: String, value: String, message: String
  ) {
    let fixture = acme("references: [{ kind: \(kind), value: ▸\"\(value)\" }]")
    #expect(lines(fixture) == fixture.marks.map { "\($0) bad-identifier" })
    #expect(fixture.ownFindings.map(\.message) == [message])
  }

  @Test func `a reference number of an authority's own form is taken as it is`() {
    #expect(acme("references: [{ kind: docket, value: \"2016/679 (K-7)\" }]").ownFindings.isEmpty)
  }

  @Test func `what was typed is cut in a message, not in the file`() {
    let fixture = company("name: Acme\nwebsite: ▸" + String(repeating: "w", count: 500))
    #expect(
      fixture.ownFindings.first?.message.hasPrefix(
        "'" + String(repeating: "w", count: 79) + "…' is no web address") == true)
  }
}
