import Content

/// What was answered when: the cache of inquiries, one line an address.
///
/// Text that people can read and delete lines of: `2026-06-30 alive https://…`.
package struct AnswerBook: Sendable, Equatable {
  private var lines: [String: Line] = [:]

  private struct Line: Equatable {
    let day: CalendarDate
    let answer: Answer
  }

  /// For how long a document that was there is taken to be there still.
  static let validity = 7

  package init() {}

  /// What a file says; lines that are none are passed over, and then asked again.
  package init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let day = CalendarDate(parts[0]), day.day != nil else { continue }
      let rest = parts[2].split(separator: "\t", maxSplits: 1)
      guard let address = rest.first else { continue }
      let words = rest.count > 1 ? String(rest[1]) : ""
      let answer: Answer
      switch parts[1] {
      case "alive": answer = .alive
      case "dead": answer = .dead(words)
      case "unclear": answer = .unclear(words)
      default: continue
      }
      lines[String(address)] = Line(day: day, answer: answer)
    }
  }

  /// The book as a file, its addresses in order.
  package var text: String {
    lines.sorted { $0.key < $1.key }.map { address, line in
      let (word, words): (String, String) =
        switch line.answer {
        case .alive: ("alive", "")
        case .dead(let words): ("dead", words)
        case .unclear(let words): ("unclear", words)
        }
      return "\(line.day.text) \(word) \(address)" + (words.isEmpty ? "" : "\t\(words)") + "\n"
    }.joined()
  }

  /// The addresses that have to be asked on `day`: unknown ones, those that were not alive, and those
  /// that were so too long ago.
  package func toAsk(of addresses: [String], on day: CalendarDate) -> [String] {
    addresses.filter { address in
      guard let line = lines[address], line.answer == .alive else { return true }
      let age = (Timestamp(day).seconds - Timestamp(line.day).seconds) / 86_400
      return age < 0 || age >= Self.validity
    }
  }

  package mutating func note(_ answers: [String: Answer], on day: CalendarDate) {
    for (address, answer) in answers { lines[address] = Line(day: day, answer: answer) }
  }

  /// Only what is still asked about.
  package mutating func keep(only addresses: [String]) {
    let kept = Set(addresses)
    lines = lines.filter { kept.contains($0.key) }
  }

  package func answer(of address: String) -> Answer? { lines[address]?.answer }
}
