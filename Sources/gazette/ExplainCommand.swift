import ArgumentParser
import Building
import Diagnostics

/// `gazette explain`: what a diagnostic means, with a bad and a good example.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a rule, by the name in brackets behind a message; lists all without one.")

  @Argument(help: ArgumentHelp("Such as unknown-company."))
  var rule: String?

  func run() throws {
    guard let rule else {
      let width = Rule.all.map(\.id.count).max() ?? 0
      for rule in Rule.all.sorted(by: { $0.id < $1.id }) {
        let gap = String(repeating: " ", count: width - rule.id.count + 2)
        Terminal.result(Array("\(rule.id)\(gap)\(rule.summary)\n".utf8))
      }
      return
    }
    guard let found = Rule.all.first(where: { $0.id == rule }) else {
      let nearest = nearestName(to: rule, among: Rule.all.map(\.id))
      throw ValidationError(
        "'\(rule)' is no rule" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
          + "\n'gazette explain' lists them all")
    }
    Terminal.result(Array(page(of: found).utf8))
  }

  private func page(of rule: Rule) -> String {
    """
    \(rule.id) (\(rule.severity.rawValue))

    \(rule.summary.prefix(1).uppercased() + rule.summary.dropFirst()).

    \(rule.why)

    Not so:

    \(indented(rule.bad))

    But so:

    \(indented(rule.good))

    """
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
