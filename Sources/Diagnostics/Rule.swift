/// How much a diagnostic weighs: an error keeps the site from being published.
package enum Severity: String, Sendable, Hashable, Comparable {
  case error, warning, hint

  /// The heavier severity comes first.
  package static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .hint: 2
    }
  }
}

/// One thing Gazette requires of content or templates.
///
/// Each room declares its own rules as static members of an extension and lists them, so that
/// `gazette explain` and the documentation can show every one.
package struct Rule: Sendable, Hashable {
  /// The name in brackets behind a message: lower-case words and hyphens, never changed once out.
  package let id: String
  package let severity: Severity
  /// What the rule requires, as one sentence without a full stop.
  package let summary: String
  /// Why it is so: one to three sentences in Markdown.
  package let why: String
  /// The smallest excerpt that breaks the rule.
  package let bad: String
  /// The same excerpt, mended.
  package let good: String

  /// A rule whose breach is an error.
  package init(_ id: String, _ summary: String, why: String, bad: String, good: String) {
    self.init(id, .error, summary, why: why, bad: bad, good: good)
  }

  package init(
    _ id: String, _ severity: Severity, _ summary: String, why: String, bad: String, good: String
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.why = why
    self.bad = bad
    self.good = good
  }

  package static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
