import ArgumentParser
import Building
import Diagnostics

/// `gazette explain`: what a diagnostic means, with a bad and a good example.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a rule, by the name in brackets behind a message; lists all without one.")

  @Argument(help: ArgumentHelp("Such as unknown-company."), completion: .rules)
  var rule: String?

  func run() throws {
    guard let rule else {
      let width = Rule.known.map(\.id.count).max() ?? 0
      for rule in Rule.known.sorted(by: { $0.id < $1.id }) {
        let gap = String(repeating: " ", count: width - rule.id.count + 2)
        Terminal.result(Array("\(rule.id)\(gap)\(rule.summary)\n".utf8))
      }
      return
    }
    guard let found = Rule.known.first(where: { $0.id == rule }) else {
      let nearest = nearestName(to: rule, among: Rule.known.map(\.id))
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

    Not so\(place(of: rule)):

    \(indented(rule.bad))

    But so:

    \(indented(rule.good))
    \(notation(in: rule))
    """
  }

  private func place(of rule: Rule) -> String {
    switch rule.setting {
    case .frontMatter(of: "site"): ", in content/site.yml"
    case .frontMatter(of: let kind): ", in the front matter of a \(kind)"
    case .answers: ", in the front matter of a case"
    case .text: ", in a text"
    case .template(let name): ", in templates/\(name).mustache"
    case .files, .theme: ""
    }
  }

  /// An excerpt set off from the page, with the names of files in front of what is in them.
  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        if line.hasPrefix("=== ") { return "  " + line.dropFirst(4) }
        return line.isEmpty ? "" : "    " + line
      }.joined(separator: "\n")
  }

  private func notation(in rule: Rule) -> String {
    (rule.bad + rule.good).contains("⟨")
      ? "\n⟨…⟩ stands for bytes that cannot be shown, or for a text so many times over.\n" : ""
  }
}
