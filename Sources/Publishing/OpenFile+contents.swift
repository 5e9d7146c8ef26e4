#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much of a file is held in memory at a time.
private let chunkSize = 128 * 1024

extension OpenFile {
  /// Whether this is a file of exactly these bytes.
  func holds(_ bytes: UnsafeRawBufferPointer) throws(Obstacle) -> Bool {
    let status = try status()
    guard status.kind == .file, status.size == bytes.count else { return false }
    return try holds(bytes, at: 0)
  }

  func holds(_ bytes: [UInt8]) throws(Obstacle) -> Bool {
    try asked(of: bytes) { buffer throws(Obstacle) in try holds(buffer) }
  }

  /// The answer to what is asked of an array's bytes, whose lending tells no kind of error.
  private func asked(
    of bytes: [UInt8], _ question: (UnsafeRawBufferPointer) throws(Obstacle) -> Bool
  ) throws(Obstacle) -> Bool {
    let answer = bytes.withUnsafeBytes { buffer in
      Result { () throws(Obstacle) in try question(buffer) }
    }
    return try answer.get()
  }

  /// Whether this is a file of exactly these pieces, one after the other.
  func holds(
    pieces: (_ take: (UnsafeRawBufferPointer) -> Bool) -> Void
  ) throws(Obstacle) -> Bool {
    let status = try status()
    guard status.kind == .file else { return false }
    var offset = 0
    var isSame = true
    var failure: Obstacle?
    pieces { bytes in
      do throws(Obstacle) {
        isSame = offset + bytes.count <= status.size ? try holds(bytes, at: offset) : false
      } catch {
        failure = error
        isSame = false
      }
      offset += bytes.count
      return isSame
    }
    if let failure { throw failure }
    return isSame && offset == status.size
  }

  /// Whether the last bytes of this file are these.
  func ends(with bytes: [UInt8]) throws(Obstacle) -> Bool {
    let status = try status()
    guard status.kind == .file, status.size >= bytes.count else { return false }
    return try asked(of: bytes) { buffer throws(Obstacle) in
      try holds(buffer, at: status.size - bytes.count)
    }
  }

  /// Whether these bytes stand from `start` on.
  private func holds(_ bytes: UnsafeRawBufferPointer, at start: Int) throws(Obstacle) -> Bool {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(chunkSize, bytes.count), alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while offset < bytes.count {
      let length = min(buffer.count, bytes.count - offset)
      let count = try read(
        at: start + offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<length]))
      guard count > 0, same(buffer, UnsafeRawBufferPointer(rebasing: bytes[offset...]), count)
      else { return false }
      offset += count
    }
    return true
  }

  /// Whether both are files of the same bytes.
  func holdsSame(as other: borrowing OpenFile) throws(Obstacle) -> Bool {
    let (status, otherStatus) = (try status(), try other.status())
    guard status.kind == .file, otherStatus.kind == .file, status.size == otherStatus.size else {
      return false
    }
    let size = min(chunkSize, max(1, status.size))
    let left = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    let right = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer {
      left.deallocate()
      right.deallocate()
    }
    var offset = 0
    while true {
      let count = try read(at: offset, into: left)
      guard try other.read(at: offset, into: right) == count,
        same(left, UnsafeRawBufferPointer(right), count)
      else { return false }
      if count < size { return true }
      offset += count
    }
  }

  /// The whole file.
  func contents() throws(Obstacle) -> [UInt8] {
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try read(at: bytes.count, into: buffer)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes everything that `source` holds behind what was written before, and throws where it is
  /// another file when that is done than when it began.
  func write(contentsOf source: borrowing OpenFile) throws(Obstacle) {
    try source.forEachPiece { bytes throws(Obstacle) in try write(bytes) }
  }

  /// Hands on the file's bytes piece by piece; throws at the end where somebody changed them in the
  /// meantime.
  func forEachPiece(
    _ take: (UnsafeRawBufferPointer) throws(Obstacle) -> Void
  ) throws(Obstacle) {
    let before = try status()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
      let count = try read(at: offset, into: buffer)
      if count == 0 { break }
      try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      offset += count
    }
    let after = try status()
    if offset != before.size || after.isLaterState(of: before) {
      throw Obstacle(.read, shown, .changedMeanwhile)
    }
  }
}

/// Whether both begin with the same `count` bytes.
private func same(
  _ left: UnsafeMutableRawBufferPointer, _ right: UnsafeRawBufferPointer, _ count: Int
) -> Bool {
  guard count > 0, let left = left.baseAddress, let right = right.baseAddress else { return true }
  return memcmp(left, right, count) == 0
}
