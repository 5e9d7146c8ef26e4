/// Where texts are put away while nobody reads them, so that a publication of a hundred thousand cases
/// fits into memory. Texts come and go from many threads at once.
package protocol TextStore: Sendable {
  /// Puts bytes away and says where; nil when it cannot, and then they stay in memory.
  func keep(_ bytes: UnsafeRawBufferPointer) -> Int?

  /// Reads bytes that were put away. A store that cannot remembers that it could not, and whoever
  /// owns it must ask before anything made of them is published.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer)
}

/// Bytes in memory, or in a store.
package enum KeptText: Sendable {
  case held([UInt8])
  case stored(any TextStore, at: Int, count: Int)

  var count: Int {
    switch self {
    case .held(let bytes): bytes.count
    case .stored(_, _, let count): count
    }
  }

  /// All of them; no copy where they are in memory.
  var bytes: [UInt8] {
    if case .held(let bytes) = self { return bytes }
    return withBytes(0..<count) { Array($0) }
  }

  /// Lends the bytes of `range`, which lies within them.
  package func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    switch self {
    case .held(let bytes):
      bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    case .stored(let store, let offset, _):
      Self.read(range.count, from: store, at: offset + range.lowerBound, body)
    }
  }

  /// Apart, since the types that it needs are looked up at run time.
  @inline(never)
  private static func read<Result>(
    _ count: Int, from store: any TextStore, at offset: Int,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 8) { buffer in
      store.read(at: offset, into: buffer)
      return body(UnsafeRawBufferPointer(buffer))
    }
  }

  package func kept(in store: some TextStore) -> KeptText {
    guard case .held(let bytes) = self, let offset = bytes.withUnsafeBytes({ store.keep($0) })
    else { return self }
    return .stored(store, at: offset, count: bytes.count)
  }
}
