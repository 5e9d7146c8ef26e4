import TestSupport

extension Fixture {
  /// The small publication with `count` cases and no other, each with a fine of 10 euro and all
  /// about the same company, authority, law, article, topic and year, decided on different days.
  static func cases(_ count: Int) -> Fixture {
    let cases = (0..<count).map { number in
      """
      === content/cases/\(number == 0 ? "acme" : "case-\(number)").md
      ---
      title: Case number \(number)
      summary: What happened.
      published: 2024-06-\(two(number % 28 + 1))
      companies: [acme-energy]
      regulators: [nl-ap]
      provisions: [gdpr 33]
      topics: [data-breach]
      steps:
        - date: 2023-\(two(number / 28 % 12 + 1))-\(two(number % 28 + 1))
          kind: decision
          measures: [{ kind: fine, amount: 10 EUR }]
      sources:
        - { id: decision, title: Decision, publisher: nl-ap }
      ---
      """
    }
    return Fixture(cases.joined(separator: "\n"), over: Publication.small)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
