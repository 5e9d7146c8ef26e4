/// A law whose provisions cases are about.
package struct Law: Sendable {
  /// What an article is headed, by its number: `5` → `Principles`.
  package struct Heading: Sendable {
    package let article: Written<String>
    package let text: String
  }

  package var name = ""
  package var short = ""
  package var jurisdiction = Written("", start: 0, end: 0)
  package var eli: String?
  package var celex: String?
  package var url: String?
  package var headings: [Heading] = []
  package var formerly: [Written<String>] = []
  package var merged: [Written<String>] = []
  package var anchors: [AnchorAlias] = []
  package var isUnindexed = false

  package static let schema = Schema<Law>(
    "law", blank: { Law() },
    [
      Field("name", .text, \.name, required: true, "its full name"),
      Field("short", .text, \.short, required: true, "as it is cited"),
      Field(
        "jurisdiction", .writtenJurisdiction, \.jurisdiction, required: true,
        "ISO 3166-1, 3166-2 for states, or EU"),
      Field("eli", .address, \.eli, "its European Legislation Identifier"),
      Field("celex", .celex, \.celex, "its CELEX number"),
      Field("url", .address, \.url, "where it is published"),
      Field("headings", .headings, \.headings, "what its articles are headed, by number"),
      Field("formerly", .slugs, \.formerly, "earlier slugs, the oldest first"),
      Field("merged", .slugs, \.merged, "slugs of entries that became part of this one"),
      Field(
        "anchors", .anchors, \.anchors, "earlier anchors of headings, and the ones they have now"),
      Field(
        "noindex", .flag, \.isUnindexed, "true keeps search engines away; readers still find it"),
    ])
}

/// What cases have in common.
package struct Topic: Sendable {
  package var name = ""
  package var summary: String?
  package var formerly: [Written<String>] = []
  package var merged: [Written<String>] = []
  package var anchors: [AnchorAlias] = []
  package var isUnindexed = false

  package static let schema = Schema<Topic>(
    "topic", blank: { Topic() },
    [
      Field("name", .text, \.name, required: true, "the topic's name"),
      Field("summary", .text, \.summary, "one or two sentences of plain text"),
      Field("formerly", .slugs, \.formerly, "earlier slugs, the oldest first"),
      Field("merged", .slugs, \.merged, "slugs of entries that became part of this one"),
      Field(
        "anchors", .anchors, \.anchors, "earlier anchors of headings, and the ones they have now"),
      Field(
        "noindex", .flag, \.isUnindexed, "true keeps search engines away; readers still find it"),
    ])
}

/// A page of the publication itself: about, methodology, corrections policy.
package struct Page: Sendable {
  package var title = ""
  package var summary: String?
  package var nav: Int?
  package var formerly: [Written<String>] = []
  package var merged: [Written<String>] = []
  package var anchors: [AnchorAlias] = []
  package var isUnindexed = false

  package static let schema = Schema<Page>(
    "page", blank: { Page() },
    [
      Field("title", .text, \.title, required: true, "the page's title"),
      Field("summary", .text, \.summary, "one or two sentences of plain text"),
      Field("nav", .count, \.nav, "its place in the navigation, lowest first; absent: not there"),
      Field("formerly", .slugs, \.formerly, "earlier slugs, the oldest first"),
      Field("merged", .slugs, \.merged, "slugs of entries that became part of this one"),
      Field(
        "anchors", .anchors, \.anchors, "earlier anchors of headings, and the ones they have now"),
      Field(
        "noindex", .flag, \.isUnindexed, "true keeps search engines away; readers still find it"),
    ])
}
