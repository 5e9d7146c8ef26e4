import Foundation
import Synchronization
import Testing

@testable import Publishing

struct GuardedFileTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func contents(_ path: String) throws -> String {
    try String(contentsOfFile: sandbox[path], encoding: .utf8)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sandbox.path)
  }

  private func replace(_ old: String?, with new: String, disk: Disk = .sound) throws {
    let file = try GuardedFile(at: sandbox["ledger.txt"], waiting: .zero, disk: disk)
    defer { file.release() }
    try file.replace(old.map(bytes), with: bytes(new))
  }

  @Test func `a file comes to be whole, and is replaced with its mode`() throws {
    try replace(nil, with: "one")
    #expect(try contents("ledger.txt") == "one")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: sandbox["ledger.txt"])
    try replace("one", with: "two")
    #expect(try contents("ledger.txt") == "two" && names() == ["ledger.txt"])
    let attributes = try FileManager.default.attributesOfItem(atPath: sandbox["ledger.txt"])
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func `a file that is another by now, or there all at once, is left alone`() throws {
    try sandbox.makeFile("ledger.txt", "saved")
    for old in ["one", nil] {
      let error = #expect(throws: GuardedFileError.self) { try replace(old, with: "two") }
      #expect(error == .changedMeanwhile(sandbox["ledger.txt"]))
    }
    #expect(try contents("ledger.txt") == "saved" && names() == ["ledger.txt"])
  }

  @Test func `while one run has it another waits, and is told by whom`() throws {
    let first = try GuardedFile(at: sandbox["ledger.txt"], waiting: .zero)
    var holder: Int32?
    let error = #expect(throws: GuardedFileError.self) {
      _ = try GuardedFile(at: sandbox["ledger.txt"], waiting: .milliseconds(50)) { holder = $0 }
    }
    #expect(error == .held(sandbox["ledger.txt"], by: getpid()) && holder == getpid())
    first.release()
    try replace(nil, with: "one")
    #expect(try names() == ["ledger.txt"])
  }

  @Test func `a failure at any call leaves the old file or the new one, whole`() throws {
    var calls = 0
    for call in 1...40 {
      try sandbox.makeFile("ledger.txt", "one")
      let count = Mutex(0)
      let disk = Disk { _, _ in
        count.withLock { count in
          count += 1
          return count == call ? .error(EIO) : nil
        }
      }
      do {
        try replace("one", with: "two", disk: disk)
        calls = call
        break
      } catch let error as GuardedFileError {
        #expect(error.description.contains("input/output error; it was left alone"))
        let text = try contents("ledger.txt")
        #expect(text == "one", "at call \(call)")
      }
    }
    #expect(calls > 5, "the walk came to its end")
    #expect(try contents("ledger.txt") == "two")
    // A lock that could not be removed is taken over, and goes with the next run.
    try replace("two", with: "three")
    #expect(try names() == ["ledger.txt"])
  }
}
