/// One problem in what an editor wrote, and how to mend it.
package struct Diagnostic: Hashable, Sendable {
  package let rule: Rule
  /// The rule's own, unless a run was asked to weigh the rule otherwise.
  package private(set) var severity: Severity
  /// One lower-case phrase without a full stop: the exact thing as typed, the rule, the likely fix.
  package let message: String
  /// Absent only where no file is to blame.
  package let place: Place?
  /// A way out, as a phrase; shown on a line of its own.
  package let help: String?
  /// Other places that belong to the story, in the order they should be read.
  package let notes: [Note]
  /// What to write instead, where that can be said.
  package let replacement: Replacement?

  package struct Replacement: Hashable, Sendable {
    package let place: Place
    package let text: String
    /// Whether a program may apply it without asking: the meaning stays beyond doubt.
    package let isCertain: Bool

    package init(_ text: String, at place: Place, isCertain: Bool = false) {
      self.text = text
      self.place = place
      self.isCertain = isCertain
    }
  }

  package struct Note: Hashable, Sendable {
    package let message: String
    package let place: Place?

    package init(_ message: String, at place: Place? = nil) {
      self.message = message
      self.place = place
    }
  }

  package init(
    _ rule: Rule, _ message: String, at place: Place?, help: String? = nil, notes: [Note] = [],
    replacement: Replacement? = nil
  ) {
    self.rule = rule
    self.severity = rule.severity
    self.message = message
    self.place = place
    self.help = help
    self.notes = notes
    self.replacement = replacement
  }

  /// The same problem, weighed otherwise.
  package func weighed(as severity: Severity) -> Diagnostic {
    var diagnostic = self
    diagnostic.severity = severity
    return diagnostic
  }
}

/// A value, and what was noticed while it was made.
package struct Diagnosed<Value> {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// The next stage's value, with everything noticed so far.
  package func then<Next>(_ stage: (Value) throws -> Diagnosed<Next>) rethrows -> Diagnosed<Next> {
    let next = try stage(value)
    return Diagnosed<Next>(next.value, diagnostics + next.diagnostics)
  }
}

extension Diagnosed: Sendable where Value: Sendable {}

extension [Diagnostic] {
  /// Whether any of them keeps the content from being published.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
