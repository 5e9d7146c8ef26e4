import Foundation
import TestSupport
import Testing

/// Pages of the documentation, run as they stand: RECORD_GOLDENS=1 writes what the commands say now.
@Suite struct FirstPublicationTests {
  /// A page, and how many of its commands find mistakes.
  @Test(arguments: [("first-publication", 1), ("permanence", 3)])
  func `a page's commands say what it says they say`(_ name: String, failing: Int) throws {
    let page = URL(
      fileURLWithPath: "/"
        + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        + "/docs/\(name).md")
    let text = try String(contentsOf: page, encoding: .utf8)
    var session = try Session()
    let replayed = try session.replay(text)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try Data(replayed.utf8).write(to: page)
      Issue.record("recorded; read the difference like code")
    } else {
      #expect(withoutFigures(replayed) == withoutFigures(text), "RECORD_GOLDENS=1 records it")
    }
    #expect(session.commands >= 10)
    let failures = session.statuses.filter { $0 != 0 }
    #expect(failures == [Int32](repeating: 1, count: failing), "mistakes are shown, and mended")
  }

  /// How long a build takes differs from run to run, and how many pages and files a theme has is not
  /// what these pages are about, nor on which line of a ledger an address is for that reason.
  private func withoutFigures(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let isCount = ["built ", "  'public': ", "recorded "].contains { line.hasPrefix($0) }
      let isOfLedger = line.contains("content/ledger.txt:") || line.contains(" case/ferry")
      guard isCount || isOfLedger || line.contains("| ^~")
      else { return String(line) }
      return String(line.replacing(/\d+/, with: "N").replacing(/\ +/, with: " "))
    }.joined(separator: "\n")
  }
}

/// A reader who types what a page says, block by block.
private struct Session {
  private let root = try? TemporaryFolder()
  private var folder: String
  private(set) var commands = 0
  private(set) var statuses: [Int32] = []

  init() throws { folder = try #require(root).path }

  /// The page with what its commands print now, and its files written where it says.
  mutating func replay(_ text: String) throws -> String {
    var replayed: [String] = []
    var block: (words: [Substring], lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```"), let (words, lines) = block {
        replayed += try play(words, lines) + [line]
        block = nil
      } else if line.hasPrefix("```") {
        replayed.append(line)
        block = (line.dropFirst(3).split(separator: " "), [])
      } else if block != nil {
        block?.lines.append(line)
      } else {
        replayed.append(line)
      }
    }
    return replayed.joined(separator: "\n")
  }

  private mutating func play(_ words: [Substring], _ lines: [String]) throws -> [String] {
    if words.first == "console" {
      return try lines.filter { $0.hasPrefix("$ ") }
        .flatMap { try [$0] + run(String($0.dropFirst(2))) }
    }
    if words.count == 2 {
      try Data((lines.joined(separator: "\n") + "\n").utf8)
        .write(to: URL(fileURLWithPath: folder + "/" + words[1]))
    }
    return lines
  }

  private mutating func run(_ command: String) throws -> [String] {
    commands += 1
    if command.hasPrefix("cd ") {
      folder += "/" + command.dropFirst(3)
      return []
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["SOURCE_DATE_EPOCH"] = "1782907200"
    environment["PATH"] =
      Program.location.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "")
    process.environment = environment
    let said = Pipe()
    process.standardOutput = said
    process.standardError = said
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = said.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    statuses.append(process.terminationStatus)
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .dropLast().map(String.init)
  }
}
