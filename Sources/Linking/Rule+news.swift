import Diagnostics

// What must hold of news, and of what site.yml says of the whole site.
extension Rule {
  static let ofNewsAndSettings: [Rule] = [.unknownNews, .goneButServed, .expiredSecurity]

  static let unknownNews = Rule(
    "unknown-news", "a news item that is linked to has an entry in content/news",
    why: "A link to nothing is a dead address.",
    in: .files,
    bad: """
      === content/news/new-law.md
      ---
      title: A new law
      summary: It applies from 2027 on.
      published: 2026-05-01
      ---

      It follows [another](old-lwa.md).
      """,
    good: """
      === content/news/new-law.md
      ---
      title: A new law
      summary: It applies from 2027 on.
      published: 2026-05-01
      ---

      It follows [another](old-law.md).
      === content/news/old-law.md
      ---
      title: An old law
      summary: It applies no more.
      published: 2026-04-01
      ---
      """)
  static let goneButServed = Rule(
    "gone-but-served", "nothing is served at an address that is listed as gone",
    why: "Feeds would tell readers that what they can read was taken away.",
    in: .files,
    bad: """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      gone: [{ address: /about/, date: 2026-05-01, why: It said nothing. }]
      """,
    good: """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      gone: [{ address: /about-us/, date: 2026-05-01, why: It said nothing. }]
      """)
  static let expiredSecurity = Rule(
    "expired-security", .warning, "what site.yml says under security still holds",
    why: "Whoever finds a weakness takes an expired security.txt for abandoned (RFC 9116).",
    in: .files,
    bad: """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      security: { contact: ["mailto:desk@watch.example"], expires: 2020-01-01 }
      """,
    good: """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      security: { contact: ["mailto:desk@watch.example"], expires: 2099-01-01 }
      """)
}
