import Subprocess

extension Inquiry {
  /// The answers, by address: asked for the head alone first, and for the document where a host does
  /// not answer that. `progress` is told how many are done.
  package func asked(
    _ progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async throws(InquiryError) -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for round in Self.rounds(of: addresses) {
      var replies = try await ask(round, headOnly: true)
      // Many a server does not know HEAD, or answers it wrongly.
      let doubtful = round.filter { replies[$0]?.answer != .alive }
      for group in Self.rounds(of: doubtful) {
        replies.merge(try await ask(group, headOnly: false)) { $1 }
      }
      for address in round {
        answers[address] = replies[address]?.answer ?? .unclear("nothing was heard of it")
      }
      progress(answers.count, addresses.count)
    }
    return answers
  }

  private func ask(_ addresses: [String], headOnly: Bool) async throws(InquiryError) -> [String:
    Reply]
  {
    guard !addresses.isEmpty else { return [:] }
    let request = CurlRequest(addresses: addresses, agent: agent, patience: patience)
    let output = try await Self.output(
      of: request.configuration(headOnly: headOnly), limit: 4096 * addresses.count + 65_536)
    return Reply.all(in: output, to: addresses)
  }

  /// What curl prints that reads its settings from its input: the only door to the network.
  static func output(
    of configuration: String, limit: Int
  ) async throws(InquiryError) -> String {
    do {
      let result = try await run(
        .name("curl"), arguments: Arguments(CurlRequest.arguments), input: .string(configuration),
        output: .string(limit: limit), error: .discarded)
      return result.standardOutput
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .noCurl
    } catch {
      throw .failed("\(error)")
    }
  }
}

/// Why nothing could be asked at all.
package enum InquiryError: Error, Hashable, Sendable, CustomStringConvertible {
  case noCurl
  case failed(String)

  package var description: String {
    switch self {
    case .noCurl:
      "cannot ask for the sources: the program 'curl' is not there; install it with "
        + "'apt-get install curl' or 'brew install curl'"
    case .failed(let cause): "cannot run 'curl': \(cause)"
    }
  }
}
