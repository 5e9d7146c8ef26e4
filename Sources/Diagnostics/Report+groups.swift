extension Report {
  /// One cause, and everywhere it shows.
  struct Group {
    let first: Item
    /// The other places, in the report's order.
    fileprivate(set) var others: [Item] = []
  }

  /// The items, with those that say the same of the same thing put together where there are more
  /// than two; a group stands where its first item does. `isVerbose` leaves each by itself.
  func groups(isVerbose: Bool) -> [Group] {
    guard !isVerbose else { return items.map { Group(first: $0) } }
    var counts: [Cause: Int] = [:]
    for item in items { if let cause = Cause(item) { counts[cause, default: 0] += 1 } }
    var positions: [Cause: Int] = [:]
    var groups: [Group] = []
    for item in items {
      if let cause = Cause(item), counts[cause, default: 0] > 2 {
        if let position = positions[cause] {
          groups[position].others.append(item)
          continue
        }
        positions[cause] = groups.count
      }
      groups.append(Group(first: item))
    }
    return groups
  }

  /// What makes two reports the same to a reader; those with notes each tell a story of their own.
  private struct Cause: Hashable {
    let rule: Rule
    let severity: Severity
    let message: String
    let help: String?

    init?(_ item: Item) {
      guard item.start != nil, item.notes.isEmpty else { return nil }
      rule = item.diagnostic.rule
      severity = item.diagnostic.severity
      message = item.diagnostic.message
      help = item.diagnostic.help
    }
  }
}

extension Report.Group {
  /// How many of the other places are named.
  private static let named = 3

  func text(colored: Bool) -> String {
    let text = first.headline(colored: colored) + "\n" + first.details(colored: colored)
    guard !others.isEmpty else { return text }
    let margin = String(repeating: " ", count: first.start.map { String($0.line).count } ?? 0)
    var lines = others.prefix(Self.named).compactMap { item in
      item.start.map { "\($0.path):\($0.line):\($0.column)" }
    }
    let rest = others.count - Self.named
    if rest > 0 { lines.append("and \(rest) more; --verbose shows all \(others.count + 1)") }
    let ink = Ink(colored)
    let label = ink.bold("also at")
    return text + "  \(margin) = \(label) "
      + lines.joined(separator: "\n  \(margin)           ") + "\n"
  }
}
