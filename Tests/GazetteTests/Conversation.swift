import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program run on a terminal of its own, by somebody who answers what it asks.
struct Conversation {
  let status: Int32
  /// What the terminal showed, questions and answers, without carriage returns.
  private(set) var screen = ""
  let output: String

  /// Types each answer once its question is on the screen.
  init(
    _ arguments: [String], in folder: String, answers: [(question: String, keys: String)]
  ) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    guard openpty(&master, &slave, nil, nil, nil) == 0 else { throw POSIXError(.ENOTTY) }
    let process = Process()
    process.executableURL = Program.location
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["SOURCE_DATE_EPOCH"] = "1782907200"
    environment["TERM"] = "xterm"
    process.environment = environment
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    let out = Pipe()
    process.standardInput = terminal
    process.standardError = terminal
    process.standardOutput = out
    try process.run()
    var seen = 0
    for (question, keys) in answers {
      while !screen.utf8.dropFirst(seen).contains(question), let part = Self.shown(by: master) {
        screen += part
      }
      seen = screen.utf8.count
      FileHandle(fileDescriptor: master).write(Data(keys.utf8))
    }
    var patience = 200
    while process.isRunning, patience > 0 {
      if let part = Self.shown(by: master, within: 100) { screen += part } else { patience -= 1 }
    }
    if process.isRunning { process.terminate() }
    output = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
    while let part = Self.shown(by: master, within: 0) { screen += part }
    close(master)
  }

  /// What the terminal shows next; nil where that is nothing for long.
  private static func shown(by master: Int32, within milliseconds: Int32 = 20_000) -> String? {
    var poll = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var part = [UInt8](repeating: 0, count: 4096)
    guard Foundation.poll(&poll, 1, milliseconds) > 0 else { return nil }
    let count = read(master, &part, part.count)
    guard count > 0 else { return nil }
    return String(decoding: part[..<count].filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
  }
}

extension Sequence<UInt8> {
  fileprivate func contains(_ text: String) -> Bool {
    String(decoding: Array(self), as: UTF8.self).contains(text)
  }
}
