import ArgumentParser

/// Asks for what no flag has said, where somebody is there to answer.
struct Questions {
  /// Whether the person at the terminal has answered anything yet: only then are they asked for what
  /// could be left out as well.
  private(set) var hasAsked = false

  /// Throws where flags are missing and nobody can be asked for what they say.
  static func require(_ missing: [String], for what: String) throws {
    guard !missing.isEmpty, !Terminal.hasSomebody else { return }
    let flags = missing.joined(separator: ", ")
    let (verb, object) = missing.count == 1 ? ("is", "it") : ("are", "them")
    throw ExitCode.misused(
      "\(flags) \(verb) missing: \(what) needs \(object), and there is no terminal to ask on")
  }

  /// An answer, asked for until there is one; `flaw` says what is wrong with it.
  mutating func answer(
    _ question: String, flaw: (String) -> String? = { _ in nil }
  ) throws -> String {
    while true {
      let typed = try line(question)
      if !typed.isEmpty {
        guard let flaw = flaw(typed) else { return typed }
        Terminal.say("  \(flaw)\n")
      }
    }
  }

  /// An answer to what may be left out, which is asked only of somebody who answers anyway.
  mutating func optionalAnswer(
    _ question: String, flaw: (String) -> String? = { _ in nil }
  ) throws -> String? {
    guard hasAsked else { return nil }
    while true {
      let typed = try line(question)
      if typed.isEmpty { return nil }
      guard let flaw = flaw(typed) else { return typed }
      Terminal.say("  \(flaw)\n")
    }
  }

  mutating func isYes(_ question: String) throws -> Bool {
    while true {
      switch try line(question + " [y/N] ").lowercased() {
      case "y", "yes": return true
      case "", "n", "no": return false
      default: Terminal.say("  y or n, please\n")
      }
    }
  }

  /// What was typed, without blanks at its ends; the command ends where the input does.
  mutating func line(
    _ question: String, completions: @escaping (String) -> [String] = { _ in [] }
  ) throws -> String {
    hasAsked = true
    var reader = LineReader(question, completions: completions)
    guard let line = reader.line() else {
      Terminal.say("\nnothing was written\n")
      throw ExitCode.impossible
    }
    var typed = line.drop(while: \.isWhitespace)
    while typed.last?.isWhitespace == true { typed.removeLast() }
    return String(typed)
  }
}
