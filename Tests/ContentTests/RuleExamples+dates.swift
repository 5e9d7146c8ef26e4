import TestSupport

@testable import Content

extension ContentRuleTests {
  static let dateExamples = [
    RuleExample(
      .endsBeforeItBegins,
      acme(
        "deadlines: [{ kind: periodic-penalty, date: 2024-06-02, until: ▸2024-06-01 }]"),
      "'2024-06-01' lies before '2024-06-02', on which it begins",
      not: acme("deadlines: [{ kind: periodic-penalty, date: 2024-06-02, until: 2024-06-02 }]"))
  ]
}
