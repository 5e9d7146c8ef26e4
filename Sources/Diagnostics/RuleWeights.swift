/// How much rules weigh in one run, where that is not what they say themselves.
package struct RuleWeights: Sendable {
  /// Nil where breaches of the rule are not reported.
  private var severities: [Rule: Severity?] = [:]

  /// Every rule as it says itself.
  package static let asDeclared = RuleWeights()

  private init() {}

  /// The rules named in three lists, out of `all`; throws where a name is none, stands in two lists,
  /// or is of a rule that may not weigh less.
  ///
  /// An error says that something would be lost, wrong or dead on the site, so it stays one.
  package init(
    deny: [String], warn: [String], allow: [String], among all: [Rule]
  ) throws(RuleWeightError) {
    let rules = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    let lists: [(names: [String], severity: Severity?)] = [
      (deny, .error), (warn, .warning), (allow, nil),
    ]
    for (names, severity) in lists {
      for name in names {
        guard let rule = rules[name] else {
          throw .unknown(name, nearest: nearestName(to: name, among: rules.keys))
        }
        if rule.severity == .error, severity != .error { throw .guarded(name) }
        if let known = severities[rule], known != severity { throw .contradicted(name) }
        severities[rule] = .some(severity)
      }
    }
  }

  /// The diagnostic as it weighs in this run; nil where it is not to be reported.
  package func weighed(_ diagnostic: Diagnostic) -> Diagnostic? {
    guard let severity = severities[diagnostic.rule] else { return diagnostic }
    return severity.map { diagnostic.weighed(as: $0) }
  }
}

/// Why rules cannot be weighed as was asked.
package enum RuleWeightError: Error, Sendable, Equatable, CustomStringConvertible {
  case unknown(String, nearest: String?)
  case guarded(String)
  case contradicted(String)

  package var description: String {
    switch self {
    case .unknown(let name, let nearest):
      "'\(name)' is no rule" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        + "\n'gazette explain' lists them all"
    case .guarded(let name):
      "'\(name)' is an error and stays one: the site would lose something or say something wrong"
    case .contradicted(let name):
      "'\(name)' stands in two of --deny, --warn and --allow"
    }
  }
}
