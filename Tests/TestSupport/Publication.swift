/// Sources that build clean, to put a test's own files over.
package enum Publication {
  /// The least there can be: settings and nothing to publish.
  package static let settings = """
    === content/site.yml
    title: Privacy Watch
    base_url: https://watch.example
    feed_id: watch.example,2026
    """

  /// One entry of each kind, all referred to.
  package static let small =
    settings + """

      === content/cases/acme.md
      ---
      title: Late disclosure
      summary: The authority fined Acme Energy.
      published: 2024-06-01
      companies: [acme-energy]
      regulators: [nl-ap]
      provisions: [gdpr 33]
      topics: [data-breach]
      steps:
        - { id: decision, date: 2024-05-16, kind: decision }
      sources:
        - { id: decision, title: Decision, publisher: nl-ap }
      ---
      === content/companies/acme-energy.md
      ---
      name: Acme Energy
      ---
      === content/regulators/nl-ap.md
      ---
      name: Dutch Data Protection Authority
      jurisdiction: NL
      ---
      === content/laws/gdpr.md
      ---
      name: General Data Protection Regulation
      short: GDPR
      jurisdiction: EU
      ---
      === content/topics/data-breach.md
      ---
      name: Data breaches
      ---
      === content/pages/about.md
      ---
      title: About
      ---
      """
}
