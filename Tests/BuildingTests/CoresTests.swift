import Building
import Synchronization
import Testing

struct CoresTests {
  private struct Broken: Error {}

  @Test(arguments: [1, 2])
  func `two pieces of work give both of their results`(count: Int) async throws {
    let (one, other) = try await Cores(count).both({ 1 }, { "two" })
    #expect(one == 1 && other == "two")
  }

  @Test func `one core does one after the other`() async throws {
    let done = Mutex<[Int]>([])
    _ = try await Cores(1).both(
      { done.withLock { $0.append(1) } }, { done.withLock { $0.append(2) } })
    #expect(done.withLock { $0 } == [1, 2])
  }

  @Test(arguments: [1, 2])
  func `what fails in either is thrown`(count: Int) async {
    await #expect(throws: Broken.self) { try await Cores(count).both({ throw Broken() }, { 2 }) }
    await #expect(throws: Broken.self) { try await Cores(count).both({ 1 }, { throw Broken() }) }
  }
}
