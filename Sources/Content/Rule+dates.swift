import Diagnostics

extension Rule {
  static let endsBeforeItBegins = Rule(
    "ends-before-it-begins", "a deadline of several days ends after it begins",
    why: "Calendars would show it on no day at all.",
    bad: """
      deadlines:
        - { kind: periodic-penalty, date: 2024-06-01, until: 2024-05-01 }
      """,
    good: """
      deadlines:
        - { kind: periodic-penalty, date: 2024-05-01, until: 2024-06-01 }
      """)
}
