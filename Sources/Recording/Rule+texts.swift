import Diagnostics

extension Rule {
  static let silentEdit = Rule(
    "silent-edit",
    "a published case or news item says what it said, or `history` says what changed",
    why: """
      Who was fined, for what and what became of it is read by those it is about. What is changed \
      after publication is told to readers, in an item of `history` that is newer than what the ledger \
      has recorded. White space, the order of keys, and what only editors see may change at any time; \
      a step that happened later tells of itself.
      """,
    in: .files,
    bad: """
      === content/ledger.txt
      # gazette ledger 1
      /cases/acme/ 2024-06-01 case/acme recorded=2024-06-01 digest=37c1f7a0b1a2c3d4
      """,
    good: """
      === content/ledger.txt
      # gazette ledger 1
      /cases/acme/ 2024-06-01 case/acme recorded=2024-06-01 digest=37c1f7a0b1a2c3d4
      === content/cases/acme.md
      ---
      title: Late disclosure
      summary: The authority fined Acme Energy.
      published: 2024-06-01
      companies: [acme-energy]
      regulators: [nl-ap]
      provisions: [gdpr 33]
      topics: [data-breach]
      steps: [{ id: decision, date: 2024-05-16, kind: decision }]
      sources: [{ id: decision, title: Decision, publisher: nl-ap }]
      history: [{ date: 2024-07-01, kind: correction, note: It was not early but late. }]
      ---
      """)
  static let changedIdentity = Rule(
    "changed-identity", "what feed readers know an entry by never changes",
    why: """
      The id of an entry in feeds is made of its oldest slug and of `feed_id`. With another id every \
      reader is told of it as if it were new, and what was corrected stays with them uncorrected.
      """,
    in: .files,
    bad: """
      === content/ledger.txt
      # gazette ledger 1
      /topics/data-breach/ 2026-05-01 topic/leaks
      """,
    good: """
      === content/ledger.txt
      # gazette ledger 1
      /topics/data-breach/ 2026-05-01 topic/leaks
      === content/topics/data-breach.md
      ---
      name: Data breaches
      formerly: [leaks]
      ---
      """)
  static let brokenRedirect = Rule(
    "broken-redirect", "a redirect leads, in one step, to something that is there",
    why: """
      Each further step is a request that readers wait for, and that some programs do not make. A \
      redirect to nothing, or in a circle, is a dead address that looks alive.
      """,
    in: .files,
    bad: """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      redirects: [{ from: /imprint/, to: /abuot/ }]
      """,
    good: """
      === content/site.yml
      title: Privacy Watch
      base_url: https://watch.example
      feed_id: watch.example,2026
      redirects: [{ from: /imprint/, to: /about/ }]
      """)
  static let lookAlikeAddress = Rule(
    "look-alike-address", "no two addresses differ in capitals or in the form of letters alone",
    why: """
      Windows and macOS keep one file where Linux keeps two, so one of them would be lost on the way \
      to a reader; and an accent can be written in two ways that look the same (Unicode NFC and NFD).
      """,
    in: .files,
    bad: """
      === content/files/Decision.pdf
      === content/files/decision.pdf
      """,
    good: """
      === content/files/decision-2024.pdf
      === content/files/decision.pdf
      """)
}
