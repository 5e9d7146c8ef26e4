import Foundation

/// A web server on this machine, gone when the test lets go of it: see local-host.py beside it.
package final class LocalHost: Sendable {
  /// `http://127.0.0.1:PORT`.
  package let address: String
  private let process: Process
  private let input: Pipe

  package init() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("local-host.py").path
    process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script]
    let output = Pipe()
    input = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var line = ""
    while !line.hasSuffix("\n") {
      let read = output.fileHandleForReading.readData(ofLength: 1)
      guard !read.isEmpty else { break }
      line += String(decoding: read, as: UTF8.self)
    }
    address = "http://127.0.0.1:" + line.dropLast()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
