import Diagnostics
import TestSupport

@testable import Content

private func text(of count: Int) -> String { String(repeating: "é", count: count) }

extension ContentRuleTests {
  static let fieldExamples = [
    RuleExample(
      .unknownKey, topic("name: Data breaches\n▸sumary: What got out."),
      "key 'sumary' is not one that a topic has; did you mean 'summary'?",
      not: topic("name: Data breaches\nsummary: What got out.")),
    RuleExample(
      .duplicateKey, topic("name: Data breaches\n▸name: Breaches"),
      "key 'name' stands here a second time; only one value can count",
      not: topic("name: Data breaches\nsummary: \"name: Breaches\"")),
    RuleExample(
      .missingField,
      Fixture(
        "=== content/topics/data-breach.md\n▸---\nsummary: What got out.\n---",
        over: Publication.small),
      "'name' is missing; a topic needs it", not: topic("name: Data breaches")),
    RuleExample(
      .wrongType, company("name: Acme\naliases: ▸ACME"), "'aliases' is a list; this is text",
      not: company("name: Acme\naliases: [ACME]")),
    RuleExample(
      .wrongValue, company("name: Acme\nwebsite: ▸www.acme.example"),
      "'www.acme.example' is no web address; write it like https://authority.example/decision",
      not: company("name: Acme\nwebsite: https://www.acme.example")),
    RuleExample(
      .emptyValue, company("name: Acme\naliases:▸"), "'aliases' says nothing",
      not: company("name: Acme")),
    RuleExample(
      .unknownWord, company("name: Acme\nkind: ▸compnay"),
      "'compnay' is no word for 'kind'; did you mean 'company'?",
      not: company("name: Acme\nkind: company")),
    RuleExample(
      .longTitle, acme("title: ▸" + text(of: 111)),
      "'title' has 111 characters; up to 110 are shown whole everywhere",
      not: acme("title: " + text(of: 110))),
    RuleExample(
      .longSummary, acme("summary: ▸" + text(of: 301)),
      "'summary' has 301 characters; up to 300 are shown whole everywhere",
      not: acme("summary: " + text(of: 300))),
    RuleExample(
      .duplicateID,
      acme(
        """
        sources:
          - { id: decision, title: Decision, publisher: nl-ap }
          - { id: ▸decision, title: Press release, publisher: nl-ap }
        """), "source 'decision' is there twice",
      not: acme(
        """
        sources:
          - { id: decision, title: Decision, publisher: nl-ap }
          - { id: Decision, title: Press release, publisher: nl-ap }
        """)),
  ]

  static let valueExamples = [
    RuleExample(
      .badDate, acme("checked: ▸2024-02-30"),
      "'2024-02-30' is no date; write it like 2024-05-16, 2024-05 or 2024",
      not: acme("checked: 2024-02-29")),
    RuleExample(
      .badAmount, acme(fine("▸30.5 million EUR")),
      "'30.5 million EUR' is no amount; write it like 30500000 EUR, 400..600 EUR or undisclosed "
        + "(ISO 4217)",
      not: acme(fine("30500000.00 EUR"))),
    RuleExample(
      .unknownCode, company("name: Acme\ncountry: ▸UK"),
      "'UK' is no country code; write it like NL (ISO 3166-1)",
      not: company("name: Acme\ncountry: GB")),
    RuleExample(
      .badIdentifier, company("name: Acme\nlei: ▸529900T8BM49AURSDO56"),
      "'529900T8BM49AURSDO56' is no legal entity identifier; write it like 20 characters whose "
        + "check digits hold",
      not: company("name: Acme\nlei: 529900T8BM49AURSDO55")),
    RuleExample(
      .longECLI,
      acme("references: [{ kind: ecli, value: ▸\"ECLI:AT:DSB:2018:ABCDEFGHIJKLMNOPQRSTUVWXYZ\" }]"),
      "the ordinal number of 'ECLI:AT:DSB:2018:ABCDEFGHIJKLMNOPQRSTUVWXYZ' has more than 25 "
        + "characters",
      not: acme(
        "references: [{ kind: ecli, value: \"ECLI:AT:DSB:2018:DSB.D122.844.ABCDEF.GHIJ\" }]")),
  ]

  private static func fine(_ amount: String) -> String {
    """
    steps:
      - date: 2024-05-16
        kind: decision
        measures: [{ kind: fine, amount: \(amount) }]
    """
  }

  static let publicationExamples = [
    RuleExample(
      .badSlug,
      Fixture("=== content/topics/Data Breach.md\n▸---\nname: Data\n---", over: Publication.small),
      "'Data Breach' cannot be an address; a file's name is lower-case letters, digits and single "
        + "hyphens, then .md",
      not: Fixture("=== content/topics/data.md\n---\nname: Data\n---", over: Publication.small)),
    RuleExample(
      .duplicateSlug,
      Fixture(
        "=== content/topics/x/data-breach.md\n▸---\nname: Data\n---", over: Publication.small),
      "topic 'data-breach' is there twice; an address has room for one",
      not: Fixture(
        "=== content/companies/data-breach.md\n---\nname: Data\n---", over: Publication.small)),
    RuleExample(
      .strayFile, Fixture("=== content/cases/apex.markdown\n▸", over: Publication.small),
      "'content/cases/apex.markdown' is not read; content/ holds entries (.md in their kind's "
        + "folder), site.yml and files/",
      not: Fixture("=== content/files/apex.markdown\n", over: Publication.small)),
    RuleExample(
      .noFeedID,
      Fixture(
        "=== content/site.yml\n▸title: Watch\nbase_url: https://watch.example",
        over: Publication.small),
      "'feed_id' is missing, so the ids in feeds follow from base_url and would change with it",
      not: Fixture("", over: Publication.small)),
    RuleExample(
      .noSettings, Fixture([("content/site.yml", Array("▸".utf8))]).withoutFiles,
      "'content/site.yml' is not there; title and base_url stand in it",
      not: Fixture("=== content/site.yml\n")),
  ]
}
