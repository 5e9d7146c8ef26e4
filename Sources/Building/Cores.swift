import Synchronization

/// The one fan-out of the pipeline: work on the items of a stage, spread over cores.
///
/// Items are handed out in small runs, so a slow one holds back nothing but itself, and results
/// come back in the items' order: nothing depends on timing.
package struct Cores: Sendable {
  /// How many items are worked on at once, at least 1.
  package let count: Int
  /// Told now and then, on any thread, how many items of a stage are done.
  private let advanced: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  package init(
    _ count: Int, advanced: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) {
    self.count = max(1, count)
    self.advanced = advanced
  }

  /// `transform` of every index below `items`, in that order. The first error stops the rest.
  package func map<Result: Sendable>(
    _ items: Int, _ transform: @escaping @Sendable (Int) throws -> Result
  ) async throws -> [Result] {
    try await map(items, reusing: {}) { _, index in try transform(index) }
  }

  /// The same, with a workspace for each core that it may reuse.
  package func map<Workspace: ~Copyable, Result: Sendable>(
    _ items: Int, reusing workspace: @escaping @Sendable () -> Workspace,
    _ transform: @escaping @Sendable (inout Workspace, Int) throws -> Result
  ) async throws -> [Result] {
    let runs = try await fanOut(over: items) { taken -> [(first: Int, results: [Result])] in
      var own = workspace()
      var runs: [(first: Int, results: [Result])] = []
      while let run = taken.next() {
        var results: [Result] = []
        results.reserveCapacity(run.count)
        for index in run { results.append(try transform(&own, index)) }
        runs.append((run.lowerBound, results))
      }
      return runs
    }
    return joined(runs.flatMap(\.self))
  }

  /// `transform` of every item with its index, in that order; an item is let go as soon as it is
  /// transformed, so the whole of `items` and of the results is never held at once. A workspace is
  /// reused for some items.
  package func map<Item: Sendable, Workspace: ~Copyable, Result: Sendable>(
    consuming items: consuming [Item], reusing workspace: @escaping @Sendable () -> Workspace,
    _ transform: @escaping @Sendable (inout Workspace, Int, Item) throws -> Result
  ) async throws -> [Result] {
    let total = items.count
    var parcels = Parcel.all(of: items, length: Runs.length(of: total, cores: count))
    items = []
    return try await withThrowingTaskGroup(of: (first: Int, results: [Result]).self) { group in
      func hand(out parcel: Parcel<Item>) {
        group.addTask {
          var own = workspace()
          return (parcel.first, try parcel.transformed(in: &own, by: transform))
        }
      }
      for _ in 0..<count { if let parcel = parcels.popLast() { hand(out: parcel) } }
      var done: [(first: Int, results: [Result])] = []
      while let part = try await group.next() {
        done.append(part)
        advanced?(total - parcels.reduce(0) { $0 + $1.items.count }, total)
        if let parcel = parcels.popLast() { hand(out: parcel) }
      }
      return joined(done)
    }
  }

  /// `body` of every index below `items`, with a workspace for each core that it may reuse.
  package func forEach<Workspace>(
    _ items: Int, reusing workspace: @escaping @Sendable () -> Workspace,
    _ body: @escaping @Sendable (inout Workspace, Int) throws -> Void
  ) async throws {
    _ = try await fanOut(over: items) { taken in
      var own = workspace()
      while let run = taken.next() {
        for index in run { try body(&own, index) }
      }
    }
  }

  /// `body` of every index below `items`, as many at once as there are cores: for work that other
  /// programs do. The first error stops the rest.
  package func forEach(
    _ items: Int, awaiting body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for next in 0..<items {
        if next >= count { try await group.next() }
        advanced?(next, items)
        group.addTask { try await body(next) }
      }
      try await group.waitForAll()
    }
  }

  /// Two pieces of work, side by side where there is more than one core.
  package func both<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () throws -> First,
    _ second: @escaping @Sendable () throws -> Second
  ) async throws -> (First, Second) {
    if count == 1 { return (try first(), try second()) }
    async let other = second()
    let one = try first()
    return (one, try await other)
  }

  private func fanOut<Result: Sendable>(
    over items: Int, _ work: @escaping @Sendable (Runs) throws -> Result
  ) async throws -> [Result] {
    let runs = Runs(items, cores: count, advanced: advanced)
    if count == 1 || items < 2 { return [try work(runs)] }
    return try await withThrowingTaskGroup(of: Result.self) { group in
      for _ in 0..<min(count, items) {
        group.addTask {
          do {
            return try work(runs)
          } catch {
            runs.stop()
            throw error
          }
        }
      }
      var results: [Result] = []
      for try await result in group { results.append(result) }
      return results
    }
  }
}

/// The results of consecutive items, in the items' order; each part is let go when it is in its place.
private func joined<Result>(_ parts: consuming [(first: Int, results: [Result])]) -> [Result] {
  parts.sort { $0.first > $1.first }
  var all: [Result] = []
  all.reserveCapacity(parts.reduce(0) { $0 + $1.results.count })
  while let part = parts.popLast() { all += part.results }
  return all
}

/// Consecutive items that one core transforms.
private struct Parcel<Item: Sendable>: Sendable {
  let first: Int
  let items: [Item]

  /// The last first, to be taken from the end.
  static func all(of items: [Item], length: Int) -> [Parcel] {
    stride(from: 0, to: items.count, by: length).reversed().map { start in
      Parcel(first: start, items: Array(items[start..<min(start + length, items.count)]))
    }
  }

  func transformed<Workspace: ~Copyable, Result>(
    in workspace: inout Workspace,
    by transform: (inout Workspace, Int, Item) throws -> Result
  ) rethrows -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      results.append(try transform(&workspace, first + index, item))
    }
    return results
  }
}

/// Runs of indices that are still to be worked on.
private final class Runs: Sendable {
  private let total: Int
  private let length: Int
  private let taken = Atomic<Int>(0)
  private let advanced: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  init(
    _ total: Int, cores: Int, advanced: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  ) {
    self.total = total
    self.advanced = advanced
    length = Self.length(of: total, cores: cores)
  }

  /// So many that handing out costs nothing, and so few that a slow item holds up nothing.
  static func length(of total: Int, cores: Int) -> Int { min(64, max(1, total / (cores * 16))) }

  func next() -> Range<Int>? {
    let first = taken.add(length, ordering: .relaxed).oldValue
    advanced?(min(first, total), total)
    return first < total ? first..<min(first + length, total) : nil
  }

  func stop() { taken.store(total, ordering: .relaxed) }
}
