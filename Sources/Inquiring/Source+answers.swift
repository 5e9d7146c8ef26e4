import Content
import Diagnostics

/// A source and the file that names it.
package struct NamedSource: Sendable {
  let source: Source
  let path: String

  package init(_ source: Source, in path: String) {
    self.source = source
    self.path = path
  }

  package var address: String? { source.url }
}

extension AnswerBook {
  /// What is to be said of sources, given what their hosts answered.
  package func report(on sources: [NamedSource]) -> [Diagnostic] {
    sources.compactMap { named in
      guard let address = named.address, let answer = answer(of: address) else { return nil }
      // The address is found from the id on, since the record is written together.
      let id = named.source.id.place(in: named.path)
      let place = Place(path: named.path, start: id.start, end: id.end, seeking: address)
      switch answer {
      case .alive: return nil
      case .dead(let why): return .deadSource(named.source, address, why, at: place)
      case .unclear(let why): return .unansweredSource(named.source, address, why, at: place)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func deadSource(
    _ source: Source, _ address: String, _ why: String, at place: Place
  ) -> Diagnostic {
    let copy = source.archive.flatMap { $0 == address ? nil : $0 }
    return Diagnostic(
      .deadSource, "source '\(source.id.value)' is no longer at '\(address)': \(why)", at: place,
      help: copy == nil
        ? "find where it is today, or a copy in a web archive, and put that into 'url'"
        : "put the archived copy into 'url', or find where it is today",
      replacement: copy.map { Replacement($0, for: address, at: place) })
  }

  fileprivate static func unansweredSource(
    _ source: Source, _ address: String, _ why: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .unansweredSource, "source '\(source.id.value)' could not be seen at '\(address)': \(why)",
      at: place, help: "look with a browser")
  }
}

extension Rule {
  /// What only asking the hosts of sources can tell.
  package static let ofInquiring: [Rule] = [.deadSource, .unansweredSource]

  static let deadSource = Rule(
    "dead-source", .warning, "a source is where its address says",
    why:
      "Readers check what they read by its sources. Reported by `gazette check --external` where "
      + "a host answers 404 or 410, or is gone.",
    in: .answers,
    bad: """
      sources:
        - id: decision
          title: Decision
          publisher: nl-ap
          url: https://dpa.example/404.pdf
          archive: https://archive.example/2024/404.pdf
          retrieved: 2024-09-03
      """,
    good: """
      sources:
        - id: decision
          title: Decision
          publisher: nl-ap
          url: https://archive.example/2024/200.pdf
          archive: https://archive.example/2024/200.pdf
          retrieved: 2024-09-03
      """)
  static let unansweredSource = Rule(
    "unanswered-source", .hint, "the host of a source answers when it is asked",
    why: "A host that does not answer may be gone, or may refuse programs; only a person can tell. "
      + "Reported by `gazette check --external`.",
    in: .answers,
    bad: """
      sources:
        - id: decision
          title: Decision
          publisher: nl-ap
          url: https://dpa.example/503.pdf
          archive: https://archive.example/2024/503.pdf
          retrieved: 2024-09-03
      """,
    good: """
      sources:
        - id: decision
          title: Decision
          publisher: nl-ap
          url: https://dpa.example/200.pdf
          archive: https://archive.example/2024/200.pdf
          retrieved: 2024-09-03
      """)
}
