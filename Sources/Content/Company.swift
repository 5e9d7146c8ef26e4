/// A respondent, or the parent of one.
package struct Company: Sendable {
  package enum Kind: String, Vocabulary {
    case company
    case publicBody = "public-body"
    case association, partnership, person
  }

  /// Who it belonged to, and when.
  package struct Parent: Sendable {
    package var company = Written("", start: 0, end: 0)
    package var from: CalendarDate?
    package var to: CalendarDate?

    package static let schema = Schema<Parent>(
      "parent", blank: { Parent() },
      [
        Field("company", .slug, \.company, required: true, "the parent's slug"),
        Field("from", .date, \.from, "since when"),
        Field("to", .date, \.to, "until when"),
      ])
  }

  package var name = ""
  package var short: String?
  package var legalName: String?
  package var aliases: [String] = []
  package var country: String?
  package var kind: Kind?
  package var parents: [Parent] = []
  package var lei: String?
  package var wikidata: String?
  package var website: String?
  package var formerly: [Written<String>] = []
  package var merged: [Written<String>] = []
  package var anchors: [AnchorAlias] = []
  package var isUnindexed = false
  package var autolink = true

  package static let schema = Schema<Company>(
    "company", blank: { Company() },
    [
      Field("name", .text, \.name, required: true, "its name as readers know it"),
      Field("short", .text, \.short, "the name for tables"),
      Field("legal_name", .text, \.legalName, "the full name in its register"),
      Field("aliases", .texts, \.aliases, "other names it is written by"),
      Field("country", .country, \.country, "ISO 3166-1, where it is registered"),
      Field("kind", .word, \.kind, "company, public-body, association, partnership or person"),
      Field("parents", .list(of: .record(Parent.schema)), \.parents, "who it belongs to, dated"),
      Field("lei", .lei, \.lei, "its legal entity identifier (ISO 17442)"),
      Field("wikidata", .wikidata, \.wikidata, "its Wikidata item"),
      Field("website", .address, \.website, "its own site"),
      Field("formerly", .slugs, \.formerly, "earlier slugs, the oldest first"),
      Field("merged", .slugs, \.merged, "slugs of entries that became part of this one"),
      Field(
        "anchors", .anchors, \.anchors, "earlier anchors of headings, and the ones they have now"),
      Field(
        "noindex", .flag, \.isUnindexed, "true keeps search engines away; readers still find it"),
      Field("autolink", .flag, \.autolink, "false keeps its name in texts from becoming a link"),
    ])
}

/// An authority, or a court that rules on what authorities decided.
package struct Regulator: Sendable {
  package enum Kind: String, Vocabulary { case authority, court, tribunal, board }

  package var name = ""
  package var nativeName: String?
  package var abbreviation: String?
  package var jurisdiction = Written("", start: 0, end: 0)
  package var kind: Kind?
  package var website: String?
  package var wikidata: String?
  package var coverage: String?
  package var formerly: [Written<String>] = []
  package var merged: [Written<String>] = []
  package var anchors: [AnchorAlias] = []
  package var isUnindexed = false
  package var autolink = true

  package static let schema = Schema<Regulator>(
    "regulator", blank: { Regulator() },
    [
      Field("name", .text, \.name, required: true, "its name in the publication's language"),
      Field("native_name", .text, \.nativeName, "its name in its own language"),
      Field("abbreviation", .text, \.abbreviation, "as it is called for short"),
      Field(
        "jurisdiction", .writtenJurisdiction, \.jurisdiction, required: true,
        "ISO 3166-1, 3166-2 for states, or EU"),
      Field("kind", .word, \.kind, "authority, court, tribunal or board"),
      Field("website", .address, \.website, "its own site"),
      Field("wikidata", .wikidata, \.wikidata, "its Wikidata item"),
      Field("coverage", .text, \.coverage, "a sentence: what the publication covers of it"),
      Field("formerly", .slugs, \.formerly, "earlier slugs, the oldest first"),
      Field("merged", .slugs, \.merged, "slugs of entries that became part of this one"),
      Field(
        "anchors", .anchors, \.anchors, "earlier anchors of headings, and the ones they have now"),
      Field(
        "noindex", .flag, \.isUnindexed, "true keeps search engines away; readers still find it"),
      Field("autolink", .flag, \.autolink, "false keeps its name in texts from becoming a link"),
    ])
}
