import TestSupport

@testable import Content

extension ContentRuleTests {
  static let amountExamples = [
    RuleExample(
      .amountDiffers,
      fined("3500000 EUR", "summary: The authority fined Acme Energy ▸€35 million."),
      "'€35 million' in the summary is none of the amounts of the steps: 3500000 EUR",
      not: fined("3500000 EUR", "summary: Of €35 million asked for, the fine is €3.5 million.")),
    RuleExample(
      .amountDiffers,
      fined("1000000 EUR, per: day", "", text: "Acme Energy pays ▸EUR 2 million."),
      "'EUR 2 million' in the text is none of the amounts of the steps: 1000000 EUR",
      not: fined(
        "1000000 EUR", "summary: A fine of €1m.", text: "Acme Energy turned over EUR 2 billion.")),
  ]

  private static func fined(_ amount: String, _ fields: String, text: String = "") -> Fixture {
    let steps = """
      steps:
        - date: 2024-05-16
          kind: decision
          measures: [{ kind: fine, amount: \(amount) }]
      """
    return acme(steps + (fields.isEmpty ? "" : "\n" + fields), text: text)
  }
}
