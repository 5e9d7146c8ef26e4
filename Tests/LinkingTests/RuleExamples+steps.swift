import TestSupport

@testable import Linking

private func steps(_ lines: String) -> Fixture {
  acme("steps:\n" + lines)
}

extension LinkingRuleTests {
  static let stepExamples = [
    RuleExample(
      .misplacedMeasures,
      steps("  - { date: 2024, kind: ▸complaint, measures: [{ kind: fine, amount: 5 EUR }] }"),
      "a step of kind 'complaint' has no measures; they would count as nothing",
      not: steps(
        "  - { date: 2024, kind: draft-decision, measures: [{ kind: fine, amount: 5 EUR }] }")),
    RuleExample(
      .misplacedEffect,
      steps(
        """
          - { id: decision, date: 2024, kind: decision }
          - { date: 2025, kind: paid, on: decision, effect: ▸annulled }
        """), "effect 'annulled' cannot belong to a step of kind 'paid'",
      not: steps(
        """
          - { id: decision, date: 2024, kind: decision }
          - { date: 2025, kind: permission-refused, on: decision, effect: inadmissible }
        """)),
    RuleExample(
      .unclearTarget,
      steps(
        """
          - { id: decision, date: 2020, kind: decision }
          - { id: first, date: 2021, kind: judgment, on: decision, effect: annulled }
          - { date: 2022, kind: judgment, effect: ▸annulled }
        """), "'annulled' could act on more than one step; say which",
      not: steps(
        """
          - { id: decision, date: 2020, kind: decision }
          - { id: first, date: 2021, kind: judgment, on: decision, effect: annulled }
          - { date: 2022, kind: judgment, effect: upheld }
        """)),
    RuleExample(
      .laterTarget,
      steps(
        """
          - { id: decision, date: 2024-05-16, kind: decision }
          - { date: 2024-05-15, kind: judgment, on: ▸decision, effect: upheld }
        """), "step 'decision' does not come before the step that acts on it",
      not: steps(
        """
          - { id: decision, date: 2024-05-16, kind: decision }
          - { date: 2024-05-16, kind: judgment, on: decision, effect: upheld }
        """)),
  ]

  static let addressExamples = [
    RuleExample(
      .duplicateAddress,
      acme("formerly: [late, ▸zeta]", and: secondCase("zeta")),
      "address '/cases/zeta/' belongs to another page already",
      not: acme("formerly: [late, zeta-2]", and: secondCase("zeta")))
  ]

  static let groupExamples = [
    RuleExample(
      .parentCycle,
      Fixture(
        """
        === content/companies/acme-energy.md
        ---
        name: Acme Energy
        parents: [{ company: ▸apex, to: 2020 }]
        ---
        === content/companies/apex.md
        ---
        name: Apex
        parents: [{ company: acme-energy, from: 2021 }]
        ---
        """, over: Publication.small),
      "company 'acme-energy' would belong to itself: acme-energy → apex → acme-energy",
      not: Fixture(
        """
        === content/companies/acme-energy.md
        ---
        name: Acme Energy
        parents: [{ company: apex, to: 2020 }, { company: apex, from: 2022 }]
        ---
        === content/companies/apex.md
        ---
        name: Apex
        ---
        """, over: Publication.small))
  ]
}
