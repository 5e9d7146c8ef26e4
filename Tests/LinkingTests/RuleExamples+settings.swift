import TestSupport

@testable import Linking

/// The small publication with a few lines more in site.yml.
func settings(_ lines: String, and files: String = "") -> Fixture {
  Fixture(Publication.settings + "\n" + lines + "\n" + files, over: Publication.small)
}

extension LinkingRuleTests {
  static let settingsExamples = [
    RuleExample(
      .goneButServed,
      settings("gone: [{ address: ▸/cases/acme/, date: 2025-01-02, why: It was wrong. }]"),
      "'/cases/acme/' is listed as gone, but the site has something there",
      not: settings("gone: [{ address: /cases/acme-2/, date: 2025-01-02, why: It was wrong. }]")),
    RuleExample(
      .expiredSecurity,
      settings("security: { contact: [\"mailto:desk@watch.example\"], expires: ▸2026-07-01 }"),
      "security.txt expired on 2026-07-01",
      not: settings("security: { contact: [\"mailto:desk@watch.example\"], expires: 2026-07-02 }")),
    RuleExample(
      .unknownNews, acme("", text: "[The law](▸../news/new-lwa.md)", and: newLaw),
      "news item 'new-lwa' has no entry in content/news; did you mean 'new-law'?",
      not: acme("", text: "[The law](../news/new-law.md)", and: newLaw)),
  ]

  private static let newLaw = """
    === content/news/new-law.md
    ---
    title: A new law
    summary: It comes into force.
    published: 2026-01-01
    ---

    """
}
