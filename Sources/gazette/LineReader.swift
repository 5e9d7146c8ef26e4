import ArgumentParser
import Surveying

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One line from the person at the terminal; Tab completes it.
///
/// The terminal is asked for every key, so that Tab can be told from text; where it does not allow
/// that, lines are read as the terminal gives them, without completion.
struct LineReader {
  private let question: String
  private let completions: (String) -> [String]
  private var typed = ""

  init(_ question: String, completions: @escaping (String) -> [String]) {
    self.question = question
    self.completions = completions
  }

  private enum Key {
    case text(Character)
    case enter, tab, back, clear, endOfInput, interrupt, other
  }

  /// Nil at the end of the input.
  mutating func line() -> String? {
    var before = termios()
    guard environment("TERM") != "dumb", tcgetattr(STDIN_FILENO, &before) == 0 else {
      Terminal.say(question)
      return readLine()
    }
    var each = before
    each.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    _ = tcsetattr(STDIN_FILENO, TCSADRAIN, &each)
    defer { _ = tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
    Terminal.say(question)
    while true {
      switch key() {
      case .text(let character): add(String(character))
      case .back: if let last = typed.popLast() { erase(String(last)) }
      case .clear:
        erase(typed)
        typed = ""
      case .tab: complete()
      case .enter:
        Terminal.say("\n")
        return typed
      case .endOfInput: if typed.isEmpty { return nil }
      case .interrupt: return nil
      case .other: break
      }
    }
  }

  private mutating func add(_ text: String) {
    typed += text
    Terminal.say(text)
  }

  private func erase(_ text: String) {
    for _ in 0..<displayWidth(of: text) { Terminal.say("\u{8} \u{8}") }
  }

  /// Takes the one that is left, or what all that are left begin with, or shows them.
  private mutating func complete() {
    let candidates = completions(typed)
    guard let first = candidates.first else {
      Terminal.say("\u{7}")
      return
    }
    let shared = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if candidates.count == 1 || shared.count > typed.count {
      erase(typed)
      typed = ""
      add(shared)
    } else {
      Terminal.say("\n")
      for candidate in candidates.prefix(20) { Terminal.say("  \(candidate)\n") }
      if candidates.count > 20 { Terminal.say("  and \(candidates.count - 20) more\n") }
      Terminal.say(question + typed)
    }
  }

  private func key() -> Key {
    guard let byte = byte() else { return .interrupt }
    switch byte {
    case 0x03: return .interrupt
    case 0x04: return .endOfInput
    case 0x08, 0x7F: return .back
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x15, 0x17: return .clear
    case 0x1B:
      skipSequence()
      return .other
    case 0..<0x20: return .other
    default: return character(beginningWith: byte).map { .text($0) } ?? .other
    }
  }

  /// What an arrow or function key sends behind Escape (ECMA-48 §5.4).
  private func skipSequence() {
    guard let next = byte(), next == UInt8(ascii: "[") || next == UInt8(ascii: "O") else { return }
    while let byte = byte(), !(0x40...0x7E).contains(byte) {}
  }

  private func character(beginningWith first: UInt8) -> Character? {
    let more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var bytes = [first]
    for _ in 0..<more {
      guard let next = byte() else { return nil }
      bytes.append(next)
    }
    return String(validating: bytes, as: UTF8.self)?.first
  }

  private func byte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let got = read(STDIN_FILENO, &byte, 1)
      if got == 1 { return byte }
      if got < 0 && errno == EINTR { continue }
      return nil
    }
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
