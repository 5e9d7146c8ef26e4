/// The bytes of a page or feed while it is being written: UTF-8 that grows at its end.
///
/// One buffer serves many pages: `removeAll()` keeps the memory.
package struct OutputBuffer: Sendable {
  /// What is written, then room for more; all of it is initialized, so that writing is copying.
  private var storage: [UInt8]
  /// The number of bytes written.
  package private(set) var count = 0
  /// Where what was noted stands, in the order in which it was written.
  package private(set) var passages: [Passage] = []

  /// An empty buffer that takes `capacity` bytes before it has to grow.
  package init(capacity: Int = 16 * 1024) {
    storage = [UInt8](repeating: 0, count: max(capacity, 64))
  }

  package var isEmpty: Bool { count == 0 }

  /// What is written so far; while the slice is kept, the next write makes a copy.
  package var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Lends what is written so far, without a copy; the pointer is good until `body` returns.
  package func withBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try storage.withUnsafeBytes { all in
      try body(UnsafeRawBufferPointer(rebasing: all[..<count]))
    }
  }

  /// Forgets what is written and keeps the memory.
  package mutating func removeAll() {
    count = 0
    passages.removeAll(keepingCapacity: true)
  }

  /// Notes where what `write` appends stands, for whoever wants to exchange it.
  package mutating func note(
    _ source: String, part: Int, as form: UInt8, _ write: (inout OutputBuffer) -> Void
  ) {
    let start = count
    write(&self)
    passages.append(Passage(source: source, part: part, form: form, range: start..<count))
  }

  package mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    storage[count] = byte
    count += 1
  }

  package mutating func append(_ bytes: UnsafeRawBufferPointer) {
    _ = write(atMost: bytes.count) { room in
      room.copyMemory(from: bytes)
      return bytes.count
    }
  }

  /// Lends `body` that much room behind what is written; it returns how many bytes it wrote.
  @inline(__always)
  package mutating func write(
    atMost added: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int
  ) -> Int {
    makeRoom(for: added)
    let start = count
    let written = storage.withUnsafeMutableBytes { all in
      body(UnsafeMutableRawBufferPointer(rebasing: all[start..<start + added]))
    }
    count += written
    return written
  }

  package mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { append($0) }
  }

  /// Appends `bytes` as they are; an array or a slice of one is copied in one go.
  package mutating func append(_ bytes: some Collection<UInt8>) {
    let copied: Void? = bytes.withContiguousStorageIfAvailable { run in
      append(UnsafeRawBufferPointer(run))
    }
    guard copied == nil else { return }
    for byte in bytes { append(byte) }
  }

  /// Appends the text as it is; `appendEscaped` is for text that goes into HTML or XML.
  @_disfavoredOverload
  package mutating func append(_ text: String) {
    text.withUTF8Bytes { append($0) }
  }

  /// Appends markup written down in the program.
  package mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
  }

  /// Grows at least twofold, so that a page of n bytes is copied at most twice over.
  private mutating func makeRoom(for added: Int) {
    if count + added > storage.count { grow(by: added) }
  }

  @inline(never)
  private mutating func grow(by added: Int) {
    let wanted = max(storage.count * 2, count + added)
    storage.append(contentsOf: repeatElement(0, count: wanted - storage.count))
  }
}

extension String {
  /// Lends the text's UTF-8, without a copy where the string holds it in one run.
  func withUTF8Bytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    let lent: Void? = utf8.withContiguousStorageIfAvailable { body(UnsafeRawBufferPointer($0)) }
    if lent == nil { Array(utf8).withUnsafeBytes(body) }
  }
}

/// A stretch of what is written that comes from one source as it is.
package struct Passage: Sendable {
  /// The path of the file whose text it is.
  package let source: String
  /// Which part of the text.
  package let part: Int
  /// In which of the writer's forms.
  package let form: UInt8
  package let range: Range<Int>
}
