import Subprocess

/// A program of somebody else's that is run for a delivery, once for each parcel.
struct Courier: Sendable {
  let name: String

  struct Answer {
    /// Negative where a signal ended the program.
    let status: Int
    let output: [UInt8]
    /// What it said last.
    let words: String
  }

  /// More than any list of names that anybody asks for.
  private static let outputLimit = 1 << 28
  private static let wordLimit = 1 << 20

  /// Runs the program, which reads `input`; its answer, whatever the status.
  func asked(
    _ arguments: [String], input: [UInt8] = []
  ) async throws(DeliveryError) -> Answer {
    do {
      let result = try await run(
        .name(name), arguments: Arguments(arguments), input: .array(input),
        output: .bytes(limit: Self.outputLimit), error: .string(limit: Self.wordLimit))
      let status =
        switch result.terminationStatus {
        case .exited(let code): Int(code)
        case .signaled(let signal): -Int(signal)
        }
      return Answer(
        status: status, output: result.standardOutput,
        words: Self.lastWords(of: result.standardError))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .missing(program: name)
    } catch {
      throw .failed(program: name, status: "cannot be run", words: "\(error)")
    }
  }

  /// The same, and a status other than 0 is an error.
  @discardableResult
  func done(
    _ arguments: [String], input: [UInt8] = []
  ) async throws(DeliveryError) -> [UInt8] {
    let answer = try await asked(arguments, input: input)
    guard answer.status == 0 else { throw failure(answer) }
    return answer.output
  }

  func failure(_ answer: Answer) -> DeliveryError {
    let status =
      answer.status < 0
      ? "was ended by signal \(-answer.status)" : "ended with status \(answer.status)"
    return .failed(program: name, status: status, words: answer.words)
  }

  /// The last lines that say more than that the program has failed.
  private static func lastWords(of text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let telling = lines.filter { !$0.hasPrefix("rsync error:") && !$0.contains(" NOTICE: ") }
    return (telling.isEmpty ? lines : telling).suffix(2).joined(separator: "; ")
  }
}

extension [String] {
  /// Paths as both programs read them: one after the other, with `end` behind each.
  func listed(end: UInt8) -> [UInt8] {
    var bytes: [UInt8] = []
    for path in self {
      bytes += path.utf8
      bytes.append(end)
    }
    return bytes
  }
}
