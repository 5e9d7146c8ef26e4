import Subprocess

/// The program that makes the index of the search (pagefind.app), and how it is started here.
package struct Pagefind: Sendable {
  /// Its name, and what stands before its own arguments: it is a program, or a module of Python.
  private let name: String
  private let opening: [String]
  /// As it tells it: `pagefind 1.5.2`.
  package let version: String

  private static let ways: [(name: String, opening: [String])] = [
    ("pagefind", []), ("python3", ["-m", "pagefind"]),
  ]

  /// The first that is installed.
  package static func installed() async throws(IndexingError) -> Pagefind {
    for way in ways {
      guard
        let said = await said(by: way.name, way.opening + ["--version"]),
        said.isSound, let version = said.output.split(separator: "\n").first,
        version.hasPrefix("pagefind ")
      else { continue }
      return Pagefind(name: way.name, opening: way.opening, version: String(version))
    }
    throw .notInstalled
  }

  /// Reads the pages below a folder and puts what a browser needs to search them into another.
  package func index(pagesBelow folder: String, into target: String) async throws(IndexingError) {
    let arguments = ["--site", folder, "--output-path", target, "--silent"]
    guard let said = await Self.said(by: name, opening + arguments) else { throw .notInstalled }
    guard said.isSound else {
      throw .failed(
        said.complaint.split(separator: "\n").suffix(3).joined(separator: " "))
    }
  }

  private struct Answer {
    let isSound: Bool
    let output: String
    let complaint: String
  }

  /// Nil where there is no such program.
  private static func said(by name: String, _ arguments: [String]) async -> Answer? {
    do {
      let result = try await run(
        .name(name), arguments: Arguments(arguments), output: .string(limit: 65_536),
        error: .string(limit: 65_536))
      return Answer(
        isSound: result.terminationStatus.isSuccess, output: result.standardOutput,
        complaint: result.standardError)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return nil
    } catch {
      return Answer(isSound: false, output: "", complaint: "\(error)")
    }
  }
}

/// Why there is no index.
package enum IndexingError: Error, Hashable, Sendable, CustomStringConvertible {
  case notInstalled
  case failed(String)

  package var description: String {
    switch self {
    case .notInstalled:
      "cannot make the search: Pagefind is not there; install it with "
        + "'python3 -m pip install pagefind pagefind_bin', or build without '--search'"
    case .failed(let cause):
      "cannot make the search: Pagefind ends with: \(cause.isEmpty ? "nothing" : cause)"
    }
  }
}

extension Pagefind {
  /// Whether a browser asks for a file of the index; the others are for pages that Pagefind makes.
  package static func isNeeded(_ file: String) -> Bool {
    let isForOtherPages =
      file.hasPrefix("pagefind-") && !file.hasPrefix("pagefind-worker.")
      && !file.hasPrefix("pagefind-entry.")
    return !isForOtherPages
  }
}
