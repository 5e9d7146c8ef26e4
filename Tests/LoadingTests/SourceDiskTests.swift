import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Loading

/// Files that change, vanish or cannot be read while somebody reads them.
@Suite struct SourceDiskTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("first", to: "content/cases/acme.md")
  }

  private func bytes(on disk: SourceDisk) throws -> String {
    let tree = try SourceTree(reading: folder.path, disk: disk)
    return String(decoding: try #require(tree.entries.first).bytes(), as: UTF8.self)
  }

  @Test func `a file that changes while it is read is read again, never half`() throws {
    let reads = Mutex(0)
    let disk = SourceDisk { step, _ in
      guard step == .read else { return nil }
      let number = reads.withLock { reads in
        reads += 1
        return reads
      }
      // Half of the old file is read, and then it is another.
      if number == 2 { try? folder.write("second", to: "content/cases/acme.md") }
      return .short
    }
    #expect(try bytes(on: disk) == "second")
  }

  @Test func `a file that grows or shrinks while it is read is read again`() throws {
    for text in ["f", "first and more"] {
      try folder.write("first", to: "content/cases/acme.md")
      let isDone = Mutex(false)
      let disk = SourceDisk { step, _ in
        guard step == .read else { return nil }
        let isFirst = isDone.withLock { isDone in
          defer { isDone = true }
          return !isDone
        }
        if isFirst { try? folder.write(text, to: "content/cases/acme.md") }
        return nil
      }
      #expect(try bytes(on: disk) == text)
    }
  }

  @Test func `a file that somebody writes all the time is named`() throws {
    let reads = Mutex(0)
    let disk = SourceDisk { step, _ in
      guard step == .read else { return nil }
      let number = reads.withLock { reads in
        reads += 1
        return reads
      }
      try? folder.write(String(repeating: "x", count: number), to: "content/cases/acme.md")
      return nil
    }
    let error = #expect(throws: LoadingError.self) { try bytes(on: disk) }
    #expect(
      error?.description
        == "cannot read '\(folder.path)/content/cases/acme.md': somebody writes it again and again "
        + "while it is read")
  }

  @Test func `a file that vanishes once it is open is read to its end`() throws {
    let disk = SourceDisk { step, _ in
      if step == .read { try? folder.remove("content/cases/acme.md") }
      return nil
    }
    #expect(try bytes(on: disk) == "first")
  }

  @Test func `a file that vanishes before it is open is named`() throws {
    let disk = SourceDisk { step, _ in
      if step == .open { try? folder.remove("content/cases/acme.md") }
      return nil
    }
    let error = #expect(throws: LoadingError.self) { try bytes(on: disk) }
    #expect(
      error?.description
        == "cannot open '\(folder.path)/content/cases/acme.md': No such file or directory")
  }

  @Test(arguments: [
    (LoadingError.Step.list, EIO, "Input/output error"), (.open, EMFILE, "Too many open files"),
    (.open, EACCES, "Permission denied"), (.read, EIO, "Input/output error"),
  ])
  func `a call that fails is told with the file and the system's reason`(
    step: LoadingError.Step, code: Int32, words: String
  ) throws {
    let disk = SourceDisk { $0 == step && !$1.hasSuffix("templates") ? .error(code) : nil }
    let error = #expect(throws: LoadingError.self) { try bytes(on: disk) }
    #expect(error?.step == step)
    #expect(error?.description.hasSuffix(": \(words)") == true)
    #expect(error?.path.hasPrefix(folder.path + "/content") == true)
  }
}
