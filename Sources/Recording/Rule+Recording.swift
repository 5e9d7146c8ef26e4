import Diagnostics

// What must hold of what was published.
extension Rule {
  package static let ofRecording: [Rule] = [
    .damagedLedger, .unsettledLedger, .vanishedAddress, .vanishedAnchor, .silentEdit,
    .changedIdentity, .brokenRedirect, .lookAlikeAddress,
  ]

  static let damagedLedger = Rule(
    "damaged-ledger", "every line of content/ledger.txt can be read",
    why: """
      The ledger keeps every address that was ever published. A line that cannot be read is an \
      address that nobody would miss. Take it back from version control, or `gazette record` afresh.
      """,
    in: .files,
    bad: """
      === content/ledger.txt
      # gazette ledger 1
      /about/ 2026-05 page/about
      """,
    good: """
      === content/ledger.txt
      # gazette ledger 1
      /about/ 2026-05-01 page/about
      """)
  static let unsettledLedger = Rule(
    "unsettled-ledger", .warning, "the lines of content/ledger.txt are in order, each there once",
    why: """
      Where git merges the ledgers of two editors, it keeps the lines of both, one after the other. \
      Nothing is lost, but the next merge is easier when they are in order: `gazette record` and \
      `gazette check --fix` put them so, and so does `LC_ALL=C sort -u`.
      """,
    in: .files,
    bad: """
      === content/ledger.txt
      # gazette ledger 1
      /topics/data-breach/ 2026-05-01 topic/data-breach
      /about/ 2026-05-02 page/about
      """,
    good: """
      === content/ledger.txt
      # gazette ledger 1
      /about/ 2026-05-02 page/about
      /topics/data-breach/ 2026-05-01 topic/data-breach
      """)
  static let vanishedAddress = Rule(
    "vanished-address", "an address that was published is served, leads on, or is listed as gone",
    why: """
      Readers, search engines and other sites keep addresses for years. An entry that is called \
      something else by now names its old slug in `formerly`; what was taken away is told of under \
      `gone` in `site.yml`, with the reason.
      """,
    in: .files,
    bad: """
      === content/ledger.txt
      # gazette ledger 1
      /topics/leaks/ 2026-05-01 topic/leaks
      """,
    good: """
      === content/ledger.txt
      # gazette ledger 1
      /topics/leaks/ 2026-05-01 topic/leaks
      === content/topics/data-breach.md
      ---
      name: Data breaches
      formerly: [leaks]
      ---
      """)
  static let vanishedAnchor = Rule(
    "vanished-anchor", "a heading that was published keeps its anchor, or is named in `anchors`",
    why: """
      A link to a heading that is worded anew leads to the top of the page, where nobody finds what \
      was meant. `anchors` in the front matter keeps the earlier anchor alive.
      """,
    in: .files,
    bad: """
      === content/ledger.txt
      # gazette ledger 1
      /methodology/#sources 2026-05-01 page/methodology
      === content/pages/methodology.md
      ---
      title: How we work
      ---

      ## Where it comes from
      """,
    good: """
      === content/ledger.txt
      # gazette ledger 1
      /methodology/#sources 2026-05-01 page/methodology
      === content/pages/methodology.md
      ---
      title: How we work
      anchors: { sources: where-it-comes-from }
      ---

      ## Where it comes from
      """)
}
