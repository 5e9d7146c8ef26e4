/// A short item that is no case: a new law, a court date, a note of the publication's own.
package struct NewsItem: Sendable {
  package var title = ""
  package var summary = ""
  package var published = Timestamp(seconds: 0)
  package var companies: [Written<String>] = []
  package var regulators: [Written<String>] = []
  package var laws: [Written<String>] = []
  package var topics: [Written<String>] = []
  package var cases: [Written<String>] = []
  package var history: [Amendment] = []
  package var formerly: [Written<String>] = []
  package var merged: [Written<String>] = []
  package var anchors: [AnchorAlias] = []
  package var isUnindexed = false
  package var autolink = true
  package var isDraft = false

  package static let schema = Schema<NewsItem>(
    "news item", blank: { NewsItem() },
    [
      Field(
        "title", .text(upTo: 110, .longTitle), \.title, required: true, "what is new, in one line"),
      Field(
        "summary", .text(upTo: 300, .longSummary), \.summary, required: true,
        "one or two sentences of plain text"),
      Field(
        "published", .timestamp, \.published, required: true,
        "when it is published; a time needs an offset from UTC"),
      Field("companies", .slugs, \.companies, "slugs of companies it is about"),
      Field("regulators", .slugs, \.regulators, "slugs of authorities and courts it is about"),
      Field("laws", .slugs, \.laws, "slugs of laws it is about"),
      Field("topics", .slugs, \.topics, "slugs of topics it belongs to"),
      Field("cases", .slugs, \.cases, "slugs of cases it is about"),
      Field(
        "history", .list(of: .record(Amendment.schema)), \.history,
        "what was changed after publication"),
      Field("formerly", .slugs, \.formerly, "earlier slugs, the oldest first"),
      Field("merged", .slugs, \.merged, "slugs of entries that became part of this one"),
      Field(
        "anchors", .anchors, \.anchors, "earlier anchors of headings, and the ones they have now"),
      Field(
        "noindex", .flag, \.isUnindexed, "true keeps search engines away; readers still find it"),
      Field("autolink", .flag, \.autolink, "false keeps names in the text from becoming links"),
      Field("draft", .flag, \.isDraft, "true keeps the item out of the site"),
    ])
}
