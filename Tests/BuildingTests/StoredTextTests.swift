import Building
import CommonMark
import Content
import Linking
import Synchronization
import TestSupport
import Testing

/// Where texts are kept decides nothing of what is written.
struct StoredTextTests {
  @Test func `a site whose texts were put away is the same to the byte`() async throws {
    let fixture = Fixture(Publication.whole)
    let held = try await RenderedSite(fixture)
    let store = Store()
    let kept = try await RenderedSite(fixture, keepingTextsIn: store)
    #expect(store.readings > 0)
    #expect(kept.differences(from: held) == [])
  }

  @Test func `a store without room leaves texts where they are`() async throws {
    let fixture = Fixture(Publication.whole)
    let held = try await RenderedSite(fixture)
    let store = Store(room: 2000)
    let kept = try await RenderedSite(fixture, keepingTextsIn: store)
    #expect(kept.differences(from: held) == [])
  }

  private final class Store: TextStore {
    private let bytes = Mutex<[UInt8]>([])
    private let read = Atomic<Int>(0)
    private let room: Int

    init(room: Int = .max) { self.room = room }

    var readings: Int { read.load(ordering: .relaxed) }

    func keep(_ added: UnsafeRawBufferPointer) -> Int? {
      bytes.withLock { bytes in
        guard bytes.count + added.count <= room else { return nil }
        defer { bytes += added }
        return bytes.count
      }
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) {
      read.add(1, ordering: .relaxed)
      bytes.withLock { buffer.copyBytes(from: $0[offset..<offset + buffer.count]) }
    }
  }
}
