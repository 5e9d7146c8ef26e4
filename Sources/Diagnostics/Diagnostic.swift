/// One problem in what an editor wrote, and how to mend it.
///
/// What it tells is shared by all its copies: a large publication has a hundred thousand hints, which
/// go through many hands and are counted in the end.
package struct Diagnostic: Hashable, Sendable {
  private let story: Story
  /// The rule's own, unless a run was asked to weigh the rule otherwise.
  package private(set) var severity: Severity

  package var rule: Rule { story.rule }
  /// One lower-case phrase without a full stop: the exact thing as typed, the rule, the likely fix.
  package var message: String { story.message }
  /// Absent only where no file is to blame.
  package var place: Place? { story.place }
  /// A way out, as a phrase; shown on a line of its own.
  package var help: String? { story.help }
  /// Other places that belong to the story, in the order they should be read.
  package var notes: [Note] { story.notes }
  /// What to write instead, where that can be said.
  package var replacement: Replacement? { story.replacement }

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
    story = Story(
      rule: rule, message: message, place: place, help: help, notes: notes,
      replacement: replacement)
    severity = rule.severity
  }

  /// The same problem, weighed otherwise.
  package func weighed(as severity: Severity) -> Diagnostic {
    var diagnostic = self
    diagnostic.severity = severity
    return diagnostic
  }
}

extension Diagnostic {
  private final class Story: Hashable, Sendable {
    let rule: Rule
    let message: String
    let place: Place?
    let help: String?
    let notes: [Note]
    let replacement: Replacement?

    init(
      rule: Rule, message: String, place: Place?, help: String?, notes: [Note],
      replacement: Replacement?
    ) {
      self.rule = rule
      self.message = message
      self.place = place
      self.help = help
      self.notes = notes
      self.replacement = replacement
    }

    static func == (left: Story, right: Story) -> Bool {
      left === right
        || left.rule == right.rule && left.message == right.message && left.place == right.place
          && left.help == right.help && left.notes == right.notes
          && left.replacement == right.replacement
    }

    /// Of what mostly differs; the rest is compared.
    func hash(into hasher: inout Hasher) {
      hasher.combine(message)
      hasher.combine(place)
    }
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
