import Foundation
import Publishing
import TestSupport
import Testing

struct ScratchFileTests {
  private func bytes(_ count: Int, _ seed: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ seed) }
  }

  private func read(_ file: ScratchFile, at offset: Int, _ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    bytes.withUnsafeMutableBytes { file.read(at: offset, into: $0) }
    return bytes
  }

  @Test func `what is put away from many tasks is read back as it was`() async throws {
    let folder = try TemporaryFolder()
    let file = try #require(ScratchFile(near: folder.path + "/site/not/there/yet"))
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          let kept = bytes(number * 7, number)
          guard let offset = kept.withUnsafeBytes({ file.append($0) }) else { return false }
          return read(file, at: offset, kept.count) == kept
        }
      }
      for await isSame in group { #expect(isSame) }
    }
    #expect(file.failure == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `a full disk leaves the bytes with their owner`() throws {
    let folder = try TemporaryFolder()
    let disk = Disk { step, _ in step == .write ? .error(28) : nil }
    let file = try #require(ScratchFile(near: folder.path, disk: disk))
    #expect(bytes(10, 1).withUnsafeBytes { file.append($0) } == nil)
    #expect(file.failure == nil)
  }

  @Test func `half a read goes on, and one that fails is remembered`() throws {
    let folder = try TemporaryFolder()
    let short = Disk { step, _ in step == .read || step == .write ? .short : nil }
    let patient = try #require(ScratchFile(near: folder.path, disk: short))
    let kept = bytes(1000, 3)
    let offset = try #require(kept.withUnsafeBytes { patient.append($0) })
    #expect(read(patient, at: offset, 1000) == kept)

    let broken = Disk { step, _ in step == .read ? .error(5) : nil }
    let file = try #require(ScratchFile(near: folder.path, disk: broken))
    _ = kept.withUnsafeBytes { file.append($0) }
    _ = read(file, at: 0, 10)
    #expect(file.failure?.step == .read)
    #expect(file.failure?.cause == .system(5))
  }

  @Test func `reading behind the end is a failure and not zeros`() throws {
    let folder = try TemporaryFolder()
    let file = try #require(ScratchFile(near: folder.path))
    _ = read(file, at: 100, 10)
    #expect(file.failure?.step == .read)
  }
}
