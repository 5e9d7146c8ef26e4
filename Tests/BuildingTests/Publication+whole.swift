import TestSupport

extension Publication {
  /// A publication with something of everything: annulled, proposed and undisclosed amounts, two
  /// respondents of one group and none that is named, a draft, an embargo, earlier addresses, a
  /// template and a stylesheet of its own, a file to read.
  static let whole = wholeSettings + "\n" + wholeCases + "\n" + wholeEntities

  private static let wholeSettings = #"""
    === content/site.yml
    title: Privacy Watch
    description: What authorities decided, and what became of it.
    base_url: https://watch.example
    feed_id: watch.example,2026
    language: en
    authors:
      - { name: The desk, email: desk@watch.example }
    licence: { name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/" }
    gone: [{ address: /cases/lost-luggage/, date: 2025-02-01, why: It was no case., known_as: luggage }]
    security: { contact: ["mailto:desk@watch.example"], expires: 2027-01-01T00:00:00Z }
    === content/news/new-law.md
    ---
    title: A law for ferries & hotels
    summary: It applies from 2027 on.
    published: 2026-05-01T08:00:00+02:00
    companies: [north-line]
    laws: [gdpr]
    cases: [two-ferries]
    history: [{ date: 2026-05-02, kind: correction, note: "It applies from 2027, not 2026." }]
    ---

    North Line will have to [pay](case:two-ferries).[^1]

    [^1]: In euro.
    === content/pages/about.md
    ---
    title: About
    summary: Who we are.
    nav: 1
    formerly: [who-we-are]
    ---

    ## Counting

    We count what is in force. Write to <desk@watch.example>.
    === content/files/register.txt
    harbour-post;2019
    === templates/not-found.mustache
    {{<layout}}
    {{$main}}
    <h1>Nothing is moored here</h1>
    {{/main}}
    {{/layout}}
    === templates/extra.css
    main { color: black }
    """#

  private static let wholeCases = #"""
    === content/cases/2023/mail-profiles.md
    ---
    title: A fine for guessing at party affinities is annulled
    short: Mail profiles
    summary: The authority fined Harbour Post & Sons 18 million euro; the court annulled the decision.
    published: 2023-03-01T09:30:00+01:00
    companies: [harbour-post]
    regulators: [at-dsb]
    provisions:
      - gdpr 9
      - { at: gdpr 5(1)(a), role: not-infringed }
    topics: [profiling]
    steps:
      - { date: 2019-02, kind: opened, note: "A newspaper had asked what <b>affinities</b> are." }
      - id: decision
        date: 2019-10-23
        kind: decision
        measures:
          - { kind: fine, amount: 18000000 EUR }
          - { kind: order-erasure }
        sources: [decision]
      - { id: appeal, date: 2019-11-20, kind: appeal-lodged, on: decision }
      - { date: 2020-12-02, kind: judgment, body: at-bvwg, on: decision, effect: annulled, sources: [judgment] }
    sources:
      - { id: decision, title: Straferkenntnis, publisher: at-dsb, date: 2019-10-23, language: de }
      - id: judgment
        title: 'Judgment "in the name of the Republic"'
        publisher: at-bvwg
        url: "https://court.example/judgments?id=1&lang=de"
        date: 2020-12-02
        archive: https://archive.example/1
        retrieved: 2023-02-28
    deadlines:
      - { kind: compliance, date: 2020-03-31, note: The data are to be erased. }
    references:
      - { kind: docket, value: W258 2227269-1 }
    checked: 2026-06-01
    ---

    ## What happened

    Harbour Post sold addresses with *guessed* affinities.[^decision] See [the table](#amounts), [](case:two-ferries),
    [the register](../../files/register.txt), [Article 9](law:gdpr/9) and [how we count](page:about#counting).

    ## Amounts

    | Year | Fine[^1] |
    |------|---------:|
    | 2019 | 18,000,000 |
    | 2020 | 0 |

    > Die Beschwerde ist begründet.
    > {lang=de}

    DSB did not appeal.[^judgment]

    [^1]: In euro, "as published".
    === content/cases/2024/hotel-breach.md
    ---
    title: Notice of intent to fine the Grand Hotel over its guest book
    summary: The authority proposes 99.2 million pounds; nothing is decided.
    published: 2024-05-02
    companies: [grand-hotel]
    regulators: [gb-ico]
    provisions: [{ at: gdpr 32, role: alleged }]
    topics: [data-breach]
    steps:
      - id: intent
        date: 2024-04-30
        kind: notice-of-intent
        measures: [{ kind: fine, amount: 99200396 GBP }]
    sources:
      - { id: notice, title: Notice of intent, publisher: gb-ico, url: "https://ico.example/notice" }
    history:
      - { date: 2024-05-03, kind: correction, note: "The amount is in pounds, not in euro." }
      - { date: 2024-05-04, kind: clarification, note: A comma. }
    checked: 2026-06-01
    ---

    The guest book was open to everybody.[^notice] H<sub>2</sub>O has nothing to do with it.
    === content/cases/two-ferries.md
    ---
    title: Two ferry lines share a fine, and one pays what nobody may know
    short: Two ferries
    summary: A joint fine, and another whose amount the authority does not disclose.
    published: 2024-06-30T23:30:00-02:00
    companies: [north-line, south-line]
    regulators: [gb-ico, at-dsb]
    provisions: [gdpr 32, gdpr 9]
    topics: [data-breach, profiling]
    steps:
      - id: decision
        date: 2024-06-28
        kind: decision
        measures:
          - { kind: fine, amount: 1200000 EUR }
          - { kind: fine, amount: undisclosed, on: north-line }
          - { kind: periodic-penalty, amount: 5000 EUR, per: day, maximum: true }
      - { date: 2024-07-15, kind: paid, measures: [{ kind: fine, amount: 1200000 EUR, on: south-line }] }
      - { date: 2025, kind: became-final }
    sources:
      - { id: release, title: Press release, publisher: The ferry desk }
    deadlines:
      - { id: penalty, kind: periodic-penalty, date: 2026-06-15, until: 2026-09-30, note: "€5,000 a day, at most" }
    related: [{ case: mail-profiles, how: not-to-be-confused-with }]
    formerly: [ferry-fine, joint-ferry-fine]
    ---

    North Line and South Line sailed together.[^release]
    === content/cases/clinic.md
    ---
    title: "Unnamed clinic: a reprimand, and a fine within a range"
    summary: The authority withheld the name.
    published: 2024-06-30T23:30:00-02:00
    companies: unnamed
    regulators: [at-dsb]
    steps:
      - date: 2024
        kind: decision
        measures:
          - { kind: reprimand }
          - { kind: fine, amount: 1000..5000 EUR }
    sources:
      - { id: report, title: Yearly report, publisher: at-dsb }
    ---
    === content/cases/drafted.md
    ---
    title: Quagga draft
    summary: Quagga.
    published: 2024-01-01
    companies: [grand-hotel]
    regulators: [gb-ico]
    steps:
      - { date: 2024-01-01, kind: opened }
    sources:
      - { id: a, title: Quagga, publisher: gb-ico }
    related: [clinic]
    draft: true
    ---
    === content/cases/next-week.md
    ---
    title: Okapi embargoed
    summary: Okapi.
    published: 2027-01-01T09:00:00+01:00
    companies: [grand-hotel]
    regulators: [gb-ico]
    steps:
      - { date: 2026-12-30, kind: decision, measures: [{ kind: fine, amount: 7 CHF }] }
    sources:
      - { id: a, title: Okapi, publisher: gb-ico }
    related: [clinic]
    formerly: [okapi]
    ---
    """#

  private static let wholeEntities = #"""
    === content/companies/ferry-group.md
    ---
    name: Ferry Group
    country: GB
    kind: company
    lei: 529900T8BM49AURSDO55
    wikidata: Q42
    website: https://ferries.example
    ---

    It owns both lines, and nothing else.
    === content/companies/north-line.md
    ---
    name: North Line
    legal_name: North Line Ltd
    aliases: [Northern Line]
    country: GB
    parents: [{ company: ferry-group, from: 2001 }]
    formerly: [northern]
    ---
    === content/companies/south-line.md
    ---
    name: South Line
    parents: [{ company: ferry-group, from: 2001-05, to: 2025-01-31 }]
    ---
    === content/companies/harbour-post.md
    ---
    name: Harbour Post
    country: AT
    ---
    === content/companies/grand-hotel.md
    ---
    name: Grand Hotel “Étoile” <Ltd>
    short: Grand Hotel
    country: GB
    ---
    === content/regulators/at-dsb.md
    ---
    name: Austrian Data Protection Authority
    native_name: Datenschutzbehörde
    abbreviation: DSB
    jurisdiction: AT
    kind: authority
    website: https://dsb.example
    coverage: Everything since 2018.
    ---
    === content/regulators/at-bvwg.md
    ---
    name: Federal Administrative Court
    jurisdiction: AT
    kind: court
    ---
    === content/regulators/gb-ico.md
    ---
    name: Information Commissioner
    jurisdiction: GB
    ---
    === content/laws/gdpr.md
    ---
    name: General Data Protection Regulation
    short: GDPR
    jurisdiction: EU
    celex: 32016R0679
    url: https://eur-lex.europa.eu/eli/reg/2016/679/oj
    headings: { "5": Principles, "9": Special categories }
    ---
    === content/topics/profiling.md
    ---
    name: Profiling
    summary: Guessing at people.
    ---
    === content/topics/data-breach.md
    ---
    name: Data breaches
    ---

    Doors left open.
    """#
}
