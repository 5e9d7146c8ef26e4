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
  /// What the two excerpts are part of.
  package let setting: Setting
  /// The smallest excerpt that breaks the rule; a test runs it, and hears of this rule alone.
  package let bad: String
  /// The same excerpt, mended; a test runs it, and hears of nothing.
  package let good: String

  /// What stands around an excerpt, so that it can be run as it is shown.
  ///
  /// In an excerpt `⟨C3 BC⟩` stands for two bytes, and `⟨word × 300⟩` for a text 300 times over.
  package enum Setting: Sendable, Hashable {
    /// Lines of an entry's front matter, by the entry's kind: `case`, `company`.
    case frontMatter(of: String)
    /// The text below a case's front matter.
    case text
    /// Whole files, each behind a line `=== path`; `=== (no path)` where one is missing.
    case files
    /// A template of this name; other templates stand behind lines `=== path`.
    case template(String)
    /// A theme that has these templates alone, where a page asks for `not-found`.
    case theme
    /// Front matter of a case, whose sources' addresses answer with the status in their path.
    case answers
  }

  /// A rule whose breach is an error.
  package init(
    _ id: String, _ summary: String, why: String, in setting: Setting = .frontMatter(of: "case"),
    bad: String, good: String
  ) {
    self.init(id, .error, summary, why: why, in: setting, bad: bad, good: good)
  }

  package init(
    _ id: String, _ severity: Severity, _ summary: String, why: String,
    in setting: Setting = .frontMatter(of: "case"), bad: String, good: String
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.why = why
    self.setting = setting
    self.bad = bad
    self.good = good
  }

  package static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
